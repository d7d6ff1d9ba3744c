//! Addresses of examples that a page lists no route for, and that OData has beside one of its routes: the number of a
//! collection's elements, and those of a derived type.

use crate::http::Request;
use crate::page::{Page, Route};
use crate::path_template::{self, Call, PathTemplate, Piece, Segment};

/// The route that an example's address goes on from.
pub(super) struct Beside<'a> {
    route: &'a Route,
    counts: bool,
}

/// Looks for the route of an address without `/$count` and without the name of a type at its end.
pub(super) fn route<'a>(page: &'a Page, request: &Request) -> Option<Beside<'a>> {
    let path = path_template::concrete_path(&request.url.value);
    let (shorter, counts) = match path.strip_suffix("/$count") {
        Some(shorter) => (shorter, true),
        None => (path.as_str(), false),
    };
    let (base, last) = shorter.rsplit_once('/')?;
    let shorter = if is_type(last) { base } else { shorter };
    let mut routes = page.api.routes.iter().filter(|route| route.method == request.method.value);
    let route = routes.find(|route| shorter != path && route.address.path.matches(shorter).is_some())?;
    Some(Beside { route, counts })
}

/// Says that an address matches none of the page's routes, and what it lacks where a route is nearly its own.
pub(super) fn no_route(page: &Page, request: &Request, address: &str) -> String {
    let path = path_template::concrete_path(&request.url.value).to_lowercase();
    let same_method = || page.api.routes.iter().filter(|route| route.method == request.method.value);
    let example = path_template::read(&request.url.value, request.url.span).ok();
    let sampled = example.and_then(|example| {
        same_method().find_map(|route| Some((route, sample(&route.address.path, &example.address.path)?)))
    });
    if let Some((route, value)) = sampled {
        return format!(
            "the route `{} {}` has the value `{value}` where the example {address} has a placeholder",
            route.method, route.address.path
        );
    }
    let is_bare = |route: &&Route| {
        let called = route.address.path.segments.last().and_then(Call::of);
        called.is_some_and(|call| path.ends_with(&format!("/{}", call.name.to_lowercase())))
    };
    match same_method().find(is_bare) {
        Some(route) => {
            format!("the example {address} leaves out arguments of `{} {}`", route.method, route.address.path)
        }
        None => {
            let is_other = |route: &&Route| {
                route.method != request.method.value && route.address.path.matches(&path).is_some()
            };
            let other = page.api.routes.iter().find(is_other);
            let hint = other
                .map(|route| format!("; the page lists `{}` with `{}`", route.address.path, route.method));
            let hint = hint.unwrap_or_default();
            format!("no route of the page matches the example {address}{hint}")
        }
    }
}

/// The value that a route has where an address has a placeholder, if they differ in nothing else. A name, such as `delta` or
/// that of a type in its namespace, is not a value.
fn sample(route: &PathTemplate, example: &PathTemplate) -> Option<String> {
    if route.segments.len() != example.segments.len() {
        return None;
    }
    let key = |segment: &Segment| PathTemplate { segments: [segment.clone()].into() }.key();
    let pairs = route.segments.iter().zip(example.segments.iter());
    let mut differing = pairs.filter(|(route, example)| key(route) != key(example));
    let (own, other) = differing.next()?;
    let ([Piece::Literal(text)], [Piece::Parameter(_)]) = (own.pieces.as_slice(), other.pieces.as_slice())
    else {
        return None;
    };
    let is_value = text.contains(['.', '@', '-']) && text.matches('.').count() < 2;
    (differing.next().is_none() && is_value && !text.contains(['(', ':'])).then(|| text.clone())
}

/// Whether a segment is a qualified name.
fn is_type(segment: &str) -> bool {
    let is_part = |part: &str| {
        part.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && part.chars().all(char::is_alphanumeric)
    };
    segment.contains('.') && segment.split('.').all(is_part)
}

impl Beside<'_> {
    pub(super) fn message(&self, address: &str) -> String {
        let what = if self.counts { "counts" } else { "takes those of one type from" };
        let Route { method, address: of, .. } = self.route;
        format!(
            "the example {address} {what} what `{method} {}` answers; the page lists no such route",
            of.path
        )
    }
}
