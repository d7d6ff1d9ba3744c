//! The HTTP clients, all alike: one call, or one download, by a client that is set up as a test wants it.

#![allow(dead_code, reason = "each backend is a feature")]

use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::support::client::{Limits, Retry, TokenRequest};
use crate::support::{Content, Error, Json, Request, Upload};

/// How a client is set up.
#[derive(Clone)]
pub(super) struct Setup {
    pub(super) root: String,
    pub(super) retry: Retry,
    pub(super) timeout: Duration,
    pub(super) limit: usize,
    /// The tokens that the source gives, one after the other; none for no source.
    pub(super) tokens: &'static [&'static str],
    /// What the source was asked.
    pub(super) asked: Arc<Mutex<Vec<TokenRequest>>>,
}

impl Setup {
    pub(super) fn new(root: &str) -> Self {
        Self {
            root: root.to_owned(),
            retry: Retry::default().first_wait(Duration::from_millis(2)),
            timeout: Duration::from_secs(10),
            limit: Limits::BODY,
            tokens: &[],
            asked: Arc::default(),
        }
    }

    fn source(
        &self,
    ) -> impl Fn(TokenRequest) -> Result<String, crate::support::client::BoxError> + Send + Sync + 'static
    {
        let (asked, tokens) = (Arc::clone(&self.asked), self.tokens);
        move |request| {
            let mut asked = asked.lock().unwrap();
            asked.push(request);
            tokens
                .get(asked.len() - 1)
                .map(|token| (*token).to_owned())
                .ok_or_else(|| "the cache is empty".into())
        }
    }
}

type Call = Request<Option<Content>, Json>;

/// A client over one HTTP client.
pub(super) struct Backend {
    pub(super) name: &'static str,
    pub(super) send: fn(&Setup, &Call) -> Result<Json, Error>,
    pub(super) download: fn(&Setup, &Call) -> Result<Vec<u8>, Error>,
    pub(super) download_from: fn(&Setup, &str) -> Result<Vec<u8>, Error>,
    pub(super) upload: fn(&Setup, &mut Upload, &[u8]) -> Result<Json, Error>,
}

/// The settings of a client, for all kinds of it.
#[allow(unused_macros, reason = "each backend is a feature")]
macro_rules! set_up {
    ($setup:ident, $client:expr, $source:expr) => {{
        let client = $client.retry($setup.retry).timeout($setup.timeout).body_limit($setup.limit);
        let client = client.header("User-Agent", "test/1");
        if $setup.tokens.is_empty() { client } else { client.token_source($source) }
    }};
}

/// A backend that blocks.
#[allow(unused_macros, reason = "each backend is a feature")]
macro_rules! blocking {
    ($name:literal, $http:expr) => {
        Backend {
            name: $name,
            send: |setup, call| {
                let client = crate::support::client::blocking::Client::new($http, &*setup.root);
                set_up!(setup, client, setup.source()).send(call)
            },
            download: |setup, call| {
                let client = crate::support::client::blocking::Client::new($http, &*setup.root);
                read(set_up!(setup, client, setup.source()).download(call)?)
            },
            download_from: |setup, address| {
                let client = crate::support::client::blocking::Client::new($http, &*setup.root);
                read(set_up!(setup, client, setup.source()).download_from(address)?)
            },
            upload: |setup, upload, bytes| {
                let client = crate::support::client::blocking::Client::new($http, &*setup.root);
                set_up!(setup, client, setup.source()).upload(upload, std::io::Cursor::new(bytes))
            },
        }
    };
}

pub(super) const BACKENDS: &[Backend] = &[
    #[cfg(feature = "reqwest")]
    Backend {
        name: "reqwest",
        send: |setup, call| run(async { reqwest(setup).send(call).await }),
        download: |setup, call| run(async { collect(reqwest(setup).download(call).await?).await }),
        download_from: |setup, address| {
            run(async { collect(reqwest(setup).download_from(address).await?).await })
        },
        upload: |setup, upload, bytes| run(reqwest(setup).upload(upload, std::io::Cursor::new(bytes))),
    },
    #[cfg(feature = "reqwest-blocking")]
    blocking!("reqwest-blocking", ::reqwest::blocking::Client::builder().no_proxy().build().unwrap()),
    #[cfg(feature = "ureq")]
    blocking!("ureq", ::ureq::Agent::new_with_config(::ureq::Agent::config_builder().proxy(None).build())),
];

#[cfg(feature = "reqwest")]
fn reqwest(setup: &Setup) -> crate::support::client::Client<::reqwest::Client> {
    let http = ::reqwest::Client::builder().no_proxy().build().unwrap();
    let client = crate::support::client::Client::new(http, &*setup.root);
    let source = setup.source();
    set_up!(setup, client, move |asked| std::future::ready(source(asked)))
}

#[cfg(feature = "reqwest")]
async fn collect(mut body: impl crate::support::client::Chunks) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    while let Some(chunk) = body.chunk().await? {
        bytes.extend(chunk);
    }
    Ok(bytes)
}

fn read(mut body: impl std::io::Read) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let read = body.read_to_end(&mut bytes);
    read.map(|_| bytes).map_err(|error| crate::support::TransportError::new(error).into())
}

#[cfg(feature = "reqwest")]
fn run<O>(work: impl Future<Output = O> + Send) -> O {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
}

#[cfg(feature = "reqwest")]
#[test]
fn a_client_and_its_calls_go_from_thread_to_thread() {
    fn goes<T: Send + Sync>(_: &T) {}
    fn moves<T: Send>(_: T) {}
    let client = reqwest(&Setup::new("https://books.example"));
    goes(&client);
    let call: Call = Request::new(crate::support::Method::GET, "/books", &[], None);
    moves(client.send(&call));
    moves(client.download(&call));
}
