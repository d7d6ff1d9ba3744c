//! An answer without a body.

use std::time::Duration;

use http::response::Parts;

use super::link::{Link, is_relative};
use super::parts;
use super::{Answer, Request};
use crate::support::Error;
use crate::support::header;

/// An answer without a body that may say where to look for the outcome: of work that goes on (`202 Accepted`), or of
/// what was created.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Receipt {
    /// The address of the outcome (`Location`), as the service sent it.
    pub location: Option<String>,
    /// The address that reports the progress of the operation (`Operation-Location` or `Azure-AsyncOperation`), as the service
    /// sent it.
    pub operation: Option<String>,
    /// How long to wait before asking there (`Retry-After`).
    pub retry_after: Option<Duration>,
    /// The address of the request that this answers, where another is relative to it.
    pub address: Option<String>,
}

impl Receipt {
    /// The request for the outcome, if the service said where it is, or else for the progress of the operation. It is sent only
    /// to the service itself: an address elsewhere needs no token, and any HTTP client reads it.
    pub fn outcome<T>(&self) -> Option<Request<(), T>> {
        self.follow(self.location.as_ref().or(self.operation.as_ref()))
    }

    /// The request that reports the progress of the operation, if the service said where to ask.
    pub fn progress<T>(&self) -> Option<Request<(), T>> {
        self.follow(self.operation.as_ref().or(self.location.as_ref()))
    }

    fn follow<T>(&self, link: Option<&String>) -> Option<Request<(), T>> {
        let text = link.filter(|link| !link.trim_ascii().is_empty())?.clone();
        let link = Link { text, from: self.address.clone(), ..Link::default() };
        Some(Request::from_parts(parts::Parts::follow(link), ()))
    }

    pub(super) fn of(head: &Parts) -> Self {
        let header = |name| header::text(&head.headers, name);
        Self {
            location: header("location"),
            operation: header("operation-location").or_else(|| header("azure-asyncoperation")),
            retry_after: header::retry_after(&head.headers),
            address: None,
        }
    }
}

/// Whatever the body is, it is passed over.
impl Answer for Receipt {
    fn from_response(head: &Parts, _: &[u8]) -> Result<Self, Error> {
        Ok(Self::of(head))
    }

    fn came_from(&mut self, address: &str) {
        let links = [&self.location, &self.operation];
        if links.into_iter().flatten().any(|link| is_relative(link)) {
            self.address = Some(address.to_owned());
        }
    }

    fn decode(_: &[u8]) -> Result<Self, Error> {
        Ok(Self::default())
    }

    fn encode(&self) -> Result<Vec<u8>, Error> {
        Ok(Vec::new())
    }
}
