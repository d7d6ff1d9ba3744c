//! Query options.

use percent_encoding::{AsciiSet, utf8_percent_encode};

use super::path::ARGUMENT;
use super::{Argument, Request};
use crate::support::Reason;
use crate::support::odata::{Condition, Expansion, Ordering, Selection};

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

    /// The most objects that the answer may have (`$top`). Services differ in whether that means a page or all pages together.
    pub fn top(self, count: u32) -> Self {
        self.query("$top", &count.to_string())
    }

    /// The number of objects to skip at the start (`$skip`).
    pub fn skip(self, count: u32) -> Self {
        self.query("$skip", &count.to_string())
    }

    /// The words to search for (`$search`), as the service expects them: mostly in double quotes.
    pub fn search(self, words: &str) -> Self {
        self.query("$search", words)
    }

    /// Asks for the number of all objects, which [`Collection`](super::Collection) then has (`$count`).
    pub fn count(self) -> Self {
        self.query("$count", "true")
    }

    /// The properties that the answer has (`$select`): `fields!(Book; id, title)`, or `&["id", "title"]`. A second call adds to
    /// the first.
    pub fn select(self, properties: impl Selection<R>) -> Self {
        self.named("$select", properties.selected(), |before, value| format!("{before},{value}"))
    }

    /// The objects that the answer has (`$filter`): `field!(Book; title).eq(title)`, or a text such as
    /// `format!("title eq {}", quoted(title))`. A second call is combined with the first by `and`.
    pub fn filter(self, condition: impl Condition<R>) -> Self {
        let both = |before: &str, value: &str| format!("({before})%20and%20({value})");
        self.named("$filter", condition.condition(), both)
    }

    /// The related objects that come with the answer (`$expand`): `field!(Book; author)`, or `&["author"]`. A second call adds to
    /// the first.
    pub fn expand(self, related: impl Expansion<R>) -> Self {
        self.named("$expand", related.expansion(), |before, value| format!("{before},{value}"))
    }

    /// The order of the objects (`$orderby`): `field!(Book; title).desc()`, or `&["title desc"]`. The first call takes
    /// precedence.
    pub fn orderby(self, order: impl Ordering<R>) -> Self {
        self.named("$orderby", order.ordering(), |before, value| format!("{before},{value}"))
    }

    /// Adds an option, or joins it to an existing one. Its value is `None` if a field lacks a name.
    fn named(mut self, name: &'static str, value: Option<String>, join: fn(&str, &str) -> String) -> Self {
        match value {
            Some(value) => self.parts.join_query(name, &utf8_percent_encode(&value, QUERY).to_string(), join),
            None => self.parts.refuse(name, Reason::Property),
        }
        self
    }
}
