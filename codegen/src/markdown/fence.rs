//! Fences that were not closed where they were meant to be.
//!
//! A line such as ```` ```json ```` inside an open fence closes it and opens the next: no example holds such a line. Where
//! the forgotten end was is seen by the first line that can only be Markdown.

use crate::diagnostic::{Code, Diagnostics};
use crate::source::{Excerpt, Span};

/// A part of what the parser took for one block of code.
pub(super) enum Piece {
    Code {
        info: Excerpt,
        body: Excerpt,
    },
    /// Markdown that an open fence swallowed.
    Markdown(Excerpt),
}

/// A block of code as the parser gives it.
pub(super) struct Fence {
    pub(super) info: Excerpt,
    pub(super) body: Excerpt,
    /// The line that opens it.
    pub(super) opening: Span,
    /// Whether there is a line that closes it.
    pub(super) closed: bool,
}

/// Cuts a block of code where fences were forgotten.
pub(super) fn pieces(fence: Fence, diagnostics: &mut Diagnostics) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut info = fence.info;
    let mut opening = fence.opening;
    let mut start = 0;
    let mut at = 0;
    for line in fence.body.text.split_inclusive('\n') {
        if let Some(language) = opened_again(line) {
            let place = at + line.trim_end().len() - language.len();
            diagnostics.report(Code::UnclosedFence, opening, "the fence is opened again before it is closed");
            let before = std::mem::replace(&mut info, fence.body.part(place..place + language.len()));
            push_unclosed(&mut pieces, before, fence.body.part(start..at));
            opening = fence.body.span(at..at + line.trim_end().len());
            start = at + line.len();
        }
        at += line.len();
    }
    let last = fence.body.part(start..at);
    if fence.closed {
        pieces.push(Piece::Code { info, body: last });
    } else {
        diagnostics.report(Code::UnclosedFence, opening, "the fence is never closed");
        push_unclosed(&mut pieces, info, last);
    }
    pieces
}

/// The language, if the line opens a fence.
fn opened_again(line: &str) -> Option<&str> {
    let language = line.trim().strip_prefix("```")?.trim();
    let is_word = language.chars().all(|c| c.is_ascii_alphanumeric() || "-+#_".contains(c));
    (is_word && !language.is_empty()).then_some(language)
}

/// Code up to the first line that can only be Markdown, and the Markdown.
fn push_unclosed(pieces: &mut Vec<Piece>, info: Excerpt, body: Excerpt) {
    let mut end = 0;
    for line in body.text.split_inclusive('\n') {
        if is_markdown(line) {
            break;
        }
        end += line.len();
    }
    pieces.push(Piece::Code { info, body: body.part(0..end) });
    if end < body.text.len() {
        pieces.push(Piece::Markdown(body.part(end..body.text.len())));
    }
}

/// A heading, a comment, a label in bold, a block quote or a table: none of them starts a line of an example.
fn is_markdown(line: &str) -> bool {
    let after_marks = line.trim_start_matches('#');
    let is_heading = after_marks.len() < line.len() && after_marks.starts_with(' ');
    is_heading || ["<!--", "**", "> ", "|"].iter().any(|start| line.starts_with(start))
}
