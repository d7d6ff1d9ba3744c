//! Operations: one for each method and path, and what it sends and answers is decided once, on however many pages it
//! stands. A page that adds a query has a call of its own on it.

use std::collections::BTreeMap;

use super::absorb::absorb;
use super::arguments::{self, Called};
use super::body::Taken;
use super::calls::{Call, Key, calls};
use super::contradicted::Contradictions;
use super::exchanges::Bindings;
use super::judge::Judge;
use super::made::Maker;
use super::proposals::structured;
use crate::diagnostic::{Code, Diagnostics};
use crate::http::Method;
use crate::model::{
    Basis, Description, Named, Operation, Permission, Place, QualifiedName, RequestBody, ResponseBody,
    StructuredType,
};
use crate::page::{self, Page, Route, Row};
use crate::path_template::QueryTemplate;
use crate::resolve::types::lookup::Lookup;
use crate::source::{FileId, Sources};
use crate::text::{Inline, RichText};

/// What the pages' routes amount to.
#[derive(Default)]
pub(crate) struct Resolved {
    pub(crate) operations: Vec<Operation>,
    /// The bodies of actions.
    pub(crate) bodies: Vec<StructuredType>,
    /// The operation of each route of each page, as the place where it is documented first.
    pub(crate) of_route: BTreeMap<Place, Place>,
}

/// What a call sends and answers.
struct Decided {
    request: RequestBody,
    names_type: bool,
    response: ResponseBody,
    basis: Basis,
}

/// A function: an operation, the query that belongs to it, and the type that its page sends and others do not.
type Function = (Key, Option<String>, Option<QualifiedName>);

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
    let mut decided: BTreeMap<Key, Decided> = BTreeMap::new();
    // In the order of the pages: what is made for the first route of a page has the plain name.
    let mut order: Vec<(&Call<'_>, &Key)> = Vec::new();
    for (key, calls) in &calls {
        order.extend(calls.iter().min_by_key(|call| call.rank()).map(|best| (best, key)));
    }
    order.sort_by_key(|(call, _)| (call.page.file, call.position));
    let mut contradictions = Contradictions::default();
    for (best, key) in order {
        let calls = calls.get(key).map(Vec::as_slice).unwrap_or_default();
        if best.answer.basis == Basis::Guess {
            let message =
                format!("nothing tells what `{} {}` answers", best.route.method, best.route.address.path);
            diagnostics.report(Code::GuessedAnswer, best.route.span, message);
        }
        let decision = decide(judge, best, calls, &mut maker, diagnostics);
        for call in calls {
            contradictions.report(judge, call, best, &decision.response, diagnostics);
        }
        decided.insert(key.clone(), decision);
    }
    let mut known: BTreeMap<Function, usize> = BTreeMap::new();
    let pages = lookup.pages;
    for page in pages.values() {
        arguments::report(lookup, page, diagnostics);
        for (position, route) in page.api.routes.iter().enumerate() {
            let key = (route.method, route.address.path.key());
            let Some(decided) = decided.get(&key) else { continue };
            let own = calls.get(&key).into_iter().flatten();
            let own = own.filter(|call| std::ptr::eq(call.route, route)).find_map(|call| sent(judge, call));
            let own = own.filter(|name| Some(*name) != decided.request.type_name());
            let place = Place { page: page.file, route: position };
            let query = route.query.as_ref().map(QueryTemplate::key);
            let function = (key, query, own.cloned());
            match known.get(&function) {
                Some(index) => {
                    let called = arguments::of(lookup, page, route);
                    let again = operation(page, route, called, place, decided);
                    let known = &mut resolved.operations[*index];
                    add_place(known, place, route, pages, diagnostics);
                    absorb(known, again);
                    let first = resolved.operations[*index].places.first().copied();
                    resolved.of_route.insert(place, first.unwrap_or(place));
                }
                None => {
                    resolved.of_route.insert(place, place);
                    let called = arguments::of(lookup, page, route);
                    let mut operation = operation(page, route, called, place, decided);
                    if let Some(own) = &function.2 {
                        let end = judge.tree.end(&route.address.path);
                        operation.request = RequestBody::Structured(own.clone());
                        operation.names_type = judge.is_derived_at(&end, own);
                    }
                    known.insert(function, resolved.operations.len());
                    resolved.operations.push(operation);
                }
            }
        }
    }
    resolved.bodies = maker.made;
    resolved
}

