//! Example bodies: JSON read with places, strictly first and then with the tolerances that pages need.

use crate::source::{Span, Spanned};

/// A JSON value and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Value {
    pub(crate) kind: Kind,
    pub(crate) span: Span,
}

/// The kinds of JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Null,
    Bool(bool),
    /// A number, digit for digit.
    Number(String),
    String(String),
    Array(Vec<Value>),
    /// Members in documented order.
    Object(Vec<Member>),
}

/// A member of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Member {
    pub(crate) name: Spanned<String>,
    pub(crate) value: Value,
}
