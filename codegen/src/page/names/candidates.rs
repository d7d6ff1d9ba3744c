//! What tells a route of a page from the plainest one: where it leads besides, by which path, query or key, or by which
//! method.

use super::query;
use crate::case::snake;
use crate::page::Route;
use crate::path_template::{PathTemplate, Piece};

/// What a route may be called, the shortest first.
pub(super) fn candidates(routes: &[Route], main: &Route, route: &Route, words: &str) -> Vec<String> {
    let method = if route.method == main.method { "" } else { route.method.as_str() };
    let (with, told) = (with_query(routes, route), told_by_query(routes, route));
    let all = literals(&route.address.path);
    let more = prefixed("in", &added(&literals(&main.address.path), &all));
    let all = prefixed("in", &all);
    let path = if is_by_path(route) && !is_by_path(main) { "by_path" } else { "" };
    let by = prefixed("by", &added(&parameters(main), &parameters(route)));
    let by_all = prefixed("by", &parameters(route));
    let options = route.query.as_ref().map(query::with).unwrap_or_default();
    let candidates: [&[&str]; 9] = [
        &[words, method, &more, &with],
        &[words, method, &more, &with, path],
        &[words, method, &more, &options],
        &[words, method, &more, &with, &told],
        &[words, method, &more, &with, &by],
        &[words, method, &more, &with, &by, &told],
        &[words, method, &all, &with],
        &[words, method, &all, &with, &by],
        &[words, method, &all, &with, &by_all, &told],
    ];
    let joined = candidates.into_iter().map(|parts| {
        let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
        snake(&parts.join("_").to_lowercase())
    });
    joined.collect()
}

fn prefixed(before: &str, names: &[String]) -> String {
    if names.is_empty() { String::new() } else { format!("{before}_{}", names.join("_")) }
}

/// Whether a route has a path inside of it: `/drive/root:/{item-path}`.
fn is_by_path(route: &Route) -> bool {
    let is_colon = |piece: &Piece| matches!(piece, Piece::Literal(text) if text.ends_with(':'));
    route.address.path.segments.iter().any(|segment| segment.pieces.iter().any(is_colon))
}

/// The names of a route's places.
fn parameters(route: &Route) -> Vec<String> {
    let mut names = route.address.path.parameter_names();
    if let Some(query) = &route.query {
        query.add_names(&mut names);
    }
    names
}

/// What the query adds to the name, where the page has the same route without one.
fn with_query(routes: &[Route], route: &Route) -> String {
    let is_without = |other: &&Route| {
        other.query.is_none()
            && other.method == route.method
            && other.address.path.key() == route.address.path.key()
    };
    let query = route.query.as_ref().filter(|_| routes.iter().any(|other| is_without(&other)));
    query.map(query::with).unwrap_or_default()
}

/// What the query adds to the name where nothing else tells the route from others: the words that the queries of the same
/// route before it do not have, or else its options.
fn told_by_query(routes: &[Route], route: &Route) -> String {
    let Some(query) = &route.query else { return String::new() };
    let path = |route: &Route| (route.method, route.address.path.key());
    let before = routes.iter().take_while(|other| !std::ptr::eq(*other, route));
    let before = before.filter(|other| path(other) == path(route)).filter_map(|other| other.query.as_ref());
    let known: Vec<String> = before.flat_map(query::words).collect();
    match known.is_empty() {
        true => query::with(query),
        false => added(&known, &query::words(query)).join("_"),
    }
}

/// What is in `here` and not in `first`.
fn added(first: &[String], here: &[String]) -> Vec<String> {
    here.iter().filter(|name| !first.contains(name)).cloned().collect()
}

/// The literal segments of a path, in snake case, without the namespaces of functions.
fn literals(path: &PathTemplate) -> Vec<String> {
    let literals = path.segments.iter().filter_map(|segment| match segment.pieces.first() {
        Some(Piece::Literal(text)) => {
            let name = text.split('(').next().unwrap_or(text);
            let name = name.rsplit('.').next().unwrap_or(name);
            Some(snake(name)).filter(|name| name != "blank")
        }
        _ => None,
    });
    literals.collect()
}
