//! The arguments of an operation, beside its body.

use super::{QualifiedName, Type};
use crate::path_template::Parameter;

/// An argument of an operation.
#[derive(Clone, Debug)]
pub(crate) struct Argument {
    /// The name in OData, or the placeholder of a key.
    pub(crate) name: String,
    /// The declared type, if one is declared.
    pub(crate) type_: Option<Type>,
    /// Whether it is required.
    pub(crate) required: bool,
    pub(crate) site: Site,
}

/// Where an argument is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Site {
    /// In the next place of the path, or of the query that belongs to the call.
    Template,
    /// As an option of the query, without quotes.
    Query,
    /// As an OData literal behind the name of an alias, `@name`, which stands in the path.
    Alias,
    /// As a header that the call requires.
    Header,
}

impl Argument {
    /// The argument for a place that no page describes.
    pub(crate) fn of(place: &Parameter) -> Argument {
        let name = place.argument.as_ref().unwrap_or(&place.name).clone();
        Argument { name, type_: None, required: !place.optional, site: Site::Template }
    }

    /// The enum that a value is a member of.
    pub(crate) fn enum_(&self) -> Option<&QualifiedName> {
        match self.type_.as_ref()?.element() {
            Type::Enum(name) => Some(name),
            Type::Primitive(_) | Type::Structured(_) | Type::Collection(_) => None,
        }
    }
}
