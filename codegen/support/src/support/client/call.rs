//! The async client.

use std::fmt;
use std::future::Future;
use std::io::{Read, Seek};
use std::pin::Pin;
use std::sync::Arc;

use http::HeaderValue;

use super::attempts::{Attempts, Next};
use super::rounds::Rounds;
use super::settings::{Settings, settings};
use super::token::{Caller, bearer};
use super::upload::{Sending, Step, elsewhere};
use super::{BoxError, Chunks, StreamTransport, TokenRequest, Transport};
use crate::support::{Answer, Batch, BatchAnswers, Body, Error, Request, TransportError, Upload};

type Token = Pin<Box<dyn Future<Output = Result<String, BoxError>> + Send>>;
type Source = Arc<dyn Fn(TokenRequest) -> Token + Send + Sync>;

/// A service as a program calls it: its root, who calls, and how. Clones share it and cost little.
///
/// ```no_run
/// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
/// # use library::*;
/// # #[cfg(feature = "reqwest")]
/// # async fn example(token: &str) -> Result<(), Error> {
/// # use client::Client;
/// let client = Client::new(reqwest::Client::new(), "https://library.example/v1").token(token);
/// let shelves: Collection<Shelf> = client.send(&shelf::list().top(5)).await?;
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct Client<T> {
    pub(super) transport: T,
    pub(super) settings: Arc<Settings>,
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
    /// ```ignore
    /// // `azure_identity` gets the tokens, here for Microsoft Graph.
    /// let credential = DeveloperToolsCredential::new(None)?;
    /// let client = client.token_source(move |_| {
    ///     let credential = credential.clone();
    ///     async move {
    ///         let token = credential.get_token(&["https://graph.microsoft.com/.default"], None).await?;
    ///         Ok(token.token.secret().to_owned())
    ///     }
    /// });
    /// ```
    pub fn token_source<F, O>(mut self, source: F) -> Self
    where
        F: Fn(TokenRequest) -> O + Send + Sync + 'static,
        O: Future<Output = Result<String, BoxError>> + Send + 'static,
    {
        self.caller = Caller::Source(Arc::new(move |asked| Box::pin(source(asked))));
        self
    }

    async fn ask(&self, asked: TokenRequest) -> Result<Option<HeaderValue>, Error> {
        match self.caller.source() {
            Some(source) => bearer(source(asked).await),
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
    /// # async fn example<T: client::Transport + Clone + 'static>(client: client::Client<T>, book: Book) -> Result<(), Error> {
    /// let created = client.send(&book::create("shelf-7", &book)).await?;
    /// # Ok(()) }
    /// ```
    pub async fn send<B: Body, R: Answer>(&self, call: &Request<B, R>) -> Result<R, Error> {
        let (request, limits) = (self.settings.http(call)?, self.settings.limits);
        let response =
            self.exchange(request, call.route(), |request| self.transport.send(request, limits)).await?;
        call.decode(response)
    }

    /// Sends the calls of a batch together. Those that a busy service refused are sent again, without the others. If that
    /// fails, the others have their answers all the same.
    ///
    /// ```no_run
    /// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
    /// # use library::*;
    /// # async fn example<T: client::Transport + Clone + 'static>(client: client::Client<T>, batch: Batch, reader: BatchPart<Person>) -> Result<(), Error> {
    /// let answers = client.batch(&batch).await?;
    /// let reader = answers.get(&reader)?;
    /// # Ok(()) }
    /// ```
    pub async fn batch(&self, batch: &Batch) -> Result<BatchAnswers, Error> {
        let mut rounds = Rounds::new(batch, self.settings.retry);
        loop {
            let answers = match self.send(&rounds.request(&self.settings)?).await {
                Ok(answers) => answers,
                Err(error) => return rounds.failed(error),
            };
            match rounds.answered(answers) {
                Some(time) if self.transport.wait(time).await => {}
                _ => return Ok(rounds.into_answers()),
            }
        }
    }

    /// Sends a file to an upload session, part by part, without the token, and gives what the service made of it. If a part
    /// does not arrive, the client asks the service what it has and sends the rest again. If that fails too, call this again
    /// with the same upload: it goes on from there.
    ///
    /// The file is read with blocking calls: keep it in memory or on a fast disk.
    ///
    /// ```no_run
    /// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
    /// # use library::*;
    /// # use std::io::Cursor;
    /// # async fn example<T: client::Transport + Clone + 'static>(client: client::Client<T>, id: &str, bytes: Vec<u8>) -> Result<(), Error> {
    /// let session = client.send(&book::create_upload_session(id)).await?;
    /// let mut upload = Upload::new(session.upload_url.unwrap_or_default(), bytes.len() as u64);
    /// let book: Book = client.upload(&mut upload, Cursor::new(bytes)).await?;
    /// # Ok(()) }
    /// ```
    pub async fn upload<R: Answer>(
        &self,
        upload: &mut Upload,
        mut file: impl Read + Seek + Send,
    ) -> Result<R, Error> {
        let mut sending = Sending::new(upload, self.settings.retry);
        loop {
            let request = sending.request(&mut file)?;
            let outcome = self.transport.send(request, self.settings.limits).await;
            match sending.outcome(outcome)? {
                Step::Done(answer) => return Ok(answer),
                Step::Next => {}
                Step::Wait(time, _) if self.transport.wait(time).await => {}
                Step::Wait(_, error) => return Err(error),
            }
        }
    }

    /// Sends until an attempt is the last one. Not generic over calls, so that it is compiled once for each transport.
    async fn exchange<A, O>(
        &self,
        request: http::Request<Vec<u8>>,
        route: &'static str,
        send: impl Fn(http::Request<Vec<u8>>) -> O,
    ) -> Result<http::Response<A>, Error>
    where
        O: Future<Output = Result<http::Response<A>, TransportError>>,
    {
        let mut attempts = Attempts::new(request, route, self.settings.retry, self.caller.source().is_some());
        let mut authorization = match attempts.needs_authorization() {
            true => self.ask(TokenRequest::default()).await?,
            false => None,
        };
        loop {
            let outcome = send(attempts.request(authorization.as_ref())).await;
            match attempts.next(&outcome) {
                Next::Done => return Ok(outcome?),
                Next::Renew(asked) => authorization = self.ask(asked).await?,
                Next::Wait(time) if self.transport.wait(time).await => {}
                Next::Wait(_) => return Ok(outcome?),
            }
        }
    }
}

impl<T: StreamTransport> Client<T> {
    /// Sends a call and gives its answer piece by piece, as it arrives. An error of the service is read as a whole.
    ///
    /// ```no_run
    /// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
    /// # use library::*;
    /// # use std::io::Write;
    /// # use client::Chunks;
    /// # async fn example<T: client::StreamTransport + Clone + 'static>(client: client::Client<T>, id: &str, mut file: std::fs::File) -> Result<(), Box<dyn std::error::Error>> {
    /// let mut scan = client.download(&book::get_content(id)).await?;
    /// while let Some(piece) = scan.chunk().await? {
    ///     file.write_all(&piece)?;
    /// }
    /// # Ok(()) }
    /// ```
    pub async fn download<B: Body, R: Answer>(&self, call: &Request<B, R>) -> Result<T::Body, Error> {
        let (request, limits) = (self.settings.http(call)?, self.settings.limits);
        let response = self
            .exchange(request, call.route(), |request| self.transport.send_streamed(request, limits))
            .await?;
        self.body(response).await
    }

    /// Reads from an address that the service gave, such as that of a file. Such an address usually points to another
    /// host, so the token is not sent.
    ///
    /// ```no_run
    /// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
    /// # use library::*;
    /// # async fn example<T: client::StreamTransport + Clone + 'static>(client: client::Client<T>, address: &str) -> Result<(), Box<dyn std::error::Error>> {
    /// let mut file = client.download_from(address).await?;
    /// # Ok(()) }
    /// ```
    pub async fn download_from(&self, address: &str) -> Result<T::Body, Error> {
        let (request, limits) = (elsewhere(address)?, self.settings.limits);
        let response = self.transport.send_streamed(request, limits).await?;
        self.body(response).await
    }

    /// The body of a success; what an error says is read as a whole.
    async fn body(&self, response: http::Response<T::Body>) -> Result<T::Body, Error> {
        let (head, mut body) = response.into_parts();
        if head.status.is_success() {
            return Ok(body);
        }
        let mut content = Vec::new();
        while let Some(chunk) = body.chunk().await? {
            self.settings.limits.append(&mut content, &chunk)?;
        }
        Err(Error::service(&head, &content))
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
