//! What a page says of a structured type.

use super::{Annotation, Route, Row, TypeSpelling};
use crate::json;
use crate::source::Spanned;
use crate::text::RichText;

/// What a page, or a section of it, says of a structured type.
#[derive(Clone, Debug, Default)]
pub(crate) struct ResourcePart {
    /// The heading that names the type of a section.
    pub(crate) heading: Option<Spanned<String>>,
    /// The paragraphs below it.
    pub(crate) summary: Vec<RichText>,
    /// Tables of properties, in order; a page may have several.
    pub(crate) properties: Vec<Row>,
    /// Tables of relationships or navigation.
    pub(crate) relationships: Vec<Row>,
    /// JSON skeletons.
    pub(crate) representations: Vec<Representation>,
    /// The methods' table.
    pub(crate) methods: Vec<MethodRow>,
    /// The base type, from a sentence such as "Inherits from [entity](entity.md)".
    pub(crate) base: Option<TypeSpelling>,
    /// The types that the page says are derived from this one.
    pub(crate) derived: Vec<TypeSpelling>,
    /// What to know besides.
    pub(crate) remarks: Vec<RichText>,
    /// The text says that the type is open: it may have any further property.
    pub(crate) says_open: bool,
    /// The section of properties says that there are none.
    pub(crate) says_none: bool,
    /// Actions that the text describes; no page of their own does.
    pub(crate) actions: Vec<BoundAction>,
}

impl ResourcePart {
    /// The annotations of its representations.
    pub(crate) fn annotations(&self) -> impl Iterator<Item = &Annotation> {
        self.representations.iter().filter_map(|representation| representation.annotation.as_ref())
    }

    /// The rows of its tables of properties and of relationships.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &Row> {
        self.properties.iter().chain(&self.relationships)
    }

    /// The values of its representations.
    pub(crate) fn skeletons(&self) -> impl Iterator<Item = &json::Value> {
        self.representations.iter().filter_map(|representation| representation.value.as_ref())
    }

    /// Whether there is anything that describes a type.
    pub(crate) fn describes_type(&self) -> bool {
        let has_none =
            self.properties.is_empty() && self.representations.is_empty() && self.relationships.is_empty();
        !has_none || self.says_none
    }
}

/// An action of a resource, as the resource's own page describes it.
#[derive(Clone, Debug)]
pub(crate) struct BoundAction {
    /// A `POST`, whatever word the page writes.
    pub(crate) route: Route,
    /// `post` of `Microsoft.NAV.post`.
    pub(crate) name: String,
    pub(crate) description: RichText,
    /// The page says that no body comes back.
    pub(crate) answers_nothing: bool,
    /// The status that it names then.
    pub(crate) empty_status: Option<u16>,
}

/// A JSON skeleton of a resource.
#[derive(Clone, Debug)]
pub(crate) struct Representation {
    pub(crate) annotation: Option<Annotation>,
    /// None where it could not be read.
    pub(crate) value: Option<json::Value>,
}

/// A row of the methods' table.
#[derive(Clone, Debug)]
pub(crate) struct MethodRow {
    /// The link to the method's page.
    pub(crate) target: Option<String>,
    pub(crate) returns: Option<TypeSpelling>,
}
