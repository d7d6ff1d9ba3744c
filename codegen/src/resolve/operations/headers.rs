//! Headers that a call requires.

use crate::http::Method;
use crate::model::{Argument, Site};
use crate::page::Page;

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
    for row in page.api.headers.iter().filter(|row| row.required == Some(true)) {
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

/// Whether HTTP has such names (RFC 9110, 5.6.2); of its signs, only those that names of headers have.
fn is_header(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_'))
}
