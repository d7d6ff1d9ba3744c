//! Requests that got no answer.

use std::error::Error;
use std::fmt;

/// A request that could not be sent, or whose answer did not arrive whole. The message tells the cause, and what is
/// behind that.
pub struct TransportError {
    cause: Box<dyn Error + Send + Sync>,
    timeout: bool,
}

impl TransportError {
    /// From what an HTTP client says.
    pub fn new(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { cause: cause.into(), timeout: false }
    }

    /// The same, where the time was over.
    pub fn timed_out(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { cause: cause.into(), timeout: true }
    }

    /// Whether the time was over.
    pub fn is_timeout(&self) -> bool {
        self.timeout
    }

    /// The HTTP client's own error: `error.cause().downcast_ref::<reqwest::Error>()`.
    pub fn cause(&self) -> &(dyn Error + Send + Sync + 'static) {
        &*self.cause
    }
}

impl fmt::Debug for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TransportError").field("timeout", &self.timeout).field("cause", &self.cause).finish()
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut told = self.cause.to_string();
        write!(f, "the request got no answer: {told}")?;
        let mut cause = self.cause.source();
        while let Some(error) = cause {
            let text = error.to_string();
            // Some errors repeat what is behind them.
            if !told.ends_with(&text) {
                write!(f, ": {text}")?;
            }
            (told, cause) = (text, error.source());
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
