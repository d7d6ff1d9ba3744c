//! Names that a page's routes have in the singular and its examples in the plural, or the other way round.
//!
//! Where two addresses differ in nothing else, the form that the page has elsewhere holds. Where one route leads through the
//! singular to a name and another has a key behind the plural, as `/me/drive/items` and `/drives/{id}/items`, both hold.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostics};
use crate::http::{Method, Request};
use crate::page::Page;
use crate::path_template::{self, PathTemplate, Piece, Segment};
use crate::plural::is_plural_of;

/// The names that the page has in singular and plural where only one can be right: the wrong one, in lower case, and the
/// right one.
pub(crate) fn slips(page: &Page) -> BTreeMap<String, String> {
    let requests: Vec<(&Request, PathTemplate)> = requests(page).collect();
    let known = |method: Method, path: &PathTemplate| {
        page.api.routes.iter().any(|route| route.method == method && route.address.path.key() == path.key())
    };
    let mut slips = BTreeMap::new();
    for (request, example) in
        requests.iter().filter(|(request, example)| !known(request.method.value, example))
    {
        for route in page.api.routes.iter().filter(|route| route.method == request.method.value) {
            for (documented, example) in differences(&route.address.path, example).unwrap_or_default() {
                let (one, many) = match is_plural_of(&documented, &example) {
                    true => (example, documented),
                    false => (documented, example),
                };
                if leads_through(page, &one) && has_key(page, &many) {
                    continue;
                }
                let (wrong, right) = if is_singleton(page, &one, &many) { (many, one) } else { (one, many) };
                slips.insert(wrong.to_lowercase(), right);
            }
        }
    }
    slips
}

fn requests(page: &Page) -> impl Iterator<Item = (&Request, PathTemplate)> {
    page.api.exchanges.iter().filter_map(|exchange| {
        let request = exchange.http_request()?;
        let address = path_template::read(&request.url.value, request.url.span).ok()?.address;
        Some((request, address.path))
    })
}

/// The names in which two paths differ, if it is by nothing but their number.
fn differences(route: &PathTemplate, example: &PathTemplate) -> Option<Vec<(String, String)>> {
    if route.segments.len() != example.segments.len() {
        return None;
    }
    let mut found = Vec::new();
    for (route, example) in route.segments.iter().zip(example.segments.iter()) {
        match (name(route), name(example)) {
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

/// Whether one of the page's routes leads to a name below this one, without a key between the two.
fn leads_through(page: &Page, one: &str) -> bool {
    is_followed(page, one, |next| matches!(next.pieces.as_slice(), [Piece::Literal(_)]))
}

/// Whether one of the page's routes has this name with a key in the segment behind it.
fn has_key(page: &Page, many: &str) -> bool {
    is_followed(page, many, |next| matches!(next.pieces.as_slice(), [Piece::Parameter(_), ..]))
}

fn is_followed(page: &Page, wanted: &str, by: impl Fn(&Segment) -> bool) -> bool {
    let is_wanted = |segment: &Segment| match segment.pieces.as_slice() {
        [Piece::Literal(text)] => text.eq_ignore_ascii_case(wanted),
        _ => false,
    };
    let mut pairs = page.api.routes.iter().flat_map(|route| route.address.path.segments.windows(2));
    pairs.any(|pair| is_wanted(&pair[0]) && by(&pair[1]))
}

/// Whether the page addresses one thing by this name more often than many by the other. Prose does not count for the
/// singular, which is also the type's name, and a key follows only a plural.
fn is_singleton(page: &Page, one: &str, many: &str) -> bool {
    let example = requests(page).map(|(_, path)| path);
    let paths = page.api.routes.iter().map(|route| route.address.path.clone()).chain(example);
    let segments: Vec<Segment> = paths.flat_map(|path| path.segments.to_vec()).collect();
    let addressed = |wanted: &str, keyed: bool| {
        let named = segments
            .iter()
            .filter(|segment| name(segment).is_some_and(|name| name.eq_ignore_ascii_case(wanted)));
        named.filter(|segment| keyed || segment.pieces.len() == 1).count()
    };
    let keys = addressed(one, true) - addressed(one, false);
    let texts = page.summary.iter().chain(&page.api.response.text).chain(&page.api.request_body.text);
    let words = texts.flat_map(|text| text.strongs()).chain([page.title.value.clone()]);
    let in_words =
        words.filter(|words| words.split_whitespace().any(|word| word.eq_ignore_ascii_case(many))).count();
    addressed(one, false) > addressed(many, true) + keys + in_words
}

/// Puts the right names into a path.
pub(crate) fn mend_path(path: &mut PathTemplate, slips: &BTreeMap<String, String>) {
    for index in 0..path.segments.len() {
        let Some(Piece::Literal(text)) = path.segments[index].pieces.first() else { continue };
        let end = text.find('(').unwrap_or(text.len());
        let Some(right) = slips.get(&text[..end].to_lowercase()) else { continue };
        let text = format!("{right}{}", &text[end..]);
        let mut segment = path.segments[index].clone();
        segment.pieces[0] = Piece::Literal(text);
        path.replace(index, segment);
    }
}

/// Puts the right names into an example's address, with a finding.
pub(crate) fn mend_example(
    request: &mut Request,
    slips: &BTreeMap<String, String>,
    diagnostics: &mut Diagnostics,
) {
    let url = &request.url.value;
    let end = url.find('?').unwrap_or(url.len());
    let segments = url[..end].split('/').map(|segment| {
        let end = segment.find('(').unwrap_or(segment.len());
        match slips.get(&segment[..end].to_lowercase()) {
            Some(right) => format!("{right}{}", &segment[end..]),
            None => segment.to_owned(),
        }
    });
    let corrected = segments.collect::<Vec<_>>().join("/") + &url[end..];
    if corrected != *url {
        let message =
            format!("the example asks for `{url}`; the page's routes have `{corrected}`, which is used");
        diagnostics.report(Code::RouteContradictsExample, request.url.span, message);
        request.url.value = corrected;
    }
}
