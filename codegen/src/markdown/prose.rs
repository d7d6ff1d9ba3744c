//! Inline Markdown, event by event, to a [`RichText`](crate::text::RichText)'s parts.

use std::ops::Range;

use crate::markdown::html::{self, Tag};
use crate::markdown::include;
use crate::text::Inline;
use crate::visible::is_hidden;

/// Markup nested deeper than this is dropped and its text kept: no page goes beyond three, and what walks the parts
/// recurses.
const MAX_DEPTH: usize = 16;

/// A paragraph, heading or cell while its events arrive.
pub(super) struct Prose {
    /// The parser's range of the whole.
    pub(super) range: Range<usize>,
    /// Comments that stood inside, as ranges with their delimiters.
    pub(super) comments: Vec<Range<usize>>,
    /// The name of the first anchor inside, `<a name="properties"></a>`.
    pub(super) anchor: Option<String>,
    parts: Vec<Inline>,
    open: Vec<Open>,
    /// Whether an include inside a sentence has ended but for its bracket.
    after_include: bool,
}

/// Markup that waits for its end, with the parts before it.
struct Open {
    markup: Markup,
    before: Vec<Inline>,
}

pub(super) enum Markup {
    Strong,
    Emphasis,
    Link(String),
    /// The name of an include inside a sentence, and the words that stand for the include.
    Include(String),
    /// Markup that means nothing here.
    None,
}

impl Prose {
    pub(super) fn new(range: Range<usize>) -> Self {
        Prose {
            range,
            comments: Vec::new(),
            anchor: None,
            parts: Vec::new(),
            open: Vec::new(),
            after_include: false,
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        let text = match std::mem::take(&mut self.after_include) {
            true => text.strip_prefix(']').unwrap_or(text),
            false => text,
        };
        push_text(&mut self.parts, text);
    }

    pub(super) fn code(&mut self, text: &str) {
        let text = text.chars().filter(|c| is_visible(*c)).map(|c| if c.is_whitespace() { ' ' } else { c });
        self.parts.push(Inline::Code(text.collect()));
    }

    pub(super) fn line_break(&mut self) {
        self.parts.push(Inline::Break);
    }

    /// A tag or a comment inside the text.
    pub(super) fn html(&mut self, text: &str, range: Range<usize>) {
        match html::tag(text) {
            Tag::Break => self.line_break(),
            Tag::Comment => self.comments.push(range),
            Tag::Markup => {
                if self.anchor.is_none() {
                    self.anchor = html::anchor(text);
                }
            }
            Tag::Text => push_text(&mut self.parts, text),
        }
    }

    pub(super) fn open(&mut self, markup: Markup, product: Option<&str>) {
        let markup = match markup {
            Markup::Link(target) if self.strip_include() => Markup::Include(include::words(&target, product)),
            markup if self.open.len() < MAX_DEPTH => markup,
            _ => Markup::None,
        };
        // What means nothing goes on with the parts before it.
        let before = match markup {
            Markup::None => Vec::new(),
            _ => std::mem::take(&mut self.parts),
        };
        self.open.push(Open { markup, before });
    }

    pub(super) fn close(&mut self) {
        let Some(Open { markup, before }) = self.open.pop() else { return };
        if matches!(markup, Markup::None) {
            return;
        }
        let inner = std::mem::replace(&mut self.parts, before);
        match markup {
            Markup::Strong => self.parts.push(Inline::Strong(inner)),
            Markup::Emphasis => self.parts.push(Inline::Emphasis(inner)),
            Markup::Link(target) => self.parts.push(Inline::Link { text: inner, target }),
            Markup::None => append(&mut self.parts, inner),
            Markup::Include(words) => {
                push_text(&mut self.parts, &words);
                self.after_include = true;
            }
        }
    }

    /// The parts without white space at both ends.
    pub(super) fn finish(mut self) -> Vec<Inline> {
        while !self.open.is_empty() {
            self.close();
        }
        trim(&mut self.parts);
        self.parts
    }

    /// Takes the word before an include in the middle of a sentence off.
    fn strip_include(&mut self) -> bool {
        let Some(Inline::Text(text)) = self.parts.last_mut() else { return false };
        let Some(start) = text.rfind("[!") else { return false };
        if !text[start + 2..].trim_end().eq_ignore_ascii_case("include") {
            return false;
        }
        text.truncate(start);
        true
    }
}

/// Adds parts behind others.
pub(super) fn append(parts: &mut Vec<Inline>, more: Vec<Inline>) {
    for part in more {
        match part {
            Inline::Text(text) => push_text(parts, &text),
            part => parts.push(part),
        }
    }
}

/// Adds text: white space folds to one space, invisible characters go.
pub(super) fn push_text(parts: &mut Vec<Inline>, text: &str) {
    if !matches!(parts.last(), Some(Inline::Text(_))) {
        parts.push(Inline::Text(String::new()));
    }
    let Some(Inline::Text(last)) = parts.last_mut() else { return };
    for c in text.chars().filter(|c| is_visible(*c)) {
        match c.is_whitespace() {
            true if last.ends_with(' ') => {}
            true => last.push(' '),
            false => last.push(c),
        }
    }
    if last.is_empty() {
        parts.pop();
    }
}

/// Takes white space, breaks and empty texts off both ends.
pub(super) fn trim(parts: &mut Vec<Inline>) {
    while let Some(part) = parts.last_mut() {
        match part {
            Inline::Text(text) => {
                text.truncate(text.trim_end().len());
                if !text.is_empty() {
                    break;
                }
            }
            Inline::Break => {}
            _ => break,
        }
        parts.pop();
    }
    let mut empty = 0;
    for part in parts.iter_mut() {
        match part {
            Inline::Text(text) => {
                *text = text.trim_start().to_owned();
                if !text.is_empty() {
                    break;
                }
            }
            Inline::Break => {}
            _ => break,
        }
        empty += 1;
    }
    parts.drain(..empty);
}

/// White space, or what a reader sees.
fn is_visible(c: char) -> bool {
    c.is_whitespace() || !is_hidden(c)
}
