//! Everything that can go wrong.

mod argument;
mod body;
mod decode;
mod empty;
mod service;
mod transport;
mod url;

use std::fmt;

pub use argument::{ArgumentError, Reason};
pub use decode::DecodeError;
pub use empty::EmptyAnswer;
pub use service::ServiceError;
pub use transport::TransportError;
pub use url::UrlReason;

use super::Invalid;

/// Why a call failed. No message and no debug output holds a token.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// An argument or a header that cannot be sent.
    Argument(ArgumentError),
    /// The root of the service is not an absolute URL that paths can be appended to. The error does not repeat it, since it
    /// may hold a password.
    Base {
        /// What is wrong with it.
        reason: UrlReason,
    },
    /// A link that the service sent is not followed.
    Link {
        /// What is wrong with it.
        reason: UrlReason,
        /// The host that it leads to, if it has one.
        host: String,
    },
    /// A value could not be written as JSON.
    Encode {
        /// The Rust type of the value.
        type_name: &'static str,
        /// What `serde_json` says.
        source: serde_json::Error,
    },
    /// JSON does not fit its type.
    Decode(Box<DecodeError>),
    /// The service answered with a success that has no body, and one was expected.
    Empty(Box<EmptyAnswer>),
    /// The service answered with an error.
    Service(Box<ServiceError>),
    /// A text that was to be parsed is not what its type says.
    Invalid(Invalid),
    /// The HTTP request cannot be built.
    Http(http::Error),
    /// A call of a batch cannot be sent, or the batch in which it was sent again has failed.
    Batch(std::sync::Arc<Error>),
    /// The source of tokens gave none that can be sent.
    Token(Box<dyn std::error::Error + Send + Sync>),
    /// The request could not be sent, or its answer did not arrive whole.
    Transport(TransportError),
}

impl Error {
    /// The error that the service answered with; `None` if it has not answered, or not with an error.
    pub fn as_service(&self) -> Option<&ServiceError> {
        match self {
            Self::Service(error) => Some(error),
            _ => None,
        }
    }

    pub(crate) fn encode(type_name: &'static str, source: serde_json::Error) -> Self {
        Self::Encode { type_name, source }
    }

    pub(crate) fn decode(type_name: &'static str, source: serde_json::Error, body: &[u8]) -> Self {
        Self::Decode(Box::new(DecodeError::new(type_name, source, body)))
    }

    pub(crate) fn service(head: &http::response::Parts, body: &[u8]) -> Self {
        Self::Service(Box::new(ServiceError::new(head, body)))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Argument(error) => error.fmt(f),
            Self::Base { reason } => write!(f, "the base URL cannot be used: {reason}"),
            Self::Link { reason, host } if host.is_empty() => write!(f, "the link is not followed: {reason}"),
            Self::Link { reason, host } => write!(f, "the link to {host} is not followed: {reason}"),
            Self::Encode { type_name, source } => write!(f, "{type_name} cannot be encoded: {source}"),
            Self::Decode(error) => error.fmt(f),
            Self::Empty(error) => error.fmt(f),
            Self::Service(error) => error.fmt(f),
            Self::Invalid(error) => error.fmt(f),
            Self::Http(error) => write!(f, "the HTTP request cannot be built: {error}"),
            Self::Batch(error) => write!(f, "a call of the batch has failed: {error}"),
            Self::Token(error) => write!(f, "the call cannot be authorized: {error}"),
            Self::Transport(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Error {
    /// What is behind the error that the message already tells.
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Encode { source, .. } => source.source(),
            Self::Decode(error) => error.source(),
            Self::Http(error) => error.source(),
            Self::Batch(error) => error.source(),
            Self::Token(error) => error.source(),
            Self::Transport(error) => error.source(),
            Self::Argument(_)
            | Self::Base { .. }
            | Self::Link { .. }
            | Self::Empty(_)
            | Self::Service(_)
            | Self::Invalid(_) => None,
        }
    }
}

impl From<ArgumentError> for Error {
    fn from(error: ArgumentError) -> Self {
        Self::Argument(error)
    }
}

impl From<Invalid> for Error {
    fn from(error: Invalid) -> Self {
        Self::Invalid(error)
    }
}

impl From<http::Error> for Error {
    fn from(error: http::Error) -> Self {
        Self::Http(error)
    }
}

impl From<TransportError> for Error {
    fn from(error: TransportError) -> Self {
        Self::Transport(error)
    }
}
