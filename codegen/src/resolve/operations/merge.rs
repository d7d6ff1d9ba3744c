//! Operations: one for each method and path, and what it sends and answers is decided once, on however many pages it
//! stands. A page that adds a query has a call of its own on it.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use rayon::prelude::*;

use super::absorb::KnownWords;
use super::calls::{Call, calls};
use super::exchanges::Bindings;
use super::judge::Judge;
use super::made::Maker;
use super::{arguments, decide, described};
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Operation, OperationKey, Operations, PageRoute, RequestBody, StructuredType};
use crate::page::Page;
use crate::path_template::QueryTemplate;
use crate::resolve::types::lookup::Lookup;
use crate::source::{FileId, Sources};

/// What the pages' routes amount to.
#[derive(Default)]
pub(crate) struct Resolved {
    pub(crate) operations: Operations,
    /// The bodies of actions.
    pub(crate) bodies: Vec<StructuredType>,
    /// The operation of each route of each page.
    pub(crate) of_route: BTreeMap<PageRoute, OperationKey>,
}

/// The operations of all pages.
pub(crate) fn resolve(
    judge: &Judge<'_>,
    lookup: &Lookup<'_>,
    bindings: &Bindings,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Resolved {
    let mut resolved = Resolved::default();
    let mut maker = Maker { judge, lookup, sources, made: Vec::new(), guessed: BTreeMap::new() };
    let calls = calls(judge, lookup, bindings);
    let decided = decide::all(judge, &calls, &mut maker, diagnostics);
    let pages = lookup.pages;
    let mut duplicates: BTreeMap<OperationKey, Vec<PageRoute>> = BTreeMap::new();
    let mut said: BTreeMap<OperationKey, KnownWords> = BTreeMap::new();
    let of_route = |page: &Page, position: usize| {
        let route = page.api.routes.get(position)?;
        let call = (route.method, route.address.path.key());
        let decided = decided.get(&call)?;
        let own = call_at(calls.get(&call), page, position)
            .and_then(|call| Some((call, decide::sent(judge, call)?)));
        let own = own.filter(|(_, name)| Some(*name) != decided.request.type_name());
        let place = PageRoute { page: page.file, route: position };
        let query = route.query.as_ref().map(QueryTemplate::key);
        let (method, path) = call;
        let key = OperationKey { method, path, query, body: own.map(|(_, name)| name.clone()) };
        let called = arguments::of(lookup, page, route);
        let operation = described::operation(page, route, called, place, decided, lookup);
        Some((place, key, own, operation))
    };
    // What each page says of its calls depends on no other call.
    let found = pages.par_iter().map(|(_, page)| {
        (0..page.api.routes.len()).filter_map(|position| of_route(page, position)).collect::<Vec<_>>()
    });
    for (page, found) in pages.values().zip(found.collect::<Vec<_>>()) {
        arguments::report(lookup, page, diagnostics);
        for (place, key, own, mut operation) in found {
            resolved.of_route.insert(place, key.clone());
            match resolved.operations.entry(key) {
                Entry::Occupied(known) => {
                    duplicates.entry(known.key().clone()).or_default().push(place);
                    let all_said =
                        said.entry(known.key().clone()).or_insert_with(|| KnownWords::of(known.get()));
                    let known = known.into_mut();
                    add_place(known, place);
                    all_said.absorb(known, operation);
                }
                Entry::Vacant(free) => {
                    if let Some((call, body)) = own {
                        operation.request = RequestBody::Structured(body.clone());
                        operation.names_type = judge.names_type(call, body);
                    }
                    free.insert(operation);
                }
            }
        }
    }
    for (key, again) in &duplicates {
        if let Some(operation) = resolved.operations.get(key) {
            report_again(operation, again, pages, diagnostics);
        }
    }
    resolved.bodies = maker.made;
    resolved
}

/// The call of a page's route: calls stand in the order of pages and routes.
fn call_at<'c, 'a>(calls: Option<&'c Vec<Call<'a>>>, page: &Page, position: usize) -> Option<&'c Call<'a>> {
    let calls = calls?;
    let at = calls.binary_search_by_key(&(page.file, position), |call| (call.page.file, call.position));
    at.ok().map(|at| &calls[at])
}

/// Adds a place, one for each page: they come in the order of the pages.
fn add_place(operation: &mut Operation, place: PageRoute) {
    if operation.places.last().is_none_or(|last| last.page != place.page) {
        operation.places.push(place);
    }
}

/// Names all places that document an operation again, in one finding.
fn report_again(
    operation: &Operation,
    again: &[PageRoute],
    pages: &BTreeMap<FileId, Page>,
    diagnostics: &mut Diagnostics,
) {
    let span = |place: &PageRoute| Some(pages.get(&place.page)?.api.routes.get(place.route)?.span);
    let mut spans = again.iter().filter_map(span);
    let Some(second) = spans.next() else { return };
    let first =
        operation.places.first().and_then(span).map(|first| (first, "first documented here".to_owned()));
    let others = spans.map(|span| (span, "and here".to_owned()));
    let message = format!("`{} {}` is documented again", operation.method, operation.path);
    diagnostics.report_with(
        Code::DuplicateOperation,
        second,
        message,
        first.into_iter().chain(others).collect(),
    );
}
