//! An HTTP client of the test's own, which needs no network: all that a client asks for.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use crate::support::TransportError;
use crate::support::client::{Limits, Transport, blocking};

/// Answers in turn, with a status and a body, and notes the requests.
#[derive(Clone, Default)]
pub(super) struct Canned {
    answers: Arc<Mutex<VecDeque<(u16, String)>>>,
    requests: Arc<Mutex<Vec<http::Request<Vec<u8>>>>>,
}

impl Canned {
    pub(super) fn new<'a>(answers: impl IntoIterator<Item = (u16, &'a str)>) -> Self {
        let answers = answers.into_iter().map(|(status, body)| (status, body.to_owned())).collect();
        Self { answers: Arc::new(Mutex::new(answers)), requests: Arc::default() }
    }

    pub(super) fn requests(&self) -> Vec<http::Request<Vec<u8>>> {
        self.requests.lock().unwrap().clone()
    }

    pub(super) fn uris(&self) -> Vec<String> {
        self.requests().iter().map(|request| request.uri().to_string()).collect()
    }

    fn answer(&self, request: http::Request<Vec<u8>>) -> Result<http::Response<Vec<u8>>, TransportError> {
        self.requests.lock().unwrap().push(request);
        match self.answers.lock().unwrap().pop_front() {
            Some((status, body)) => Ok(http::Response::builder().status(status).body(body.into()).unwrap()),
            None => Err(TransportError::new("no answer is left")),
        }
    }
}

impl Transport for Canned {
    async fn send(
        &self,
        request: http::Request<Vec<u8>>,
        _: Limits,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        tokio::task::yield_now().await;
        self.answer(request)
    }
}

impl blocking::Transport for Canned {
    fn send(
        &self,
        request: http::Request<Vec<u8>>,
        _: Limits,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        self.answer(request)
    }
}

/// Runs async work on this thread.
pub(super) fn run<O>(work: impl Future<Output = O>) -> O {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
}
