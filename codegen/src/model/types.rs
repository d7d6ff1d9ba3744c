//! Types, their properties and members.

use std::fmt;

use super::{Description, QualifiedName};
use crate::primitive::Primitive;
use crate::source::{PageId, Span};
use crate::text::RichText;

/// The type of a property, a parameter or a body.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Type {
    Primitive(Primitive),
    Structured(QualifiedName),
    Enum(QualifiedName),
    Collection(Box<Type>),
}

impl Type {
    /// A collection of this type.
    pub(crate) fn collection(self) -> Type {
        Type::Collection(Box::new(self))
    }

    /// The type without the collections around it.
    pub(crate) fn element(&self) -> &Type {
        match self {
            Type::Collection(inner) => inner.element(),
            other => other,
        }
    }
}

/// As OData's metadata has it: `Edm.String`, `Collection(microsoft.graph.message)`.
impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // The words of the model are OData's.
            Type::Primitive(primitive) => write!(f, "Edm.{primitive:?}"),
            Type::Structured(name) | Type::Enum(name) => name.fmt(f),
            Type::Collection(element) => write!(f, "Collection({element})"),
        }
    }
}

/// An entity type or a complex type.
#[derive(Clone, Debug)]
pub(crate) struct StructuredType {
    pub(crate) name: QualifiedName,
    /// If the type is made for one operation, the page of that operation.
    pub(crate) owner: Option<PageId>,
    pub(crate) base: Option<QualifiedName>,
    pub(crate) is_abstract: bool,
    pub(crate) open: bool,
    /// The property by which requests address an object, where it is not `id`.
    pub(crate) key: Option<String>,
    /// Own and inherited properties, in documented order.
    pub(crate) properties: Vec<Property>,
    pub(crate) description: Description,
}

impl StructuredType {
    /// Whether an object of the type is a dictionary: it may hold anything, and the pages describe nothing that a client sets.
    pub(crate) fn is_dictionary(&self) -> bool {
        self.open
            && !self.description.pages.is_empty()
            && self.properties.iter().all(|property| property.read_only)
    }

    /// The property of this name, its own or an inherited one.
    pub(crate) fn property(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|property| property.name == name)
    }

    /// The first property of a name, whatever the case of its letters.
    pub(crate) fn property_in_any_case(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|property| property.name.eq_ignore_ascii_case(name))
    }
}

/// A property or a navigation property.
#[derive(Clone, Debug)]
pub(crate) struct Property {
    pub(crate) name: String,
    pub(crate) type_: Type,
    pub(crate) navigation: bool,
    pub(crate) max_length: Option<u32>,
    pub(crate) description: RichText,
    pub(crate) deprecated: bool,
    /// Whether only the service sets it.
    pub(crate) read_only: bool,
    /// The strongest evidence.
    pub(crate) span: Span,
}

impl Property {
    /// A property of which no table says anything.
    pub(crate) fn from_examples(name: String, type_: Type, span: Span) -> Self {
        Property {
            name,
            type_,
            navigation: false,
            max_length: None,
            description: RichText::default(),
            deprecated: false,
            read_only: false,
            span,
        }
    }
}

/// An enum type; open, as every enum is.
#[derive(Clone, Debug)]
pub(crate) struct EnumType {
    pub(crate) name: QualifiedName,
    /// Whether several members may be set at once.
    pub(crate) flags: bool,
    pub(crate) members: Vec<Member>,
    pub(crate) description: Description,
}

/// A member of an enum type.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    pub(crate) name: String,
    /// The text that is sent, where it is not the name.
    pub(crate) wire: Option<String>,
    /// Other texts that are read as this member.
    pub(crate) read: Vec<String>,
    pub(crate) value: Option<i64>,
    pub(crate) description: RichText,
    /// The first place that names it.
    pub(crate) span: Span,
}

impl Member {
    /// Its text in JSON.
    pub(crate) fn text(&self) -> &str {
        self.wire.as_deref().unwrap_or(&self.name)
    }

    /// All its texts in JSON; the one that is sent comes first.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        [self.text()].into_iter().chain(self.read.iter().map(String::as_str))
    }
}
