//! Headers that a call requires.

use crate::http::Method;
use crate::model::{Argument, Site, preference};
use crate::page::{Page, Row};
use crate::text;

/// The headers that every client sends by itself, or derives from the body.
const OF_THE_CLIENT: [&str; 8] = [
    "accept",
    "authorization",
    "connection",
    "content-length",
    "content-type",
    "host",
    "transfer-encoding",
    "user-agent",
];

/// An argument for each header that a page requires. A read that stands on the page of a write has the write's condition
/// (`If-Match`) in its table, but does not use it.
pub(super) fn required(page: &Page, method: Method) -> Vec<Argument> {
    let is_of_writes = |name: &str| method == Method::Get && name.eq_ignore_ascii_case("if-match");
    let mut arguments: Vec<Argument> = Vec::new();
    for row in page.api.headers.iter().filter(|row| row.required == Some(true) && sent(row, method).is_none())
    {
        let name = row.name.value.trim();
        let is_known = arguments.iter().any(|known| known.name.eq_ignore_ascii_case(name));
        if is_header(name)
            && !is_known
            && !is_of_writes(name)
            && !OF_THE_CLIENT.contains(&name.to_ascii_lowercase().as_str())
        {
            arguments.push(Argument {
                name: name.to_owned(),
                type_: None,
                required: true,
                site: Site::Header,
            });
        }
    }
    arguments
}

/// The preferences (`Prefer`) without which a call is refused, or is another one than its page is about.
pub(super) fn preferences(page: &Page, method: Method) -> Vec<String> {
    let mut preferences = Vec::new();
    for wish in page.api.headers.iter().filter_map(|row| sent(row, method)) {
        if !preferences.contains(&wish) {
            preferences.push(wish);
        }
    }
    preferences
}

/// The preference of a row that the function itself sends.
fn sent(row: &Row, method: Method) -> Option<String> {
    let is_required = || row.required == Some(true) || method != Method::Get && is_required_for(row);
    preference(&row.name.value, &row.description).filter(|_| is_required())
}

/// Whether the row says what the preference is always required for. Of a write that is what its page is about; the answer to
/// a read without it is only another one.
fn is_required_for(row: &Row) -> bool {
    let words = row.description.plain().to_lowercase();
    words.split(". ").map(str::trim).any(|sentence| {
        sentence.starts_with("required for ")
            && !text::words(sentence).any(|word| ["if", "only", "when"].contains(&word))
    })
}

/// Whether HTTP has such names (RFC 9110, 5.6.2); of its signs, only those that names of headers have.
fn is_header(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_'))
}
