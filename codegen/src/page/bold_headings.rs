//! Sections whose names stand in bold, on a page where no heading names them: `**Request body**`.

use std::collections::BTreeSet;

use super::outline::{self, Topic};
use crate::markdown::{Block, BlockKind, ParagraphKind};
use crate::text::{Inline, RichText};

/// Makes headings of such names. What stands behind a name in its paragraph begins the section.
pub(super) fn raise(blocks: Vec<Block>) -> Vec<Block> {
    if !blocks.iter().any(|block| section(block).is_some()) {
        return blocks;
    }
    // What stands below the examples' name tells nothing of the other sections.
    let blocks = raise_those(blocks, |topic| topic == Topic::Example);
    raise_those(blocks, |topic| topic != Topic::Example)
}

/// The same for names of some topics. Among examples, names say which message comes next.
fn raise_those(blocks: Vec<Block>, is_meant: fn(Topic) -> bool) -> Vec<Block> {
    let topics: Vec<Topic> = outline::passages(&blocks).iter().map(|passage| passage.topic).collect();
    let headed: BTreeSet<Topic> = topics.iter().copied().filter(|topic| *topic != Topic::Example).collect();
    let mut topics = topics.into_iter();
    let mut topic = topics.next();
    let mut level = Level::default();
    let mut raised = Vec::with_capacity(blocks.len());
    for block in blocks {
        if let BlockKind::Heading { level: own, text, .. } = &block.kind {
            // A section behind one of another topic stands beside it.
            level.pass(own - u8::from(outline::names_topic(&text.plain())));
            topic = topics.next();
        }
        let section = section(&block).map(|section| (level.of_section(), section));
        let is_new = |section: &Section| {
            let is_inside = match topic {
                Some(Topic::Response) => outline::is_of_either(&section.name.plain()),
                topic => topic == Some(Topic::Example),
            };
            is_meant(section.topic) && !headed.contains(&section.topic) && !is_inside
        };
        match section {
            Some((level, section)) if is_new(&section) => {
                topic = Some(section.topic);
                let heading = BlockKind::Heading { level, text: section.name, slug: None };
                raised.push(Block { kind: heading, span: block.span });
                if !section.rest.is_empty() {
                    let kind = BlockKind::Paragraph { text: section.rest, place: ParagraphKind::Body };
                    raised.push(Block { kind, span: block.span });
                }
            }
            _ => raised.push(block),
        }
    }
    raised
}

/// At which level the next section stands. Headings that stand lower than a section belong to it.
#[derive(Default)]
struct Level {
    /// That of the last heading which a section could stand below.
    heading: u8,
    /// That of the heading which the last section stands below.
    outer: Option<u8>,
}

impl Level {
    fn pass(&mut self, heading: u8) {
        self.heading = heading;
        self.outer.take_if(|outer| heading <= *outer);
    }

    fn of_section(&mut self) -> u8 {
        *self.outer.get_or_insert(self.heading.max(1)) + 1
    }
}

/// A name in bold that a heading could be, and what stands behind it.
struct Section {
    topic: Topic,
    name: RichText,
    rest: RichText,
}

/// The section that a paragraph begins. What it says stands behind a colon or a break, or is a sentence of its own.
fn section(block: &Block) -> Option<Section> {
    let BlockKind::Paragraph { text, place: ParagraphKind::Body } = &block.kind else { return None };
    let (Inline::Strong(name), rest) = text.parts.split_first()? else { return None };
    let part = |parts: &[Inline]| RichText { parts: parts.into(), span: text.span };
    let name = part(name);
    let words = name.plain();
    let topic = outline::section_named(&words)?;
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
    Some(Section { topic, name, rest })
}
