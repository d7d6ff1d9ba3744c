//! Lines of a comment: none is too wide, and none starts a block of its own.

use super::escape::TIED;
use super::markdown::Markdown;

/// The widest line, without the comment's mark.
const WIDTH: usize = 100;

pub(super) fn list_entry(entry: &Markdown) -> Vec<String> {
    nested_entry(entry, 0)
}

/// An item of a list that is in so many others.
pub(super) fn nested_entry(entry: &Markdown, depth: usize) -> Vec<String> {
    let outer = "  ".repeat(depth);
    let indent = format!("{outer}  ");
    let mut lines: Vec<String> =
        wrap(entry, &indent).into_iter().map(|line| format!("{indent}{line}")).collect();
    if let Some(first) = lines.first_mut() {
        first.replace_range(outer.len()..indent.len(), "- ");
    }
    lines
}

/// Lines of at most the width. No line starts with a sign that would make it a heading, a list or a quote.
pub(super) fn wrap(text: &Markdown, indent: &str) -> Vec<String> {
    let width = WIDTH - indent.len();
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::with_capacity(WIDTH);
    let mut letters = 0;
    for word in text.0.split(' ').filter(|word| !word.is_empty()) {
        letters += 1 + word.chars().count();
        if line.is_empty() {
            line += &guard(word);
            letters = line.chars().count();
        } else if letters <= width || is_mark(word) {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(line.replace(TIED, " "));
            line.clear();
            line.push_str(word);
            letters = word.chars().count();
        }
    }
    if !line.is_empty() {
        lines.push(line.replace(TIED, " "));
    }
    lines
}

/// The first word of a paragraph, escaped where it would start a block: `\#`, but `1\.`.
pub(super) fn guard(word: &str) -> String {
    if !is_mark(word) {
        return word.to_owned();
    }
    let (digits, mark) = word.split_at(word.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(0));
    format!("{digits}\\{mark}")
}

/// Whether a line that starts with this word would be something else than a paragraph.
fn is_mark(word: &str) -> bool {
    let digits = word.trim_end_matches(['.', ')']);
    word.starts_with(['#', '-', '+', '=', '~', ':'])
        || (digits.len() < word.len()
            && !digits.is_empty()
            && digits.chars().all(|letter| letter.is_ascii_digit()))
}
