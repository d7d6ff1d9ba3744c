//! Operations: one for each method and path. What it sends and answers is decided once, however many pages document it. A
//! page that adds a query has a call of its own on it.

use std::collections::BTreeMap;

use super::absorb::KnownWords;
use super::body_types::Maker;
use super::calls::{Call, calls};
use super::exchanges::Bindings;
use super::judge::Judge;
use super::made_bodies::MadeBodies;
use super::{arguments, body_rows, decide, documented_call, home};
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Operation, OperationKey, Operations, PageRoute, RequestBody, StructuredType};
use crate::page::{Page, Route};
use crate::path_template::QueryTemplate;
use crate::resolve::types::lookup::Lookup;
use crate::source::Sources;

/// The operations that the pages' routes become.
pub(crate) struct Resolved {
    pub(crate) operations: Operations,
    /// The bodies of actions.
    pub(crate) bodies: Vec<StructuredType>,
    /// The operation of each route of each page.
    pub(crate) of_route: BTreeMap<PageRoute, OperationKey>,
}

/// The operations of all pages.
pub(crate) fn resolve<'a>(
    judge: &Judge<'_>,
    lookup: &Lookup<'a>,
    bindings: &Bindings,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Resolved {
    let mut maker = Maker::new(judge, lookup, sources);
    let calls = calls(judge, lookup, bindings);
    let decided = decide::all(judge, &calls, &mut maker, diagnostics);
    let made = MadeBodies::of(&maker.made);
    let pages = lookup.pages;
    let of_route = |page: &'a Page, position: usize, diagnostics: &mut Diagnostics| {
        let route = page.api.routes.get(position)?;
        let call = (route.method, route.address.path.key());
        let decided = decided.get(&call)?;
        let own = call_at(calls.get(&call), page, position)
            .and_then(|call| Some((call, decide::sent(judge, call)?)));
        let own = own.filter(|(_, name)| Some(*name) != decided.request.type_name());
        let place = PageRoute { page: page.id, route: position };
        let query = route.query.as_ref().map(QueryTemplate::key);
        let (method, path) = call;
        let key = OperationKey { method, path, query, body: own.map(|(_, name)| name.clone()) };
        if let Some(name) = documented_call::sent_resource(&decided.request, lookup) {
            body_rows::report(page, name, judge, diagnostics);
        }
        let called = arguments::of(lookup, page, route);
        let mut operation =
            documented_call::operation(page, route, called, place, decided, (judge, lookup), &made);
        if let Some((call, body)) = own {
            operation.request = RequestBody::Structured(body.clone());
            operation.names_type = judge.names_type(call, body);
        }
        Some((place, key, DocumentedRoute { page, route, operation: Box::new(operation) }))
    };
    // The words of a page about a call are independent of other calls.
    let found = diagnostics.of_each(pages, |(_, page), diagnostics| {
        arguments::report(lookup, page, diagnostics);
        let routes = 0..page.api.routes.len();
        routes.filter_map(|position| of_route(page, position, diagnostics)).collect::<Vec<_>>()
    });
    // All of it is in the operations now, and both are large.
    drop((calls, decided));
    let mut of_route = Vec::new();
    let mut documented: BTreeMap<OperationKey, Vec<DocumentedRoute<'a>>> = BTreeMap::new();
    for (place, key, one) in found.into_iter().flatten() {
        of_route.push((place, key.clone()));
        documented.entry(key).or_default().push(one);
    }
    let operations = diagnostics.of_each(documented, |(key, all), diagnostics| {
        report_again(&all, diagnostics);
        Some((key, merged(all, judge, sources)?))
    });
    let operations = operations.into_iter().flatten().map(|(key, operation)| (key, *operation)).collect();
    Resolved { operations, bodies: maker.made, of_route: of_route.into_iter().collect() }
}

/// One operation of all that document it: the words of the page that is the call's own come first.
fn merged(mut all: Vec<DocumentedRoute<'_>>, judge: &Judge<'_>, sources: &Sources) -> Option<Box<Operation>> {
    all.sort_by_cached_key(|one| home::distance(judge, one.page, one.route));
    let mut all = all.into_iter();
    let mut operation = all.next()?.operation;
    let mut known = None;
    for other in all {
        let known = known.get_or_insert_with(|| KnownWords::of(&operation));
        known.absorb(&mut operation, *other.operation, &sources.display_path(other.page.id.file));
    }
    Some(operation)
}

/// The call of a page's route: calls stand in the order of pages and routes.
fn call_at<'c, 'a>(calls: Option<&'c Vec<Call<'a>>>, page: &Page, position: usize) -> Option<&'c Call<'a>> {
    let calls = calls?;
    let at = calls.binary_search_by_key(&(page.id, position), |call| (call.page.id, call.position));
    at.ok().map(|at| &calls[at])
}

/// A route of a page, which may be one of several that document a call.
struct DocumentedRoute<'a> {
    page: &'a Page,
    route: &'a Route,
    /// The operation, as this page documents it.
    operation: Box<Operation>,
}

/// Names all places that document an operation again, in one finding.
fn report_again(all: &[DocumentedRoute<'_>], diagnostics: &mut Diagnostics) {
    let mut spans = all.iter().map(|one| one.route.span);
    let (Some(first), Some(second)) = (spans.next(), spans.next()) else { return };
    let route = all[0].route;
    let message = format!("`{} {}` is documented again", route.method, route.address.path);
    let related = [(first, "first documented here".to_owned())];
    let related = related.into_iter().chain(spans.map(|span| (span, "and here".to_owned())));
    diagnostics.report_with(Code::DuplicateOperation, second, message, related.collect());
}
