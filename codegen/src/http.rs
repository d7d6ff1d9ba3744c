//! HTTP messages as pages write them: request lines, status lines, headers, bodies.

use crate::json;
use crate::source::Spanned;

/// A request method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Method {
    Get,
    Post,
    Put,
    Patch,
    Delete,
}

/// What a code block holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Message {
    Request(Request),
    Response(Response),
    /// A body without a request line or a status line.
    Body(Body),
}

/// A request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Request {
    pub(crate) method: Spanned<Method>,
    /// The address as written.
    pub(crate) url: Spanned<String>,
    pub(crate) headers: Vec<Header>,
    pub(crate) body: Body,
}

/// A response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Response {
    pub(crate) status: Spanned<u16>,
    pub(crate) headers: Vec<Header>,
    pub(crate) body: Body,
}

/// A header field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    pub(crate) name: Spanned<String>,
    pub(crate) value: String,
}

/// A body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Body {
    Empty,
    Json(json::Value),
    /// Text, CSV, XML, multipart, a placeholder for bytes, or JSON that could not be read.
    Text(Spanned<String>),
}
