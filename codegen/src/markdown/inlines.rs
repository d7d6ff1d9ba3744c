//! The parts of a text as they are put together: white space folds, and invisible characters are removed.

use crate::text::Inline;
use crate::visible::is_hidden;

/// Adds parts behind others.
pub(super) fn append(parts: &mut Vec<Inline>, more: impl IntoIterator<Item = Inline>) {
    for part in more {
        match part {
            Inline::Text(text) => push_text(parts, &text),
            part => parts.push(part),
        }
    }
}

/// Adds text. White space folds to one space, and invisible characters are removed.
pub(super) fn push_text(parts: &mut Vec<Inline>, text: &str) {
    if !matches!(parts.last(), Some(Inline::Text(_))) {
        parts.push(Inline::Text(String::new()));
    }
    let Some(Inline::Text(last)) = parts.last_mut() else { return };
    last.reserve(text.len());
    for c in text.chars() {
        match c {
            '!'..='~' => last.push(c),
            c if c.is_whitespace() => {
                if !last.ends_with(' ') {
                    last.push(' ');
                }
            }
            c if is_hidden(c) => {}
            c => last.push(c),
        }
    }
    if last.is_empty() {
        parts.pop();
    }
}

/// Removes white space, breaks and empty texts from both ends.
pub(super) fn trim(parts: &mut Vec<Inline>) {
    while let Some(part) = parts.last_mut() {
        match part {
            Inline::Text(text) => {
                text.truncate(text.trim_end().len());
                if !text.is_empty() {
                    break;
                }
            }
            Inline::Break => {}
            _ => break,
        }
        parts.pop();
    }
    let mut empty = 0;
    for part in parts.iter_mut() {
        match part {
            Inline::Text(text) => {
                text.drain(..text.len() - text.trim_start().len());
                if !text.is_empty() {
                    break;
                }
            }
            Inline::Break => {}
            _ => break,
        }
        empty += 1;
    }
    parts.drain(..empty);
}

/// Trims the parts, and gives the space that stood at each end.
pub(super) fn trim_out(parts: &mut Vec<Inline>) -> (&'static str, &'static str) {
    let is_space =
        |part: Option<&Inline>, has: fn(&str) -> bool| matches!(part, Some(Inline::Text(text)) if has(text));
    let before = if is_space(parts.first(), |text| text.starts_with(' ')) { " " } else { "" };
    let behind = if is_space(parts.last(), |text| text.ends_with(' ')) { " " } else { "" };
    trim(parts);
    (before, behind)
}

/// White space, or what a reader sees.
pub(super) fn is_visible(c: char) -> bool {
    c.is_whitespace() || !is_hidden(c)
}
