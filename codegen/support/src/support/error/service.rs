//! Errors that the service answers with.

use std::fmt;
use std::time::Duration;

use http::response::Parts;
use http::{HeaderMap, StatusCode};

use super::body::ErrorBody;
use crate::support::{Json, header};

/// An answer with another status than 2xx.
#[derive(Clone)]
#[non_exhaustive]
pub struct ServiceError {
    /// The HTTP status.
    pub status: StatusCode,
    /// The service's code for the error (`error.code`): `itemNotFound`. A number is its digits.
    pub code: Option<String>,
    /// What the service says to developers (`error.message`); for a body that is not JSON, the beginning of its text.
    pub message: Option<String>,
    /// What the error is about (`error.target`).
    pub target: Option<String>,
    /// What only the service's developers understand (`error.innerError`).
    pub inner: Option<Json>,
    /// The id of the request in the service's logs.
    pub request_id: Option<String>,
    /// How long to wait before trying again, if the service says so. A date is measured against the answer's own.
    pub retry_after: Option<Duration>,
    /// The headers of the answer: `WWW-Authenticate` says what a token lacks.
    pub headers: HeaderMap,
    /// The body, whatever it is.
    pub body: Vec<u8>,
}

impl ServiceError {
    pub(crate) fn new(head: &Parts, body: &[u8]) -> Self {
        let parts = ErrorBody::read(body);
        Self {
            status: head.status,
            code: parts.code,
            message: parts.message,
            target: parts.target,
            inner: parts.inner,
            request_id: header::request_id(&head.headers).or(parts.request_id),
            retry_after: header::retry_after(&head.headers),
            headers: head.headers.clone(),
            body: body.to_owned(),
        }
    }
}

impl fmt::Debug for ServiceError {
    /// Without the headers, among which cookies may be.
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
