//! Bytes, or where they are.

use http::header::LOCATION;
use http::response::Parts;

use super::Answer;
use crate::support::Error;

/// Bytes, or the address where they are. HTTP clients that follow redirects by themselves, as most do, give the bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Download {
    /// The bytes.
    Content(Vec<u8>),
    /// The address of the bytes (`Location`). It needs no token and is valid for a short time: `Client::download_from` reads it.
    Location(String),
}

impl Answer for Download {
    const ACCEPT: &'static str = "*/*";

    fn is_answer(head: &Parts) -> bool {
        head.status.is_success() || redirect(head).is_some()
    }

    fn from_response(head: &Parts, body: &[u8]) -> Result<Self, Error> {
        redirect(head).map_or_else(|| Self::decode(body), |location| Ok(Self::Location(location.to_owned())))
    }

    fn decode(body: &[u8]) -> Result<Self, Error> {
        Ok(Self::Content(body.to_owned()))
    }

    fn encode(&self) -> Result<Vec<u8>, Error> {
        Ok(match self {
            Self::Content(bytes) => bytes.clone(),
            Self::Location(_) => Vec::new(),
        })
    }
}

fn redirect(head: &Parts) -> Option<&str> {
    let location = head.headers.get(LOCATION).filter(|_| head.status.is_redirection())?;
    location.to_str().ok()
}
