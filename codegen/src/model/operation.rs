//! One route of the API, and what the pages say of it.

use std::sync::Arc;

use super::{Argument, Basis, Description, Exchange, Implied, PageRoute, RequestBody, ResponseBody};
use crate::http::Method;
use crate::path_template::{PathTemplate, QueryTemplate};
use crate::source::PageId;
use crate::text::RichText;

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
    /// Where a read comes from that no page documents.
    pub(crate) implied: Option<Implied>,
    pub(crate) description: Description,
    pub(crate) permissions: Vec<Permission>,
    /// What the page says of query options, in sentences and in its table.
    pub(crate) query: Vec<RichText>,
    pub(crate) options: Vec<Named>,
    /// What the page says of this route and not of its others.
    pub(crate) about: Vec<RichText>,
    /// The remarks of each page that documents it.
    pub(crate) remarks: Vec<Remarks>,
    /// Request headers, and what the tables say of arguments: name and description.
    pub(crate) headers: Vec<Named>,
    /// The preferences (`Prefer`) that every request states.
    pub(crate) preferences: Vec<String>,
    pub(crate) parameters: Vec<Named>,
    pub(crate) exchanges: Vec<Exchange>,
}

impl Operation {
    /// A call that sends its path alone and answers nothing, of which no page says more.
    pub(crate) fn bare(method: Method, path: PathTemplate, documented: String, basis: Basis) -> Self {
        Operation {
            method,
            arguments: path.parameters().map(Argument::of).collect(),
            path,
            fixed_query: None,
            documented,
            request: RequestBody::None,
            names_type: false,
            response: ResponseBody::None,
            empty_status: None,
            basis,
            places: Vec::new(),
            implied: None,
            description: Description::default(),
            permissions: Vec::new(),
            query: Vec::new(),
            options: Vec::new(),
            about: Vec::new(),
            remarks: Vec::new(),
            headers: Vec::new(),
            preferences: Vec::new(),
            parameters: Vec::new(),
            exchanges: Vec::new(),
        }
    }

    /// The pages that it belongs to: those that document it, or the one that the missing page would stand beside.
    pub(crate) fn homes(&self) -> impl Iterator<Item = PageId> {
        self.places.iter().map(|place| place.page).chain(self.implied.iter().map(|implied| implied.beside))
    }

    /// Whether the service searches and counts only in an index, which a header (`ConsistencyLevel`) asks for.
    pub(crate) fn has_advanced_queries(&self) -> bool {
        self.headers.iter().any(|header| header.name.eq_ignore_ascii_case("ConsistencyLevel"))
    }

    /// The template that its requests are built from.
    pub(crate) fn template(&self) -> RequestTemplate {
        RequestTemplate::of(&self.path, self.fixed_query.as_ref(), &self.documented)
    }
}

/// The template of a request, as a generated crate has it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct RequestTemplate {
    /// The text of the path's constant: the path, and then the part of the query that belongs to the call.
    pub(crate) constant: String,
    /// The arguments of a function that the page writes without parentheses; the constant lacks them.
    pub(crate) call: String,
}

impl RequestTemplate {
    /// From a route: its path, the query that belongs to the call, and the line as documented.
    pub(crate) fn of(path: &PathTemplate, query: Option<&QueryTemplate>, documented: &str) -> Self {
        let mut constant = path.to_string();
        if let Some(query) = query {
            return RequestTemplate { constant: format!("{constant}?{query}"), call: String::new() };
        }
        let name = constant.rfind('/').map_or(0, |slash| slash + 1);
        let parenthesis = constant[name..].find('(').map(|at| name + at);
        let is_written =
            |open: usize| documented.to_lowercase().contains(&constant[name..=open].to_lowercase());
        let call = match parenthesis.filter(|open| !is_written(*open)) {
            Some(open) => constant.split_off(open),
            None => String::new(),
        };
        RequestTemplate { constant, call }
    }

    /// Path, query and call in one.
    pub(crate) fn whole(&self) -> String {
        format!("{}{}", self.constant, self.call)
    }
}

/// The permissions that a kind of caller needs.
#[derive(Clone, Debug)]
pub(crate) struct Permission {
    /// The kind of caller: `Delegated (work or school account)`, `Application`.
    pub(crate) kind: String,
    /// From least to most privileged, any of which will do: each a set that is needed together. Empty if not supported.
    pub(crate) sets: Arc<[Vec<String>]>,
    /// What the page says of it, for the docs.
    pub(crate) text: RichText,
}

/// What a page says of its calls beyond their signatures, section by section.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Remarks {
    pub(crate) page: PageId,
    pub(crate) notes: Vec<RichText>,
    pub(crate) permissions: Vec<RichText>,
    pub(crate) request_body: Vec<RichText>,
    pub(crate) response: Vec<RichText>,
    /// What is said at one of several examples.
    pub(crate) examples: Vec<RichText>,
}

impl Remarks {
    pub(crate) fn is_empty(&self) -> bool {
        [&self.notes, &self.permissions, &self.request_body, &self.response, &self.examples]
            .iter()
            .all(|texts| texts.is_empty())
    }
}

/// A name and its description.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) description: RichText,
}

/// The preference that the row of a header begins with: `return=minimal`, `create-if-missing` of `Prefer`.
pub(crate) fn preference(name: &str, description: &RichText) -> Option<String> {
    let words = description.plain();
    let (first, _) = words.split_once(". ").filter(|_| name.trim().eq_ignore_ascii_case("prefer"))?;
    let is_preference = first.contains(['-', '='])
        && first.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_.=".contains(letter));
    is_preference.then(|| first.to_owned())
}
