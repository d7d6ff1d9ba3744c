//! What a response is decoded to.

use std::any::type_name;

use http::response::Parts;

use super::mistaken::{is_list, refused};
use crate::support::json::codec;
use crate::support::{Error, Json, Model, Unfit};

/// A type that a successful response decodes to: mostly its body alone.
pub trait Answer: Sized {
    /// The value of the header `Accept`.
    const ACCEPT: &'static str = "application/json";

    /// Whether a response with this head is an answer; every other one is an error of the service.
    fn is_answer(head: &Parts) -> bool {
        head.status.is_success()
    }

    /// Decodes a response, or gives the error that the service sent.
    fn of(head: &Parts, body: &[u8]) -> Result<Self, Error> {
        if Self::is_answer(head) { Self::from_response(head, body) } else { Err(Error::service(head, body)) }
    }

    /// The same, but a value that does not fit its property is an error.
    fn of_strictly(head: &Parts, body: &[u8]) -> Result<Self, Error> {
        let answer = Self::of(head, body)?;
        Unfit::refuse(&answer.all_unfit(), type_name::<Self>(), body)?;
        Ok(answer)
    }

    /// Notes the address of the request, for links in the answer that are relative to it.
    fn came_from(&mut self, address: &str) {
        let _ = address;
    }

    /// The values that do not fit their properties, wherever they stand in the answer.
    fn all_unfit(&self) -> Vec<Unfit> {
        Vec::new()
    }

    /// Decodes a response that is an answer.
    fn from_response(head: &Parts, body: &[u8]) -> Result<Self, Error> {
        let _ = head;
        Self::decode(body)
    }

    /// Decodes the body.
    fn decode(body: &[u8]) -> Result<Self, Error>;

    /// The body that decodes to this answer: for tests, and for programs that stand in for the service.
    fn encode(&self) -> Result<Vec<u8>, Error>;
}

impl<T: Model> Answer for T {
    fn decode(body: &[u8]) -> Result<Self, Error> {
        let value = T::from_json(body)?;
        if is_list(value.extra(), body) && value.is_never_a_list() {
            return Err(refused(type_name::<T>(), body));
        }
        Ok(value)
    }

    fn all_unfit(&self) -> Vec<Unfit> {
        self.unfit()
    }

    fn encode(&self) -> Result<Vec<u8>, Error> {
        self.to_json()
    }
}

impl Answer for Json {
    fn decode(body: &[u8]) -> Result<Self, Error> {
        codec::decode(body)
    }

    fn encode(&self) -> Result<Vec<u8>, Error> {
        codec::encode(self)
    }
}

/// Nothing: whatever the service sends is ignored.
impl Answer for () {
    fn decode(_: &[u8]) -> Result<Self, Error> {
        Ok(())
    }

    fn encode(&self) -> Result<Vec<u8>, Error> {
        Ok(Vec::new())
    }
}

/// The bytes as they are: a photo, a file, a report.
impl Answer for Vec<u8> {
    const ACCEPT: &'static str = "*/*";

    fn decode(body: &[u8]) -> Result<Self, Error> {
        Ok(body.to_owned())
    }

    fn encode(&self) -> Result<Vec<u8>, Error> {
        Ok(self.clone())
    }
}

/// An answer with its status and headers.
impl<A: Answer> Answer for http::Response<A> {
    const ACCEPT: &'static str = A::ACCEPT;

    fn is_answer(head: &Parts) -> bool {
        A::is_answer(head)
    }

    fn from_response(head: &Parts, body: &[u8]) -> Result<Self, Error> {
        Ok(Self::from_parts(head.clone(), A::from_response(head, body)?))
    }

    fn came_from(&mut self, address: &str) {
        self.body_mut().came_from(address);
    }

    fn all_unfit(&self) -> Vec<Unfit> {
        self.body().all_unfit()
    }

    fn decode(body: &[u8]) -> Result<Self, Error> {
        A::decode(body).map(Self::new)
    }

    fn encode(&self) -> Result<Vec<u8>, Error> {
        self.body().encode()
    }
}

/// An answer that may be left out: `None` for an empty body.
impl<A: Answer> Answer for Option<A> {
    const ACCEPT: &'static str = A::ACCEPT;

    fn decode(body: &[u8]) -> Result<Self, Error> {
        if body.is_empty() { Ok(None) } else { A::decode(body).map(Some) }
    }

    fn came_from(&mut self, address: &str) {
        self.iter_mut().for_each(|answer| answer.came_from(address));
    }

    fn all_unfit(&self) -> Vec<Unfit> {
        self.as_ref().map(A::all_unfit).unwrap_or_default()
    }

    fn encode(&self) -> Result<Vec<u8>, Error> {
        self.as_ref().map_or_else(|| Ok(Vec::new()), A::encode)
    }
}
