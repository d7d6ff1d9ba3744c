//! `ureq`.

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
        let (head, body) = run(self, request, limits, true)?.into_parts();
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
        Ok(run(self, request, limits, false)?.map(::ureq::Body::into_reader))
    }
}

/// Sends a request. The time is that of the whole answer, or that of its head.
fn run(
    agent: &::ureq::Agent,
    request: http::Request<Vec<u8>>,
    limits: Limits,
    whole: bool,
) -> Result<http::Response<::ureq::Body>, TransportError> {
    let (whole, head) = if whole { (limits.timeout, None) } else { (None, limits.timeout) };
    let has_body = [Method::POST, Method::PUT, Method::PATCH].contains(request.method());
    let answer = if has_body || !request.body().is_empty() {
        let settings = agent.configure_request(request).http_status_as_error(false);
        agent.run(settings.timeout_global(whole).timeout_recv_response(head).build())
    } else {
        let settings = agent.configure_request(request.map(|_| ())).http_status_as_error(false);
        agent.run(settings.timeout_global(whole).timeout_recv_response(head).build())
    };
    answer.map_err(failed)
}

pub(super) fn failed(error: ::ureq::Error) -> TransportError {
    match error {
        ::ureq::Error::Timeout(_) => TransportError::timed_out(error),
        error => TransportError::new(error),
    }
}
