//! Addresses of examples in another form than the page's routes: `books('7')` for `books/7`, or a function's arguments in
//! another order. In OData the two mean the same, so the route's form is used.

use super::has_address;
use crate::diagnostic::{Code, Diagnostics};
use crate::http::Request;
use crate::limits;
use crate::page::{Route, parameters};
use crate::path_template::Call;

/// Writes an example's address as the routes do, with a finding, if that makes it match one of them.
pub(super) fn mend(request: &mut Request, routes: &[Route], diagnostics: &mut Diagnostics) {
    let url = &request.url.value;
    let is_of_a_route = |url: &str| has_address(routes, request.method.value, url);
    if !url.contains('(') || is_of_a_route(url) {
        return;
    }
    let end = url.find('?').unwrap_or(url.len());
    let segments = segments(&url[..end]);
    if segments.len() > limits::PARTS_OF_ROUTE {
        return;
    }
    let segments: Vec<String> = segments.into_iter().map(|segment| in_form_of(segment, routes)).collect();
    let mended = segments.join("/") + &url[end..];
    if is_of_a_route(&mended) {
        let message =
            format!("the example's address is `{url}`; in the form of the page's route it is `{mended}`");
        diagnostics.report(Code::ExampleInOtherForm, request.url.span, message);
        request.url.value = mended;
    }
}

/// What stands between slashes, apart from those in quotes.
fn segments(path: &str) -> Vec<&str> {
    let mut quoted = false;
    let is_end = |letter: char| {
        quoted ^= letter == '\'';
        letter == '/' && !quoted
    };
    path.split(is_end).collect()
}

/// A segment with a key or with arguments, as the routes write it.
fn in_form_of(segment: &str, routes: &[Route]) -> String {
    let inside = segment.split_once('(').and_then(|(name, rest)| Some((name, rest.strip_suffix(')')?)));
    match inside {
        Some((name, key)) if !name.is_empty() && is_key(key) => {
            format!("{name}/{}", key.trim_matches(['\'', '‘', '’']).replace('/', "%2F"))
        }
        Some((name, arguments)) => {
            let calls = routes.iter().flat_map(parameters::calls);
            let mut orders = calls.filter_map(|call| in_order_of(&call, name, arguments));
            orders.next().unwrap_or_else(|| segment.to_owned())
        }
        None => segment.to_owned(),
    }
}

/// Whether one key stands between parentheses, without a name. In quotes it may have any sign but these.
fn is_key(text: &str) -> bool {
    match text.strip_prefix('\'').and_then(|text| text.strip_suffix('\'')) {
        Some(key) => !key.is_empty() && !key.contains('\''),
        None => !text.is_empty() && !text.contains(['=', ',', '/', '(', '\'']),
    }
}

/// The arguments in the order of a route's call, if they are those that it has.
fn in_order_of(call: &Call, name: &str, arguments: &str) -> Option<String> {
    let shown: Vec<(&str, &str)> =
        split(arguments).into_iter().map(|one| one.trim().split_once('=')).collect::<Option<_>>()?;
    let is_own = call.name.eq_ignore_ascii_case(name) && call.arguments.len() == shown.len();
    let ordered = call.arguments.iter().map(|known| {
        let (_, value) = shown.iter().find(|(shown, _)| parameters::is_same(shown, &known.name))?;
        Some(format!("{}={value}", known.name))
    });
    let ordered: Vec<String> = ordered.collect::<Option<_>>()?;
    is_own.then(|| format!("{name}({})", ordered.join(",")))
}

/// What stands between commas, apart from those in quotes and in brackets.
fn split(arguments: &str) -> Vec<&str> {
    let (mut quoted, mut depth) = (false, 0_usize);
    let is_end = |letter: char| {
        match letter {
            '\'' => quoted = !quoted,
            '[' | '(' if !quoted => depth += 1,
            ']' | ')' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        letter == ',' && !quoted && depth == 0
    };
    arguments.split(is_end).collect()
}
