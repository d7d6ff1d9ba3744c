//! The documented examples, for programs that are tested without the service.

mod empty;
#[allow(dead_code, reason = "the tests of this crate read all of it")]
mod record;
#[cfg(feature = "client")]
mod service;

use std::cmp::Reverse;
use std::sync::LazyLock;

use empty::EmptyAnswer;
use record::{Message, Record, decoded, pairs};

use crate::support::Json;
#[cfg(feature = "client")]
pub use service::Documented;

static RECORDS: LazyLock<Vec<Record>> = LazyLock::new(|| record::read(include_str!("../../examples.json")));
static EMPTY_ANSWERS: LazyLock<Vec<EmptyAnswer>> =
    LazyLock::new(|| empty::read(include_str!("../../answers.json")));

/// Answers a documented request with its documented response.
///
/// Of several examples, one with the same address comes before one of the same operation with other arguments, then the
/// query and the body decide. Without an example, a call is answered if its page says in words that there is no body and which
/// status there is. `None` if no page has an answer.
pub fn respond<B: AsRef<[u8]>>(request: &http::Request<B>) -> Option<http::Response<Vec<u8>>> {
    let path = decoded(request.uri().path()).to_lowercase();
    let mut query = pairs(request.uri().query().unwrap_or_default());
    query.sort_unstable();
    let body = serde_json::from_slice::<Json>(request.body().as_ref()).ok();
    let shown = RECORDS.iter().filter_map(|record| {
        let (message, response) = (record.request.as_ref()?, record.response.as_ref()?);
        let same_method = message.method.as_deref() == Some(request.method().as_str());
        let place = place(record, message, &path).filter(|_| same_method)?;
        let mut shown_query = message.pairs();
        shown_query.sort_unstable();
        Some(((place, shown_query == query, message.json == body), Found::Shown(response)))
    });
    let told = EMPTY_ANSWERS.iter().filter(|answer| answer.method == request.method().as_str());
    let told = told.filter_map(|answer| {
        Some((((false, specific(&answer.route, &path)?), false, false), Found::Empty(answer.status)))
    });
    // Of equals, the first: an example.
    match shown.chain(told).min_by_key(|(rank, _)| Reverse(*rank))?.1 {
        Found::Shown(response) => build(response).ok(),
        Found::Empty(status) => http::Response::builder().status(status).body(Vec::new()).ok(),
    }
}

/// An answer of a page: in an example, or in words.
enum Found<'a> {
    Shown(&'a Message),
    Empty(u16),
}

/// How well a path fits: the same address, or else the number of segments that are the same.
fn place(record: &Record, message: &Message, path: &str) -> Option<(bool, usize)> {
    let documented = decoded(message.path.as_deref()?).to_lowercase();
    if path.ends_with(&documented) {
        return Some((true, documented.len()));
    }
    specific(&record.route, path).map(|literal| (false, literal))
}

/// How many segments of a route a path has; none where it is no path of the route.
fn specific(route: &str, path: &str) -> Option<usize> {
    let route = route.to_lowercase();
    let (route, path): (Vec<&str>, Vec<&str>) =
        (route.trim_matches('/').split('/').collect(), path.trim_matches('/').split('/').collect());
    let below = path.len().checked_sub(route.len())?;
    let mut pairs = route.iter().zip(&path[below..]);
    let literal = route.iter().filter(|segment| !segment.contains('{')).count();
    pairs.all(|(template, segment)| fits(template, segment)).then_some(literal)
}

/// Whether a segment is of a template's: `range(address='{address}')`. A word of OData's own, such as `$count`, is not an
/// argument.
fn fits(template: &str, segment: &str) -> bool {
    let Some((before, rest)) = template.split_once('{') else { return template == segment };
    let Some((_, behind)) = rest.split_once('}') else { return false };
    let Some(segment) = segment.strip_prefix(before) else { return false };
    let mut ends = segment.char_indices().skip(1).map(|(at, _)| at).chain([segment.len()]);
    !segment.is_empty() && !segment.starts_with('$') && ends.any(|end| fits(behind, &segment[end..]))
}

fn build(message: &Message) -> http::Result<http::Response<Vec<u8>>> {
    let mut response = http::Response::builder().status(message.status);
    // The length is that of the page's body, before it was shortened.
    let headers = message.headers.iter().filter(|(name, _)| name.as_str() != "content-length");
    for (name, value) in headers {
        response = response.header(name, value);
    }
    response.body(message.body())
}
