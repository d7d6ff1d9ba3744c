//! What the tables of parameters describe: a place in a route, an argument of a call, an option of the query.

use super::{Page, Route, Row};
use crate::http::Method;
use crate::path_template::{Call, QueryTemplate};
use crate::text::letters;

/// Which table a row stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// Function parameters.
    Function,
    /// Path parameters, or parameters of no kind.
    Path,
    /// The request body of a page that only reads.
    Body,
}

/// The rows that may describe the argument of a call.
pub(crate) fn of_calls(page: &Page) -> Vec<(Source, &Row)> {
    let api = &page.api;
    let mut rows = Vec::new();
    rows.extend(api.function_parameters.iter().map(|row| (Source::Function, row)));
    rows.extend(api.parameters.iter().map(|row| (Source::Path, row)));
    if api.routes.iter().all(|route| route.method == Method::Get) {
        rows.extend(api.request_body.rows.iter().map(|row| (Source::Body, row)));
    }
    rows
}

/// Whether two names of parameters are one: case, hyphens and the like aside.
pub(crate) fn is_same(a: &str, b: &str) -> bool {
    letters(a).eq(letters(b))
}

/// What is the same for all names of one parameter.
pub(crate) fn key(name: &str) -> String {
    letters(name).collect()
}

/// Whether a route of the page has a place or an argument of this name.
pub(crate) fn is_mentioned(page: &Page, name: &str) -> bool {
    page.api.routes.iter().any(|route| has_place(route, name) || has_option(route, name))
}

/// Whether a route has a place of this name: `{id}`, `{id | name}`, or an argument or an option that is a place.
pub(crate) fn has_place(route: &Route, name: &str) -> bool {
    let in_query = route.query.iter().flat_map(QueryTemplate::parameters);
    let mut places = route.address.path.parameters().chain(in_query);
    let has = places.any(|place| {
        let names = place.name.split('|').chain(place.argument.as_deref());
        names.into_iter().any(|known| is_same(known, name))
    });
    has || calls(route).any(|call| call.arguments.iter().any(|argument| is_same(&argument.name, name)))
}

/// Whether the query that belongs to a route has an option of this name.
pub(crate) fn has_option(route: &Route, name: &str) -> bool {
    route.query.iter().flat_map(|query| &query.options).any(|option| is_same(&option.name, name))
}

/// The calls in a route's path.
pub(crate) fn calls(route: &Route) -> impl Iterator<Item = Call> + '_ {
    route.address.path.segments.iter().filter_map(Call::of)
}
