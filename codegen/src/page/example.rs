//! An example, and the annotation in front of it.

use crate::http::{Message, Request};
use crate::source::{Span, Spanned};

/// A request with its response; one of them may be missing. JSON that no request precedes stands as a response too: what
/// the service sends by itself, such as a notification, has a bare body there and is annotated as `example`.
#[derive(Clone, Debug)]
pub(crate) struct Exchange {
    pub(crate) request: Option<Example>,
    pub(crate) response: Option<Example>,
}

impl Exchange {
    /// The request, if it has a request line.
    pub(crate) fn http_request(&self) -> Option<&Request> {
        match &self.request.as_ref()?.message {
            Message::Request(request) => Some(request),
            _ => None,
        }
    }
}

/// A code block that holds an HTTP message or JSON.
#[derive(Clone, Debug)]
pub(crate) struct Example {
    pub(crate) message: Message,
    pub(crate) annotation: Option<Annotation>,
    pub(crate) span: Span,
}

/// The comment before a code block that says what the block is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Annotation {
    /// `request`, `response`, `resource`, `example`, `ignored`, …
    pub(crate) block_type: String,
    pub(crate) name: Option<String>,
    /// `@odata.type` (or `@type`), without `Collection(…)` and `#`.
    pub(crate) odata_type: Option<Spanned<String>>,
    /// From `isCollection` or `Collection(…)`.
    pub(crate) collection: bool,
    pub(crate) base_type: Option<Spanned<String>>,
    pub(crate) key_property: Option<String>,
    pub(crate) open_type: bool,
    pub(crate) is_abstract: bool,
    pub(crate) truncated: bool,
    pub(crate) expect_error: bool,
    pub(crate) span: Span,
}
