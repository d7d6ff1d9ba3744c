//! A code's document in its parts, independent of the format.

use codegen::Code;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};
use similar::{Algorithm, DiffTag, capture_diff_slices};

/// A code's document.
pub(crate) struct Document {
    pub(super) parts: Vec<DocumentPart>,
}

/// The blocks of a document, in its order. Its title, the code, is left out.
pub(super) enum DocumentPart {
    Heading(String),
    /// A paragraph or a list.
    Text(Vec<Event<'static>>),
    Block(Block),
}

/// A block of code.
pub(super) struct Block {
    /// The page's path, where the block is an example.
    pub(super) path: Option<String>,
    pub(super) lines: Vec<Line>,
}

/// A line of code.
pub(super) struct Line {
    pub(super) text: String,
    /// Whether the other example, wrong or right, lacks this line.
    pub(super) differs: bool,
}

impl Document {
    pub(crate) fn of(code: Code) -> Document {
        let mut parts = read(code.document());
        mark_differences(&mut parts);
        Document { parts }
    }

    /// The first paragraph: what the finding says.
    pub(crate) fn summary(&self) -> String {
        self.parts.iter().find_map(plain).unwrap_or_default()
    }

    /// The paragraphs below *How to fix it*.
    pub(crate) fn fix(&self) -> String {
        let from =
            |part: &DocumentPart| matches!(part, DocumentPart::Heading(text) if text == "How to fix it");
        let start = self.parts.iter().position(from).map_or(self.parts.len(), |at| at + 1);
        let section = self.parts[start..].iter().take_while(|part| !matches!(part, DocumentPart::Heading(_)));
        section.filter_map(plain).collect::<Vec<_>>().join("\n\n")
    }
}

/// The text of a paragraph on one line, with the marks of code.
fn plain(part: &DocumentPart) -> Option<String> {
    let DocumentPart::Text(events) = part else { return None };
    let words = events.iter().map(|event| match event {
        Event::Text(text) => text.to_string(),
        Event::Code(code) => format!("`{code}`"),
        Event::SoftBreak | Event::HardBreak => " ".to_owned(),
        _ => String::new(),
    });
    Some(words.collect())
}

fn read(document: &'static str) -> Vec<DocumentPart> {
    let mut parts = Vec::new();
    let mut events = Parser::new(document);
    while let Some(event) = events.next() {
        // To the end of the block.
        let mut depth = usize::from(matches!(event, Event::Start(_)));
        let mut inside = vec![event];
        while depth > 0
            && let Some(event) = events.next()
        {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
            inside.push(event);
        }
        parts.push(match &inside[0] {
            Event::Start(Tag::Heading { .. }) => DocumentPart::Heading(words(&inside)),
            Event::Start(Tag::CodeBlock(kind)) => {
                let path = match kind {
                    CodeBlockKind::Fenced(info) => info.split_once(' ').map(|(_, path)| path.to_owned()),
                    CodeBlockKind::Indented => None,
                };
                let line = |text: &str| Line { text: text.to_owned(), differs: false };
                DocumentPart::Block(Block { path, lines: words(&inside).lines().map(line).collect() })
            }
            _ => DocumentPart::Text(inside),
        });
    }
    // The title is the code.
    parts.into_iter().skip(1).collect()
}

fn words(events: &[Event<'_>]) -> String {
    let words = events.iter().map(|event| match event {
        Event::Text(text) | Event::Code(text) => text.as_ref(),
        _ => "",
    });
    words.collect()
}

/// Marks what differs between the wrong and the right form of each page.
fn mark_differences(parts: &mut [DocumentPart]) {
    for at in 0..parts.len() {
        let (before, rest) = parts.split_at_mut(at);
        let Some(DocumentPart::Block(right)) = rest.first_mut() else { continue };
        let wrong = before.iter_mut().find_map(|part| match part {
            DocumentPart::Block(block) if block.path.is_some() && block.path == right.path => Some(block),
            _ => None,
        });
        if let Some(wrong) = wrong {
            mark(wrong, right);
        }
    }
}

fn mark(wrong: &mut Block, right: &mut Block) {
    let texts = |block: &Block| block.lines.iter().map(|line| line.text.clone()).collect::<Vec<_>>();
    for change in capture_diff_slices(Algorithm::Myers, &texts(wrong), &texts(right)) {
        if change.tag() != DiffTag::Equal {
            wrong.lines[change.old_range()].iter_mut().for_each(|line| line.differs = true);
            right.lines[change.new_range()].iter_mut().for_each(|line| line.differs = true);
        }
    }
}
