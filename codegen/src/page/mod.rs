//! What a page says: everything that a model may need, with its place, and nothing about any other page.

mod actions;
mod allowances;
mod annotation;
mod base;
mod body_tables;
mod boilerplate;
mod calls;
mod code_spans;
mod enums;
mod exchanges;
mod fences;
mod fixed_query;
mod front_matter;
mod includes;
mod introduction;
pub(crate) mod names;
pub(crate) mod outline;
pub(crate) mod parameters;
mod parts;
mod permissions;
mod pivots;
mod product;
mod read;
mod read_all;
mod read_only;
mod remarks;
mod repair;
mod request_lines;
mod requirement;
mod resource;
mod route;
mod routes;
mod sections;
mod tables;
mod tabs;
mod translation;
mod type_spelling;
mod wording;

#[cfg(test)]
mod tests;

pub(crate) use front_matter::report as report_front_matter;
pub(crate) use names::{PageNames, of as names_of};
pub(crate) use read::read;
pub(crate) use read_all::read_all;

use crate::diagnostic::Allowed;
use crate::http::{Message, Method};
use crate::json;
use crate::path_template::{Address, QueryTemplate};
use crate::primitive::Primitive;
use crate::source::{FileId, Span, Spanned};
use crate::text::RichText;

/// One page.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    pub(crate) file: FileId,
    /// Whether the file holds nothing at all.
    pub(crate) is_empty: bool,
    pub(crate) kind: PageKind,
    /// The page is in another language than English; its headings carry their English names.
    pub(crate) translated: bool,
    pub(crate) front: FrontMatter,
    /// The first heading without markup; the front matter's title where there is none.
    pub(crate) title: Spanned<String>,
    /// The value of the `Namespace:` line.
    pub(crate) namespace: Option<Spanned<String>>,
    /// The paragraphs before the first section, without the namespace line and includes.
    pub(crate) summary: Vec<RichText>,
    /// Deprecation notices: alerts and paragraphs before the first section that say so.
    pub(crate) deprecation: Option<RichText>,
    pub(crate) api: ApiPart,
    /// What it says of the type that it is about.
    pub(crate) resource: ResourcePart,
    /// The types that its sections describe besides.
    pub(crate) sections: Vec<ResourcePart>,
    /// Enums that the page describes: a page of its own, "x values" sections, tables of members.
    pub(crate) enums: Vec<EnumTable>,
    /// The files that are parts of the page.
    pub(crate) includes: Vec<FileId>,
    /// What the page includes and is not among the files.
    pub(crate) missing_includes: Vec<(String, Span)>,
    /// The findings that the page lets stand.
    pub(crate) allowed: Vec<Allowed>,
    /// What the file's name and the routes call the page and its functions.
    pub(crate) names: PageNames,
}

impl Page {
    /// The names of types that the examples are annotated with, as written.
    pub(crate) fn annotated_types(&self) -> impl Iterator<Item = &str> {
        let examples = self.api.exchanges.iter().flat_map(|exchange| [&exchange.request, &exchange.response]);
        let annotations = examples.flatten().filter_map(|example| example.annotation.as_ref());
        annotations.filter_map(|annotation| annotation.odata_type.as_ref()).map(|name| name.value.as_str())
    }

    /// The namespace that the page's names live in.
    pub(crate) fn namespace(&self) -> &str {
        self.namespace.as_ref().map_or("", |namespace| namespace.value.trim_matches(['.', ' ']))
    }

    /// Whether the page calls itself a resource's: by its label, or by its title where it has none.
    pub(crate) fn is_resources(&self) -> bool {
        match &self.front.doc_type {
            Some(_) => read::label(self) == Some(PageKind::Resource),
            None => self.title.value.to_lowercase().contains(" resource type"),
        }
    }

    /// What the page says of types: of its own, and of those that its sections describe.
    pub(crate) fn resources(&self) -> impl Iterator<Item = &ResourcePart> {
        std::iter::once(&self.resource).chain(&self.sections)
    }

