//! The same without async: one thread waits for each call.
//!
//! ```no_run
//! # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
//! # use library::*;
//! # #[cfg(feature = "ureq")]
//! # fn example(token: &str) -> Result<(), Error> {
//! # use client::blocking::Client;
//! let client = Client::new(ureq::Agent::new_with_defaults(), "https://library.example/v1").token(token);
//! let reader = client.send(&reader::get("ada@example.com"))?;
//! # Ok(()) }
//! ```

mod pages;

use std::fmt;
use std::io::{Read, Seek};
use std::sync::Arc;
use std::time::Duration;

use http::HeaderValue;

use crate::support::client::attempts::{Attempts, Next};
use crate::support::client::rounds::Rounds;
use crate::support::client::settings::{Settings, settings};
use crate::support::client::token::{Caller, bearer};
use crate::support::client::upload::{Sending, Step, elsewhere};
use crate::support::client::{BoxError, Limits, TokenRequest};
use crate::support::{Answer, Batch, BatchAnswers, Body, Error, Request, TransportError, Upload};
pub use pages::{Items, Pages};

/// An HTTP client that sends whole bodies. Implement this to use any blocking HTTP client with a [`Client`].
pub trait Transport: Send + Sync {
    /// Sends a request and reads the whole answer, whatever its status is. Where a redirect leads to another host, the header
    /// `Authorization` must not go along.
    fn send(
        &self,
        request: http::Request<Vec<u8>>,
        limits: Limits,
    ) -> Result<http::Response<Vec<u8>>, TransportError>;

    /// Waits, and returns `true`. A transport that returns `false` ends a call with the first attempt that would need another.
    /// The default lets the thread sleep.
    fn wait(&self, time: Duration) -> bool {
        #[allow(clippy::disallowed_methods, reason = "a blocking client blocks")]
        std::thread::sleep(time);
        true
    }
}

/// An HTTP client that also gives answers piece by piece, as they arrive: for downloads.
pub trait StreamTransport: Transport {
    /// The body of an answer.
    type Body: Read + Send;

    /// Sends a request and returns the response as soon as its headers arrive. The timeout covers only that wait; the size limit
    /// does not apply.
    fn send_streamed(
        &self,
        request: http::Request<Vec<u8>>,
        limits: Limits,
    ) -> Result<http::Response<Self::Body>, TransportError>;
}

type Source = Arc<dyn Fn(TokenRequest) -> Result<String, BoxError> + Send + Sync>;

/// A service as a program calls it: its root, who calls, and how. Clones share it and cost little.
#[derive(Clone)]
pub struct Client<T> {
    pub(in crate::support::client) transport: T,
    pub(in crate::support::client) settings: Arc<Settings>,
    caller: Caller<Source>,
}

impl<T> Client<T> {
    /// Calls the service at a root, the address that each call's path is appended to: `https://library.example/v1`. The front page
    /// of this crate has its service's. If the root is not an absolute URL that paths can be appended to, every call fails with
    /// an error.
    pub fn new(transport: T, root: impl Into<String>) -> Self {
        Self { transport, settings: Arc::new(Settings::new(root.into())), caller: Caller::Nobody }
    }

    settings!();

    /// Asks for a token before each call, and once more where the service refuses it (`401`). A source that gets its tokens
    /// from afar keeps them until they run out, or are [`refused`](TokenRequest::refused).
    ///
    /// ```no_run
    /// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
    /// # use library::*;
    /// # struct Cache;
    /// # impl Cache { fn token(&self, refused: bool) -> Result<String, std::io::Error> { Ok(String::new()) } }
    /// # fn example<T: client::blocking::Transport>(client: client::blocking::Client<T>, cache: Cache) -> Result<(), Error> {
    /// let client = client.token_source(move |asked| Ok(cache.token(asked.refused)?));
    /// # Ok(()) }
    /// ```
    pub fn token_source<F>(mut self, source: F) -> Self
    where
        F: Fn(TokenRequest) -> Result<String, BoxError> + Send + Sync + 'static,
    {
        self.caller = Caller::Source(Arc::new(source));
        self
    }

    fn ask(&self, asked: TokenRequest) -> Result<Option<HeaderValue>, Error> {
        match self.caller.source() {
            Some(source) => bearer(source(asked)),
            None => self.caller.header(),
        }
    }
}

impl<T: Transport> Client<T> {
    /// Sends a call and decodes its answer.
    ///
    /// ```no_run
    /// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
    /// # use library::*;
    /// # fn example<T: client::blocking::Transport>(client: client::blocking::Client<T>, book: Book) -> Result<(), Error> {
    /// let created = client.send(&book::create("shelf-7", &book))?;
    /// # Ok(()) }
    /// ```
    pub fn send<B: Body, R: Answer>(&self, call: &Request<B, R>) -> Result<R, Error> {
        let (request, limits) = (self.settings.http(call)?, self.settings.limits);
        let response =
            self.exchange(request, call.route(), &|request| self.transport.send(request, limits))?;
        call.decode(response)
    }

    /// Sends the calls of a batch together. Those that a busy service refused are sent again, without the others. If that
    /// fails, the others have their answers all the same.
    ///
    /// ```no_run
    /// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
    /// # use library::*;
    /// # fn example<T: client::blocking::Transport>(client: client::blocking::Client<T>, batch: Batch, reader: BatchPart<Person>) -> Result<(), Error> {
    /// let answers = client.batch(&batch)?;
    /// let reader = answers.get(&reader)?;
    /// # Ok(()) }
    /// ```
    pub fn batch(&self, batch: &Batch) -> Result<BatchAnswers, Error> {
        let mut rounds = Rounds::new(batch, self.settings.retry);
        loop {
            let answers = match self.send(&rounds.request(&self.settings)?) {
                Ok(answers) => answers,
                Err(error) => return rounds.failed(error),
            };
            match rounds.answered(answers) {
                Some(time) if self.transport.wait(time) => {}
                _ => return Ok(rounds.into_answers()),
            }
        }
    }

