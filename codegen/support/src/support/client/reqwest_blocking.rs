//! `reqwest`, blocking.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use http::Method;

use super::Limits;
use super::blocking::{StreamTransport, Transport, read};
use super::reqwest_error::failed;
use crate::support::TransportError;

type Body = ::reqwest::blocking::Response;

impl Transport for ::reqwest::blocking::Client {
    fn send(
        &self,
        request: http::Request<Vec<u8>>,
        limits: Limits,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        let (head, body) = execute(self, request, limits.timeout)?.into_parts();
        Ok(http::Response::from_parts(head, read(body, limits)?))
    }
}

impl StreamTransport for ::reqwest::blocking::Client {
    type Body = Body;

    fn send_streamed(
        &self,
        request: http::Request<Vec<u8>>,
        limits: Limits,
    ) -> Result<http::Response<Body>, TransportError> {
        let Some(time) = limits.timeout else { return execute(self, request, None) };
        // `reqwest` would count the time of the whole body, so another thread waits for the head. If the head comes too
        // late, that thread drops it.
        let (client, (answered, answer)) = (self.clone(), mpsc::channel());
        let wait = move || drop(answered.send(execute(&client, request, None)));
        thread::Builder::new().spawn(wait).map_err(TransportError::new)?;
        answer.recv_timeout(time).map_err(TransportError::timed_out)?
    }
}

/// Sends a request. The time is that of the whole answer.
fn execute(
    client: &::reqwest::blocking::Client,
    request: http::Request<Vec<u8>>,
    time: Option<Duration>,
) -> Result<http::Response<Body>, TransportError> {
    let has_body = [Method::POST, Method::PUT, Method::PATCH].contains(request.method());
    let has_body = has_body || !request.body().is_empty();
    let mut request = ::reqwest::blocking::Request::try_from(request).map_err(failed)?;
    if !has_body {
        *request.body_mut() = None;
    }
    // Without a time, it would take that of its own.
    *request.timeout_mut() = Some(time.unwrap_or(Duration::MAX));
    let response = client.execute(request).map_err(failed)?;
    let (status, headers) = (response.status(), response.headers().clone());
    let mut answer = http::Response::new(response);
    *answer.status_mut() = status;
    *answer.headers_mut() = headers;
    Ok(answer)
}