    /// Whether this may be only a part of pages that include it. An empty file is a page that went wrong.
    pub(crate) fn is_fragment(&self) -> bool {
        let front = &self.front;
        let headed = front.title.is_some() || front.doc_type.is_some() || !self.title.value.is_empty();
        !headed && self.kind == PageKind::Other && !self.is_empty
    }
}

/// What the content is, whatever `doc_type` says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum PageKind {
    /// Has routes.
    Api,
    /// Has a property table or a representation.
    Resource,
    /// Has members of an enum, and no properties.
    Enum,
    /// None of these: an overview.
    #[default]
    Other,
}

/// The front matter's values that matter.
#[derive(Clone, Debug, Default)]
pub(crate) struct FrontMatter {
    pub(crate) present: bool,
    pub(crate) title: Option<Spanned<String>>,
    pub(crate) description: Option<Spanned<String>>,
    pub(crate) doc_type: Option<Spanned<String>>,
    /// `ms.prod`, or `ms.subservice` in newer pages.
    pub(crate) product: Option<Spanned<String>>,
}

impl Page {
    /// The route at a position: of those that the page is for, and behind them of the actions that it describes.
    pub(crate) fn route(&self, position: usize) -> Option<&Route> {
        let actions = self.resource.actions.iter().map(|action| &action.route);
        self.api.routes.iter().chain(actions).nth(position)
    }

    /// The same, to be changed.
    pub(crate) fn route_mut(&mut self, position: usize) -> Option<&mut Route> {
        let actions = self.resource.actions.iter_mut().map(|action| &mut action.route);
        self.api.routes.iter_mut().chain(actions).nth(position)
    }

    /// How many messages the page shows as examples: requests and responses.
    pub(crate) fn examples(&self) -> usize {
        let sides = self.api.exchanges.iter().flat_map(|exchange| [&exchange.request, &exchange.response]);
        sides.flatten().count()
    }
}

/// What a page says of operations.
#[derive(Clone, Debug, Default)]
pub(crate) struct ApiPart {
    /// The HTTP request sections' routes, in order, each once.
    pub(crate) routes: Vec<Route>,
    pub(crate) permissions: Vec<Permission>,
    /// The request headers' table.
    pub(crate) headers: Vec<Row>,
    /// The query parameters' section: its prose, and its table if it has one.
    pub(crate) query: Section,
    /// Function parameters, from their tables.
    pub(crate) function_parameters: Vec<Row>,
    /// Path parameters, and parameters of which the page does not say what kind they are, from their tables.
    pub(crate) parameters: Vec<Row>,
    /// Rows of tables of parameters of no kind, until the routes tell where each belongs.
    pub(crate) unsorted_parameters: Vec<Row>,
    pub(crate) request_body: Section,
    pub(crate) response: Section,
    /// The statuses of success that the page tells of outside of its section on the answer, beside an example for one.
    pub(crate) other_statuses: Vec<u16>,
    /// The prose of the sections.
    pub(crate) remarks: Remarks,
    /// Examples in order: a request with the response that follows it.
    pub(crate) exchanges: Vec<Exchange>,
}

/// A method and an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Route {
    pub(crate) method: Method,
    pub(crate) address: Address,
    /// The part of the query that belongs to the call.
    pub(crate) query: Option<QueryTemplate>,
    /// The line as written.
    pub(crate) text: String,
    /// What the page says of this route and not of the others.
    pub(crate) about: Vec<RichText>,
    /// Which of the page's zones have the route, where others do not.
    pub(crate) only: Option<String>,
    pub(crate) span: Span,
}

/// What the sections of a page say in sentences, without what the signature of a function says by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Remarks {
    /// The notes before the first section.
    pub(crate) notes: Vec<RichText>,
    /// Of all routes.
    pub(crate) routes: Vec<RichText>,
    pub(crate) permissions: Vec<RichText>,
    /// Where the body has a type of its own, whose fields the tables describe.
    pub(crate) request_body: Vec<RichText>,
    /// Where the body is a resource: of what the tables list, the names.
    pub(crate) resource_body: Vec<RichText>,
    pub(crate) response: Vec<RichText>,
}

