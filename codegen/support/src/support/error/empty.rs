//! Successes without the body that was expected.

use std::fmt;

use http::{Method, StatusCode};

use crate::support::Receipt;

/// A success without a body, where one was expected.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EmptyAnswer {
    /// The HTTP status.
    pub status: StatusCode,
    /// The method of the request.
    pub method: Method,
    /// What stands in place of the body: where the outcome is, if the service says so.
    pub receipt: Receipt,
}

impl EmptyAnswer {
    pub(crate) fn new(status: StatusCode, method: &Method, receipt: Receipt) -> Self {
        Self { status, method: method.clone(), receipt }
    }

    /// Whether what was asked for is done: sending the request again would do it twice.
    pub fn is_done(&self) -> bool {
        self.method != Method::GET && self.method != Method::HEAD
    }
}

impl fmt::Display for EmptyAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the service answered {} without a body", self.status)?;
        match self.is_done() {
            true => f.write_str(
                ": the write succeeded, but the service did not return the object; ask for a `Reply` if that is enough",
            ),
            false => f.write_str(", and there is nothing to read"),
        }
    }
}

impl std::error::Error for EmptyAnswer {}
