//! The changes that make a text strict JSON. They are offered only if the changed text can be read without a repair.

use std::ops::Range;

use super::repair::Repairs;
use super::{Value, reader};
use crate::diagnostic::{Edit, Fix};
use crate::source::{Excerpt, Span};

/// A range of a text and what to put there.
type Change = (Range<usize>, String);

/// The longest text in which one missing character is looked for: each place that is tried reads the text again.
const LONGEST: usize = 20_000;
const LONGEST_LINE: usize = 400;

/// Makes the reader's repairs on the page. `meant` is the value that was read.
pub(super) fn repairs(excerpt: &Excerpt, repairs: &Repairs, meant: &Value) -> Option<Fix> {
    let changes = repairs.edits(&excerpt.text)?;
    let read = strict(excerpt, &changes)?;
    (meant.to_string() == read.to_string()).then(|| fix(repairs.title(), excerpt, changes))
}

/// Mends the one slip that keeps a text from being JSON: a quote or a closing bracket that is missing, or a bracket too
/// many at the end. `None` if no single change mends it, or if several would. Reading stopped `at` this byte.
pub(super) fn slip(excerpt: &Excerpt, at: usize) -> Option<Fix> {
    let candidates = if excerpt.text.len() <= LONGEST { candidates(&excerpt.text, at) } else { Vec::new() };
    let mut mended = candidates.into_iter().filter(|(_, change)| {
        let change = std::slice::from_ref(change);
        strict(excerpt, change).is_some()
    });
    let (title, change) = mended.next()?;
    mended.next().is_none().then(|| fix(title, excerpt, vec![change]))
}

/// The changes that may mend a text whose reading stopped at a place.
fn candidates(text: &str, at: usize) -> Vec<(&'static str, Change)> {
    let end = text.trim_end().len();
    let line_start = text[..at].rfind('\n').map_or(0, |found| found + 1);
    let line_end = text[at..].find('\n').map_or(text.len(), |found| at + found);
    let line = if line_end - line_start <= LONGEST_LINE { &text[line_start..line_end] } else { "" };
    let mut candidates = Vec::new();
    let mut put = |title, place: usize, new: &str| candidates.push((title, (place..place, new.to_owned())));
    // A quote is missing where a word begins or ends: behind a bracket, a comma, a colon, or before one.
    for (offset, letter) in line.char_indices() {
        let place = line_start + offset;
        let before = text[..place].trim_end_matches([' ', '\t']).chars().next_back();
        let begins = matches!(before, None | Some('{' | '[' | ',' | ':' | '\n')) && letter.is_alphanumeric();
        let ends = matches!(letter, ',' | ':' | '}' | ']' | '\r')
            && text[..place].ends_with(|c: char| c.is_alphanumeric() || "./-_)".contains(c));
        if begins || ends {
            put("add the missing quote", place, "\"");
        }
    }
    put("add the missing quote", line_start + line.trim_end().len(), "\"");
    for bracket in ["}", "]"] {
        put("close the object", end, if bracket == "}" { "\n}" } else { "\n]" });
    }
    if text[..end].ends_with(['}', ']']) {
        candidates.push(("remove the bracket that closes nothing", (end - 1..end, String::new())));
    }
    candidates
}

/// Where the first object or array of a text ends, if it is closed.
pub(crate) fn first_end(text: &str) -> Option<usize> {
    let mut open = Vec::new();
    let mut quoted = false;
    let mut escaped = false;
    for (at, letter) in text.char_indices() {
        match letter {
            _ if std::mem::take(&mut escaped) => {}
            '\\' => escaped = quoted,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '{' => open.push('}'),
            '[' => open.push(']'),
            '}' | ']' if open.pop() != Some(letter) => return None,
            '}' | ']' if open.is_empty() => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// The value of a text after the changes, if it is strict JSON then.
fn strict(excerpt: &Excerpt, changes: &[Change]) -> Option<Value> {
    let mut text = excerpt.text.clone();
    for (range, new) in changes.iter().rev() {
        text.replace_range(range.clone(), new);
    }
    serde_json::from_str::<serde_json::Value>(&text).ok()?;
    reader::read(&Excerpt::whole(&text, excerpt.file, 0)).result.ok()
}

fn fix(title: &str, excerpt: &Excerpt, changes: Vec<Change>) -> Fix {
    let edits = changes.into_iter().map(|(range, text)| Edit { span: place(excerpt, range), text });
    Fix { title: title.to_owned(), edits: edits.collect() }
}

/// The place of a range in the page. Something is put in right behind the character before it: the next one may stand
/// behind an indentation that is not a part of the text.
fn place(excerpt: &Excerpt, range: Range<usize>) -> Span {
    let before = excerpt.text[..range.start].chars().next_back().map_or(0, char::len_utf8);
    if !range.is_empty() || before == 0 || excerpt.text[..range.start].ends_with('\n') {
        return excerpt.span(range);
    }
    excerpt.span(range.start - before..range.start).behind()
}
