//! JSON that does not fit its type.

use std::fmt;

/// JSON that does not fit its type. It is kept, so that what the service sent can be looked at.
pub struct DecodeError {
    type_name: &'static str,
    source: serde_json::Error,
    body: Vec<u8>,
}

impl DecodeError {
    pub(super) fn new(type_name: &'static str, source: serde_json::Error, body: &[u8]) -> Self {
        Self { type_name, source, body: body.to_owned() }
    }

    /// The Rust type that was wanted.
    pub fn type_name(&self) -> &'static str {
        self.type_name
    }

    /// What `serde_json` says, with line and column; type and property stand in the message.
    pub fn json(&self) -> &serde_json::Error {
        &self.source
    }

    /// The bytes that were read.
    pub fn body(&self) -> &[u8] {
        &self.body
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeError")
            .field("type_name", &self.type_name)
            .field("source", &self.source)
            .field("body", &String::from_utf8_lossy(&self.body))
            .finish()
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "JSON cannot be decoded as {}: {}", self.type_name, self.source)
    }
}

impl std::error::Error for DecodeError {
    /// What is behind the error that the message already tells.
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.source()
    }
}
