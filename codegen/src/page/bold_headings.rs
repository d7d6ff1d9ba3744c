//! Sections whose names stand in bold, on a page where no heading names a part of a call: `**Request body**`.

use super::outline::{self, Topic};
use crate::markdown::{Block, BlockKind, ParagraphKind};
use crate::text::{Inline, RichText};

/// Makes headings of such names. What stands behind a name in its paragraph begins the section. Among examples, names say which
/// message comes next.
pub(super) fn raise(blocks: Vec<Block>) -> Vec<Block> {
    let passages = outline::passages(&blocks);
    if passages.iter().any(|passage| passage.topic.is_about_call()) {
        return blocks;
    }
    let topics: Vec<Topic> = passages.iter().map(|passage| passage.topic).collect();
    let (mut above, mut topics) = (1, topics.into_iter());
    let mut topic = topics.next();
    let mut raised = Vec::with_capacity(blocks.len());
    for block in blocks {
        match &block.kind {
            BlockKind::Heading { level, .. } => (above, topic) = (*level, topics.next()),
            BlockKind::Paragraph { text, place: ParagraphKind::Body } if topic != Some(Topic::Example) => {
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

/// The name of a section in bold, and what stands behind it: behind a colon or a break, or as a sentence of its own.
fn section(text: &RichText) -> Option<(RichText, RichText)> {
    let (Inline::Strong(name), rest) = text.parts.split_first()? else { return None };
    let part = |parts: &[Inline]| RichText { parts: parts.into(), span: text.span };
    let name = part(name);
    let words = name.plain();
    let rest = match rest.split_first() {
        Some((Inline::Break, rest)) => part(rest),
        Some((Inline::Text(first), more)) if !words.ends_with(':') => {
            let first = first.trim_start();
            let sentence = Some(first).filter(|first| first.starts_with(char::is_uppercase));
            let first = Inline::Text(first.strip_prefix(':').map(str::trim_start).or(sentence)?.to_owned());
            RichText { parts: [first].into_iter().chain(more.iter().cloned()).collect(), span: text.span }
        }
        Some(_) if !words.ends_with(':') => return None,
        _ => part(rest),
    };
    let is_section = outline::names_part_of_call(&words) || outline::tells_of_errors(&words);
    is_section.then_some((name, rest))
}
