//! What distinguishes a route of a page from the plainest one: its further segments, its path, query or key, or its
//! method.

use std::collections::BTreeSet;

use super::query;
use super::siblings::Siblings;
use crate::case::snake;
use crate::page::Route;
use crate::path_template::{PathTemplate, Piece};
use crate::plural::one_of;

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
    /// What a route is called: the plainest of its names that is free, or else the plainest.
    pub(super) fn of(&self, place: usize, is_free: impl Fn(&String) -> bool) -> String {
        let (words, main, route) = (self.words, self.main, &self.siblings.routes[place]);
        let method = if route.method == main.method { "" } else { route.method.as_str() };
        let (with, told_by_query) = (self.siblings.with_query(place), self.siblings.told_by_query(place));
        let all = literals(&route.address.path);
        let segments = added(&self.literals, &all);
        let more = self.led(&all, &segments);
        let all = prefixed("in", &all);
        let path = if is_by_path(route) && !is_by_path(main) { "by_path" } else { "" };
        let parameters = parameters(route);
        let added_by = added(&self.parameters, &parameters);
        let by = prefixed("by", &added_by);
        // A key that a segment already names does not need a word.
        let is_clear = |name: &&String| {
            segments.iter().any(|segment| name.strip_suffix("_id") == Some(&one_of(segment)))
        };
        let by_other: Vec<String> = added_by.iter().filter(|name| !is_clear(name)).cloned().collect();
        let by_other = prefixed("by", &by_other);
        let by_all = prefixed("by", &parameters);
        let options = route.query.as_ref().map(query::with).unwrap_or_default();
        let candidates: [&[&str]; 10] = [
            &[words, method, &more, &with],
            &[words, method, &more, &with, path],
            &[words, method, &more, &options],
            &[words, method, &more, &with, &told_by_query],
            &[words, method, &more, &with, &by_other],
            &[words, method, &more, &with, &by],
            &[words, method, &more, &with, &by, &told_by_query],
            &[words, method, &all, &with],
            &[words, method, &all, &with, &by],
            &[words, method, &all, &with, &by_all, &told_by_query],
        ];
        let mut joined = candidates.into_iter().map(joined);
        let plainest = joined.next().unwrap_or_default();
        if is_free(&plainest) { plainest } else { joined.find(is_free).unwrap_or(plainest) }
    }

    /// Shorter names for a route whose plainest one is long, the shortest first: of the segments that it has more, the first one
    /// says where all of them are, and the last ones tell most. `$value` tells nothing by itself.
    pub(super) fn shorter(&self, place: usize) -> Vec<String> {
        let route = &self.siblings.routes[place];
        let method = if route.method == self.main.method { "" } else { route.method.as_str() };
        let with = self.siblings.with_query(place);
        let all = literals(&route.address.path);
        let segments = added(&self.literals, &all);
        let last = route.address.path.segments.last().and_then(|segment| segment.pieces.first());
        let is_form = matches!(last, Some(Piece::Literal(text)) if text.starts_with('$'));
        let least = if is_form { 2 } else { 1 };
        let ends = (least..segments.len().saturating_sub(1)).map(|last| {
            let (before, behind) = segments.split_at(segments.len() - last);
            [&before[..1], behind].concat()
        });
        ends.map(|some| joined(&[self.words, method, &self.led(&all, &some), &with])).collect()
    }

    /// What leads to a route: where it stands, unless it goes on behind the plainest route.
    fn led(&self, all: &[String], segments: &[String]) -> String {
        if all.starts_with(&self.path) { segments.join("_") } else { prefixed("in", segments) }
    }
}

/// A name of these parts.
fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    snake(&parts.join("_").to_lowercase())
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

/// The words of `here` that `first` lacks.
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
