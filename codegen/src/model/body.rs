//! What an operation sends and answers.

use super::{QualifiedName, Type};

/// What an operation sends.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum RequestBody {
    None,
    /// A resource, or the parameters of an action.
    Structured(QualifiedName),
    /// A JSON array of such values.
    Collection(Type),
    /// JSON whose shape is not documented.
    Json,
    /// Bytes of some content type.
    Content,
    /// An optional body.
    Optional(Box<RequestBody>),
}

/// What an operation answers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ResponseBody {
    None,
    One(QualifiedName),
    /// `{"value": […]}`, page by page.
    Collection(Type),
    /// `{"value": …}` around one value.
    Wrapped(Type),
    /// How many there are: a number by itself.
    Count,
    /// JSON whose shape is not documented.
    Json,
    /// Bytes of some content type.
    Content,
    /// Bytes, or a redirect to where they are.
    Download,
    /// An address of the outcome in place of a body.
    Receipt,
    /// An answer that may lack its body.
    Reply(Box<ResponseBody>),
}
