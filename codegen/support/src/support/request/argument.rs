//! What stands in a place of a path template, and how each type of OData's is written there.

use std::borrow::Cow;

use super::quoted;
use crate::support::Text;
use crate::support::scalar::Number;

/// An argument of a call: a value in a place of the path, or behind a name in the query.
///
/// `into` makes one from Rust's own types and from this crate's, and from an `Option` of them: `None` is left out of the call.
/// [`literal`](Self::literal) takes what OData has and Rust does not:
///
/// ```no_run
/// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
/// # use library::*;
/// # fn example(id: &str) {
/// let route = "/items/{id}/range(from={from},step={step})";
/// let arguments = [id.into(), Argument::literal("@from"), Some(2).into()];
/// let call = Request::<(), Json>::call(Method::GET, route, &arguments, ()).query("@from", "17");
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument<'a>(pub(super) Value<'a>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value<'a> {
    /// Written as its place asks for.
    Text(&'a str),
    /// An OData literal, written as it is.
    Literal(Cow<'a, str>),
    /// Left out.
    Absent,
}

impl<'a> Argument<'a> {
    /// An OData literal as it stands: `@alias`, `duration'PT1H'`, `model.kind'small'`. Nothing in it is quoted.
    pub fn literal(text: &'a str) -> Self {
        Self(Value::Literal(Cow::Borrowed(text)))
    }

    /// A string in quotes, also where it looks like a number or a date.
    pub fn string(text: &str) -> Self {
        Self(Value::Literal(Cow::Owned(quoted(text))))
    }

    /// As an OData literal: what looks like one is one, anything else is a string. None if it is left out.
    pub(crate) fn into_literal(self) -> Option<Cow<'a, str>> {
        match self.0 {
            Value::Text(text) if is_literal(text) => Some(Cow::Borrowed(text)),
            Value::Text(text) => Some(Cow::Owned(quoted(text))),
            Value::Literal(text) => Some(text),
            Value::Absent => None,
        }
    }

    /// As a text without quotes. None if it is left out.
    pub(super) fn into_text(self) -> Option<Cow<'a, str>> {
        match self.0 {
            Value::Text(text) => Some(Cow::Borrowed(text)),
            Value::Literal(text) => Some(text),
            Value::Absent => None,
        }
    }

    /// An array of literals, with commas between.
    fn list(elements: impl Iterator<Item = Argument<'a>>) -> Self {
        let elements: Vec<Cow<'_, str>> = elements.filter_map(Self::into_literal).collect();
        Self(Value::Literal(Cow::Owned(format!("[{}]", elements.join(",")))))
    }
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self(Value::Text(text))
    }
}

impl<'a, T: Text> From<&'a T> for Argument<'a> {
    fn from(value: &'a T) -> Self {
        Self(Value::Text(value.as_text()))
    }
}

impl<'a, T: Into<Argument<'a>>> From<Option<T>> for Argument<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self(Value::Absent), Into::into)
    }
}

impl<'a> From<&[&str]> for Argument<'a> {
    fn from(texts: &[&str]) -> Self {
        Self::list(texts.iter().map(|text| Argument::string(text)))
    }
}

impl<'a, T: Text> From<&'a [T]> for Argument<'a> {
    fn from(values: &'a [T]) -> Self {
        Self::list(values.iter().map(Argument::from))
    }
}

/// Types whose `Display` is OData's literal.
macro_rules! displayed {
    ($($type:ty),+) => {
        $(
            impl From<$type> for Argument<'_> {
                fn from(value: $type) -> Self {
                    Self(Value::Literal(Cow::Owned(value.to_string())))
                }
            }

            impl From<&[$type]> for Argument<'_> {
                fn from(values: &[$type]) -> Self {
                    Self::list(values.iter().copied().map(Argument::from))
                }
            }
        )+
    };
}

displayed!(bool, i32, i64);

impl From<f64> for Argument<'_> {
    fn from(value: f64) -> Self {
        let text = match value {
            f64::INFINITY => "INF".to_owned(),
            f64::NEG_INFINITY => "-INF".to_owned(),
            number => number.to_string(),
        };
        Self(Value::Literal(Cow::Owned(text)))
    }
}

impl From<&[f64]> for Argument<'_> {
    fn from(values: &[f64]) -> Self {
        Self::list(values.iter().copied().map(Argument::from))
    }
}

/// Whether a text is an OData literal as it stands: a number, a GUID, a date, a string in quotes, an alias, …
pub(super) fn is_literal(text: &str) -> bool {
    is_plain(text) || is_alias(text) || is_typed(text) || is_list(text)
}

fn is_plain(text: &str) -> bool {
    use crate::support::{Date, DateTime, Guid, TimeOfDay};
    matches!(text, "true" | "false" | "null")
        || Number::parse(text).is_some()
        || Guid::matches(text)
        || Date::matches(text)
        || DateTime::matches(text)
        || TimeOfDay::matches(text)
        || is_string(text)
}

/// `'it''s'`: nothing in it ends it.
fn is_string(text: &str) -> bool {
    let inside = text.strip_prefix('\'').and_then(|text| text.strip_suffix('\''));
    inside.is_some_and(|inside| !inside.replace("''", "").contains('\''))
}

/// `@name`.
fn is_alias(text: &str) -> bool {
    text.strip_prefix('@').is_some_and(is_name)
}

/// `duration'PT1H'`, `model.kind'small'`: a type's name before a string.
fn is_typed(text: &str) -> bool {
    let Some((type_, _)) = text.split_once('\'') else { return false };
    let is_type = matches!(type_, "duration" | "binary") || type_.contains('.');
    is_type && type_.split('.').all(is_name) && is_string(&text[type_.len()..])
}

/// `['a','b']`, `[1,2]`: literals with commas between.
fn is_list(text: &str) -> bool {
    let Some(inside) = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) else { return false };
    let mut quotes = 0;
    let elements = inside.split(|letter| {
        quotes += usize::from(letter == '\'');
        letter == ',' && quotes % 2 == 0
    });
    inside.is_empty() || elements.map(str::trim).all(is_plain)
}

fn is_name(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(|first| first.is_ascii_alphabetic() || first == '_')
        && letters.all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
}
