//! Query options.

use percent_encoding::{AsciiSet, utf8_percent_encode};

use super::path::ARGUMENT;
use super::{Argument, Request};

/// What is encoded in a query: as in a path, but for what OData's own options are full of.
const QUERY: &AsciiSet =
    &ARGUMENT.remove(b'$').remove(b',').remove(b':').remove(b'/').remove(b'(').remove(b')');

/// A text as an OData string, for a filter: `format!("displayName eq {}", quoted(name))`.
pub fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

impl<B, R> Request<B, R> {
    /// Adds a query option, percent-encoded. Options are sent in the order in which they were added.
    pub fn query(mut self, name: &str, value: &str) -> Self {
        let pair =
            [utf8_percent_encode(name, QUERY).to_string(), utf8_percent_encode(value, QUERY).to_string()];
        self.parts.push_query(&pair.join("="));
        self
    }

    /// Adds a query option whose value is a text without quotes; nothing if it is left out.
    pub fn option(self, name: &str, value: Argument<'_>) -> Self {
        match value.into_text() {
            Some(text) => self.query(name, &text),
            None => self,
        }
    }

    /// Says what an alias in the path stands for: `alias("@from", from)` sends `@from='…'`, an OData literal.
    pub fn alias(self, name: &str, value: Argument<'_>) -> Self {
        match value.into_literal() {
            Some(literal) => self.query(name, &literal),
            None => self,
        }
    }

    /// The properties to answer (`$select`).
    pub fn select(self, properties: &[&str]) -> Self {
        self.query("$select", &properties.join(","))
    }

    /// Which objects to answer (`$filter`). Put texts in with [`quoted`].
    pub fn filter(self, condition: &str) -> Self {
        self.query("$filter", condition)
    }

    /// The related objects to answer too (`$expand`).
    pub fn expand(self, properties: &[&str]) -> Self {
        self.query("$expand", &properties.join(","))
    }

    /// How many objects to answer at most in a page (`$top`).
    pub fn top(self, count: u32) -> Self {
        self.query("$top", &count.to_string())
    }

    /// How many objects to leave out at the start (`$skip`).
    pub fn skip(self, count: u32) -> Self {
        self.query("$skip", &count.to_string())
    }

    /// The order of the objects: `displayName desc` (`$orderby`).
    pub fn orderby(self, properties: &[&str]) -> Self {
        self.query("$orderby", &properties.join(","))
    }

    /// The words to search for, as the service wants them: mostly in double quotes (`$search`).
    pub fn search(self, words: &str) -> Self {
        self.query("$search", words)
    }

    /// Asks for the number of all objects, which [`Collection`](super::Collection) then has (`$count`).
    pub fn count(self) -> Self {
        self.query("$count", "true")
    }
}
