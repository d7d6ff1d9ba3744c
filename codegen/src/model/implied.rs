//! Reads that follow from the pages although none documents them.

use crate::source::{PageId, Span};

/// What such a read rests on, and its name.
#[derive(Clone, Debug)]
pub(crate) struct Implied {
    pub(crate) rule: Rule,
    /// The page that the missing one would stand beside: both are in one namespace and one area.
    pub(crate) beside: PageId,
    /// The resource of the missing page, in snake case.
    pub(crate) resource: String,
    /// The function of the missing page, in snake case.
    pub(crate) function: String,
    /// Where the pages say what implies it; the first is the strongest.
    pub(crate) from: Vec<Span>,
}

/// The rules of OData by which one thing implies a read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// An entity has a key: the path without the key is the collection, of this name.
    Collection(String),
    /// There is a collection of this name: a key reads one of it.
    Key(String),
    /// An entity has a navigation property of this name: it can be read below the entity.
    Property(String),
    /// An entity has a stream of this name, or some call writes it: its content can be read.
    Stream(String),
}

impl Rule {
    /// Why the read exists.
    pub(crate) fn reason(&self) -> &'static str {
        match self {
            Rule::Collection(_) => "an entity has a key, and the path without the key is the collection",
            Rule::Key(_) => "there is a collection, and a key reads one of it",
            Rule::Property(_) => "an entity has a navigation property, and it can be read below the entity",
            Rule::Stream(_) => "an entity has a stream, and its content can be read below the entity",
        }
    }
}
