//! What the API is, in OData's words: no Markdown, no Rust. Data only.

mod areas;
mod argument;
mod basis;
mod closure;
mod example;
mod implied;
mod name;
mod operations;

use std::collections::BTreeMap;
use std::fmt;

use crate::http::Method;
use crate::path_template::{PathTemplate, QueryTemplate};
use crate::primitive::Primitive;
use crate::source::{FileId, Span};
use crate::text::RichText;
pub(crate) use areas::{Area, Areas};
pub(crate) use argument::{Argument, Site};
pub(crate) use basis::Basis;
pub(crate) use closure::{closure, rings};
pub(crate) use example::{
    Example, ExampleBody, ExampleCount, Exchange, RequestExample, ResponseExample, Target,
};
pub(crate) use implied::{Implied, Rule};
pub(crate) use name::QualifiedName;
pub(crate) use operations::{OperationKey, Operations, by_page};

/// The whole API.
#[derive(Clone, Debug, Default)]
pub(crate) struct Model {
    /// Entity types and complex types.
    pub(crate) structured: BTreeMap<QualifiedName, StructuredType>,
    /// Enum types.
    pub(crate) enums: BTreeMap<QualifiedName, EnumType>,
    pub(crate) operations: Operations,
    /// The area of each of them.
    pub(crate) areas: Areas,
    /// The address of the service, as most of the pages' examples have it.
    pub(crate) root: Option<String>,
    /// How many examples each page shows.
    pub(crate) examples: BTreeMap<FileId, ExampleCount>,
}

impl Model {
    /// How many examples, requests and responses, the crate has to agree with.
    pub(crate) fn tested(&self) -> usize {
        let exchanges = self.operations.values().flat_map(|operation| &operation.exchanges);
        let sides = exchanges.flat_map(|exchange| {
            let request = exchange.request.as_ref().map(|request| &request.example);
            request.into_iter().chain(exchange.response.as_ref().map(|response| &response.example))
        });
        sides.filter(|example| example.holds).count()
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

/// What people should read about an item.
#[derive(Clone, Debug, Default)]
pub(crate) struct Description {
    /// Paragraphs.
    pub(crate) text: Vec<RichText>,
    /// The notice, where the page says that the item is deprecated.
    pub(crate) deprecation: Option<RichText>,
    /// The pages that describe it.
    pub(crate) pages: Vec<FileId>,
    /// The places that are about it and nothing else: what a link to them means.
    pub(crate) places: Vec<Section>,
}

/// A page, or the section of it that a link's anchor leads to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Section {
    pub(crate) page: FileId,
    pub(crate) anchor: Option<String>,
}

/// An entity type or a complex type.
#[derive(Clone, Debug)]
pub(crate) struct StructuredType {
    pub(crate) name: QualifiedName,
    /// The page whose operation alone sends or answers it, where it is made for one.
    pub(crate) owner: Option<FileId>,
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
    /// Other texts that mean it when they come.
    pub(crate) read: Vec<String>,
    pub(crate) value: Option<i64>,
    pub(crate) description: RichText,
}

impl Member {
    /// The text that JSON has for it.
    pub(crate) fn text(&self) -> &str {
        self.wire.as_deref().unwrap_or(&self.name)
    }

    /// The texts that mean it: what is sent first.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        [self.text()].into_iter().chain(self.read.iter().map(String::as_str))
    }
}

