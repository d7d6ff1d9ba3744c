//! From the lines of a code block to messages.

use std::ops::Range;

use super::body::{self, content_type, starts_json};
use super::lines::{bare_status_line, header_line, request_line, starts_address, status_line};
use super::{Header, Message, Method, Request, Response, reason};
use crate::diagnostic::{Code, Diagnostics};
use crate::source::{Excerpt, Span, Spanned};

/// Reads a code block: one or more HTTP messages, or bare JSON. A block of anything else gives nothing.
pub(crate) fn read(excerpt: &Excerpt, diagnostics: &mut Diagnostics) -> Vec<Message> {
    let lines = MessageLines::new(excerpt);
    let mut messages = Vec::new();
    let mut at = lines.skip_blank(0);
    if starts_json(lines.text(at).trim_start()) {
        let end = body_end(&lines, at, &[]);
        let body = excerpt.part(lines.start(at)..lines.start(end));
        messages.push(Message::Body(body::read(&body, &[], diagnostics)));
        at = end;
    }
    while let Some(start) = start_line(&lines, at) {
        let head = at + if start.is_broken { 2 } else { 1 };
        if let Start::Status(status) = &start.line {
            let line = lines.text(at);
            let code = line.find(&status.value.to_string()).unwrap_or(line.len());
            report_reason(&line[code..], status.span, diagnostics);
        }
        let (headers, body_start) = read_headers(&lines, head, diagnostics);
        let end = body_end(&lines, body_start, &headers);
        let text = excerpt.part(lines.start(body_start)..lines.start(end));
        let body = body::read(&text, &headers, diagnostics);
        messages.push(match start.line {
            Start::Request(method, url) => Message::Request(Request { method, url, headers, body }),
            Start::Status(status) => Message::Response(Response { status, headers, body }),
        });
        at = end;
    }
    messages
}

/// Reports a status whose reason is another's.
pub(crate) fn report_reason(text: &str, span: Span, diagnostics: &mut Diagnostics) {
    if let Some((code, named)) = reason::of_another(text) {
        let message =
            format!("the status is {code}, but its reason phrase belongs to {named}; {code} is used");
        diagnostics.report(Code::StatusReason, span, message);
    }
}

/// The first line of a message, or its first two where the address stands below the method.
struct StartLine {
    line: Start,
    is_broken: bool,
}

/// What the first line says.
enum Start {
    Request(Spanned<Method>, Spanned<String>),
    Status(Spanned<u16>),
}

fn start_line(lines: &MessageLines<'_>, at: usize) -> Option<StartLine> {
    let whole = |line: Start| StartLine { line, is_broken: false };
    let line = lines.text(at);
    // What a block begins with needs no `HTTP` before it: `200 OK`.
    let status = status_line(line).or_else(|| bare_status_line(line).filter(|_| at == lines.skip_blank(0)));
    if let Some((code, range)) = status {
        return Some(whole(Start::Status(Spanned::new(code, lines.span(at, range)))));
    }
    let request = request_line(line)?;
    let url = &line[request.address.clone()];
    let method = Spanned::new(request.method, lines.span(at, request.method_range));
    let below = lines.text(at + 1).trim();
    if url.is_empty() && below.starts_with(['/', 'h']) && starts_address(below) {
        let start = lines.text(at + 1).len() - lines.text(at + 1).trim_start().len();
        let url = Spanned::new(below.to_owned(), lines.span(at + 1, start..start + below.len()));
        return Some(StartLine { line: Start::Request(method, url), is_broken: true });
    }
    if !starts_address(url) && url.split_whitespace().count() != 1 {
        return None;
    }
    Some(whole(Start::Request(method, Spanned::new(url.to_owned(), lines.span(at, request.address)))))
}

