//! What a condition on an object's version is made of.

use std::borrow::Cow;

use crate::support::Model;

/// A text that is an ETag, or an object that has one.
pub trait AsEtag {
    /// The ETag, if there is one.
    fn as_etag(&self) -> Option<Cow<'_, str>>;
}

impl AsEtag for str {
    fn as_etag(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(self))
    }
}

impl AsEtag for String {
    fn as_etag(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(self))
    }
}

impl<T: Model> AsEtag for T {
    fn as_etag(&self) -> Option<Cow<'_, str>> {
        self.etag().map(Cow::Owned)
    }
}
