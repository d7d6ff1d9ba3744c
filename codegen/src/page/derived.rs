//! The types that a page says are derived from its own: "the derived types are [a](a.md) and [b](b.md)", in a sentence, below a
//! heading or in a list.

use crate::markdown::{Block, BlockKind, ParagraphKind};
use crate::page::outline::{self, Passage, Topic};
use crate::page::{TypeSpelling, type_spelling};
use crate::source::Span;
use crate::text::{Inline, RichText};

const WORDS: &str = "derived types";

/// All that the page's paragraphs, lists and tables link so.
pub(super) fn read(passages: &[Passage<'_>]) -> Vec<TypeSpelling> {
    let descriptive = passages.iter().filter(|passage| passage.topic != Topic::Example);
    descriptive.flat_map(of_passage).collect()
}

fn of_passage(passage: &Passage<'_>) -> Vec<TypeSpelling> {
    let mut derived = Vec::new();
    let is_heading = |text: &RichText| outline::bare(&text.plain()).eq_ignore_ascii_case(WORDS);
    // What stands below the heading, or below a sentence that only announces it.
    let mut announced = passage.heading.is_some_and(is_heading);
    for Block { kind, .. } in passage.blocks {
        match kind {
            BlockKind::Paragraph { text, place: ParagraphKind::ListItem(_) } if announced => {
                derived.extend(links(&text.parts, text.span).next());
            }
            BlockKind::Table(table) if announced => {
                let cells = table.rows.iter().filter_map(|row| row.cells.first());
                derived.extend(cells.filter_map(|cell| links(&cell.parts, cell.span).next()));
            }
            BlockKind::Paragraph { text, .. } => {
                if let Some(behind) = behind_words(text) {
                    let before = derived.len();
                    derived.extend(links(behind, text.span));
                    announced |= derived.len() == before;
                }
            }
            _ => {}
        }
    }
    derived
}

/// What stands behind the words, unless they are "derived types of" something.
fn behind_words(text: &RichText) -> Option<&[Inline]> {
    let at = text.parts.iter().position(|part| {
        let Inline::Text(words) = part else { return false };
        let words = words.to_lowercase();
        let end = words.find(WORDS).map(|at| at + WORDS.len());
        end.is_some_and(|end| !words[end..].trim_start().starts_with("of "))
    })?;
    Some(&text.parts[at + 1..])
}

/// The types that a text links.
fn links(parts: &[Inline], span: Span) -> impl Iterator<Item = TypeSpelling> {
    let links = parts.iter().filter(|part| matches!(part, Inline::Link(_)));
    links.map(move |link| type_spelling::read(&RichText { parts: [link.clone()].into(), span }))
}
