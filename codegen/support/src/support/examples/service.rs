//! A client of the documented examples.

use std::time::Duration;

use super::respond;
use crate::support::TransportError;
use crate::support::client::{Limits, Transport, blocking};

/// Takes the place of an HTTP client and answers documented requests with their documented responses, so that a program can be
/// tested offline without a change to it. [`respond`] says which requests these are.
///
/// ```no_run
/// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
/// # use library::*;
/// # #[cfg(feature = "client")]
/// # fn example() -> Result<(), Error> {
/// # use client::blocking::Client;
/// # use examples::Documented;
/// let client = Client::new(Documented, "https://library.example/v1");
/// let page = client.send(&shelf::list())?; // a documented call
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Documented;

impl Transport for Documented {
    async fn send(
        &self,
        request: http::Request<Vec<u8>>,
        _: Limits,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        answer(&request)
    }
}

impl blocking::Transport for Documented {
    fn send(
        &self,
        request: http::Request<Vec<u8>>,
        _: Limits,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        answer(&request)
    }

    /// No page has another answer after a while.
    fn wait(&self, _: Duration) -> bool {
        false
    }
}

fn answer(request: &http::Request<Vec<u8>>) -> Result<http::Response<Vec<u8>>, TransportError> {
    respond(request).ok_or_else(|| {
        let (method, path) = (request.method(), request.uri().path());
        TransportError::new(format!("no page has an answer to {method} {path}"))
    })
}
