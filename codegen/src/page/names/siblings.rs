//! What the routes of a page have in common, looked up for each of them: there may be many.

use std::collections::{BTreeMap, BTreeSet};

use super::query;
use crate::http::Method;
use crate::page::Route;

/// A method and the key of a path.
type Call = (Method, String);

/// The routes of a page.
pub(super) struct Siblings<'a> {
    pub(super) routes: &'a [Route],
    calls: Vec<Call>,
    /// The calls that the page lists without a query.
    plain: BTreeSet<Call>,
    /// The words of each call's queries, with the first of its routes that has the word.
    words: BTreeMap<Call, BTreeMap<String, usize>>,
    /// The first of each call's routes with a query that has words.
    first_words: BTreeMap<Call, usize>,
}

impl<'a> Siblings<'a> {
    pub(super) fn of(routes: &'a [Route]) -> Self {
        let calls: Vec<Call> = routes.iter().map(|route| (route.method, route.address.path.key())).collect();
        let mut plain = BTreeSet::new();
        let mut words: BTreeMap<Call, BTreeMap<String, usize>> = BTreeMap::new();
        let mut first_words = BTreeMap::new();
        for (place, (route, call)) in routes.iter().zip(&calls).enumerate() {
            let Some(query) = &route.query else {
                plain.insert(call.clone());
                continue;
            };
            let known = words.entry(call.clone()).or_default();
            for word in query::words(query) {
                first_words.entry(call.clone()).or_insert(place);
                known.entry(word).or_insert(place);
            }
        }
        Siblings { routes, calls, plain, words, first_words }
    }

    /// Whether another route of the page reads one of what this one reads, by a key.
    pub(super) fn has_one_of(&self, place: usize) -> bool {
        let (method, key) = &self.calls[place];
        let has_key = |by: &str| self.plain.contains(&(Method::Get, format!("{key}{by}")));
        *method == Method::Get && self.routes[place].query.is_none() && (has_key("/{}") || has_key("({})"))
    }

    /// What the query adds to the name, where the page has the same route without one.
    pub(super) fn with_query(&self, place: usize) -> String {
        let query = self.routes[place].query.as_ref().filter(|_| self.plain.contains(&self.calls[place]));
        query.map(query::with).unwrap_or_default()
    }

    /// What the query adds to the name where nothing else tells the route from others: the words that the queries of the
    /// same route before it do not have, or else its options.
    pub(super) fn told_by_query(&self, place: usize) -> String {
        let Some(query) = &self.routes[place].query else { return String::new() };
        let call = &self.calls[place];
        if self.first_words.get(call).is_none_or(|first| *first >= place) {
            return query::with(query);
        }
        let known = self.words.get(call);
        let first =
            |word: &String| known.and_then(|words| words.get(word)).is_none_or(|first| *first >= place);
        query::words(query).into_iter().filter(first).collect::<Vec<_>>().join("_")
    }
}