/// Reads headers and gives the line where the body begins.
fn read_headers(
    lines: &MessageLines<'_>,
    start: usize,
    diagnostics: &mut Diagnostics,
) -> (Vec<Header>, usize) {
    let mut headers = Vec::new();
    let mut at = if is_blank_before_headers(lines, start) { lines.skip_blank(start) } else { start };
    while at < lines.count() {
        let line = lines.text(at);
        if let Some((name, value)) = header_line(line) {
            let name = Spanned::new(line[name.clone()].to_owned(), lines.span(at, name));
            headers.push(Header { name, value: value.to_owned() });
        } else if is_broken_header(lines, at) {
            diagnostics.report(
                Code::MalformedHttp,
                lines.span(at, 0..line.len()),
                "a header without a colon",
            );
        } else {
            break;
        }
        at += 1;
    }
    // Most messages have one header.
    headers.shrink_to_fit();
    (headers, at)
}

/// Whether headers follow a blank line, where the body should begin. A vCard or a mail in the body has lines that look
/// like headers, but not only such lines.
fn is_blank_before_headers(lines: &MessageLines<'_>, start: usize) -> bool {
    let first = lines.skip_blank(start);
    let end = (first..lines.count())
        .find(|at| lines.is_blank(*at) || starts_json(lines.text(*at).trim_start()))
        .unwrap_or(lines.count());
    first < end && (first..end).all(|at| header_line(lines.text(at)).is_some())
}

/// Whether a line among the headers is neither a header nor the body, because a body follows a blank line further down.
fn is_broken_header(lines: &MessageLines<'_>, at: usize) -> bool {
    let line = lines.text(at).trim();
    if line.is_empty() || line.starts_with(['{', '[', '<', '"', '-']) || start_line(lines, at).is_some() {
        return false;
    }
    let blank = (at..lines.count()).find(|at| lines.is_blank(*at)).unwrap_or(lines.count());
    starts_json(lines.text(lines.skip_blank(blank)).trim_start())
}

/// The line after the body's last one: where the next message begins. The parts of a multipart body are messages too.
fn body_end(lines: &MessageLines<'_>, start: usize, headers: &[Header]) -> usize {
    if content_type(headers).is_some_and(|value| value.starts_with("multipart/")) {
        return lines.count();
    }
    let begins_message = |at: &usize| match start_line(lines, *at).map(|start| start.line) {
        Some(Start::Status(_)) => true,
        Some(Start::Request(..)) => *at == start || lines.is_blank(at - 1) || lines.closes_json(at - 1),
        None => false,
    };
    (start..lines.count()).find(begins_message).unwrap_or(lines.count())
}

/// The lines of a code block.
struct MessageLines<'a> {
    excerpt: &'a Excerpt,
    starts: Vec<usize>,
}

impl<'a> MessageLines<'a> {
    fn new(excerpt: &'a Excerpt) -> Self {
        let starts =
            std::iter::once(0).chain(excerpt.text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        MessageLines { excerpt, starts }
    }

    fn count(&self) -> usize {
        self.starts.len()
    }

    /// Where a line begins; the end of the text if the line does not exist.
    fn start(&self, at: usize) -> usize {
        self.starts.get(at).copied().unwrap_or(self.excerpt.text.len())
    }

    /// A line without its end.
    fn text(&self, at: usize) -> &'a str {
        self.excerpt.text[self.start(at)..self.start(at + 1)].trim_end_matches(['\n', '\r'])
    }

    fn span(&self, at: usize, range: Range<usize>) -> Span {
        let start = self.start(at);
        self.excerpt.span(start + range.start..start + range.end)
    }

    fn is_blank(&self, at: usize) -> bool {
        self.text(at).trim().is_empty()
    }

    fn skip_blank(&self, at: usize) -> usize {
        (at..self.count()).find(|at| !self.is_blank(*at)).unwrap_or(self.count())
    }

    fn closes_json(&self, at: usize) -> bool {
        self.text(at).trim_end().ends_with(['}', ']'])
    }
}
