//! A row of a table of named things, and the type in it.

use crate::primitive::Primitive;
use crate::source::{Span, Spanned};
use crate::text::RichText;

/// A row of a table of named things: properties, parameters, headers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    /// The name without emphasis, link or `(deprecated)`.
    pub(crate) name: Spanned<String>,
    /// The type column, where the table has one.
    pub(crate) type_: Option<TypeSpelling>,
    pub(crate) description: RichText,
    pub(crate) deprecated: bool,
    /// Whether only the service sets it.
    pub(crate) read_only: bool,
    /// Whether it may not be left out, where the row says anything of that.
    pub(crate) required: Option<bool>,
    pub(crate) span: Span,
}

/// What a type cell says: `[recipient](recipient.md) collection`, `string, maximum size 20`, `Collection(Edm.String)`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TypeSpelling {
    /// The type's name without the words around it: `recipient`, `String`, `microsoft.graph.callRecords.media`.
    pub(crate) name: String,
    /// The link's target, as written.
    pub(crate) target: Option<String>,
    /// What the name is, if it names a primitive type.
    pub(crate) primitive: Option<Primitive>,
    pub(crate) collection: bool,
    /// The cell says `Enum` and not which: the members belong to the property alone.
    pub(crate) own_enum: bool,
    /// The maximum size in characters.
    pub(crate) max_length: Option<u32>,
    pub(crate) span: Span,
}