/// A row of the permissions' table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Permission {
    /// The row's label: `Delegated (work or school account)`, `Application`.
    pub(crate) kind: String,
    /// What tells the calls that the row is about from others of the page: a resource, a kind of user.
    pub(crate) case: Option<String>,
    /// The permissions from least to most privileged, any of which will do: each a set that is needed together. None where not
    /// supported.
    pub(crate) sets: Vec<Vec<String>>,
    /// The cell as written, for the docs.
    pub(crate) text: RichText,
    pub(crate) span: Span,
}

/// A section's paragraphs and its tables that list names. What the words of a section about bodies say is judged when
/// it is read; in another section, all of that is false.
#[derive(Clone, Debug, Default)]
pub(crate) struct Section {
    pub(crate) present: bool,
    pub(crate) text: Vec<RichText>,
    /// The rows of the first table; below *Request body*, of all tables that list what the body holds.
    pub(crate) rows: Vec<Row>,
    /// All tables, the first one among them.
    pub(crate) tables: Vec<NameTable>,
    /// Nothing is sent: the section says so, or holds nothing. Or no success of those that are told answers a body.
    pub(crate) nothing: bool,
    /// The body may be left out.
    pub(crate) optional: bool,
    /// The statuses of success that the words name, from low to high.
    pub(crate) statuses: Vec<u16>,
    /// Several successes are told, and one of them answers no body.
    pub(crate) maybe_nothing: bool,
    /// Whether the words speak of a header with an address: `Location`, `Operation-Location`.
    pub(crate) location: bool,
    /// The words tell of a body.
    pub(crate) body: bool,
    /// The words tell of a collection or a list.
    pub(crate) collection: bool,
    pub(crate) span: Span,
}

impl Section {
    /// The status of an answer without a body: the section says that there is none, and names one success.
    pub(crate) fn empty_status(&self) -> Option<u16> {
        match self.statuses[..] {
            [status @ 200..=299] if self.nothing => Some(status),
            _ => None,
        }
    }
}

/// A table of names in a section.
#[derive(Clone, Debug, Default)]
pub(crate) struct NameTable {
    /// What introduces the table: the last heading or paragraph before it; none where it continues the one before.
    pub(crate) title: Option<RichText>,
    pub(crate) rows: Vec<Row>,
    pub(crate) span: Span,
}

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

/// A request with its response; one of them may be missing. JSON that no request precedes stands as a response too: what
/// the service sends by itself, such as a notification, has a bare body there and is annotated as `example`.
#[derive(Clone, Debug)]
pub(crate) struct Exchange {
    pub(crate) request: Option<Example>,
    pub(crate) response: Option<Example>,
}

/// A code block that holds an HTTP message or JSON.
#[derive(Clone, Debug)]
pub(crate) struct Example {
    pub(crate) message: Message,
    pub(crate) annotation: Option<Annotation>,
    pub(crate) span: Span,
}

/// The comment before a code block that says what the block is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Annotation {
    /// `request`, `response`, `resource`, `example`, `ignored`, …
    pub(crate) block_type: String,
    pub(crate) name: Option<String>,
    /// `@odata.type` (or `@type`), without `Collection(…)` and `#`.
    pub(crate) odata_type: Option<Spanned<String>>,
    /// Said by `isCollection` or by `Collection(…)`.
    pub(crate) collection: bool,
    pub(crate) base_type: Option<Spanned<String>>,
    pub(crate) key_property: Option<String>,
    pub(crate) open_type: bool,
    pub(crate) is_abstract: bool,
    pub(crate) truncated: bool,
    pub(crate) expect_error: bool,
    pub(crate) span: Span,
}

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

/// An action of a resource, as the resource's own page tells of it.
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

/// A list of members.
#[derive(Clone, Debug)]
pub(crate) struct EnumTable {
    /// The name that the page's title or the heading gives: `importance` of "importance values".
    pub(crate) name: Spanned<String>,
    /// What links to its heading have behind their `#`.
    pub(crate) anchor: Option<String>,
    pub(crate) members: Vec<EnumMember>,
    pub(crate) span: Span,
}

/// A member of an enum.
#[derive(Clone, Debug)]
pub(crate) struct EnumMember {
    pub(crate) name: Spanned<String>,
    pub(crate) value: Option<i64>,
    pub(crate) description: RichText,
}
