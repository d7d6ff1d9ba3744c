//! The examples of a route that was corrected: their addresses have the same mistake.

use crate::http::{Message, Request};
use crate::page::{Page, Route};
use crate::path_template::{self, PathTemplate, Piece};

/// Sends the examples of the route `old` to `new`. One that has another route of the page is that route's.
pub(super) fn follow(page: &mut Page, old: &Route, new: &Route) {
    let others = page.api.routes.clone();
    for exchange in &mut page.api.exchanges {
        if let Some(Message::Request(request)) = exchange.request.as_mut().map(|example| &mut example.message)
            && is(request, old)
            && !others.iter().any(|other| is(request, other))
            && let Some(url) = moved(&request.url.value, &old.address.path, &new.address.path)
        {
            request.method.value = new.method;
            request.url.value = url;
        }
    }
}

fn is(request: &Request, route: &Route) -> bool {
    request.method.value == route.method
        && route.address.path.matches(&path_template::concrete_path(&request.url.value)).is_some()
}

/// The address at another path: what stands in the places of the old one stands in those of the new one, in their order.
fn moved(url: &str, old: &PathTemplate, new: &PathTemplate) -> Option<String> {
    let path = path_template::concrete_path(url);
    if new.matches(&path).is_some() {
        return Some(url.to_owned());
    }
    let arguments: Vec<String> = old.matches(&path)?.into_iter().collect::<Option<_>>()?;
    if arguments.len() != new.parameters().count() {
        return None;
    }
    let (before, query) = url.split_at(url.find('?').unwrap_or(url.len()));
    let start = before.rfind(path.trim_start_matches('/'))?;
    let mut arguments = arguments.iter();
    let mut filled = String::new();
    for segment in new.segments.iter() {
        filled.push('/');
        for piece in &segment.pieces {
            match piece {
                Piece::Literal(text) => filled.push_str(text),
                Piece::Parameter(_) => filled.push_str(&arguments.next()?.replace('/', "%2F")),
            }
        }
    }
    Some(format!("{}/{}{query}", before[..start].trim_end_matches('/'), filled.trim_start_matches('/')))
}
