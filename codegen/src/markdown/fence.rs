//! Fences that were not closed where they were meant to be.
//!
//! A line such as ```` ```json ```` inside an open fence closes it and opens the next, since no example holds such a
//! line. The first line that can only be Markdown shows where an end was forgotten.

use crate::diagnostic::{Code, Diagnostics, Fix};
use crate::json;
use crate::source::{Excerpt, Span, lines};

/// A part of what the parser took for one block of code.
pub(super) enum FencePart {
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
pub(super) fn parts(fence: Fence, diagnostics: &mut Diagnostics) -> Vec<FencePart> {
    let mut parts = Vec::new();
    let mut info = fence.info;
    let mut opening = fence.opening;
    let mut start = 0;
    for line in lines(&fence.body.text) {
        let written = fence.body.text[line.clone()].trim_end();
        if let Some(language) = opened_again(written) {
            let end = line.start + written.len();
            let place = end - language.len();
            let before = std::mem::replace(&mut info, fence.body.part(place..place + language.len()));
            let fix = push_unclosed(&mut parts, before, fence.body.part(start..line.start));
            let message = "the fence is opened again before it is closed";
            diagnostics.report(Code::UnclosedFence, opening, message).with_fix(fix);
            opening = fence.body.span(line.start..end);
            start = line.end;
        }
    }
    let last = fence.body.part(start..fence.body.text.len());
    if fence.closed {
        parts.push(FencePart::Code { info, body: last });
    } else {
        let fix = push_unclosed(&mut parts, info, last);
        diagnostics.report(Code::UnclosedFence, opening, "the fence is never closed").with_fix(fix);
    }
    parts
}

/// The language, if the line opens a fence.
fn opened_again(line: &str) -> Option<&str> {
    let language = line.trim().strip_prefix("```")?.trim();
    let is_word = language.chars().all(|c| c.is_ascii_alphanumeric() || "-+#_".contains(c));
    (is_word && !language.is_empty()).then_some(language)
}

/// Code up to the first line that can only be Markdown, and the Markdown. Gives the closing line that is missing.
fn push_unclosed(parts: &mut Vec<FencePart>, info: Excerpt, body: Excerpt) -> Option<Fix> {
    let first = lines(&body.text).find(|line| is_markdown(&body.text[line.clone()]));
    let end = first.map_or(body.text.len(), |line| line.start);
    let fix = closing(&body, end);
    parts.push(FencePart::Code { info, body: body.part(0..end) });
    if end < body.text.len() {
        parts.push(FencePart::Markdown(body.part(end..body.text.len())));
    }
    fix
}

/// The missing line, if the code ends with an object or an array that is closed: then it is clear where the line belongs.
fn closing(body: &Excerpt, end: usize) -> Option<Fix> {
    let code = body.text[..end].trim_end();
    let start = code.rfind("\n{").or_else(|| code.rfind("\n[")).map_or(0, |found| found + 1);
    let is_closed = json::first_end(&code[start..]) == Some(code.len() - start);
    let place = body.span(code.len().checked_sub(1)?..code.len()).behind();
    is_closed.then(|| Fix::new("close the fence", place, "\n```"))
}

/// A heading, a comment, a label in bold, a block quote or a table: none of them starts a line of an example.
fn is_markdown(line: &str) -> bool {
    let after_marks = line.trim_start_matches('#');
    let is_heading = after_marks.len() < line.len() && after_marks.starts_with(' ');
    is_heading || ["<!--", "**", "> ", "|"].iter().any(|start| line.starts_with(start))
}
