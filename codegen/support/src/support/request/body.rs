//! What a request sends.

use serde_core::ser::Serialize;

use super::Element;
use crate::support::json::codec;
use crate::support::{Error, Json, Model};

/// The body of a request. It is encoded where the request is sent, so that a request function has nothing to do with it.
pub trait Body {
    /// The encoded body; `None` for none.
    fn content(&self) -> Result<Option<Content>, Error>;
}

impl Body for () {
    fn content(&self) -> Result<Option<Content>, Error> {
        Ok(None)
    }
}

impl<T: Model> Body for &T {
    fn content(&self) -> Result<Option<Content>, Error> {
        json(self.to_json())
    }
}

fn json(bytes: Result<Vec<u8>, Error>) -> Result<Option<Content>, Error> {
    bytes.map(|bytes| Some(Content::of_json(bytes)))
}

/// A JSON array.
impl<T: Element> Body for &[T] {
    fn content(&self) -> Result<Option<Content>, Error> {
        Content::json(*self).map(Some)
    }
}

impl Body for &Json {
    fn content(&self) -> Result<Option<Content>, Error> {
        Content::json(*self).map(Some)
    }
}

/// Bytes with their type: an encoded body, or one that is not JSON, such as an image or a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// The value of the header `Content-Type`: `image/jpeg`.
    pub content_type: String,
    /// The body itself.
    pub bytes: Vec<u8>,
}

impl Content {
    /// From a media type and bytes.
    pub fn new(content_type: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { content_type: content_type.into(), bytes: bytes.into() }
    }

    /// A value as JSON.
    pub fn json<T: Serialize + ?Sized>(value: &T) -> Result<Self, Error> {
        codec::encode(value).map(Self::of_json)
    }

    fn of_json(bytes: Vec<u8>) -> Self {
        Self::new("application/json", bytes)
    }
}

/// A body that may be left out.
impl<B: Body> Body for Option<B> {
    fn content(&self) -> Result<Option<Content>, Error> {
        self.as_ref().map_or(Ok(None), Body::content)
    }
}

impl Body for Content {
    fn content(&self) -> Result<Option<Content>, Error> {
        Ok(Some(self.clone()))
    }
}
