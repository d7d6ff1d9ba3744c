//! Values where a route should have a place: `/shelves/a-17.b/books` on a page whose example asks for `/shelves/{shelf}/books`.

use crate::diagnostic::{Code, Diagnostics};
use crate::http::Message;
use crate::page::Page;
use crate::path_template::{self, PathTemplate, Piece, Segment};

/// Puts the example's placeholder into a route that has a value in its place.
pub(super) fn replace(page: &mut Page, diagnostics: &mut Diagnostics) {
    let requests =
        page.api.exchanges.iter().filter_map(|exchange| match &exchange.request.as_ref()?.message {
            Message::Request(request) => {
                let (address, _) = path_template::read(&request.url.value, request.url.span).ok()?;
                Some((request.method.value, address.path))
            }
            _ => None,
        });
    let requests: Vec<_> = requests.collect();
    for route in &mut page.api.routes {
        let shown = requests.iter().filter(|(method, _)| *method == route.method).map(|(_, path)| path);
        let Some((at, place)) = shown.filter_map(|shown| difference(&route.address.path, shown)).next()
        else {
            continue;
        };
        let segment = &mut route.address.path.segments[at];
        let value = segment.name().unwrap_or_default().to_owned();
        *segment = place;
        let message = format!("`{value}` is read as a placeholder, since the example has one there");
        diagnostics.report(Code::RepairedRoute, route.span, message);
    }
}

/// The one segment in which a route has a value and an address a placeholder, where they differ in nothing else.
fn difference(route: &PathTemplate, shown: &PathTemplate) -> Option<(usize, Segment)> {
    if route.segments.len() != shown.segments.len() {
        return None;
    }
    let mut pairs = route.segments.iter().zip(&shown.segments).enumerate().filter(|(_, (route, shown))| {
        let key = |segment: &Segment| PathTemplate { segments: vec![segment.clone()] }.key();
        key(route) != key(shown)
    });
    let (at, (own, other)) = pairs.next()?;
    let is_place = matches!(other.pieces.as_slice(), [Piece::Parameter(_)]);
    (pairs.next().is_none() && is_place && is_value(own)).then(|| (at, other.clone()))
}

/// Whether a segment is no name that a route could have: `contoso.example`, and not `delta` or the name of a type in its
/// namespace.
fn is_value(segment: &Segment) -> bool {
    let [Piece::Literal(text)] = segment.pieces.as_slice() else { return false };
    text.contains(['.', '@', '-']) && text.matches('.').count() < 2 && !text.contains(['(', ':'])
}