/// One route of the API, after all pages that document it.
#[derive(Clone, Debug)]
pub(crate) struct Operation {
    pub(crate) method: Method,
    pub(crate) path: PathTemplate,
    /// The part of the query that belongs to the call.
    pub(crate) fixed_query: Option<QueryTemplate>,
    /// The route as documented.
    pub(crate) documented: String,
    /// One for each place in the path and in the fixed query, in order, then those that have names of their own.
    pub(crate) arguments: Vec<Argument>,
    pub(crate) request: RequestBody,
    /// Whether the body says which type it is of (`@odata.type`): the service would take it for a base type.
    pub(crate) names_type: bool,
    pub(crate) response: ResponseBody,
    /// The status of an answer without a body, if the page's words name one.
    pub(crate) empty_status: Option<u16>,
    /// What the answer rests on.
    pub(crate) basis: Basis,
    /// Where it is documented; the first names the function, the others are aliases.
    pub(crate) places: Vec<PageRoute>,
    /// What stands in for the places of a read that no page documents.
    pub(crate) implied: Option<Implied>,
    pub(crate) description: Description,
    pub(crate) permissions: Vec<Permission>,
    /// What the page says of query options, in sentences and in its table.
    pub(crate) query: Vec<RichText>,
    pub(crate) options: Vec<Named>,
    /// What the page says of this route and not of its others.
    pub(crate) about: Vec<RichText>,
    /// What each page that documents it says of its calls.
    pub(crate) remarks: Vec<Remarks>,
    /// Request headers, and what the tables say of arguments: name and description.
    pub(crate) headers: Vec<Named>,
    pub(crate) parameters: Vec<Named>,
    pub(crate) exchanges: Vec<Exchange>,
}

impl Operation {
    /// The pages that it belongs to: those that document it, or the one that the missing page would stand beside.
    pub(crate) fn homes(&self) -> impl Iterator<Item = FileId> {
        self.places.iter().map(|place| place.page).chain(self.implied.iter().map(|implied| implied.beside))
    }

    /// Whether the service searches and counts only in an index that it is asked for by a header (`ConsistencyLevel`).
    pub(crate) fn has_advanced_queries(&self) -> bool {
        self.headers.iter().any(|header| header.name.eq_ignore_ascii_case("ConsistencyLevel"))
    }

    /// What a request is built from: the path, and behind it the part of the query that belongs to the call. The arguments
    /// of a function that the page writes without parentheses stand by themselves.
    pub(crate) fn template(&self) -> (String, String) {
        template(&self.path, self.fixed_query.as_ref(), &self.documented)
    }
}

/// The same for a route: its path, the query that belongs to the call, and the line as documented.
pub(crate) fn template(
    path: &PathTemplate,
    query: Option<&QueryTemplate>,
    documented: &str,
) -> (String, String) {
    let path = path.to_string();
    let Some(query) = query else {
        let name = path.rfind('/').map_or(0, |slash| slash + 1);
        let Some(open) = path[name..].find('(').map(|at| name + at) else { return (path, String::new()) };
        let written = documented.to_lowercase().contains(&path[name..=open].to_lowercase());
        let call = if written { String::new() } else { path[open..].to_owned() };
        return (path[..path.len() - call.len()].to_owned(), call);
    };
    (format!("{path}?{query}"), String::new())
}

/// What a kind of caller needs to be allowed.
#[derive(Clone, Debug)]
pub(crate) struct Permission {
    /// The kind of caller: `Delegated (work or school account)`, `Application`.
    pub(crate) kind: String,
    /// From least to most privileged, any of which will do: each a set that is needed together. None where not supported.
    pub(crate) sets: Vec<Vec<String>>,
    /// What the page says of it, for the docs.
    pub(crate) text: RichText,
}

/// What a page says of its calls beside what their signatures say, section by section.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Remarks {
    pub(crate) page: FileId,
    pub(crate) notes: Vec<RichText>,
    pub(crate) permissions: Vec<RichText>,
    pub(crate) request_body: Vec<RichText>,
    pub(crate) response: Vec<RichText>,
}

impl Remarks {
    pub(crate) fn is_empty(&self) -> bool {
        [&self.notes, &self.permissions, &self.request_body, &self.response]
            .iter()
            .all(|texts| texts.is_empty())
    }
}

/// A page and the position of a route among its routes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct PageRoute {
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
    /// A JSON array of such values.
    Collection(Type),
    /// JSON of no documented shape.
    Json,
    /// Bytes of some content type.
    Content,
    /// The body that stands inside, or none, as the caller likes.
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
