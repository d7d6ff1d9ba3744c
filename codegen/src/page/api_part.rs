//! What a page says of operations.

use std::sync::Arc;

use super::{Exchange, Explained, Row};
use crate::http::Method;
use crate::path_template::{Address, QueryTemplate};
use crate::source::Span;
use crate::text::RichText;

/// What a page says of operations.
#[derive(Clone, Debug, Default)]
pub(crate) struct ApiPart {
    /// The HTTP request sections' routes, in order, each once.
    pub(crate) routes: Vec<Route>,
    pub(crate) permissions: Vec<Permission>,
    /// The request headers' table.
    pub(crate) headers: Vec<Row>,
    /// The query parameters' section: its prose, and the rows of its tables.
    pub(crate) query: Section,
    /// Function parameters, from their tables.
    pub(crate) function_parameters: Vec<Row>,
    /// Path parameters, and parameters of which the page does not say what kind they are, from their tables.
    pub(crate) parameters: Vec<Row>,
    /// Rows of tables that do not say which kind of parameters they list, until the routes show where each belongs.
    pub(crate) unsorted_parameters: Vec<Row>,
    pub(crate) request_body: Section,
    pub(crate) response: Section,
    /// The statuses of success that the page names outside of its section on the answer, beside an example for one.
    pub(crate) other_statuses: Vec<u16>,
    /// The prose of the sections.
    pub(crate) remarks: Remarks,
    /// Examples in order: a request with the response that follows it. They may be gone once they are judged.
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
    /// About the answer, without the tables: its type has what they list.
    pub(crate) response: Vec<RichText>,
    /// The same with the tables, for a type that does not have them: they list headers, or annotations beside the answer.
    pub(crate) listed_response: Vec<RichText>,
    /// What is said at one of several examples.
    pub(crate) examples: Vec<RichText>,
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
    pub(crate) sets: Arc<[Vec<String>]>,
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
    /// What the tables of query parameters list, or those of the request's body, each name once.
    pub(crate) rows: Vec<Row>,
    /// What the lines of JSON in the section say of its members.
    pub(crate) explained: Vec<Explained>,
    /// The tables of the answer: the examples show later which of them lists what comes back.
    pub(crate) tables: Vec<NameTable>,
    /// Nothing is sent: the section says so, or is empty. For an answer: none of the documented successes has a body.
    pub(crate) nothing: bool,
    /// The body may be left out.
    pub(crate) optional: bool,
    /// The words say that the body that is sent is bytes.
    pub(crate) bytes: bool,
    /// The statuses of success that the words name, from low to high.
    pub(crate) statuses: Vec<u16>,
    /// Several successes are documented, and one of them has no body.
    pub(crate) maybe_nothing: bool,
    /// Whether the words speak of a header with an address: `Location`, `Operation-Location`.
    pub(crate) location: bool,
    /// The words mention a body: of an answer, or one that is to be sent.
    pub(crate) body: bool,
    /// The words mention a collection or a list.
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
