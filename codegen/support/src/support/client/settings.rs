//! What all calls of a client share, whatever sends them.

use std::fmt;
use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue};

use super::{Limits, Retry};
use crate::support::header::{self, PREFER};
use crate::support::request::prefer;
use crate::support::{Answer, ArgumentError, Body, Error, Reason, Request};

const CENTURY: Duration = Duration::from_secs(100 * 365 * 24 * 60 * 60);

#[derive(Clone)]
pub(super) struct Settings {
    pub(super) root: String,
    headers: HeaderMap,
    /// The first header that HTTP does not allow.
    problem: Option<ArgumentError>,
    pub(super) limits: Limits,
    pub(super) retry: Retry,
}

impl Settings {
    pub(super) fn new(root: String) -> Self {
        let (headers, limits, retry) = Default::default();
        Self { root, headers, problem: None, limits, retry }
    }

    pub(super) fn header(&mut self, name: &str, value: &str) {
        match (name.parse::<HeaderName>(), value.parse::<HeaderValue>()) {
            (Ok(name), Ok(value)) => drop(self.headers.insert(name, value)),
            _ => {
                self.problem.get_or_insert(ArgumentError::new(name, "a client", Reason::Header));
            }
        }
    }

    /// Some clocks do not reach as far as the time may.
    pub(super) fn timeout(&mut self, time: Duration) {
        self.limits.timeout = Some(time).filter(|time| *time < CENTURY);
    }

    /// The HTTP request for a call. What the call says itself goes before what all say.
    pub(super) fn http<B: Body, R: Answer>(
        &self,
        call: &Request<B, R>,
    ) -> Result<http::Request<Vec<u8>>, Error> {
        let mut request = call.to_http(&self.root)?;
        self.fill_in(request.headers_mut())?;
        Ok(request)
    }

    /// Adds the headers of all calls to those of one.
    pub(super) fn fill_in(&self, headers: &mut HeaderMap) -> Result<(), Error> {
        if let Some(problem) = &self.problem {
            return Err(problem.clone().into());
        }
        for (name, value) in &self.headers {
            let value = match header::text(headers, name.as_str()) {
                None => value.clone(),
                Some(own) if name == PREFER => {
                    let all = prefer::with(&String::from_utf8_lossy(value.as_bytes()), &own);
                    HeaderValue::try_from(all).map_err(http::Error::from)?
                }
                Some(_) => continue,
            };
            headers.insert(name, value);
        }
        Ok(())
    }
}

impl fmt::Debug for Settings {
    /// Without the root and the headers, which may hold secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("limits", &self.limits)
            .field("retry", &self.retry)
            .finish_non_exhaustive()
    }
}

/// The settings of a client, by its own methods.
macro_rules! settings {
    () => {
        /// The root of the service, as it was given.
        pub fn root(&self) -> &str {
            &self.settings.root
        }

        /// Sends a header with each call that does not set it itself, including those in a batch. Each call sets `Accept`, and
        /// `Content-Type` if it has a body. Preferences (`Prefer`) are added to those that a call has. A redirect gets the header
        /// too, so put secrets into [`authorization`](Self::authorization).
        pub fn header(mut self, name: &str, value: &str) -> Self {
            ::std::sync::Arc::make_mut(&mut self.settings).header(name, value);
            self
        }

        /// How long each attempt waits for its whole answer: 100 seconds unless this says otherwise, and
        /// [`Duration::MAX`](::std::time::Duration::MAX) for as long as it takes.
        pub fn timeout(mut self, time: ::std::time::Duration) -> Self {
            ::std::sync::Arc::make_mut(&mut self.settings).timeout(time);
            self
        }

        /// The most bytes that an answer may have: [`Limits::BODY`](crate::support::client::Limits::BODY) unless this says otherwise.
        pub fn body_limit(mut self, bytes: usize) -> Self {
            ::std::sync::Arc::make_mut(&mut self.settings).limits.body = bytes;
            self
        }

        /// When calls are sent again.
        pub fn retry(mut self, retry: $crate::support::client::Retry) -> Self {
            ::std::sync::Arc::make_mut(&mut self.settings).retry = retry;
            self
        }

        /// Authorizes all calls with a bearer token that does not change.
        pub fn token(self, token: &str) -> Self {
            self.authorization($crate::support::Authorization::Bearer(token))
        }

        /// Authorizes all calls in a way that does not change, such as the name and the password that services on premises ask for.
        ///
        /// ```no_run
        /// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
        /// # use library::*;
        /// # fn example<T>(client: client::Client<T>, key: &str) -> client::Client<T> {
        /// client.authorization(Authorization::Basic { user: "ada", password: key })
        /// # }
        /// ```
        pub fn authorization<'t>(
            mut self,
            authorization: impl Into<$crate::support::Authorization<'t>>,
        ) -> Self {
            self.caller = $crate::support::client::token::Caller::fixed(authorization.into());
            self
        }
    };
}

pub(super) use settings;
