//! What the API is, in OData's words: no Markdown, no Rust. Data only.

mod areas;
mod argument;
mod closure;

use std::collections::BTreeMap;
use std::fmt;

use crate::http::{Message, Method};
use crate::page::Permission;
use crate::path_template::{Arguments, PathTemplate};
use crate::primitive::Primitive;
use crate::source::{FileId, Span};
use crate::text::RichText;
pub(crate) use areas::{Area, Areas};
pub(crate) use argument::{Argument, Site};
pub(crate) use closure::closure;

/// The whole API.
#[derive(Clone, Debug, Default)]
pub(crate) struct Model {
    /// Entity types and complex types, by name.
    pub(crate) structured: Vec<StructuredType>,
    /// Enum types, by name.
    pub(crate) enums: Vec<EnumType>,
    /// Operations, by the page that names them and their place on it.
    pub(crate) operations: Vec<Operation>,
    /// The area of each of them.
    pub(crate) areas: Areas,
    /// How many of a page's examples the crate cannot be tested with.
    pub(crate) untested: BTreeMap<FileId, usize>,
}

impl Model {
    /// How many examples, requests and responses, the crate has to agree with.
    pub(crate) fn tested(&self) -> usize {
        let exchanges = self.operations.iter().flat_map(|operation| &operation.exchanges);
        let sides = exchanges.flat_map(|exchange| [&exchange.request, &exchange.response]);
        sides.flatten().filter(|example| example.holds).count()
    }
}

/// Namespace and name: `microsoft.graph` and `customerPayment`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct QualifiedName {
    pub(crate) namespace: String,
    pub(crate) name: String,
}

impl fmt::Display for QualifiedName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.namespace.as_str() {
            "" => f.write_str(&self.name),
            namespace => write!(f, "{namespace}.{}", self.name),
        }
    }
}

/// A type as a property, a parameter or a body has it.
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

/// What people should read about an item.
#[derive(Clone, Debug, Default)]
pub(crate) struct Description {
    /// Paragraphs.
    pub(crate) text: Vec<RichText>,
    /// The notice, where the page says that the item is deprecated.
    pub(crate) deprecation: Option<RichText>,
    /// The pages that describe it.
    pub(crate) pages: Vec<FileId>,
}

/// An entity type or a complex type.
#[derive(Clone, Debug)]
pub(crate) struct StructuredType {
    pub(crate) name: QualifiedName,
    /// The operation's page that alone uses it, for the body of an action.
    pub(crate) owner: Option<Owner>,
    pub(crate) base: Option<QualifiedName>,
    pub(crate) is_abstract: bool,
    pub(crate) open: bool,
    /// Own and inherited properties, in documented order.
    pub(crate) properties: Vec<Property>,
    pub(crate) description: Description,
}

/// Whose body a type is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Owner {
    pub(crate) page: FileId,
    /// What the type is to the operation: `Request`, or `RequestMessage` for the member `message` of it.
    pub(crate) role: String,
}

/// A property or a navigation property.
#[derive(Clone, Debug)]
pub(crate) struct Property {
    pub(crate) name: String,
    pub(crate) type_: Type,
    pub(crate) navigation: bool,
    /// Whether a value of the type holds, by value, a value of the type that declares it.
    pub(crate) recursive: bool,
    pub(crate) max_length: Option<u32>,
    pub(crate) description: RichText,
    pub(crate) deprecated: bool,
    /// The strongest evidence.
    pub(crate) span: Span,
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
    pub(crate) value: Option<i64>,
    pub(crate) description: RichText,
}

/// One route of the API, after all pages that document it.
#[derive(Clone, Debug)]
pub(crate) struct Operation {
    pub(crate) method: Method,
    pub(crate) path: PathTemplate,
    /// The route as documented.
    pub(crate) documented: String,
    /// One for each place in the path, in order, then those in the query.
    pub(crate) arguments: Vec<Argument>,
    pub(crate) request: RequestBody,
    pub(crate) response: ResponseBody,
    /// Where it is documented; the first names the function, the others are aliases.
    pub(crate) places: Vec<Place>,
    pub(crate) description: Description,
    pub(crate) permissions: Vec<Permission>,
    /// What the page says of query options.
    pub(crate) query: Vec<RichText>,
    /// Request headers, and what the tables say of arguments: name and description.
    pub(crate) headers: Vec<Named>,
    pub(crate) parameters: Vec<Named>,
    pub(crate) exchanges: Vec<Exchange>,
}

/// A page and the position of a route among its routes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) page: FileId,
    pub(crate) route: usize,
}

/// A name and what is said of it.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) description: RichText,
}

/// What an operation sends.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum RequestBody {
    None,
    /// A resource, or the parameters of an action.
    Structured(QualifiedName),
    /// JSON of no documented shape.
    Json,
    /// Bytes of some content type.
    Content,
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
    /// JSON of no documented shape.
    Json,
    /// Bytes of some content type.
    Content,
    /// Bytes, or a redirect to where they are.
    Download,
    /// No body, but an address where the outcome is.
    Receipt,
    /// The body that stands inside, or none.
    Reply(Box<ResponseBody>),
}

/// A documented request with its response, bound to the operation.
#[derive(Clone, Debug)]
pub(crate) struct Exchange {
    pub(crate) request: Option<Example>,
    pub(crate) response: Option<Example>,
    /// The arguments that the example's address has; none where it has no address of the operation.
    pub(crate) arguments: Option<Arguments>,
}

/// One side of an exchange.
#[derive(Clone, Debug)]
pub(crate) struct Example {
    pub(crate) message: Message,
    pub(crate) span: Span,
    /// Whether the crate has to agree with it. If not, a finding says why.
    pub(crate) holds: bool,
}
