//! Changes of a page that certainly mend what a finding says.

use crate::source::Span;

/// A change of a page after which the finding is gone and no other one has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What to do, as an order: `remove the trailing slash`.
    pub title: String,
    /// The changes, in the order of their places, none inside another.
    pub edits: Vec<Edit>,
}

/// A range of a page and the text to put in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What goes; an empty range where something is only put in.
    pub span: Span,
    /// What comes.
    pub text: String,
}

impl Fix {
    /// A fix of one change.
    pub(crate) fn new(title: impl Into<String>, span: Span, text: impl Into<String>) -> Self {
        Fix { title: title.into(), edits: vec![Edit { span, text: text.into() }] }
    }
}
