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
        let settings = agent.configure_request(request).http_status_as_error(false);
        agent.run(settings.timeout_global(timeouts.whole).timeout_recv_response(timeouts.head).build())
    } else {
        let settings = agent.configure_request(request.map(|_| ())).http_status_as_error(false);
        agent.run(settings.timeout_global(timeouts.whole).timeout_recv_response(timeouts.head).build())
    };
    answer.map_err(failed)
}

pub(super) fn failed(error: ::ureq::Error) -> TransportError {
    match error {
        ::ureq::Error::Timeout(_) => TransportError::timed_out(error),
        error => TransportError::new(error),
    }
}
