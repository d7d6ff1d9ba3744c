//! An answer without a body.

use std::time::Duration;

use http::header::{LOCATION, RETRY_AFTER};
use http::response::Parts;

use super::parts;
use super::{Answer, Request};
use crate::support::Error;

/// An answer without a body that may say where to look for the outcome: of work that goes on (`202 Accepted`), or of
/// what was created.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Receipt {
    /// The address of the outcome (`Location`), as the service sent it: absolute, or below the service's root.
    pub location: Option<String>,
    /// How long to wait before asking there, if the service says so in seconds (`Retry-After`).
    pub retry_after: Option<Duration>,
}

impl Receipt {
    /// The request for the outcome, if the service said where it is. It is sent only to the service itself: an address
    /// elsewhere needs no token, and any HTTP client reads it.
    pub fn outcome<T>(&self) -> Option<Request<(), T>> {
        self.location.as_deref().map(|link| Request::from_parts(parts::Parts::follow(link), ()))
    }

    pub(super) fn of(head: &Parts) -> Self {
        let header = |name| head.headers.get(name)?.to_str().ok();
        Self {
            location: header(LOCATION).map(str::to_owned),
            retry_after: header(RETRY_AFTER).and_then(|text| text.parse().ok()).map(Duration::from_secs),
        }
    }
}

/// Whatever the body is, it is passed over.
impl Answer for Receipt {
    fn from_response(head: &Parts, _: &[u8]) -> Result<Self, Error> {
        Ok(Self::of(head))
    }

    fn decode(_: &[u8]) -> Result<Self, Error> {
        Ok(Self::default())
    }

    fn encode(&self) -> Result<Vec<u8>, Error> {
        Ok(Vec::new())
    }
}
