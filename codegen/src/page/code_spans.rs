//! Spans of code in prose, each with its place.

use crate::markdown::{Block, BlockKind};
use crate::source::{Sources, Span};
use crate::text::{Inline, RichText};

/// The texts of a block: a paragraph, or the cells of a table.
pub(super) fn texts(block: &Block) -> Vec<&RichText> {
    match &block.kind {
        BlockKind::Paragraph { text, .. } => vec![text],
        BlockKind::Table(table) => table.rows.iter().flat_map(|row| &row.cells).collect(),
        _ => Vec::new(),
    }
}

/// The spans of code in a text. They have no places of their own: each is looked for in the text of its file, behind
/// the one before.
pub(super) fn of<'a>(sources: &Sources, text: &'a RichText) -> Vec<(Span, &'a str)> {
    let page = sources.text(text.span.file);
    let mut from = text.span.start();
    let code = text.parts.iter().filter_map(|part| match part {
        Inline::Code(code) => Some(code.trim()),
        _ => None,
    });
    let place = |code: &'a str| {
        let place = page.get(from..text.span.end()).and_then(|rest| rest.find(code));
        let start = place.map_or(text.span.start(), |at| from + at);
        let end = place.map_or(text.span.end(), |_| start + code.len());
        from = place.map_or(from, |_| end);
        (Span::new(text.span.file, start..end), code)
    };
    code.map(place).collect()
}
