//! `reqwest`, blocking.

use http::Method;

use super::Limits;
use super::blocking::{StreamTransport, Transport, read};
use super::reqwest_error::failed;
use crate::support::TransportError;

impl Transport for ::reqwest::blocking::Client {
    fn send(
        &self,
        request: http::Request<Vec<u8>>,
        limits: Limits,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        let (head, body) = self.send_streamed(request, limits)?.into_parts();
        Ok(http::Response::from_parts(head, read(body, limits)?))
    }
}

impl StreamTransport for ::reqwest::blocking::Client {
    type Body = ::reqwest::blocking::Response;

    fn send_streamed(
        &self,
        request: http::Request<Vec<u8>>,
        limits: Limits,
    ) -> Result<http::Response<Self::Body>, TransportError> {
        let has_body = [Method::POST, Method::PUT, Method::PATCH].contains(request.method());
        let has_body = has_body || !request.body().is_empty();
        let mut request = ::reqwest::blocking::Request::try_from(request).map_err(failed)?;
        if !has_body {
            *request.body_mut() = None;
        }
        *request.timeout_mut() = limits.timeout;
        let response = self.execute(request).map_err(failed)?;
        let (status, headers) = (response.status(), response.headers().clone());
        let mut answer = http::Response::new(response);
        *answer.status_mut() = status;
        *answer.headers_mut() = headers;
        Ok(answer)
    }
}
