//! `reqwest`, async.

use std::time::Duration;

use http::header::CONTENT_LENGTH;
use http::{HeaderValue, Method};

use super::reqwest_error::failed;
use super::{Chunks, Limits, StreamTransport, Transport};
use crate::support::TransportError;

impl Transport for ::reqwest::Client {
    async fn send(
        &self,
        request: http::Request<Vec<u8>>,
        limits: Limits,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        let (head, mut response) = execute(self, request, limits).await?.into_parts();
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(failed)? {
            limits.append(&mut body, &chunk)?;
        }
        Ok(http::Response::from_parts(head, body))
    }

    async fn wait(&self, time: Duration) -> bool {
        tokio::time::sleep(time).await;
        true
    }
}

impl StreamTransport for ::reqwest::Client {
    type Body = ::reqwest::Response;

    async fn send_streamed(
        &self,
        request: http::Request<Vec<u8>>,
        limits: Limits,
    ) -> Result<http::Response<Self::Body>, TransportError> {
        // `reqwest` would count the time of the whole body.
        let unlimited = Limits { timeout: None, ..limits };
        let answer = execute(self, request, unlimited);
        match limits.timeout {
            Some(time) => tokio::time::timeout(time, answer).await.map_err(TransportError::timed_out)?,
            None => answer.await,
        }
    }
}

async fn execute(
    client: &::reqwest::Client,
    request: http::Request<Vec<u8>>,
    limits: Limits,
) -> Result<http::Response<::reqwest::Response>, TransportError> {
    let mut request = ::reqwest::Request::try_from(request).map_err(failed)?;
    *request.timeout_mut() = limits.timeout;
    // Some services want to be told that nothing comes.
    let has_body = [Method::POST, Method::PUT, Method::PATCH].contains(request.method());
    if has_body && request.body().and_then(|body| body.as_bytes()).is_some_and(<[u8]>::is_empty) {
        request.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
    }
    let response = client.execute(request).await.map_err(failed)?;
    let (status, headers) = (response.status(), response.headers().clone());
    let mut answer = http::Response::new(response);
    *answer.status_mut() = status;
    *answer.headers_mut() = headers;
    Ok(answer)
}

impl Chunks for ::reqwest::Response {
    async fn chunk(&mut self) -> Result<Option<Vec<u8>>, TransportError> {
        let chunk = ::reqwest::Response::chunk(self).await.map_err(failed)?;
        Ok(chunk.map(Vec::from))
    }
}
