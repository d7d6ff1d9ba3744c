//! The lines of an HTTP request section: one route each, and what strays between them.

use std::ops::Range;

use super::Route;
use super::request_lines::{self, Line, RequestLine, is_address};
use crate::diagnostic::{Code, Diagnostics, Fix};
use crate::http::{header_line, other_method};
use crate::path_template::{self, ReadAddress};
use crate::source::Excerpt;

/// Reads a code block of an HTTP request section.
pub(crate) fn read(excerpt: &Excerpt, diagnostics: &mut Diagnostics) -> Vec<Route> {
    let mut routes = Vec::new();
    let mut stray: Option<Stray> = None;
    for Line { range, request } in request_lines::read(&excerpt.text) {
        let line = &excerpt.text[range.clone()];
        match request {
            Some(request) => {
                end_stray(&mut stray, excerpt, diagnostics);
                routes.extend(route(excerpt, range, request, diagnostics));
            }
            None if looks_like_route(line) => {
                end_stray(&mut stray, excerpt, diagnostics);
                let message = match other_method(line) {
                    Some(method) => {
                        format!("the crate has no functions for `{method}` requests; `{line}` is left out")
                    }
                    None => format!("`{line}` cannot be read as a route: it has no HTTP method"),
                };
                diagnostics.report(Code::MalformedRoute, excerpt.span(range), message);
            }
            None => match &mut stray {
                Some(stray) => stray.range.end = range.end,
                None => stray = Some(Stray { what: what(line), range }),
            },
        }
    }
    end_stray(&mut stray, excerpt, diagnostics);
    routes
}

/// Reads only the first line that is a request, of a code block that is a message.
pub(crate) fn read_first(excerpt: &Excerpt, diagnostics: &mut Diagnostics) -> Option<Route> {
    let line = request_lines::read(&excerpt.text).into_iter().next()?;
    route(excerpt, line.range, line.request?, diagnostics)
}

fn route(
    excerpt: &Excerpt,
    range: Range<usize>,
    request: RequestLine,
    diagnostics: &mut Diagnostics,
) -> Option<Route> {
    let span = excerpt.span(range.clone());
    match path_template::read(&request.address, excerpt.span(request.place.clone())) {
        Ok(ReadAddress { address, mut repairs }) => {
            let text = match request.repair {
                Some(_) => format!("{} {}", request.method, request.address),
                None => excerpt.text[range].to_owned(),
            };
            repairs.extend(request.repair.map(str::to_owned));
            if !repairs.is_empty() {
                let fix = slashes(&request, excerpt);
                diagnostics.report(Code::RepairedRoute, span, repairs.join("; ")).with_fix(fix);
            }
            Some(Route {
                method: request.method,
                address,
                query: None,
                text,
                about: Vec::new(),
                only: None,
                span,
            })
        }
        Err(reason) => {
            let message = format!("`{}` cannot be read as a route: {reason}", &excerpt.text[range]);
            diagnostics.report(Code::MalformedRoute, span, message);
            None
        }
    }
}

/// The slashes of an address put right on the page, where nothing else has to be repaired.
fn slashes(request: &RequestLine, excerpt: &Excerpt) -> Option<Fix> {
    let mended = path_template::with_slashes(&request.address)?;
    let span = excerpt.span(request.place.clone());
    let is_all = request.repair.is_none()
        && path_template::read(&mended, span).is_ok_and(|read| read.repairs.is_empty());
    is_all.then(|| Fix::new(format!("write `{mended}`"), span, mended))
}

/// Lines, one below the other, that are not routes: reported together.
struct Stray {
    what: &'static str,
    range: Range<usize>,
}

fn end_stray(stray: &mut Option<Stray>, excerpt: &Excerpt, diagnostics: &mut Diagnostics) {
    if let Some(Stray { what, range }) = stray.take() {
        let message = format!("this line among the routes is {what}");
        diagnostics.report(Code::StrayRouteLine, excerpt.span(range), message);
    }
}

/// Names what stands where a route should be.
fn what(line: &str) -> &'static str {
    if line.starts_with(['{', '[']) {
        "a request body"
    } else if line.starts_with("//")
        || line.starts_with("/*")
        || line.starts_with("<!--")
        || line.starts_with('#')
    {
        "a comment"
    } else if header_line(line).is_some() {
        "a header"
    } else {
        "text"
    }
}

/// An address without a method, or behind a word in capitals that is none of the methods.
fn looks_like_route(line: &str) -> bool {
    let behind = line.trim_start_matches(|c: char| c.is_ascii_uppercase()).trim_start();
    is_address(line) || (line.len() != behind.len() && is_address(behind))
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::diagnostic::{Code, Diagnostics};
    use crate::source::{Excerpt, FileId};

    #[test]
    fn routes_are_read_and_everything_else_is_accounted_for() {
        let text = "GET /users/{id}\n\n  POST users\nor\nDELETE/users/{id}\nPrefer: x\nx-id: {id}\n\
                    POST ** not found\nFETCH /a\n/b\n{ \"a\": 1 }\nPATCH /c/\n";
        let mut diagnostics = Diagnostics::default();
        let routes = read(&Excerpt::whole(text, FileId::default(), 0), &mut diagnostics);
        let routes: Vec<_> =
            routes.iter().map(|r| format!("{} {} | {}", r.method, r.address.path, r.text)).collect();
        assert_eq!(
            routes,
            [
                "GET /users/{id} | GET /users/{id}",
                "POST /users | POST users",
                "DELETE /users/{id} | DELETE/users/{id}",
                "PATCH /c | PATCH /c/",
            ]
        );
        let found = diagnostics.into_sorted();
        let found: Vec<_> = found.iter().map(|d| (d.code, &text[d.span.range()])).collect();
        assert_eq!(
            found,
            [
                (Code::RepairedRoute, "POST users"),
                (Code::StrayRouteLine, "or"),
                (Code::StrayRouteLine, "Prefer: x\nx-id: {id}"),
                (Code::MalformedRoute, "POST ** not found"),
                (Code::MalformedRoute, "FETCH /a"),
                (Code::MalformedRoute, "/b"),
                (Code::StrayRouteLine, "{ \"a\": 1 }"),
                (Code::RepairedRoute, "PATCH /c/"),
            ]
        );
    }
}