/// Decides by the page that tells most; what it does not say of the body, another may.
fn decide(
    judge: &Judge<'_>,
    best: &Call<'_>,
    calls: &[Call<'_>],
    maker: &mut Maker<'_>,
    diagnostics: &mut Diagnostics,
) -> Decided {
    let sends = |call: &&Call<'_>| !matches!(call.taken, Taken::Known(RequestBody::None));
    let body = Some(best).filter(sends).or_else(|| calls.iter().find(sends)).unwrap_or(best);
    let request = maker.request(body.page, body.route, body.taken.clone(), diagnostics);
    let request = if body.page.api.request_body.optional { optional(request) } else { request };
    let names_type = request.type_name().is_some_and(|name| judge.is_derived_at(&body.end, name));
    // Pages that document one call for several types document it for their common base.
    let differs = calls.iter().any(|call| call.answer.body != best.answer.body);
    let base = best.end.type_.as_ref().and_then(structured).filter(|_| names_derived(judge, best) && differs);
    let response = match base {
        Some(base) => best.answer.body.clone().with_type(base),
        None => maker.response(best.page, best.answer.body.clone(), diagnostics),
    };
    // What one page answers and another does not may be left out.
    let is_read = best.route.method == Method::Get;
    let nothing = calls.iter().any(|call| call.answer.body == ResponseBody::None);
    let response = match response {
        full @ (ResponseBody::One(_) | ResponseBody::Wrapped(_)) if nothing && !is_read => {
            ResponseBody::Reply(Box::new(full))
        }
        other => other,
    };
    Decided { request, names_type, response, basis: best.answer.basis }
}

/// The type that a page sends and other pages need not: one that is derived from that at the route's end, or any where
/// the route leads to nothing that is known.
fn sent<'a>(judge: &Judge<'_>, call: &'a Call<'_>) -> Option<&'a QualifiedName> {
    let unknown = call.end.type_.is_none() && !call.end.call;
    match &call.taken {
        Taken::Known(RequestBody::Structured(name)) if unknown || judge.is_derived_at(&call.end, name) => {
            Some(name)
        }
        _ => None,
    }
}

/// Whether a call answers a type that is derived from that at its end.
fn names_derived(judge: &Judge<'_>, call: &Call<'_>) -> bool {
    call.answer.body.type_name().is_some_and(|name| judge.is_derived_at(&call.end, name))
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

fn operation(page: &Page, route: &Route, called: Called, place: Place, decided: &Decided) -> Operation {
    Operation {
        method: route.method,
        path: called.path,
        fixed_query: route.query.clone(),
        documented: route.text.trim().to_owned(),
        arguments: called.arguments,
        request: decided.request.clone(),
        names_type: decided.names_type,
        response: decided.response.clone(),
        basis: decided.basis,
        places: vec![place],
        implied: None,
        description: Description {
            text: introduction(page),
            deprecation: page.deprecation.clone(),
            pages: vec![page.file],
        },
        permissions: page.api.permissions.iter().map(permission).collect(),
        query: page.api.query.text.clone(),
        headers: page.api.headers.iter().map(named).collect(),
        parameters: called.described,
        exchanges: Vec::new(),
    }
}

/// What the page says first: its summary, or else its description or title.
fn introduction(page: &Page) -> Vec<RichText> {
    if page.summary.iter().any(|text| !text.is_empty()) {
        return page.summary.clone();
    }
    let said = page.front.description.as_ref().unwrap_or(&page.title);
    match said.value.is_empty() {
        true => Vec::new(),
        false => vec![RichText { parts: vec![Inline::Text(said.value.clone())], span: said.span }],
    }
}

fn permission(row: &page::Permission) -> Permission {
    Permission { kind: row.kind.clone(), names: row.names.clone(), text: row.text.clone() }
}

fn named(row: &Row) -> Named {
    Named { name: row.name.value.clone(), description: row.description.clone() }
}

/// A body that the caller may leave out.
fn optional(request: RequestBody) -> RequestBody {
    match request {
        RequestBody::None | RequestBody::Optional(_) => request,
        _ => RequestBody::Optional(Box::new(request)),
    }
}
