//! What the body of a message is: decided by its first characters and by its content type.

use super::{Body, Header};
use crate::diagnostic::Diagnostics;
use crate::json;
use crate::source::{Excerpt, Spanned};

/// Reads the text behind the head of a message.
pub(super) fn read(text: &Excerpt, headers: &[Header], diagnostics: &mut Diagnostics) -> Body {
    let trimmed = text.text.trim();
    if trimmed.is_empty() {
        return Body::Empty;
    }
    let start = text.text.len() - text.text.trim_start().len();
    let body = text.part(start..start + trimmed.len());
    let json = starts_json(trimmed) || (trimmed.starts_with('"') && says_json(headers));
    if json && let Some(value) = json::read(&body, diagnostics) {
        return Body::Json(value);
    }
    // A lone `true` or `5` is JSON where the message says so; a placeholder for bytes under the same content type is
    // nothing to complain about.
    if !json
        && says_json(headers)
        && let Some(value) = json::read(&body, &mut Diagnostics::default())
    {
        return Body::Json(value);
    }
    let span = body.span(0..body.text.len());
    Body::Text(Spanned::new(body.text, span))
}

/// Whether a text begins as an object or an array does. `[Zip file]` and `{raw bytes}` are placeholders.
pub(super) fn starts_json(text: &str) -> bool {
    let Some(inside) = text.strip_prefix(['{', '[']) else { return false };
    let word: String = inside.trim_start().chars().take_while(char::is_ascii_alphabetic).collect();
    match text.starts_with('{') {
        // Names without quotes are wrong, but meant as JSON.
        true => word.is_empty() || text.contains([':', '"', '\n']),
        false => word.is_empty() || matches!(word.as_str(), "true" | "false" | "null"),
    }
}

fn says_json(headers: &[Header]) -> bool {
    content_type(headers).is_some_and(|value| value.contains("json"))
}

/// The value of the content type, in small letters.
pub(crate) fn content_type(headers: &[Header]) -> Option<String> {
    let header = headers.iter().find(|header| header.name.value.eq_ignore_ascii_case("content-type"))?;
    Some(header.value.to_ascii_lowercase())
}
