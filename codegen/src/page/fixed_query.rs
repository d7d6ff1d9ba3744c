//! Which part of a route's query belongs to the call, and which only hints at options that a program may add.
//!
//! A page that lists `/books` and `/books?$top=1` documents one call; one that lists `/books?$top=1` alone documents
//! that. An option that is not one of OData's makes a call of its own: `/books?includeLent=true`.

use std::collections::BTreeSet;

use super::Route;
use crate::diagnostic::{Code, Diagnostics};
use crate::http::Method;
use crate::path_template::{QueryOption, QueryTemplate, read_query};

/// OData's options, which every request has methods for.
const OWN: [&str; 7] = ["select", "expand", "filter", "orderby", "top", "skip", "count"];

/// Options that only the service's own links have.
const OF_LINKS: [&str; 2] = ["skiptoken", "deltatoken"];

/// A route without its query, as a key.
type Path = (Method, String);

/// Gives each route the query that belongs to it. A route that only hints at options is left out.
pub(super) fn split_off(routes: &mut Vec<Route>, diagnostics: &mut Diagnostics) {
    for route in routes.iter_mut() {
        let Some(text) = &route.address.query else { continue };
        let query = read_query(text);
        if !query.repairs.is_empty() {
            diagnostics.report(Code::RepairedRoute, route.span, query.repairs.join("; "));
        }
        let (of_links, options): (Vec<QueryOption>, Vec<QueryOption>) =
            query.options.into_iter().partition(|option| OF_LINKS.contains(&option.bare_name().as_str()));
        let mut left_out = query.elided;
        left_out.extend(of_links.into_iter().map(|option| option.name));
        if !left_out.is_empty() {
            let message = format!("`{}` is left to the caller", left_out.join("`, `"));
            diagnostics.report(Code::QueryHint, route.span, message);
        }
        route.query = QueryTemplate::of(options);
    }
    let listed: BTreeSet<(Path, String)> =
        routes.iter().map(|route| (path(route), key(route.query.as_ref()))).collect();
    routes.retain(|route| {
        let Some(hint) = hint(route, &listed) else { return true };
        let message = format!("`{hint}` is left to the caller: the page lists the route without it too");
        diagnostics.report(Code::QueryHint, route.span, message);
        false
    });
}

fn path(route: &Route) -> Path {
    (route.method, route.address.path.key())
}

fn key(query: Option<&QueryTemplate>) -> String {
    query.map(QueryTemplate::key).unwrap_or_default()
}

/// OData's own options of a route that the page lists without them too.
fn hint(route: &Route, listed: &BTreeSet<(Path, String)>) -> Option<QueryTemplate> {
    let options = route.query.as_ref()?.options.iter().cloned();
    let (own, rest): (Vec<QueryOption>, Vec<QueryOption>) = options.partition(is_own);
    let rest = (path(route), key(QueryTemplate::of(rest).as_ref()));
    QueryTemplate::of(own).filter(|_| listed.contains(&rest))
}

/// Pages write OData's options without the dollar sign too. A `count` or a `search` may then be the service's own.
fn is_own(option: &QueryOption) -> bool {
    let name = option.bare_name();
    match option.name.starts_with('$') {
        true => OWN.contains(&name.as_str()) || ["search", "format"].contains(&name.as_str()),
        false => name != "count" && OWN.contains(&name.as_str()),
    }
}
