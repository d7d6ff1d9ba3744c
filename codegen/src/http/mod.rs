//! HTTP messages as pages write them: request lines, status lines, headers, bodies.

mod body;
mod lines;
mod message;
mod reason;

#[cfg(test)]
mod tests;

use std::fmt;

use crate::json;
use crate::source::Spanned;

pub(crate) use body::content_type;
pub(crate) use lines::{header_line, other_method, request_line, starts_request};
pub(crate) use message::{read, report_reason};

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

impl Message {
    /// The body of either side.
    fn body(&self) -> &Body {
        match self {
            Message::Request(request) => &request.body,
            Message::Response(response) => &response.body,
            Message::Body(body) => body,
        }
    }

    /// The body of either side, if it is JSON.
    pub(crate) fn json(&self) -> Option<&json::Value> {
        self.body().json()
    }

    /// Whether the body of either side is meant to be JSON and cannot be read.
    pub(crate) fn is_broken_json(&self) -> bool {
        self.body().is_broken_json()
    }

    /// The content type that a request states, in small letters, if it is another format than JSON.
    pub(crate) fn other_format(&self) -> Option<String> {
        let Message::Request(request) = self else { return None };
        content_type(&request.headers).filter(|format| !format.contains("json"))
    }

    /// What is sent, if this is the side that sends.
    pub(crate) fn sent(&self) -> Option<&Body> {
        match self {
            Message::Request(request) => Some(&request.body),
            Message::Body(body) => Some(body),
            Message::Response(_) => None,
        }
    }
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

impl Body {
    /// The value, if the body is JSON.
    pub(crate) fn json(&self) -> Option<&json::Value> {
        match self {
            Body::Json(value) => Some(value),
            Body::Text(_) | Body::Empty => None,
        }
    }

    /// Whether the text was meant as JSON, which could not be read.
    pub(crate) fn is_broken_json(&self) -> bool {
        matches!(self, Body::Text(text) if body::starts_json(&text.value))
    }
}

impl Method {
    /// The method that a word names, in any letter case.
    pub(crate) fn from_word(word: &str) -> Option<Method> {
        [Method::Get, Method::Post, Method::Put, Method::Patch, Method::Delete]
            .into_iter()
            .find(|method| method.as_str().eq_ignore_ascii_case(word))
    }

    /// The method as it stands in a request line.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Patch => "PATCH",
            Method::Delete => "DELETE",
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
