//! Operations: one for each method and path, and what it sends and answers is decided once, on however many pages it
//! stands. A page that adds a query has a call of its own on it.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::absorb::absorb;
use super::calls::calls;
use super::exchanges::Bindings;
use super::judge::Judge;
use super::made::Maker;
use super::{arguments, decide, described};
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Operation, OperationKey, Operations, Place, RequestBody, StructuredType};
use crate::page::{Page, Route};
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
    pub(crate) of_route: BTreeMap<Place, OperationKey>,
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
    let mut maker = Maker { judge, lookup, sources, made: Vec::new() };
    let calls = calls(judge, lookup, bindings);
    let decided = decide::all(judge, &calls, &mut maker, diagnostics);
    let pages = lookup.pages;
    for page in pages.values() {
        arguments::report(lookup, page, diagnostics);
        for (position, route) in page.api.routes.iter().enumerate() {
            let call = (route.method, route.address.path.key());
            let Some(decided) = decided.get(&call) else { continue };
            let mut here =
                calls.get(&call).into_iter().flatten().filter(|call| std::ptr::eq(call.route, route));
            let own = here.find_map(|call| Some((call, decide::sent(judge, call)?)));
            let own = own.filter(|(_, name)| Some(*name) != decided.request.type_name());
            let place = Place { page: page.file, route: position };
            let query = route.query.as_ref().map(QueryTemplate::key);
            let (method, path) = call;
            let key = OperationKey { method, path, query, body: own.map(|(_, name)| name.clone()) };
            resolved.of_route.insert(place, key.clone());
            let called = arguments::of(lookup, page, route);
            let mut operation = described::operation(page, route, called, place, decided);
            match resolved.operations.entry(key) {
                Entry::Occupied(known) => {
                    let known = known.into_mut();
                    add_place(known, place, route, pages, diagnostics);
                    absorb(known, operation);
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
    resolved.bodies = maker.made;
    resolved
}

fn add_place(
    operation: &mut Operation,
    place: Place,
    route: &Route,
    pages: &BTreeMap<FileId, Page>,
    diagnostics: &mut Diagnostics,
) {
    let first =
        operation.places.first().and_then(|place| pages.get(&place.page)?.api.routes.get(place.route));
    let related = first.map(|first| (first.span, "first documented here".to_owned())).into_iter().collect();
    let message = format!("`{} {}` is documented again", route.method.as_str(), route.address.path);
    diagnostics.report_with(Code::DuplicateOperation, route.span, message, related);
    if !operation.places.iter().any(|known| known.page == place.page) {
        operation.places.push(place);
    }
}
