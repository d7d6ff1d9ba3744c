//! Where a page's routes and its examples contradict each other: which of the two holds.
//!
//! What is created has no key yet: a `POST` to `items({id})` means `items` on a page whose example shows so, or whose
//! response is `201 Created`. What does not hold is corrected, with a finding where it stands.

mod other_form;
mod singular_plural;

use crate::diagnostic::{Code, Diagnostics};
use crate::http::{Message, Method, Request};
use crate::page::{Page, Route};
use crate::path_template::{self, ParameterKind, PathTemplate, Piece, Segment};
use singular_plural::{mend_example, mend_path, slips};

/// Corrects the page's routes and its examples' addresses by each other.
pub(super) fn repair(page: &mut Page, diagnostics: &mut Diagnostics) {
    let slips = slips(page);
    let creates = creates(page);
    let routes = &mut page.api.routes;
    let exchanges = page.api.exchanges.iter_mut();
    let mut requests: Vec<&mut Request> = exchanges
        .filter_map(|exchange| match &mut exchange.request.as_mut()?.message {
            Message::Request(request) => Some(request),
            _ => None,
        })
        .collect();
    for request in &mut requests {
        mend_example(request, &slips, diagnostics);
    }
    for route in routes.iter_mut() {
        let documented = route.address.path.clone();
        mend_path(&mut route.address.path, &slips);
        if route.method == Method::Post
            && let Some(collection) = without_key(&route.address.path)
        {
            let is_shown = requests.iter().any(|request| is(request, &collection));
            // A segment of its own may be more than a key: that takes an example to tell.
            if is_shown || creates && collection.segments.len() == route.address.path.segments.len() {
                // An example with the same mistake is corrected with its route.
                for request in requests.iter_mut().filter(|request| is(request, &route.address.path)) {
                    drop_key(&mut request.url.value);
                }
                route.address.path = collection;
            }
        }
        if documented != route.address.path {
            let message = format!(
                "the route is `{} {documented}`; the page's examples or its response show `{}`, which is used",
                route.method, route.address.path
            );
            diagnostics.report(Code::RouteContradictsExample, route.span, message);
        }
    }
    for request in requests {
        drop_surplus_key(request, routes, diagnostics);
        other_form::mend(request, routes, diagnostics);
    }
}

/// A key on the address of an example whose route has none.
fn drop_surplus_key(request: &mut Request, routes: &[Route], diagnostics: &mut Diagnostics) {
    let mut shortened = request.url.value.clone();
    drop_key(&mut shortened);
    let own = |url: &str| has_address(routes, Method::Post, url);
    let is_surplus = request.method.value == Method::Post
        && request.url.value.trim_end().ends_with(')')
        && shortened != request.url.value
        && !own(&request.url.value)
        && own(&shortened);
    if is_surplus {
        let message = "the example posts to a key and the route to the collection; the collection is used";
        diagnostics.report(Code::RouteContradictsExample, request.url.span, message);
        request.url.value = shortened;
    }
}

/// Whether an address is that of a route with this method.
fn has_address(routes: &[Route], method: Method, url: &str) -> bool {
    let path = path_template::concrete_path(url);
    let mut routes = routes.iter().filter(|route| route.method == method);
    routes.any(|route| route.address.path.matches(&path).is_some())
}

/// Whether a request's address has this template.
fn is(request: &Request, path: &PathTemplate) -> bool {
    request.method.value == Method::Post
        && path.matches(&path_template::concrete_path(&request.url.value)).is_some()
}

/// Whether the page says that something is created.
fn creates(page: &Page) -> bool {
    let by_example = page.api.exchanges.iter().any(|exchange| {
        matches!(exchange.response.as_ref().map(|example| &example.message),
            Some(Message::Response(response)) if response.status.value == 201)
    });
    by_example || page.api.response.text.iter().any(|text| text.plain().contains("201"))
}

/// The template without the key at its end: of `items({id})`, or of `items/{id}`.
fn without_key(path: &PathTemplate) -> Option<PathTemplate> {
    let (last, before) = path.segments.split_last()?;
    let mut segments = before.to_vec();
    match last.pieces.as_slice() {
        [Piece::Literal(start), Piece::Parameter(key), Piece::Literal(_)]
            if key.argument.is_none() && matches!(key.kind, ParameterKind::Bare | ParameterKind::Quoted) =>
        {
            let name = start.trim_end_matches('\'').strip_suffix('(').filter(|name| !name.contains('.'))?;
            segments.push(Segment { pieces: vec![Piece::Literal(name.to_owned())] });
        }
        [Piece::Parameter(key)] if key.kind == ParameterKind::Segment => {
            let [Piece::Literal(_)] = segments.last()?.pieces.as_slice() else { return None };
        }
        _ => return None,
    }
    Some(PathTemplate { segments: segments.into() })
}

/// The same for an address as it is written.
fn drop_key(url: &mut String) {
    let path = url.find('?').unwrap_or(url.len());
    let end = match url[..path].trim_end().strip_suffix(')') {
        Some(open) => open.rfind('('),
        None => url[..path].trim_end_matches('/').rfind('/'),
    };
    if let Some(end) = end {
        url.replace_range(end..path, "");
    }
}
