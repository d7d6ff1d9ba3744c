//! What a client needs of an HTTP client.

use std::future::{Future, ready};
use std::time::Duration;

use super::Limits;
use crate::support::TransportError;

/// An HTTP client that sends whole bodies. Implement this to use any HTTP client with a [`Client`](super::Client); here is hyper:
///
/// ```ignore
/// use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
/// use hyper::body::Bytes;
/// use hyper_util::client::legacy::{Client, connect::HttpConnector};
///
/// #[derive(Clone)]
/// struct Hyper(Client<HttpConnector, Full<Bytes>>);
///
/// impl Transport for Hyper {
///     async fn send(
///         &self,
///         request: http::Request<Vec<u8>>,
///         limits: Limits,
///     ) -> Result<http::Response<Vec<u8>>, TransportError> {
///         let whole = async {
///             let request = request.map(|body| Full::new(Bytes::from(body)));
///             let (head, body) = self.0.request(request).await.map_err(TransportError::new)?.into_parts();
///             let body = Limited::new(body, limits.body).collect().await.map_err(|error| {
///                 match error.is::<LengthLimitError>() {
///                     true => TransportError::too_large(limits.body),
///                     false => TransportError::new(error),
///                 }
///             })?;
///             Ok(http::Response::from_parts(head, body.to_bytes().into()))
///         };
///         let time = limits.timeout.unwrap_or(Duration::MAX);
///         tokio::time::timeout(time, whole).await.map_err(TransportError::timed_out)?
///     }
///
///     async fn wait(&self, time: Duration) -> bool {
///         tokio::time::sleep(time).await;
///         true
///     }
/// }
/// ```
pub trait Transport: Send + Sync {
    /// Sends a request and reads the whole answer, whatever its status is. An answer beyond the limits is an error:
    /// [`too_large`](TransportError::too_large) or [`timed_out`](TransportError::timed_out). Where a redirect leads to another host, the
    /// header `Authorization` must not go along.
    fn send(
        &self,
        request: http::Request<Vec<u8>>,
        limits: Limits,
    ) -> impl Future<Output = Result<http::Response<Vec<u8>>, TransportError>> + Send;

    /// Waits, and returns `true`. A transport without a clock returns `false`, which is the default; then no call is sent again
    /// that would have to wait first.
    fn wait(&self, time: Duration) -> impl Future<Output = bool> + Send {
        let _ = time;
        ready(false)
    }
}

/// An HTTP client that also gives answers piece by piece, as they arrive: for downloads.
pub trait StreamTransport: Transport {
    /// The body of an answer.
    type Body: Chunks;

    /// Sends a request and returns the response as soon as its headers arrive. The timeout covers only that wait; the size limit
    /// does not apply.
    fn send_streamed(
        &self,
        request: http::Request<Vec<u8>>,
        limits: Limits,
    ) -> impl Future<Output = Result<http::Response<Self::Body>, TransportError>> + Send;
}

/// A body that arrives piece by piece.
pub trait Chunks: Send {
    /// The next piece; none at the end.
    fn chunk(&mut self) -> impl Future<Output = Result<Option<Vec<u8>>, TransportError>> + Send;
}
