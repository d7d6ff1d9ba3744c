//! The options of a request, by the methods that a program would use.

use crate::record::{Message, pairs};
use crate::support::{Content, Request};

/// A request that is compared: of no type any more.
pub(crate) type Encoded = Request<Option<Content>, ()>;

/// What a client adds when it sends the request.
const OF_THE_CLIENT: [&str; 3] = ["host", "content-length", "connection"];

/// Adds the documented query and headers.
pub(crate) fn add(request: Encoded, documented: &Message) -> Encoded {
    let fixed = pairs(request.query_string());
    let pairs = documented.pairs().into_iter().filter(|pair| !fixed.contains(pair));
    let request = pairs.fold(request, |request, (name, value)| query(request, &name, &value));
    headers(documented).fold(request, |request, (name, value)| header(request, name, value))
}

/// The documented headers that are the program's.
pub(crate) fn headers(documented: &Message) -> impl Iterator<Item = (&str, &str)> {
    let headers = documented.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    headers.filter(|(name, _)| !OF_THE_CLIENT.contains(name))
}

/// A media type without its parameters.
pub(crate) fn essence(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

fn query(request: Encoded, name: &str, value: &str) -> Encoded {
    let list: Vec<&str> = value.split(',').collect();
    match (name, value.parse()) {
        ("$select", _) => request.select(&list),
        ("$expand", _) => request.expand(&list),
        ("$orderby", _) => request.orderby(&list),
        ("$filter", _) => request.filter(value),
        ("$search", _) => request.search(value),
        ("$top", Ok(count)) => request.top(count),
        ("$skip", Ok(count)) => request.skip(count),
        ("$count", _) if value == "true" => request.count(),
        _ => request.query(name, value),
    }
}

fn header(request: Encoded, name: &str, value: &str) -> Encoded {
    match (name, value.strip_prefix("Bearer ")) {
        ("authorization", Some(token)) => request.bearer(token),
        ("if-match", _) => request.if_match(value),
        // The body's own.
        ("content-type", _) if essence(value) == "application/json" => request,
        _ => request.header(name, value),
    }
}
