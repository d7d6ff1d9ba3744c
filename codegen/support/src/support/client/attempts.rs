//! One call, attempt by attempt: what to do with each answer. Sending and waiting are elsewhere, so that blocking and
//! async clients behave alike.

use std::time::Duration;

use http::header::AUTHORIZATION;
use http::{HeaderValue, StatusCode};

use super::trace::Trace;
use super::{Retry, TokenRequest};
use crate::support::TransportError;

/// A call with the attempts so far.
pub(super) struct Attempts {
    request: http::Request<Vec<u8>>,
    retry: Retry,
    attempt: u32,
    /// Whether the source of tokens can be asked once more.
    can_renew: bool,
    /// Whether the call says itself who it is for.
    authorized: bool,
    trace: Trace,
}

/// The result of an attempt.
pub(super) enum Next {
    /// Return this to the caller.
    Done,
    /// Send it again, after a wait.
    Wait(Duration),
    /// Send it again, with another token.
    Renew(TokenRequest),
}

impl Attempts {
    pub(super) fn new(
        request: http::Request<Vec<u8>>,
        route: &'static str,
        retry: Retry,
        has_source: bool,
    ) -> Self {
        let authorized = request.headers().contains_key(AUTHORIZATION);
        let trace = Trace::start(request.method(), route);
        Self { request, retry, attempt: 0, can_renew: has_source && !authorized, authorized, trace }
    }

    /// Whether the client has to say who the call is for.
    pub(super) fn needs_authorization(&self) -> bool {
        !self.authorized
    }

    /// The request of the next attempt.
    pub(super) fn request(&mut self, authorization: Option<&HeaderValue>) -> http::Request<Vec<u8>> {
        self.attempt += 1;
        let mut request = self.request.clone();
        if let (Some(value), false) = (authorization, self.authorized) {
            request.headers_mut().insert(AUTHORIZATION, value.clone());
        }
        request
    }

    /// What to do after an attempt.
    pub(super) fn next<T>(&mut self, outcome: &Result<http::Response<T>, TransportError>) -> Next {
        let answer = outcome.as_ref().map(|response| (response.status(), response.headers()));
        self.trace.attempt(self.attempt, answer);
        let next = self.decide(outcome);
        self.trace.next(&next);
        next
    }

    fn decide<T>(&mut self, outcome: &Result<http::Response<T>, TransportError>) -> Next {
        let answer = match outcome {
            // Sending it again would give the same.
            Err(error) if error.is_too_large() => return Next::Done,
            Err(_) => None,
            Ok(response) => Some((response.status(), response.headers())),
        };
        if let (Ok(refusal), Some((StatusCode::UNAUTHORIZED, _)), true) = (outcome, answer, self.can_renew) {
            self.can_renew = false;
            self.attempt = self.attempt.saturating_sub(1);
            return Next::Renew(TokenRequest::after(refusal));
        }
        let call = (self.request.method(), self.request.headers());
        self.retry.after(self.attempt, call, answer).map_or(Next::Done, Next::Wait)
    }
}
