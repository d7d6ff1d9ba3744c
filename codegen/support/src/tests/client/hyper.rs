//! An HTTP client that this crate has no feature for: as the documentation of `Transport` shows it.

use std::time::Duration;

use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::Bytes;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;

use super::canned::run;
use super::{Answer, Server};
use crate::support::client::{Client, Limits, Retry, Transport};
use crate::support::{Error, Json, Method, Request, TransportError};

#[derive(Clone)]
struct Hyper(hyper_util::client::legacy::Client<HttpConnector, Full<Bytes>>);

impl Transport for Hyper {
    async fn send(
        &self,
        request: http::Request<Vec<u8>>,
        limits: Limits,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        let whole = async {
            let request = request.map(|body| Full::new(Bytes::from(body)));
            let (head, body) = self.0.request(request).await.map_err(TransportError::new)?.into_parts();
            let body = Limited::new(body, limits.body).collect().await.map_err(|error| match error
                .is::<LengthLimitError>(
            ) {
                true => TransportError::too_large(limits.body),
                false => TransportError::new(error),
            })?;
            Ok(http::Response::from_parts(head, body.to_bytes().into()))
        };
        let time = limits.timeout.unwrap_or(Duration::MAX);
        tokio::time::timeout(time, whole).await.map_err(TransportError::timed_out)?
    }

    async fn wait(&self, time: Duration) -> bool {
        tokio::time::sleep(time).await;
        true
    }
}

#[test]
fn another_http_client_is_one_small_trait() {
    let call: Request<(), Json> = Request::new(Method::GET, "/books", &[], ());
    let busy = Answer::new("503 Service Unavailable", &[("Retry-After", "0")], "");
    let server = Server::new(vec![busy, Answer::json("[1]"), Answer::json("[1,2,3]"), Answer::Silence]);
    run(async {
        let hyper = hyper_util::client::legacy::Client::builder(TokioExecutor::new())
            .pool_max_idle_per_host(0)
            .build_http();
        let client = Client::new(Hyper(hyper), &*server.origin).token("t");
        assert_eq!(client.send(&call).await.unwrap().raw(), "[1]");
        assert_eq!(server.header("authorization"), ["Bearer t", "Bearer t"]);
        let long = client.clone().body_limit(3).send(&call).await.unwrap_err();
        assert!(matches!(long, Error::Transport(error) if error.is_too_large()));
        let slow = client.timeout(Duration::from_millis(80)).retry(Retry::never()).send(&call).await;
        assert!(matches!(slow, Err(Error::Transport(error)) if error.is_timeout()));
    });
}
