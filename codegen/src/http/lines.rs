//! The lines that make up the head of a message. All places are ranges of the line.

use std::ops::Range;

use super::Method;

/// `METHOD address`, perhaps with ` HTTP/1.1` behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RequestLine {
    pub(crate) method: Method,
    pub(crate) method_range: Range<usize>,
    pub(crate) address: Range<usize>,
}

/// Reads a line that begins with a method, perhaps with the status of its answer in front: `[200] GET /books`. Whether an
/// address follows is for the caller to judge, except that a method in small letters is an ordinary word unless a clear
/// address comes after it.
pub(crate) fn request_line(line: &str) -> Option<RequestLine> {
    let trimmed = line.trim_start();
    let start = line.len() - behind_status(trimmed).unwrap_or(trimmed).len();
    let letters = line[start..].bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = &line[start..start + letters];
    let method = Method::from_word(word)?;
    let after = &line[start + letters..];
    let rest = after.trim_start();
    // `DELETE/users/{id}` is a request without its space, `GET-request` and `Post.` are words.
    if rest.len() == after.len() && !rest.is_empty() && !rest.starts_with('/') {
        return None;
    }
    if word != method.as_str() && !starts_address(rest) {
        return None;
    }
    let from = line.len() - rest.len();
    let address = without_version(rest.trim_end());
    Some(RequestLine { method, method_range: start..start + letters, address: from..from + address.len() })
}

/// Whether a text begins as only an address does.
pub(super) fn starts_address(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let scheme = ["http://", "https://"].into_iter().any(|scheme| first.starts_with(scheme));
    scheme
        || first.starts_with(['/', '{', '~'])
        || (first.contains(['/', '(']) && !first.starts_with(['(', '*']))
}

/// Whether a text begins with a method in capitals and an address, so that it is a request line rather than a sentence.
pub(crate) fn starts_request(text: &str) -> bool {
    let Some(line) = request_line(text) else { return false };
    let method = &text[line.method_range.clone()];
    method == line.method.as_str() && starts_address(&text[line.address])
}

/// The method of a request line that no function of a crate sends.
pub(crate) fn other_method(line: &str) -> Option<&'static str> {
    let (word, address) = line.trim_start().split_once(char::is_whitespace)?;
    let known = ["HEAD", "OPTIONS", "MERGE", "TRACE"].into_iter().find(|method| *method == word)?;
    starts_address(address.trim_start()).then_some(known)
}

/// What stands behind a status of success in brackets.
fn behind_status(line: &str) -> Option<&str> {
    let (status, rest) = line.strip_prefix('[')?.split_once(']')?;
    let is_success =
        status.len() == 3 && status.starts_with('2') && status.bytes().all(|it| it.is_ascii_digit());
    is_success.then(|| rest.trim_start())
}

fn without_version(text: &str) -> &str {
    match text.rsplit_once(char::is_whitespace) {
        Some((address, version)) if version.starts_with("HTTP/") => address.trim_end(),
        _ => text,
    }
}

/// The status code of `HTTP/1.1 200 OK`, `HTTP/2 200`, `HTTP 201 Created`, `HTTP code: 200 OK`.
pub(super) fn status_line(line: &str) -> Option<(u16, Range<usize>)> {
    let start = line.len() - line.trim_start().len();
    let protocol = line.get(start..start + 4)?;
    if !protocol.eq_ignore_ascii_case("HTTP") {
        return None;
    }
    let mut rest = &line[start + 4..];
    rest = rest
        .trim_start_matches(|c: char| c == '/' || c == '.' || (c.is_ascii_digit() && rest.starts_with('/')));
    for word in ["status", "code", ":"] {
        let trimmed = rest.trim_start();
        let matches = trimmed.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        rest = if matches { &trimmed[word.len()..] } else { rest };
    }
    status_code(line, rest.trim_start())
}

/// The status code of `200 OK`.
pub(super) fn bare_status_line(line: &str) -> Option<(u16, Range<usize>)> {
    let rest = line.trim();
    let reason = rest.get(3..).filter(|reason| reason.starts_with(" "))?;
    let words = reason.chars().all(|c| c.is_ascii_alphabetic() || c == ' ');
    if words { status_code(line, line.trim_start()) } else { None }
}

/// The three digits that `rest`, the end of the line, begins with.
fn status_code(line: &str, rest: &str) -> Option<(u16, Range<usize>)> {
    let digits = rest.get(..3).filter(|code| code.bytes().all(|b| b.is_ascii_digit()))?;
    if rest[3..].starts_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    let code = digits.parse().ok().filter(|code| (100..600).contains(code))?;
    let from = line.len() - rest.len();
    Some((code, from..from + 3))
}

/// The name and the value of `Name: value`.
pub(crate) fn header_line(line: &str) -> Option<(Range<usize>, &str)> {
    let start = line.len() - line.trim_start().len();
    let (name, value) = line[start..].split_once(':')?;
    let name = name.trim_end();
    let token = |b: u8| b.is_ascii_alphanumeric() || b"-_.".contains(&b);
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.bytes().all(token);
    // `https://…` is an address.
    (is_name && !value.starts_with("//")).then(|| (start..start + name.len(), value.trim()))
}