    /// Sends a file to an upload session, part by part, without the token, and gives what the service made of it. If a part
    /// does not arrive, the client asks the service what it has and sends the rest again. If that fails too, call this again
    /// with the same upload: it goes on from there.
    ///
    /// ```no_run
    /// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
    /// # use library::*;
    /// # fn example<T: client::blocking::Transport>(client: client::blocking::Client<T>, id: &str, file: std::fs::File) -> Result<(), Box<dyn std::error::Error>> {
    /// let session = client.send(&book::create_upload_session(id))?;
    /// let mut upload = Upload::new(session.upload_url.unwrap_or_default(), file.metadata()?.len());
    /// let book: Book = client.upload(&mut upload, file)?;
    /// # Ok(()) }
    /// ```
    pub fn upload<R: Answer>(&self, upload: &mut Upload, mut file: impl Read + Seek) -> Result<R, Error> {
        let mut sending = Sending::new(upload, self.settings.retry);
        loop {
            let request = sending.request(&mut file)?;
            match sending.outcome(self.transport.send(request, self.settings.limits))? {
                Step::Done(answer) => return Ok(answer),
                Step::Next => {}
                Step::Wait(time, _) if self.transport.wait(time) => {}
                Step::Wait(_, error) => return Err(error),
            }
        }
    }

    /// Sends until an attempt is the last one. Not generic over calls, so that it is compiled once for each transport.
    fn exchange<A>(
        &self,
        request: http::Request<Vec<u8>>,
        route: &'static str,
        send: &dyn Fn(http::Request<Vec<u8>>) -> Result<http::Response<A>, TransportError>,
    ) -> Result<http::Response<A>, Error> {
        let mut attempts = Attempts::new(request, route, self.settings.retry, self.caller.source().is_some());
        let mut authorization = match attempts.needs_authorization() {
            true => self.ask(TokenRequest::default())?,
            false => None,
        };
        loop {
            let outcome = send(attempts.request(authorization.as_ref()));
            match attempts.next(&outcome) {
                Next::Done => return Ok(outcome?),
                Next::Renew(asked) => authorization = self.ask(asked)?,
                Next::Wait(time) if self.transport.wait(time) => {}
                Next::Wait(_) => return Ok(outcome?),
            }
        }
    }
}

impl<T: StreamTransport> Client<T> {
    /// Sends a call and gives a reader of its answer, as it arrives. An error of the service is read as a whole.
    ///
    /// ```no_run
    /// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
    /// # use library::*;
    /// # fn example<T: client::blocking::StreamTransport>(client: client::blocking::Client<T>, id: &str, mut file: std::fs::File) -> Result<(), Box<dyn std::error::Error>> {
    /// let mut scan = client.download(&book::get_content(id))?;
    /// std::io::copy(&mut scan, &mut file)?;
    /// # Ok(()) }
    /// ```
    pub fn download<B: Body, R: Answer>(&self, call: &Request<B, R>) -> Result<T::Body, Error> {
        let (request, limits) = (self.settings.http(call)?, self.settings.limits);
        let response =
            self.exchange(request, call.route(), &|request| self.transport.send_streamed(request, limits))?;
        self.body(response)
    }

    /// Reads from an address that the service gave, such as that of a file. Such an address usually points to another
    /// host, so the token is not sent.
    ///
    /// ```no_run
    /// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
    /// # use library::*;
    /// # fn example<T: client::blocking::StreamTransport>(client: client::blocking::Client<T>, address: &str) -> Result<(), Box<dyn std::error::Error>> {
    /// let mut file = client.download_from(address)?;
    /// # Ok(()) }
    /// ```
    pub fn download_from(&self, address: &str) -> Result<T::Body, Error> {
        let (request, limits) = (elsewhere(address)?, self.settings.limits);
        let response = self.transport.send_streamed(request, limits)?;
        self.body(response)
    }

    /// The body of a success; what an error says is read as a whole.
    fn body(&self, response: http::Response<T::Body>) -> Result<T::Body, Error> {
        let (head, body) = response.into_parts();
        match head.status.is_success() {
            true => Ok(body),
            false => Err(Error::service(&head, &read(body, self.settings.limits)?)),
        }
    }
}

/// Reads a body as a whole, up to its limit.
pub(in crate::support::client) fn read(body: impl Read, limits: Limits) -> Result<Vec<u8>, TransportError> {
    let most = u64::try_from(limits.body).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    body.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(failed)?;
    match bytes.len() > limits.body {
        false => Ok(bytes),
        true => Err(TransportError::too_large(limits.body)),
    }
}

/// What an HTTP client says of a body stands inside of the error.
fn failed(error: std::io::Error) -> TransportError {
    #[cfg(feature = "reqwest-blocking")]
    let error = match error.downcast() {
        Ok(error) => return super::reqwest_error::failed(error),
        Err(error) => error,
    };
    #[cfg(feature = "ureq")]
    let error = match error.downcast() {
        Ok(error) => return super::ureq::failed(error),
        Err(error) => error,
    };
    match error.kind() {
        std::io::ErrorKind::TimedOut => TransportError::timed_out(error),
        _ => TransportError::new(error),
    }
}

impl<T: fmt::Debug> fmt::Debug for Client<T> {
    /// Without tokens.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("transport", &self.transport)
            .field("settings", &self.settings)
            .field("caller", &self.caller)
            .finish()
    }
}
