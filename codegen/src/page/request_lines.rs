//! The lines of an HTTP request section, put together to request lines: an address may stand below its method, go on in
//! the next line, or leave out the method of the address above.

use std::ops::Range;

use crate::http::{Method, request_line};
use crate::source::lines;

/// A line, or several that are one request line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// From the first character to the last; that of a request begins with its method.
    pub(super) range: Range<usize>,
    pub(super) request: Option<RequestLine>,
}

/// A method and an address.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct RequestLine {
    pub(super) method: Method,
    /// The address without line breaks, and the place where it stands.
    pub(super) address: String,
    pub(super) place: Range<usize>,
    /// What was done to make one line of it.
    pub(super) repair: Option<&'static str>,
    /// How far the line is indented.
    indent: usize,
}

/// Reads the lines that are not blank, without the white space around them.
pub(super) fn read(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for range in ranges(text) {
        let line = &text[range.clone()];
        let indent = range.start - text[..range.start].rfind('\n').map_or(0, |end| end + 1);
        match (request_line(line), lines.last_mut()) {
            (Some(found), _) => {
                let place = range.start + found.address.start..range.start + found.address.end;
                let address = text[place.clone()].to_owned();
                let request = RequestLine { method: found.method, address, place, repair: None, indent };
                let range = range.start + found.method_range.start..range.end;
                lines.push(Line { range, request: Some(request) });
            }
            (None, Some(Line { range: above, request: Some(request) })) if request.goes_on(line, indent) => {
                request.repair = Some("a line break in the request line is dropped");
                if request.address.is_empty() {
                    request.place.start = range.start;
                }
                if request.is_open() {
                    request.address.push(' ');
                }
                request.address.push_str(line);
                request.place.end = range.end;
                above.end = range.end;
            }
            (None, Some(Line { request: Some(above), .. }))
                if !above.address.is_empty() && is_address(line) =>
            {
                let request = RequestLine {
                    method: above.method,
                    address: line.to_owned(),
                    place: range.clone(),
                    repair: Some("the method is taken from the address above"),
                    indent,
                };
                lines.push(Line { range, request: Some(request) });
            }
            (None, _) => lines.push(Line { range, request: None }),
        }
    }
    lines
}

impl RequestLine {
    /// Whether the line ends inside of a placeholder.
    fn is_open(&self) -> bool {
        self.address.rfind('{') > self.address.rfind('}')
    }

    /// Whether a line below is a part of this one.
    fn goes_on(&self, line: &str, indent: usize) -> bool {
        let is_part = !line.contains(char::is_whitespace) && !["or", "and"].contains(&line);
        let breaks_off = self.address.ends_with(['/', '?', '&', '(', ',', '=']);
        match self.address.as_str() {
            "" => is_address(line) || (is_part && line.contains('/')),
            _ if self.is_open() => line.find(['{', '}']).is_some_and(|at| line[at..].starts_with('}')),
            _ if line.starts_with(['?', '&']) => is_part,
            _ => is_part && breaks_off && indent > self.indent && !is_address(line),
        }
    }
}

/// Whether a line is an address by itself.
pub(super) fn is_address(line: &str) -> bool {
    let is_path = line.starts_with('/') && !line.starts_with("//") && !line.starts_with("/*");
    (is_path || line.starts_with("https://")) && line.len() > 1
}

/// The places of the lines that are not blank, without the white space around them.
fn ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    lines(text).filter_map(|line| {
        let written = &text[line.clone()];
        let start = line.start + written.len() - written.trim_start().len();
        (!written.trim().is_empty()).then(|| start..start + written.trim().len())
    })
}

#[cfg(test)]
mod tests {
    use super::read;

    fn requests(text: &str) -> Vec<String> {
        let show = |line: super::Line| match line.request {
            Some(request) => format!("{} {}", request.method, request.address),
            None => format!("- {}", &text[line.range]),
        };
        read(text).into_iter().map(show).collect()
    }

    #[test]
    fn an_address_may_stand_below_its_method() {
        assert_eq!(
            requests("GET\n/loans/{id}\n\nPOST\n  loans/{id}/renew"),
            ["GET /loans/{id}", "POST loans/{id}/renew"]
        );
        assert_eq!(requests("GET\nAccept: text/plain"), ["GET ", "- Accept: text/plain"]);
    }

    #[test]
    fn an_address_may_go_on_in_the_next_line() {
        assert_eq!(
            requests("GET /loans/\n    {id}/books\nPUT /a?x=1\n&y=2"),
            ["GET /loans/{id}/books", "PUT /a?x=1&y=2"]
        );
        assert_eq!(requests("GET /loans/{loan\n id}/books"), ["GET /loans/{loan id}/books"]);
        assert_eq!(requests("POST /loans/{id\n{ \"a\": 1"), ["POST /loans/{id", "- { \"a\": 1"]);
        assert_eq!(
            requests("GET /loans/\nor\nGET /books/\n{"),
            ["GET /loans/", "- or", "GET /books/", "- {"]
        );
    }

    #[test]
    fn a_list_may_leave_out_the_method() {
        assert_eq!(
            requests("GET /a\n/b\n  https://x.example/v1.0/c\n"),
            ["GET /a", "GET /b", "GET https://x.example/v1.0/c"]
        );
        assert_eq!(requests("/a\nFETCH /b\n/c"), ["- /a", "- FETCH /b", "- /c"]);
    }
}
