//! An answer whose body may be left out.

use http::response::Parts;

use super::{Answer, Receipt};
use crate::support::{Error, Unfit};

/// An answer whose body may be left out: by the caller's choice (`Prefer: return=minimal`), or because the work goes on.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply<T> {
    /// The body.
    Body(T),
    /// There is no body.
    Empty(Receipt),
}

impl<T> Reply<T> {
    /// The body, if there is one.
    pub fn body(self) -> Option<T> {
        match self {
            Self::Body(body) => Some(body),
            Self::Empty(_) => None,
        }
    }

    /// What stands in place of a body.
    pub fn receipt(&self) -> Option<&Receipt> {
        match self {
            Self::Body(_) => None,
            Self::Empty(receipt) => Some(receipt),
        }
    }
}

impl<T: Answer> Answer for Reply<T> {
    const ACCEPT: &'static str = T::ACCEPT;

    fn is_answer(head: &Parts) -> bool {
        T::is_answer(head)
    }

    fn from_response(head: &Parts, body: &[u8]) -> Result<Self, Error> {
        match body.trim_ascii().is_empty() {
            true => Ok(Self::Empty(Receipt::of(head))),
            false => T::from_response(head, body).map(Self::Body),
        }
    }

    fn came_from(&mut self, address: &str) {
        match self {
            Self::Body(body) => body.came_from(address),
            Self::Empty(receipt) => receipt.came_from(address),
        }
    }

    fn all_unfit(&self) -> Vec<Unfit> {
        match self {
            Self::Body(body) => body.all_unfit(),
            Self::Empty(_) => Vec::new(),
        }
    }

    fn decode(body: &[u8]) -> Result<Self, Error> {
        match body {
            [] => Ok(Self::Empty(Receipt::default())),
            body => T::decode(body).map(Self::Body),
        }
    }

    fn encode(&self) -> Result<Vec<u8>, Error> {
        match self {
            Self::Body(body) => body.encode(),
            Self::Empty(_) => Ok(Vec::new()),
        }
    }
}
