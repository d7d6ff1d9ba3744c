//! The error of parsing a text on demand.

use std::fmt;

/// A text that is not what its type says: ``` `id-value` is not a GUID ```.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invalid {
    text: Box<str>,
    expected: &'static str,
}

impl Invalid {
    /// `expected` comes with its article: `a GUID`.
    pub(crate) fn new(text: &str, expected: &'static str) -> Self {
        Self { text: text.into(), expected }
    }

    /// The text that was to be parsed.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not {}", self.text, self.expected)
    }
}

impl std::error::Error for Invalid {}
