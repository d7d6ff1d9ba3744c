//! Which words of an address stand for something else.

use super::{Parameter, ParameterKind};

/// The placeholder for an identifier that a page does not name.
pub(super) const ID: &str = "id";

/// What was found between braces or angle brackets.
pub(super) struct Bracketed {
    pub(super) name: String,
    /// Whether the name stood in quotes: `{'id'}` for `'{id}'`.
    pub(super) quoted: bool,
}

pub(super) fn bracketed(inside: &str) -> Bracketed {
    // A bracket inside would end the name too early when the template is read again.
    let words = inside.replace(['{', '}', '<', '>'], "");
    // Marks of code around a name come from pages that write a route as text: `` f(on=`value`) ``.
    let trimmed = words.trim().trim_matches('`').trim();
    let name = trimmed.trim_matches(['\'', '"']).trim();
    let quoted = name.len() != trimmed.len();
    let name = if is_ellipsis(name) { "..." } else { name };
    Bracketed { name: if name.is_empty() { ID.to_owned() } else { name.to_owned() }, quoted }
}

pub(super) fn parameter(name: impl Into<String>, kind: ParameterKind) -> Parameter {
    Parameter { name: name.into(), kind, argument: None, optional: false }
}

/// `...` or `…`: several segments that the page does not spell out.
pub(super) fn is_ellipsis(text: &str) -> bool {
    text == "…" || (text.len() >= 3 && text.bytes().all(|b| b == b'.'))
}

/// An identifier from somebody's data. An address with one in it serves nobody else.
pub(super) fn is_guid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
        && groups.concat().bytes().all(|b| b.is_ascii_hexdigit())
}

/// Whether an unquoted value is meant as it stands: a number, a date, a truth value, an alias.
pub(super) fn is_literal_value(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '@'))
        || matches!(text, "true" | "false" | "null")
}

/// Whether a quoted text is a placeholder without braces: `on='parameterValue'`, `q='search-value'`.
pub(super) fn is_value_word(text: &str) -> bool {
    is_word(text) && ["Value", "-value", "_value"].iter().any(|end| text.ends_with(end))
}

/// Whether a key in quotes is a placeholder without braces: `lists('list-id')`, `items('id')`.
pub(super) fn is_key_word(text: &str) -> bool {
    is_word(text) && (text == ID || ["Id", "-id", "_id"].iter().any(|end| text.ends_with(end)))
}

/// Whether a text is one word that begins with a letter.
pub(super) fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && is_word(text)
}

fn is_word(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
}
