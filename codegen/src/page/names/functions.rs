//! The names of a page's request functions.

use super::query;
use crate::case::{snake, unique};
use crate::page::{Page, Route};
use crate::path_template::{PathTemplate, Piece};

/// The names of a page's functions: of its routes, and behind them of the actions that it describes, which have names of
/// their own.
pub(super) fn functions(page: &Page, words: &str) -> Vec<String> {
    let mut names = of_routes(&page.api.routes, words);
    for action in &page.resource.actions {
        let name = format!("{words}_{}", snake(&action.name));
        names.push(unique(name, |name| names.iter().any(|known| known == name)));
    }
    names
}

/// The page's words, and for every route but the first what tells it from the first.
pub(crate) fn of_routes(routes: &[Route], words: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let Some(main) = routes.first() else { return names };
    for route in routes {
        let method = if route.method == main.method { "" } else { route.method.as_str() };
        let (with, told) = (with_query(routes, route), told_by_query(routes, route));
        let parameters = added(parameters(main), parameters(route));
        let (first, route) = (&main.address.path, &route.address.path);
        let own = literals(route);
        // A shorter route is told by what it is a part of.
        let part_of = own.iter().rev().nth(1).map(|parent| format!("in_{parent}")).unwrap_or_default();
        let literals = added(literals(first), own);
        let by = if parameters.is_empty() { String::new() } else { format!("by_{parameters}") };
        let candidates = [
            vec![words, method, &literals, &with],
            vec![words, method, &literals, &with, &by],
            vec![words, method, &literals, &with, &by, &told],
            vec![words, method, &literals, &with, &part_of],
        ];
        let candidates = candidates.map(|parts| {
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            snake(&parts.join("_").to_lowercase())
        });
        let free = candidates.iter().find(|name| !names.contains(name)).unwrap_or(&candidates[0]);
        names.push(unique(free.clone(), |name| names.iter().any(|known| known == name)));
    }
    names
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
        false => added(known, query::words(query)),
    }
}

/// What is in `here` and not in `first`, joined.
fn added(first: Vec<String>, here: Vec<String>) -> String {
    here.into_iter().filter(|name| !first.contains(name)).collect::<Vec<_>>().join("_")
}

/// The literal segments of a path, in snake case.
fn literals(path: &PathTemplate) -> Vec<String> {
    let literals = path.segments.iter().filter_map(|segment| match segment.pieces.first() {
        Some(Piece::Literal(text)) => {
            Some(snake(text.split('(').next().unwrap_or(text))).filter(|name| name != "blank")
        }
        _ => None,
    });
    literals.collect()
}
