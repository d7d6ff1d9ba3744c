//! Examples that address an object without a key, on pages whose routes have the key: `/me/loans` beside
//! `/readers/{id}/loans`. In OData such an object is a singleton, and what a call sends and answers is the same.

use crate::http::Request;
use crate::page::{Page, Route};
use crate::path_template::{self, PathTemplate, Piece, Segment};
use crate::plural::singular;

/// The page's route that differs from a request's address in that alone.
pub(super) fn route(page: &Page, request: &Request) -> Option<usize> {
    let path = path_template::concrete_path(&request.url.value);
    let segments: Vec<&str> = path.trim_matches('/').split('/').collect();
    let query = path_template::concrete_query(&request.url.value);
    let is_shown = |route: &Route| {
        route.method == request.method.value
            && has_with_key(&route.address.path, &segments)
            && route.query.as_ref().is_none_or(|template| template.matches(query).is_some())
    };
    page.api.routes.iter().position(is_shown)
}

/// Whether a template has the address with a key in the place of its singleton. A whole address is built and compared for
/// one place only.
fn has_with_key(path: &PathTemplate, segments: &[&str]) -> bool {
    let Some((at, set)) = place(&path.segments, segments) else { return false };
    let mut address = segments.to_vec();
    address.splice(at..=at, [set, "key"]);
    path.matches(&address.join("/")).is_some()
}

/// Where the singleton stands, and the set that the template has there: the segments on both sides are the same.
/// Something must stand behind it: any name could be that of a singleton.
fn place<'t>(own: &'t [Segment], segments: &[&str]) -> Option<(usize, &'t str)> {
    if own.len() != segments.len() + 1 {
        return None;
    }
    let is_same = |(own, shown): &(&Segment, &&str)| may_be(own, shown);
    let before = own.iter().zip(segments).take_while(is_same).count();
    let behind = own.iter().rev().zip(segments.iter().rev()).take_while(is_same).count();
    let last = segments.len().checked_sub(2)?;
    let mut places = (last + 1).saturating_sub(behind)..=last.min(before);
    places.find_map(|at| {
        let [set, key] = own.get(at..at + 2)? else { return None };
        let ([Piece::Literal(set)], true) = (set.pieces.as_slice(), is_key(key)) else { return None };
        is_name_of_one(segments.get(at)?).then_some((at, set.as_str()))
    })
}

/// Whether a segment of an address can be one of a template. What is encoded or has spaces is compared as a whole address.
fn may_be(own: &Segment, shown: &str) -> bool {
    match own.pieces.as_slice() {
        [Piece::Literal(text)] => text.eq_ignore_ascii_case(shown) || shown.contains(['%', ' ']),
        _ => true,
    }
}

fn is_key(segment: &Segment) -> bool {
    matches!(segment.pieces.as_slice(), [Piece::Parameter(_)])
}

fn is_name_of_one(name: &str) -> bool {
    name.chars().all(|letter| letter.is_ascii_alphabetic()) && singular(name) == name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn found(template: &str, address: &str) -> Option<(usize, String)> {
        let template = path_template::read(template, Span::default()).expect("a path").address.path;
        let segments: Vec<&str> = address.split('/').collect();
        let place = place(&template.segments, &segments)?;
        has_with_key(&template, &segments).then(|| (place.0, place.1.to_owned()))
    }

    #[test]
    fn one_place_lacks_its_key() {
        let readers = |at| Some((at, "readers".to_owned()));
        assert_eq!(found("/readers/{id}/loans", "me/loans"), readers(0));
        assert_eq!(found("/readers/{id}/loans/{id}", "Me/Loans/7"), readers(0));
        assert_eq!(found("/halls/{id}/readers/{id}/loans", "halls/3/me/loans"), readers(2));
        assert_eq!(found("/readers/{id}/loans/due(on={day})", "me/loans/due(on=2031-05-01)"), readers(0));
        assert_eq!(found("/readers/{id}/old-loans", "me/old%2Dloans"), readers(0));
    }

    #[test]
    fn what_stands_on_both_sides_is_the_same() {
        for (template, address) in [
            ("/readers/{id}", "me"),
            ("/readers/{id}/loans", "me/books"),
            ("/readers/{id}/loans", "readers/loans"),
            ("/readers/{id}/loans/{id}", "me/loans"),
            ("/halls/{id}/readers/{id}/loans", "shelves/3/me/loans"),
            ("/readers/all/loans", "me/loans"),
            ("/readers/{id}/due(on={day})", "me/loans"),
        ] {
            assert_eq!(found(template, address), None, "{template} and {address}");
        }
    }
}
