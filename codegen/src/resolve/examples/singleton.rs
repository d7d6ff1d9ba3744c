//! Examples that address an object without a key, on pages whose routes have the key: `/me/loans` beside
//! `/readers/{id}/loans`. In OData such an object is a singleton, and what a call sends and answers is the same.

use crate::http::Request;
use crate::page::{Page, Route};
use crate::path_template::{self, Piece, Segment};
use crate::plural::singular;

/// The page's route that differs from a request's address in that alone.
pub(super) fn route(page: &Page, request: &Request) -> Option<usize> {
    let path = path_template::concrete_path(&request.url.value);
    let segments: Vec<&str> = path.trim_matches('/').split('/').collect();
    let query = path_template::concrete_query(&request.url.value);
    page.api.routes.iter().position(|route| {
        route.method == request.method.value
            && route.query.as_ref().is_none_or(|template| template.matches(query).is_some())
            && with_key(route, &segments).is_some()
    })
}

/// The address with a key in the place of its singleton, if the route has it. Something must stand behind: any name could
/// be that of a singleton.
fn with_key(route: &Route, segments: &[&str]) -> Option<String> {
    let own = &route.address.path.segments;
    if own.len() != segments.len() + 1 {
        return None;
    }
    let pairs = own.windows(2).zip(segments).enumerate().take(segments.len() - 1);
    let keyed = pairs.filter_map(|(at, (pair, name))| {
        let [set, key] = pair else { return None };
        let ([Piece::Literal(set)], true) = (set.pieces.as_slice(), is_key(key)) else { return None };
        let mut address = segments.to_vec();
        address.splice(at..=at, [set.as_str(), "key"]);
        is_name_of_one(name).then(|| address.join("/"))
    });
    keyed.into_iter().find(|address| route.address.path.matches(address).is_some())
}

fn is_key(segment: &Segment) -> bool {
    matches!(segment.pieces.as_slice(), [Piece::Parameter(_)])
}

fn is_name_of_one(name: &str) -> bool {
    name.chars().all(|letter| letter.is_ascii_alphabetic()) && singular(name) == name
}
