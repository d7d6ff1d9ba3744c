//! `ureq`.

use std::time::Duration;

use http::Method;

use super::Limits;
use super::blocking::{StreamTransport, Transport, read};
use crate::support::TransportError;

impl Transport for ::ureq::Agent {
    fn send(
        &self,
        request: http::Request<Vec<u8>>,
        limits: Limits,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        let (head, body) = run(self, request, Timeouts { whole: limits.timeout, head: None })?.into_parts();
        Ok(http::Response::from_parts(head, read(body.into_reader(), limits)?))
    }
}

impl StreamTransport for ::ureq::Agent {
    type Body = ::ureq::BodyReader<'static>;

    fn send_streamed(
        &self,
        request: http::Request<Vec<u8>>,
        limits: Limits,
    ) -> Result<http::Response<Self::Body>, TransportError> {
        Ok(run(self, request, Timeouts { whole: None, head: limits.timeout })?.map(::ureq::Body::into_reader))
    }
}

/// How long to wait for an answer.
struct Timeouts {
    /// For all of it.
    whole: Option<Duration>,
    /// For its head.
    head: Option<Duration>,
}

/// Sends a request.
fn run(
    agent: &::ureq::Agent,
    request: http::Request<Vec<u8>>,
    timeouts: Timeouts,
) -> Result<http::Response<::ureq::Body>, TransportError> {
    let has_body = [Method::POST, Method::PUT, Method::PATCH].contains(request.method());
    let answer = if has_body || !request.body().is_empty() {
        agent.run(timeouts.put(agent, request))
    } else {
        agent.run(timeouts.put(agent, request.map(|_| ())))
    };
    answer.map_err(failed)
}

impl Timeouts {
    /// Puts them on a request. `ureq` knows no time for all steps up to the head, but for each; the agent's own may be shorter.
    fn put<B: ::ureq::AsSendBody>(
        &self,
        agent: &::ureq::Agent,
        request: http::Request<B>,
    ) -> http::Request<B> {
        let own = agent.config().timeouts();
        let step = |own: Option<Duration>| own.into_iter().chain(self.head).min();
        let settings = agent.configure_request(request).http_status_as_error(false);
        settings
            .timeout_global(self.whole)
            .timeout_resolve(step(own.resolve))
            .timeout_connect(step(own.connect))
            .timeout_send_request(step(own.send_request))
            .timeout_send_body(step(own.send_body))
            .timeout_recv_response(step(own.recv_response))
            .build()
    }
}

pub(super) fn failed(error: ::ureq::Error) -> TransportError {
    match error {
        ::ureq::Error::Timeout(_) => TransportError::timed_out(error),
        error => TransportError::new(error),
    }
}
