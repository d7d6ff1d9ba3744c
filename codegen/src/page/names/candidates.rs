//! What tells a route of a page from the plainest one: where it leads besides, by which path, query or key, or by which
//! method.

use std::collections::BTreeSet;

use super::query;
use super::siblings::Siblings;
use crate::case::snake;
use crate::page::Route;
use crate::path_template::{PathTemplate, Piece};

/// The names that routes may have beside the plainest one.
pub(super) struct Candidates<'a> {
    siblings: &'a Siblings<'a>,
    main: &'a Route,
    words: &'a str,
    /// The literal segments and the places of the plainest route.
    path: Vec<String>,
    literals: BTreeSet<String>,
    parameters: BTreeSet<String>,
}

impl<'a> Siblings<'a> {
    pub(super) fn beside(&'a self, main: usize, words: &'a str) -> Candidates<'a> {
        let main = &self.routes[main];
        let path = literals(&main.address.path);
        Candidates {
            siblings: self,
            main,
            words,
            literals: path.iter().cloned().collect(),
            path,
            parameters: parameters(main).into_iter().collect(),
        }
    }
}

impl Candidates<'_> {
    /// What a route is called: the shortest of its names that is free, or else the shortest.
    pub(super) fn of(&self, place: usize, is_free: impl Fn(&String) -> bool) -> String {
        let (words, main, route) = (self.words, self.main, &self.siblings.routes[place]);
        let method = if route.method == main.method { "" } else { route.method.as_str() };
        let (with, told) = (self.siblings.with_query(place), self.siblings.told_by_query(place));
        let all = literals(&route.address.path);
        let more = added(&self.literals, &all);
        // What goes on behind the plainest route is not where that stands.
        let more = if all.starts_with(&self.path) { more.join("_") } else { prefixed("in", &more) };
        let all = prefixed("in", &all);
        let path = if is_by_path(route) && !is_by_path(main) { "by_path" } else { "" };
        let parameters = parameters(route);
        let by = prefixed("by", &added(&self.parameters, &parameters));
        let by_all = prefixed("by", &parameters);
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
        let mut joined = candidates.into_iter().map(|parts| {
            let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
            snake(&parts.join("_").to_lowercase())
        });
        let shortest = joined.next().unwrap_or_default();
        if is_free(&shortest) { shortest } else { joined.find(is_free).unwrap_or(shortest) }
    }
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

/// What is in `here` and not in `first`.
fn added(first: &BTreeSet<String>, here: &[String]) -> Vec<String> {
    here.iter().filter(|name| !first.contains(*name)).cloned().collect()
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
