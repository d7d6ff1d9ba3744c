//! Errors that the service answers with.

use std::fmt;
use std::time::Duration;

use http::header::RETRY_AFTER;
use http::{HeaderMap, StatusCode};
use serde_json::Value;

use crate::support::Json;

/// An answer with another status than 2xx.
#[derive(Clone)]
#[non_exhaustive]
pub struct ServiceError {
    /// The HTTP status.
    pub status: StatusCode,
    /// The service's code for the error (`error.code`): `itemNotFound`.
    pub code: Option<String>,
    /// What the service says to developers (`error.message`).
    pub message: Option<String>,
    /// What the error is about (`error.target`).
    pub target: Option<String>,
    /// What only the service's developers understand (`error.innerError`).
    pub inner: Option<Json>,
    /// The name of the request in the service's logs.
    pub request_id: Option<String>,
    /// How long to wait before trying again, if the service says so in seconds.
    pub retry_after: Option<Duration>,
    /// The body, whatever it is.
    pub body: Vec<u8>,
}

impl ServiceError {
    pub(crate) fn new(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Self {
        let json: Value = serde_json::from_slice(body).unwrap_or_default();
        let error = &json["error"];
        let inner = [&error["innerError"], &error["innererror"]].into_iter().find(|inner| !inner.is_null());
        let header = |name| headers.get(name)?.to_str().ok().map(str::to_owned);
        Self {
            status,
            // A token endpoint answers `{"error": "code", "error_description": "message"}`.
            code: text(error).or_else(|| text(&error["code"])),
            message: text(&error["message"]).or_else(|| text(&json["error_description"])),
            target: text(&error["target"]),
            inner: inner.cloned().map(Json::from),
            request_id: header("request-id").or_else(|| text(&inner?["request-id"])),
            retry_after: header(RETRY_AFTER.as_str())
                .and_then(|text| text.parse().ok())
                .map(Duration::from_secs),
            body: body.to_owned(),
        }
    }
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

impl fmt::Debug for ServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServiceError")
            .field("status", &self.status)
            .field("request_id", &self.request_id)
            .field("retry_after", &self.retry_after)
            .field("body", &String::from_utf8_lossy(&self.body))
            .finish_non_exhaustive()
    }
}

impl fmt::Display for ServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the service answered {}", self.status)?;
        for part in [&self.code, &self.message].into_iter().flatten() {
            write!(f, ": {part}")?;
        }
        match &self.request_id {
            Some(id) => write!(f, " (request {id})"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for ServiceError {}
