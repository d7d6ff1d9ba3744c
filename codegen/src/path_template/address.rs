//! From an address as a page writes it to root, path and query.

use super::{Address, PathTemplate, root, segments};
use crate::limits;
use crate::source::Span;

/// An address, and the repairs that it needed.
#[derive(Debug)]
pub(crate) struct ReadAddress {
    pub(crate) address: Address,
    pub(crate) repairs: Vec<String>,
}

/// Reads the address of a request line, or says why it is not an address.
pub(crate) fn read(text: &str, span: Span) -> Result<ReadAddress, String> {
    let text = text.trim();
    if text.is_empty() {
        return Err("there is no address".to_owned());
    }
    if text.contains("**") {
        return Err("`**` stands where the address should be".to_owned());
    }
    let mut repairs = Vec::new();
    let root = root::split(text);
    let (path, query) = split_query(root.path, &mut repairs);
    let path = path.trim();
    let rooted = root.host.is_some() || root.version.is_some() || path.starts_with('/');
    let segments = segments::read(path, rooted, &mut repairs)?;
    if segments.is_empty() {
        return Err("the address has no path".to_owned());
    }
    let path_has = segments.len().max(segments.iter().map(|segment| segment.pieces.len()).sum());
    if path_has > limits::PARTS_OF_ROUTE
        || query.is_some_and(|query| query.matches('&').count() >= limits::PARTS_OF_ROUTE)
    {
        return Err(format!("it has more than {} parts, and no more are read", limits::PARTS_OF_ROUTE));
    }
    if !rooted {
        repairs.push("the leading slash is missing".to_owned());
    }
    if path.ends_with('/') {
        repairs.push("the trailing slash is dropped".to_owned());
    }
    let address = Address {
        path: PathTemplate { segments: segments.into() },
        query: query.map(str::to_owned),
        host: root.host.map(str::to_owned),
        version: root.version.map(str::to_owned),
        span,
    };
    Ok(ReadAddress { address, repairs })
}

/// The address with one slash in front, none at the end of its path and none doubled; nothing where that changes nothing, or
/// where the address begins with a host, behind which a slash may be missing on purpose.
pub(crate) fn with_slashes(text: &str) -> Option<String> {
    let (path, query) = split_query(text, &mut Vec::new());
    if path.contains("://") || !text.starts_with(path) {
        return None;
    }
    let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    let mended = format!("/{}{query}", segments.join("/"));
    (mended != text && !segments.is_empty()).then_some(mended)
}

/// The path of a concrete address, without host, version and query, as it is written.
pub(crate) fn concrete_path(text: &str) -> String {
    let (path, _) = split_query(root::split(text.trim()).path, &mut Vec::new());
    format!("/{}", path.trim().trim_matches('/'))
}

/// The query of a concrete address, as it is written; empty if there is none.
pub(crate) fn concrete_query(text: &str) -> &str {
    split_query(root::split(text.trim()).path, &mut Vec::new()).1.unwrap_or_default()
}

/// Splits at the first `?` outside braces, or where a query option such as `$filter=` is glued to the path.
fn split_query<'a>(text: &'a str, repairs: &mut Vec<String>) -> (&'a str, Option<&'a str>) {
    let (mut braces, mut parentheses) = (0_usize, 0_usize);
    let mut before = '/';
    for (at, c) in text.char_indices() {
        match c {
            '{' | '<' => braces += 1,
            '}' | '>' => braces = braces.saturating_sub(1),
            // A brace that is not closed ends with its segment.
            '/' => (braces, parentheses) = (0, 0),
            '(' => parentheses += 1,
            ')' => parentheses = parentheses.saturating_sub(1),
            '?' if braces == 0 => return (&text[..at], Some(&text[at + 1..])),
            '$' if before != '/' && braces + parentheses == 0 && is_query_option(&text[at + 1..]) => {
                repairs.push("the question mark before the query is missing".to_owned());
                return (&text[..at], Some(&text[at..]));
            }
            _ => {}
        }
        before = c;
    }
    (text, None)
}

fn is_query_option(text: &str) -> bool {
    let name = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    name > 0 && text[name..].starts_with('=')
}
