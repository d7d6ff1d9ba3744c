//! Who calls: a token that does not change, or a source of tokens.

use std::error::Error as StdError;
use std::fmt;

use http::HeaderValue;
use http::header::WWW_AUTHENTICATE;

use crate::support::{Authorization, Error};

/// The error of a token source: any error, or a text.
pub type BoxError = Box<dyn StdError + Send + Sync>;

/// What the client says when it asks a token source for a token.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct TokenRequest {
    /// Whether the service has refused the token that the source gave before (`401`): then a cached token is not enough.
    pub refused: bool,
    /// What the service said then (`WWW-Authenticate`), which may name claims that a token needs. Several such headers are
    /// joined by commas.
    pub challenge: Option<String>,
}

impl TokenRequest {
    /// After an answer that refuses the token.
    pub(super) fn after<T>(refusal: &http::Response<T>) -> Self {
        let challenges = refusal.headers().get_all(WWW_AUTHENTICATE).iter();
        let challenges: Vec<_> =
            challenges.map(|challenge| String::from_utf8_lossy(challenge.as_bytes())).collect();
        let challenge = (!challenges.is_empty()).then(|| challenges.join(", "));
        Self { refused: true, challenge }
    }
}

/// Who a client calls for. `S` is a source of tokens.
#[derive(Clone)]
pub(super) enum Caller<S> {
    Nobody,
    /// The whole header; none where HTTP does not allow it.
    Fixed(Option<HeaderValue>),
    Source(S),
}

impl<S> Caller<S> {
    pub(super) fn fixed(authorization: Authorization<'_>) -> Self {
        Self::Fixed(header(&authorization.value()))
    }

    pub(super) fn source(&self) -> Option<&S> {
        match self {
            Self::Source(source) => Some(source),
            Self::Nobody | Self::Fixed(_) => None,
        }
    }

    /// The header that says so, where no source has to be asked.
    pub(super) fn header(&self) -> Result<Option<HeaderValue>, Error> {
        match self {
            Self::Fixed(None) => Err(Error::Token("HTTP does not allow this value in a header".into())),
            Self::Fixed(Some(value)) => Ok(Some(value.clone())),
            Self::Nobody | Self::Source(_) => Ok(None),
        }
    }
}

/// The header for what a source gave.
pub(super) fn bearer(token: Result<String, BoxError>) -> Result<Option<HeaderValue>, Error> {
    let token = token.map_err(Error::Token)?;
    match header(&format!("Bearer {token}")) {
        Some(value) => Ok(Some(value)),
        None => Err(Error::Token("HTTP does not allow this token in a header".into())),
    }
}

fn header(value: &str) -> Option<HeaderValue> {
    let mut value = HeaderValue::from_str(value).ok()?;
    value.set_sensitive(true);
    Some(value)
}

impl<S> fmt::Debug for Caller<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Nobody => "Nobody",
            Self::Fixed(_) => "Fixed",
            Self::Source(_) => "Source",
        })
    }
}
