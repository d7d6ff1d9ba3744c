//! A client that sends calls: it knows the service's root, authorizes each call, and tries again when the service is busy.
//!
//! A [`Client`] is made of an HTTP client and of what all calls of a program share:
//!
//! ```no_run
//! # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
//! # use library::*;
//! # use std::time::Duration;
//! # #[derive(Clone)] struct Credential;
//! # impl Credential { async fn token(&self) -> Result<String, client::BoxError> { Ok(String::new()) } }
//! # #[cfg(feature = "reqwest")]
//! # async fn example(credential: Credential) -> Result<(), Error> {
//! # use client::Client;
//! let client = Client::new(reqwest::Client::new(), "https://library.example/v1")
//!     .token_source(move |_| {
//!         let credential = credential.clone();
//!         async move { credential.token().await }
//!     })
//!     .timeout(Duration::from_secs(30));
//! let reader = client.send(&reader::get("ada@example.com")).await?;
//! # Ok(()) }
//! ```
//!
//! (`reader::get` stands for a function of your API.)
//!
//! | feature | HTTP client | with it |
//! |---|---|---|
//! | `reqwest` | `reqwest::Client` | [`Client`] |
//! | `reqwest-blocking` | `reqwest::blocking::Client` | [`blocking::Client`] |
//! | `ureq` | `ureq::Agent` | [`blocking::Client`] |
//! | `client` | your own: a [`Transport`] or a [`blocking::Transport`] | the same two |
//!
//! * The token goes to the root's own host alone: a link that leads elsewhere is an error, and the HTTP clients above drop the
//!   header where a redirect leads elsewhere (`ureq` on every redirect, unless its agent is told otherwise).
//! * A call that a busy service refused is sent again, as [`Retry`] says. A write that may have been done already is not.
//! * An answer is read up to a limit, and waited for up to a time.
//! * The feature `tracing` has a span for each call, without secrets.

mod attempts;
pub mod blocking;
mod call;
mod cursor;
mod limits;
mod pages;
mod retry;
mod rounds;
mod settings;
mod token;
mod trace;
mod transport;
mod upload;

#[cfg(feature = "reqwest")]
mod reqwest;
#[cfg(feature = "reqwest-blocking")]
mod reqwest_blocking;
#[cfg(any(feature = "reqwest", feature = "reqwest-blocking"))]
mod reqwest_error;
#[cfg(feature = "ureq")]
mod ureq;

pub use call::Client;
pub use limits::Limits;
pub use pages::{Items, Pages};
pub use retry::Retry;
pub use token::{BoxError, TokenRequest};
pub use transport::{Chunks, StreamTransport, Transport};
