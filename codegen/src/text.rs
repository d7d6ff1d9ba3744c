//! Prose as data: what a page says in words, without its Markdown.

use std::sync::Arc;

use crate::source::Span;

/// A piece of prose.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Inline {
    /// Plain text; entities are decoded, zero-width characters dropped, white space is folded.
    Text(String),
    /// A code span.
    Code(String),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// A link.
    Link(Box<Link>),
    /// A line break (`<br>`).
    Break,
    /// The mark of a list's item, in front of its text, with the depth of the list.
    Bullet(usize),
}

/// What a link says and where it leads.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Link {
    pub(crate) text: Vec<Inline>,
    /// As written.
    pub(crate) target: String,
}

/// A paragraph, a heading or a table cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct RichText {
    /// Shared by all that repeat the text: the page, the model, what several operations say.
    pub(crate) parts: Arc<[Inline]>,
    pub(crate) span: Span,
}

/// A link in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LinkRef<'a> {
    /// The link's text without markup.
    pub(crate) text: String,
    /// The target as written.
    pub(crate) target: &'a str,
}

impl RichText {
    /// The words without any markup.
    pub(crate) fn plain(&self) -> String {
        let mut words = plain(&self.parts);
        words.truncate(words.trim_end().len());
        words.drain(..words.len() - words.trim_start().len());
        words
    }

    /// This text as an item of a list that is nested this deep.
    pub(crate) fn into_item(mut self, depth: usize) -> Self {
        self.parts = [Inline::Bullet(depth)].into_iter().chain(self.parts.iter().cloned()).collect();
        self
    }

    /// How many lists the item's list is in; `None` if this is not an item.
    pub(crate) fn depth(&self) -> Option<usize> {
        match self.parts.first() {
            Some(Inline::Bullet(depth)) => Some(*depth),
            _ => None,
        }
    }

    /// Whether this is an item of a list.
    pub(crate) fn is_item(&self) -> bool {
        self.depth().is_some()
    }

    /// Whether the text is empty.
    pub(crate) fn is_empty(&self) -> bool {
        is_blank(&self.parts)
    }

    /// The sentences, each with the white space and the breaks behind it. A break ends one too.
    pub(crate) fn sentences(&self) -> Vec<RichText> {
        let mut sentences: Vec<Vec<Inline>> = Vec::new();
        let mut parts = Vec::new();
        for part in self.parts.iter() {
            if let (Inline::Break, true, Some(last)) = (part, parts.is_empty(), sentences.last_mut()) {
                last.push(part.clone());
                continue;
            }
            let pieces = match part {
                Inline::Text(text) => {
                    cut(text).into_iter().map(|text| Inline::Text(text.to_owned())).collect()
                }
                part => vec![part.clone()],
            };
            for piece in pieces {
                let ends = match &piece {
                    Inline::Text(text) => text.ends_with(['.', '!', '?', ':', ' ']) && is_end(text),
                    Inline::Break => true,
                    _ => false,
                };
                parts.push(piece);
                if ends {
                    sentences.push(std::mem::take(&mut parts));
                }
            }
        }
        if !parts.is_empty() {
            sentences.push(parts);
        }
        sentences.into_iter().map(|parts| RichText { parts: parts.into(), span: self.span }).collect()
    }

    /// The first sentence, and what stands behind it. An item of a list stays whole.
    pub(crate) fn lead(self) -> (RichText, Option<RichText>) {
        if self.is_item() {
            return (self, None);
        }
        let mut sentences = self.sentences().into_iter();
        let lead = sentences.next().unwrap_or_default();
        let rest = RichText::joined(sentences, self.span);
        (lead, (!rest.is_empty()).then_some(rest))
    }

    /// Several texts as one.
    pub(crate) fn joined(texts: impl IntoIterator<Item = RichText>, span: Span) -> Self {
        RichText { parts: texts.into_iter().flat_map(|text| text.parts.to_vec()).collect(), span }
    }

    /// All links, in order.
    pub(crate) fn links(&self) -> Vec<LinkRef<'_>> {
        let mut found = Vec::new();
        self.visit(&mut |part| {
            if let Inline::Link(link) = part {
                found.push(LinkRef { text: plain(&link.text).trim().to_owned(), target: &link.target });
            }
        });
        found
    }

    /// All strong words, in order.
    pub(crate) fn strongs(&self) -> Vec<String> {
        let mut found = Vec::new();
        self.visit(&mut |part| {
            if let Inline::Strong(parts) = part {
                found.push(plain(parts).trim().to_owned());
            }
        });
        found
    }

    fn visit<'a>(&'a self, f: &mut dyn FnMut(&'a Inline)) {
        visit(&self.parts, f);
    }
}

/// A text behind each full stop that a new sentence follows.
fn cut(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(' ') {
        let starts = text[at + 1..].starts_with(|letter: char| !letter.is_lowercase());
        if starts && is_end(&text[..at]) {
            pieces.push(&text[start..=at]);
            start = at + 1;
        }
    }
    pieces.push(&text[start..]);
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Whether a text ends as a sentence does.
fn is_end(text: &str) -> bool {
    let text = text.trim_end();
    text.ends_with(['.', '!', '?'])
        && !["e.g.", "i.e.", "etc.", "vs."].iter().any(|short| text.ends_with(short))
}

fn visit<'a>(parts: &'a [Inline], f: &mut dyn FnMut(&'a Inline)) {
    for part in parts {
        f(part);
        match part {
            Inline::Strong(inner) | Inline::Emphasis(inner) => visit(inner, f),
            Inline::Link(link) => visit(&link.text, f),
            Inline::Text(_) | Inline::Code(_) | Inline::Break | Inline::Bullet(_) => {}
        }
    }
}

/// The words of a text's parts without any markup.
pub(crate) fn plain(parts: &[Inline]) -> String {
    // Most texts are one part.
    let first = parts.first().map_or(0, |part| match part {
        Inline::Text(text) | Inline::Code(text) => text.len(),
        _ => 0,
    });
    let mut words = String::with_capacity(first);
    add_plain(parts, &mut words);
    words
}

fn add_plain(parts: &[Inline], words: &mut String) {
    for part in parts {
        match part {
            Inline::Text(text) | Inline::Code(text) => words.push_str(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) => add_plain(inner, words),
            Inline::Link(link) => add_plain(&link.text, words),
            Inline::Break => words.push(' '),
            Inline::Bullet(_) => {}
        }
    }
}

fn is_blank(parts: &[Inline]) -> bool {
    parts.iter().all(|part| match part {
        Inline::Text(text) | Inline::Code(text) => text.trim().is_empty(),
        Inline::Strong(inner) | Inline::Emphasis(inner) => is_blank(inner),
        Inline::Link(link) => is_blank(&link.text),
        Inline::Break | Inline::Bullet(_) => true,
    })
}

/// The text with its first letter in lower case.
pub(crate) fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// The text with its first letter in upper case.
pub(crate) fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The words of a text: what other signs than letters and digits divide.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The letters and digits of a text, in lower case: what is the same for names that are joined in other ways.
pub(crate) fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase)
}
