//! A documented exchange as the data of the examples holds it; `support::examples::record` reads it.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use super::Crate;
use crate::json::Value;
use crate::model::{Example, ExampleBody, RequestExample, ResponseExample};

/// A request with its response; one of them may be missing.
#[derive(Serialize)]
pub(super) struct Record<'a> {
    pub(super) page: String,
    /// The operation's function, with its module.
    pub(super) operation: &'a str,
    pub(super) route: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) arguments: Option<Vec<Option<String>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) request: Option<Message<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) response: Option<Message<'a>>,
}

/// One side of an exchange.
#[derive(Serialize)]
pub(super) struct Message<'a> {
    line: usize,
    /// Only where the crate does not agree with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    holds: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    method: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    #[serde(skip_serializing_if = "str::is_empty")]
    query: Cow<'a, str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty", serialize_with = "headers")]
    headers: &'a [(String, String)],
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    /// The body if it is JSON, the text of any other.
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<&'a Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

impl<'a> Message<'a> {
    /// A request. `path` and `query` are those of the address with values, where the documented ones have placeholders.
    pub(super) fn sent(
        krate: &Crate<'_>,
        request: &'a RequestExample,
        path: Option<String>,
        query: Option<String>,
    ) -> Self {
        let message = Message::of(krate, &request.example);
        let Some(target) = &request.target else { return message };
        Message {
            method: Some(target.method.as_str()),
            path: Some(path.unwrap_or_else(|| target.path.clone())),
            query: query.map_or(Cow::Borrowed(&target.query), Cow::Owned),
            ..message
        }
    }

    /// A response.
    pub(super) fn answered(krate: &Crate<'_>, response: &'a ResponseExample) -> Self {
        Message { status: Some(response.status), ..Message::of(krate, &response.example) }
    }

    fn of(krate: &Crate<'_>, example: &'a Example) -> Self {
        Message {
            line: krate.sources.position(example.span).line,
            holds: (!example.holds).then_some(false),
            method: None,
            path: None,
            query: Cow::default(),
            headers: &example.headers,
            status: None,
            body: match &example.body {
                ExampleBody::Json(value) => Some(value),
                ExampleBody::Empty | ExampleBody::Text(_) => None,
            },
            text: match &example.body {
                ExampleBody::Text(text) => Some(text),
                ExampleBody::Empty | ExampleBody::Json(_) => None,
            },
        }
    }
}

/// As on the page: a header that is there twice stands there twice.
fn headers<S: Serializer>(headers: &&[(String, String)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(headers.iter().map(|(name, value)| (name.to_lowercase(), value)))
}
