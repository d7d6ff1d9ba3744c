//! Operations: one for each method and path, and what it sends and answers is decided once, on however many pages it
//! stands. A page that adds a query has a call of its own on it.

use std::collections::BTreeMap;

use super::absorb::KnownWords;
use super::calls::{Call, calls};
use super::decide::Decided;
use super::exchanges::Bindings;
use super::judge::Judge;
use super::made::Maker;
use super::{arguments, decide, described, home};
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{
    Operation, OperationKey, Operations, PageRoute, QualifiedName, RequestBody, StructuredType,
};
use crate::page::{Page, Route};
use crate::path_template::QueryTemplate;
use crate::resolve::types::lookup::Lookup;
use crate::source::Sources;

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
    let mut documented: BTreeMap<OperationKey, Vec<Documented<'_>>> = BTreeMap::new();
    for page in pages.values() {
        arguments::report(lookup, page, diagnostics);
        for (position, route) in page.api.routes.iter().enumerate() {
            let call = (route.method, route.address.path.key());
            let Some(decided) = decided.get(&call) else { continue };
            let own = call_at(calls.get(&call), page, position)
                .and_then(|call| Some((call, decide::sent(judge, call)?)));
            let own = own.filter(|(_, name)| Some(*name) != decided.request.type_name());
            let place = PageRoute { page: page.file, route: position };
            let query = route.query.as_ref().map(QueryTemplate::key);
            let (method, path) = call;
            let key = OperationKey { method, path, query, body: own.map(|(_, name)| name.clone()) };
            resolved.of_route.insert(place, key.clone());
            documented.entry(key).or_default().push(Documented { page, route, place, decided, own });
        }
    }
    for (key, mut all) in documented {
        report_again(&all, diagnostics);
        all.sort_by_cached_key(|one| home::distance(judge, one.page, one.route));
        let mut all = all.into_iter().map(|one| one.operation(judge, lookup));
        let Some(mut operation) = all.next() else { continue };
        let mut said = KnownWords::of(&operation);
        for other in all {
            said.absorb(&mut operation, other);
        }
        resolved.operations.insert(key, operation);
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

/// A route of a page, which may be one of several that document a call.
struct Documented<'a> {
    page: &'a Page,
    route: &'a Route,
    place: PageRoute,
    decided: &'a Decided,
    /// The call, and the type that the page alone sends.
    own: Option<(&'a Call<'a>, &'a QualifiedName)>,
}

impl Documented<'_> {
    /// The operation, as this page documents it.
    fn operation(&self, judge: &Judge<'_>, lookup: &Lookup<'_>) -> Operation {
        let called = arguments::of(lookup, self.page, self.route);
        let mut operation =
            described::operation(self.page, self.route, called, self.place, self.decided, lookup);
        if let Some((call, body)) = self.own {
            operation.request = RequestBody::Structured(body.clone());
            operation.names_type = judge.names_type(call, body);
        }
        operation
    }
}

/// Names all places that document an operation again, in one finding.
fn report_again(all: &[Documented<'_>], diagnostics: &mut Diagnostics) {
    let mut spans = all.iter().map(|one| one.route.span);
    let (Some(first), Some(second)) = (spans.next(), spans.next()) else { return };
    let route = all[0].route;
    let message = format!("`{} {}` is documented again", route.method, route.address.path);
    let related = [(first, "first documented here".to_owned())];
    let related = related.into_iter().chain(spans.map(|span| (span, "and here".to_owned())));
    diagnostics.report_with(Code::DuplicateOperation, second, message, related.collect());
}
