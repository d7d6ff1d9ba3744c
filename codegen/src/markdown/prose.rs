//! Inline Markdown, event by event, to a [`RichText`](crate::text::RichText)'s parts.

use std::ops::Range;

use crate::markdown::html::{self, BlockTag, Tag};
use crate::markdown::include;
use crate::markdown::inlines::{append, is_visible, push_text, trim, trim_out};
use crate::markdown::markup::Markup;
use crate::markdown::translation::Translation;
use crate::text::{self, Inline, Link};

/// Markup nested deeper than this is dropped and its text kept: real pages nest three deep at most, and the functions
/// that walk the parts recurse.
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
    open: Vec<OpenMarkup>,
    /// Whether an include inside a sentence has ended but for its bracket.
    after_include: bool,
    /// How many HTML lists are open.
    lists: usize,
    /// The last translated passage, as long as an original can follow it.
    translation: Option<Translation>,
}

/// Markup that waits for its end, with the parts before it.
struct OpenMarkup {
    markup: Markup,
    /// The element's name, where the markup is HTML.
    element: Option<String>,
    before: Vec<Inline>,
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
            lists: 0,
            translation: None,
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
                if let (Some(translation), Some(ends)) = (&mut self.translation, html::span(text)) {
                    translation.span(ends, &self.parts, self.open.len());
                }
                self.element(text);
            }
            Tag::Text => push_text(&mut self.parts, text),
            Tag::Block(tag) => self.set_apart(tag),
            Tag::Translation => self.translation = Some(Translation::begin(&self.parts, self.open.len())),
            // The original names properties and types as the API does.
            Tag::Original => {
                if let Some(translation) = self.translation.take() {
                    translation.remove(&mut self.parts, self.open.len());
                }
            }
        }
    }

    /// A tag that means what Markdown has marks for. One whose element is not open, or ends across other markup, means nothing.
    fn element(&mut self, tag: &str) {
        let (name, ends) = html::name(tag);
        if ends {
            if self.open.last().is_some_and(|open| open.element.as_deref() == Some(&name)) {
                self.end();
            }
        } else if let Some(markup) = html::markup(&name, tag).filter(|_| self.open.len() < MAX_DEPTH) {
            let before = std::mem::take(&mut self.parts);
            self.open.push(OpenMarkup { markup, element: Some(name), before });
        }
    }

    /// Leaves elements that are open and have no end here: their content stays.
    fn leave_elements(&mut self) {
        while let Some(OpenMarkup { before, .. }) = self.open.pop_if(|open| open.element.is_some()) {
            let inner = std::mem::replace(&mut self.parts, before);
            append(&mut self.parts, inner);
        }
    }

    /// A tag that sets its content apart.
    fn set_apart(&mut self, tag: BlockTag) {
        self.leave_elements();
        match tag {
            BlockTag::List => self.lists += 1,
            BlockTag::ListEnd => self.lists = self.lists.saturating_sub(1),
            BlockTag::Item | BlockTag::Cell | BlockTag::Lines => {}
        }
        match (tag, self.parts.last()) {
            (BlockTag::Cell, None | Some(Inline::Bullet(_))) => {}
            (_, Some(Inline::Break)) if tag != BlockTag::Cell => {}
            (BlockTag::Cell, _) => push_text(&mut self.parts, ": "),
            _ => self.line_break(),
        }
        if tag == BlockTag::Item {
            self.parts.push(Inline::Bullet(self.lists.saturating_sub(1)));
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
        self.open.push(OpenMarkup { markup, element: None, before });
    }

    pub(super) fn close(&mut self) {
        self.leave_elements();
        self.end();
    }

    /// Ends the innermost markup.
    fn end(&mut self) {
        let Some(OpenMarkup { markup, element, before }) = self.open.pop() else { return };
        // Where the markup around it ends, the translation has no original.
        self.translation.take_if(|translation| !translation.is_inside(self.open.len()));
        if matches!(markup, Markup::None) {
            return;
        }
        let mut inner = std::mem::replace(&mut self.parts, before);
        // Marks, unlike tags, have no white space inside.
        let (before, behind) = if element.is_some() { trim_out(&mut inner) } else { ("", "") };
        push_text(&mut self.parts, before);
        if inner.is_empty() && element.is_some() {
            return;
        }
        match markup {
            Markup::Strong => self.parts.push(Inline::Strong(inner)),
            Markup::Emphasis => self.parts.push(Inline::Emphasis(inner)),
            Markup::Link(target) => self.parts.push(Inline::Link(Box::new(Link { text: inner, target }))),
            Markup::Code if inner.iter().all(|part| matches!(part, Inline::Text(_))) => {
                self.code(&text::plain(&inner));
            }
            Markup::Code | Markup::None => append(&mut self.parts, inner),
            Markup::Include(words) => {
                push_text(&mut self.parts, &words);
                self.after_include = true;
            }
        }
        push_text(&mut self.parts, behind);
    }

    /// The parts without white space at both ends.
    pub(super) fn finish(mut self) -> Vec<Inline> {
        while !self.open.is_empty() {
            self.close();
        }
        trim(&mut self.parts);
        // Behind its mark the whole would be an item.
        let marks =
            self.parts.iter().take_while(|part| matches!(part, Inline::Bullet(_) | Inline::Break)).count();
        if matches!(self.parts.first(), Some(Inline::Bullet(_))) {
            self.parts.drain(..marks);
            trim(&mut self.parts);
        }
        self.parts
    }

    /// Removes the word before an include in the middle of a sentence.
    fn strip_include(&mut self) -> bool {
        let Some(Inline::Text(text)) = self.parts.last_mut() else { return false };
        let Some(start) = text.rfind("[!") else { return false };
        if !text[start + 2..].trim_end().eq_ignore_ascii_case("include") {
            return false;
        }
        text.truncate(start);
        self.translation = None;
        true
    }
}
