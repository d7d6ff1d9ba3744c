//! Requests that failed without an answer.

use std::error::Error;
use std::fmt;

/// A request that could not be sent, or whose answer did not arrive whole. The message gives the cause, and the causes of that.
pub struct TransportError {
    cause: Box<dyn Error + Send + Sync>,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Other,
    Timeout,
    TooLarge,
}

impl TransportError {
    /// From what an HTTP client says.
    pub fn new(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { cause: cause.into(), kind: Kind::Other }
    }

    /// The same for an answer that did not arrive in time.
    pub fn timed_out(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { cause: cause.into(), kind: Kind::Timeout }
    }

    /// From an answer that has more bytes than the limit.
    pub fn too_large(limit: usize) -> Self {
        Self { cause: format!("it has more than {limit} bytes").into(), kind: Kind::TooLarge }
    }

    /// Whether the answer did not arrive in time.
    pub fn is_timeout(&self) -> bool {
        self.kind == Kind::Timeout
    }

    /// Whether the answer had more bytes than the limit.
    pub fn is_too_large(&self) -> bool {
        self.kind == Kind::TooLarge
    }

    /// The HTTP client's own error: `error.cause().downcast_ref::<reqwest::Error>()`.
    pub fn cause(&self) -> &(dyn Error + Send + Sync + 'static) {
        &*self.cause
    }
}

impl fmt::Debug for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TransportError").field("kind", &self.kind).field("cause", &self.cause).finish()
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut last = self.cause.to_string();
        let failed = match self.kind {
            Kind::TooLarge => "the answer was not read to its end",
            Kind::Timeout => "the answer did not arrive in time",
            Kind::Other => "the request failed",
        };
        write!(f, "{failed}: {last}")?;
        let mut cause = self.cause.source();
        while let Some(error) = cause {
            let text = error.to_string();
            // Some errors repeat what is behind them.
            if !last.ends_with(&text) {
                write!(f, ": {text}")?;
            }
            (last, cause) = (text, error.source());
        }
        Ok(())
    }
}

impl Error for TransportError {
    /// What is behind the error that the message already tells.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.cause.source()
    }
}
