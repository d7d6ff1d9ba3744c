//! Where a page's routes and its examples contradict each other: which of the two holds.
//!
//! What is created has no key yet: a `POST` to `items({id})` means `items` on a page whose example shows so, or whose
//! response is `201 Created`. Where addresses differ in nothing but the number of a name (`item`, `items`), the form that
//! the page has elsewhere holds. What does not hold is corrected, with a finding where it stands.

use std::collections::BTreeMap;

use super::plural::is_plural_of;
use crate::diagnostic::{Code, Diagnostics};
use crate::http::{Message, Method, Request};
use crate::page::{Page, Route};
use crate::path_template::{self, ParameterKind, PathTemplate, Piece, Segment};

/// Corrects the page's routes and its examples' addresses by each other.
pub(crate) fn settle(page: &mut Page, diagnostics: &mut Diagnostics) {
    let numbers = numbers(page);
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
        renumber_example(request, &numbers, diagnostics);
    }
    for route in routes.iter_mut() {
        let documented = route.address.path.clone();
        renumber(&mut route.address.path, &numbers);
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
                "`{} {documented}` contradicts the page's examples or response; `{}` is taken",
                route.method, route.address.path
            );
            diagnostics.report(Code::RouteContradictsExample, route.span, message);
        }
    }
    for request in requests {
        drop_surplus_key(request, routes, diagnostics);
    }
}

/// A key on the address of an example whose route has none.
fn drop_surplus_key(request: &mut Request, routes: &[Route], diagnostics: &mut Diagnostics) {
    let mut shortened = request.url.value.clone();
    drop_key(&mut shortened);
    let own = |url: &str| {
        let path = path_template::concrete_path(url);
        let mut routes = routes.iter().filter(|route| route.method == Method::Post);
        routes.any(|route| route.address.path.matches(&path).is_some())
    };
    let is_surplus = request.method.value == Method::Post
        && request.url.value.trim_end().ends_with(')')
        && shortened != request.url.value
        && !own(&request.url.value)
        && own(&shortened);
    if is_surplus {
        let message = "the example posts to a key, the route to the collection; the collection is taken";
        diagnostics.report(Code::RouteContradictsExample, request.url.span, message);
        request.url.value = shortened;
    }
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
    Some(PathTemplate { segments })
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

/// The names that the page has in singular and plural where only one can be right: the wrong one, in lower case, and the
/// right one.
fn numbers(page: &Page) -> BTreeMap<String, String> {
    let requests: Vec<(&Request, PathTemplate)> = requests(page).collect();
    let known = |method: Method, path: &PathTemplate| {
        page.api.routes.iter().any(|route| route.method == method && route.address.path.key() == path.key())
    };
    let mut numbers = BTreeMap::new();
    for (request, shown) in requests.iter().filter(|(request, shown)| !known(request.method.value, shown)) {
        for route in page.api.routes.iter().filter(|route| route.method == request.method.value) {
            for (documented, shown) in differences(&route.address.path, shown).unwrap_or_default() {
                let (one, many) = match is_plural_of(&documented, &shown) {
                    true => (shown, documented),
                    false => (documented, shown),
                };
                let (wrong, right) = if is_singleton(page, &one, &many) { (many, one) } else { (one, many) };
                numbers.insert(wrong.to_lowercase(), right);
            }
        }
    }
    numbers
}

fn requests(page: &Page) -> impl Iterator<Item = (&Request, PathTemplate)> {
    page.api.exchanges.iter().filter_map(|exchange| match &exchange.request.as_ref()?.message {
        Message::Request(request) => {
            let (address, _) = path_template::read(&request.url.value, request.url.span).ok()?;
            Some((request, address.path))
        }
        _ => None,
    })
}

/// The names in which two paths differ, if it is by nothing but their number.
fn differences(route: &PathTemplate, shown: &PathTemplate) -> Option<Vec<(String, String)>> {
    if route.segments.len() != shown.segments.len() {
        return None;
    }
    let mut found = Vec::new();
    for (route, shown) in route.segments.iter().zip(&shown.segments) {
        match (name(route), name(shown)) {
            (Some(a), Some(b)) if a.eq_ignore_ascii_case(b) => {}
            (Some(a), Some(b)) if is_plural_of(a, b) || is_plural_of(b, a) => {
                found.push((a.to_owned(), b.to_owned()));
            }
            (None, _) => {}
            _ => return None,
        }
    }
    Some(found)
}

/// The name at the start of a segment, without a key.
fn name(segment: &Segment) -> Option<&str> {
    match segment.pieces.first()? {
        Piece::Literal(text) => text.split('(').next(),
        Piece::Parameter(_) => None,
    }
}

/// Whether the page addresses one thing by this name more often than many by the other. Prose says nothing for the
/// singular, which is the type's name too, and a key stands only behind names of many.
fn is_singleton(page: &Page, one: &str, many: &str) -> bool {
    let shown = requests(page).map(|(_, path)| path);
    let paths = page.api.routes.iter().map(|route| route.address.path.clone()).chain(shown);
    let segments: Vec<Segment> = paths.flat_map(|path| path.segments).collect();
    let addressed = |wanted: &str, keyed: bool| {
        let named = segments
            .iter()
            .filter(|segment| name(segment).is_some_and(|name| name.eq_ignore_ascii_case(wanted)));
        named.filter(|segment| keyed || segment.pieces.len() == 1).count()
    };
    let keys = addressed(one, true) - addressed(one, false);
    let texts = page.summary.iter().chain(&page.api.response.text).chain(&page.api.request_body.text);
    let words = texts.flat_map(|text| text.strongs()).chain([page.title.value.clone()]);
    let said =
        words.filter(|words| words.split_whitespace().any(|word| word.eq_ignore_ascii_case(many))).count();
    addressed(one, false) > addressed(many, true) + keys + said
}

fn renumber(path: &mut PathTemplate, numbers: &BTreeMap<String, String>) {
    for segment in &mut path.segments {
        let Some(Piece::Literal(text)) = segment.pieces.first_mut() else { continue };
        let end = text.find('(').unwrap_or(text.len());
        if let Some(right) = numbers.get(&text[..end].to_lowercase()) {
            text.replace_range(..end, right);
        }
    }
}

fn renumber_example(
    request: &mut Request,
    numbers: &BTreeMap<String, String>,
    diagnostics: &mut Diagnostics,
) {
    let url = &request.url.value;
    let end = url.find('?').unwrap_or(url.len());
    let segments = url[..end].split('/').map(|segment| {
        let end = segment.find('(').unwrap_or(segment.len());
        match numbers.get(&segment[..end].to_lowercase()) {
            Some(right) => format!("{right}{}", &segment[end..]),
            None => segment.to_owned(),
        }
    });
    let corrected = segments.collect::<Vec<_>>().join("/") + &url[end..];
    if corrected != *url {
        let message = format!("`{url}` contradicts the page's routes; `{corrected}` is taken");
        diagnostics.report(Code::RouteContradictsExample, request.url.span, message);
        request.url.value = corrected;
    }
}
