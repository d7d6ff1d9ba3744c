//! Sections whose names stand in bold, on a page where no heading names a part of a call: `**Request body**`.

use super::outline;
use crate::markdown::{Block, BlockKind, ParagraphKind};
use crate::text::{Inline, RichText};

/// Makes headings of such names. What stands behind a name in its paragraph begins the section.
pub(super) fn raise(blocks: Vec<Block>) -> Vec<Block> {
    let names_part = |block: &Block| match &block.kind {
        BlockKind::Heading { text, .. } => outline::names_part_of_call(&text.plain()),
        _ => false,
    };
    if blocks.iter().any(names_part) {
        return blocks;
    }
    let mut above = 1;
    let mut raised = Vec::with_capacity(blocks.len());
    for block in blocks {
        match &block.kind {
            BlockKind::Heading { level, .. } => above = *level,
            BlockKind::Paragraph { text, place: ParagraphKind::Body } => {
                if let Some((name, rest)) = section(text) {
                    let heading = BlockKind::Heading { level: above + 1, text: name, slug: None };
                    raised.push(Block { kind: heading, span: block.span });
                    if !rest.is_empty() {
                        let kind = BlockKind::Paragraph { text: rest, place: ParagraphKind::Body };
                        raised.push(Block { kind, span: block.span });
                    }
                    continue;
                }
            }
            _ => {}
        }
        raised.push(block);
    }
    raised
}

/// The name of a section in bold, and what stands behind it: behind a colon, or in the next line.
fn section(text: &RichText) -> Option<(RichText, RichText)> {
    let (Inline::Strong(name), rest) = text.parts.split_first()? else { return None };
    let part = |parts: &[Inline]| RichText { parts: parts.into(), span: text.span };
    let name = part(name);
    let words = name.plain();
    let rest = match rest.split_first() {
        Some((Inline::Break, rest)) => part(rest),
        Some((Inline::Text(first), more)) if !words.ends_with(':') => {
            let first = Inline::Text(first.strip_prefix(':')?.trim_start().to_owned());
            RichText { parts: [first].into_iter().chain(more.iter().cloned()).collect(), span: text.span }
        }
        Some(_) if !words.ends_with(':') => return None,
        _ => part(rest),
    };
    let is_section = outline::names_part_of_call(&words) || outline::tells_of_errors(&words);
    is_section.then_some((name, rest))
}
