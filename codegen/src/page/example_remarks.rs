//! What a page says at its examples: the notes there, and the sentences that state a rule.

use std::collections::{BTreeMap, BTreeSet};

use crate::markdown::{BlockKind, ParagraphKind};
use crate::page::outline::{self, Passage, Topic};
use crate::page::remarks::{RemarkReader, TableUse};
use crate::page::{fences, of_examples};
use crate::text::{self, Inline, RichText};

/// What is said at examples, each text once.
#[derive(Debug, Default)]
pub(super) struct ExampleRemarks {
    /// What is said at the only example, or at several.
    pub(super) of_all: Vec<RichText>,
    /// What is said at one of several, behind that one's title: it may not hold for the others.
    pub(super) of_one: Vec<RichText>,
}

/// Reads what is said at the examples.
pub(super) fn read(passages: &[Passage<'_>]) -> ExampleRemarks {
    let mut title = None;
    let mut examples = BTreeSet::new();
    let mut texts = Vec::new();
    for passage in passages.iter().filter(|passage| passage.topic == Topic::Example) {
        let heading = passage.heading.map(|heading| outline::bare_text(heading).value);
        if let Some(heading) = heading.filter(|heading| fences::label(heading).is_none()) {
            title = self::title(&heading);
            // `Examples` is the heading of all.
            if title.is_some() || heading.contains(|letter: char| letter.is_ascii_digit()) {
                examples.insert(heading);
            }
        }
        texts.extend(said(passage).into_iter().map(|text| (title.clone(), text)));
    }
    let mut said_at: BTreeMap<String, BTreeSet<Option<String>>> = BTreeMap::new();
    for (title, text) in &texts {
        said_at.entry(text.plain()).or_default().insert(title.clone());
    }
    let mut remarks = ExampleRemarks::default();
    for (title, text) in texts {
        // What is left of the map tells what has been said already.
        let Some(places) = said_at.remove(&text.plain()) else { continue };
        match title.filter(|_| examples.len() > 1 && places.len() == 1) {
            Some(title) => remarks.of_one.push(behind(&title, &text)),
            None => remarks.of_all.push(text),
        }
    }
    remarks
}

/// What a heading says that an example shows: `Example 1: Lend a book`, `Example - Lend a book`.
fn title(heading: &str) -> Option<String> {
    let title = match heading.to_lowercase().starts_with("example") {
        true => heading["example".len()..]
            .trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == ' ')
            .strip_prefix([':', '.', '-', '–', '—'])?,
        false => heading,
    };
    Some(title.trim().to_owned()).filter(|title| !title.is_empty())
}

/// The text with the example's title in front of it.
fn behind(title: &str, text: &RichText) -> RichText {
    let title = Inline::Emphasis(vec![Inline::Text(format!("{title}:"))]);
    let (bullet, rest) = text.parts.split_at(usize::from(text.is_item()));
    let title = [title, Inline::Text(" ".to_owned())];
    RichText {
        parts: bullet.iter().cloned().chain(title).chain(rest.iter().cloned()).collect(),
        ..text.clone()
    }
}

/// What the texts of a passage say of more than the example.
fn said(passage: &Passage<'_>) -> Vec<RichText> {
    let mut reader = RemarkReader::new(Topic::Example, &|_| TableUse::Elsewhere);
    let mut below_program = false;
    for block in passage.blocks {
        match &block.kind {
            BlockKind::Code { info, .. } => {
                below_program = PROGRAMS.iter().any(|name| info.text.trim().eq_ignore_ascii_case(name));
                reader.block(block);
            }
            // How to build the program is not about the call.
            BlockKind::Paragraph { text, .. } if below_program && is_about_program(text) => {}
            BlockKind::Paragraph { place: ParagraphKind::Quote, .. } => reader.block(block),
            BlockKind::Paragraph { text, .. } => {
                let rules = text.sentences().into_iter().filter(of_examples::states_rule);
                let rules = RichText::joined(rules, text.span);
                reader.texts.extend((!rules.is_empty()).then_some(rules));
            }
            _ => {}
        }
    }
    reader.texts
}

fn is_about_program(text: &RichText) -> bool {
    let words = text.plain().to_lowercase();
    text::words(&words).any(|word| OF_PROGRAMS.contains(&word))
}

/// Words of texts about a program.
const OF_PROGRAMS: [&str; 9] =
    ["client", "library", "libraries", "package", "program", "project", "sdk", "sdks", "snippet"];

/// Languages in which a page shows how a client library sends its example.
const PROGRAMS: [&str; 8] =
    ["csharp", "go", "java", "javascript", "php", "powershell", "python", "typescript"];
