//! Paragraphs, headings and list items: from a complete text to a block.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::Event;

use super::{BlockReader, Div};
use crate::diagnostic::Code;
use crate::markdown::inlines;
use crate::markdown::markup::Markup;
use crate::markdown::prose::Prose;
use crate::markdown::{Block, BlockKind, ParagraphKind, html, table};
use crate::source::Excerpt;
use crate::text::{Inline, RichText};

impl BlockReader<'_> {
    /// The open text; a list item's text comes without a paragraph around it.
    fn prose(&mut self, range: &Range<usize>) -> Option<&mut Prose> {
        let prose = self.prose.get_or_insert_with(|| Prose::new(range.clone()));
        prose.range.end = prose.range.end.max(range.end);
        let line = self.includes.partition_point(|line| line.range.end < range.end);
        let in_include = self.includes.get(line).is_some_and(|line| line.range.start <= range.start);
        (!in_include).then_some(prose)
    }

    pub(super) fn open(&mut self, markup: Markup, range: Range<usize>) {
        let product = self.product;
        if let Some(prose) = self.prose(&range) {
            prose.open(markup, product);
        }
    }

    pub(super) fn close(&mut self, range: &Range<usize>) {
        if let Some(prose) = self.prose(range) {
            prose.close();
        }
    }

    pub(super) fn inline(&mut self, event: &Event<'_>, range: Range<usize>) {
        let text = self.text;
        let Some(prose) = self.prose(&range) else { return };
        match event {
            Event::Text(text) => prose.text(text),
            Event::Code(text) => prose.code(text),
            Event::InlineHtml(tag) if html::is_spoken_of(&text.text, &range) => prose.code(tag),
            Event::InlineHtml(tag) => prose.html(tag, range),
            Event::SoftBreak => prose.text(" "),
            Event::HardBreak => prose.line_break(),
            _ => {}
        }
    }

    pub(super) fn end_paragraph(&mut self) {
        let Some(prose) = self.prose.take() else { return };
        let range = prose.range.clone();
        if !self.recovered
            && let Some((table, delimiter)) = table::with_fitting_delimiter(&self.text.part(range.clone()))
        {
            let message = "the delimiter row and the header differ in the number of their cells; the header's number is used";
            if let Some(delimiter) = delimiter {
                self.diagnostics.report(Code::CellCount, delimiter, message);
            }
            return self.recover_within(&table, range);
        }
        if !self.recovered
            && let Some((table, header)) = table::with_missing_delimiter(&self.text.part(range.clone()))
        {
            let message =
                "the row of dashes below the table's header is missing; the lines were read as a table";
            self.diagnostics.report(Code::MissingDelimiter, header, message);
            return self.recover_within(&table, range);
        }
        self.div =
            self.div.or_else(|| Some(&self.text.text[range]).filter(|_| self.quotes > 0).and_then(div));
        // A list in a quote belongs to the quote, and a quote in a list to the list.
        let quoted = match self.quotes {
            0 => 0,
            _ => self.items.saturating_sub(self.items_outside),
        };
        let place = match (self.quotes, self.items) {
            (0, 0) => ParagraphKind::Body,
            (_, 0) if self.div.is_some() => ParagraphKind::Body,
            (_, depth @ 1..) if quoted == 0 || self.div.is_some() => ParagraphKind::ListItem(depth - 1),
            _ => ParagraphKind::Quote,
        };
        let (quotes, navigates) = (self.quotes > 0, self.div == Some(Div::Navigation));
        self.end_prose(prose, |mut text| {
            if quotes {
                strip_alert_label(&mut text);
            }
            if navigates {
                text.parts = Arc::default();
            }
            if quoted > 0 && place == ParagraphKind::Quote {
                text = text.into_item(quoted - 1);
            }
            BlockKind::Paragraph { text, place }
        });
        self.join_alert();
    }

    /// Takes `Note` alone, as a page saved from the published site has it, for the label of the paragraph below it.
    fn join_alert(&mut self) {
        let [.., label, paragraph] = self.blocks.as_mut_slice() else { return };
        if is_alert_label(&label.kind)
            && let BlockKind::Paragraph { place: place @ ParagraphKind::Body, .. } = &mut paragraph.kind
        {
            *place = ParagraphKind::Quote;
            let at = self.blocks.len() - 2;
            self.blocks.remove(at);
        }
    }

    pub(super) fn end_heading(&mut self, level: u8, range: Range<usize>) {
        let Some(mut prose) = self.prose.take() else { return };
        let slug = prose.anchor.take();
        let written = self.text.text[range.clone()].trim();
        let is_heading = !written.ends_with('-') || written.starts_with('#') || self.is_underlined(written);
        self.end_prose(prose, |text| {
            let tab = text.links().iter().find_map(|link| {
                let id = link.target.strip_prefix("#tab/")?;
                Some(BlockKind::Tab { id: id.to_owned(), label: link.text.clone() })
            });
            match tab {
                Some(tab) => tab,
                None if is_heading => BlockKind::Heading { level, text, slug },
                None => BlockKind::Paragraph { text, place: ParagraphKind::Body },
            }
        });
        if !is_heading {
            let end = self.text.span(range.end..range.end);
            self.push(BlockKind::Rule, end);
        }
    }

    /// Whether text above a line of dashes is a heading: to these pages, the line ends a group of tabs, or sets text apart.
    fn is_underlined(&self, written: &str) -> bool {
        let mut lines = written.lines();
        let is_title = lines.next().is_some_and(|line| !line.trim_end().ends_with(['.', '!', '?']));
        !self.in_tabs && is_title && lines.nth(1).is_none()
    }

    /// Adds what a text becomes, and after it the comments and includes that stood among its lines.
    fn end_prose(&mut self, mut prose: Prose, block: impl FnOnce(RichText) -> BlockKind) {
        let range = prose.range.clone();
        let comments = std::mem::take(&mut prose.comments);
        let text = rich_text(self.text, prose);
        let span = text.span;
        if !text.parts.is_empty() {
            self.push(block(text), span);
            self.blocks.pop_if(
                |block| matches!(&block.kind, BlockKind::Paragraph { text, .. } if text.parts.is_empty()),
            );
        }
        for comment in comments {
            self.push_html(&self.text.part(comment));
        }
        let first = self.includes.partition_point(|line| line.range.end <= range.start);
        for line in self.includes[first..].iter().take_while(|line| line.range.start < range.end) {
            let kind = BlockKind::Include(line.target.clone());
            self.blocks.push(Block { kind, span: self.text.span(line.range.clone()) });
        }
    }
}

/// A text as data, placed without the white space around it.
pub(super) fn rich_text(text: &Excerpt, prose: Prose) -> RichText {
    let written = &text.text[prose.range.clone()];
    let start = prose.range.start + (written.len() - written.trim_start().len());
    let span = text.span(start..start + written.trim().len());
    RichText { parts: prose.finish().into(), span }
}

/// What `[!div class="…"]` at the start of a block quote is for.
fn div(written: &str) -> Option<Div> {
    let class = written.trim_start_matches(['>', ' ']).strip_prefix("[!div")?.split(']').next()?;
    let navigates = ["selector", "nextstep"].iter().any(|word| class.contains(word));
    Some(if navigates { Div::Navigation } else { Div::Looks })
}

/// Whether a paragraph is nothing but the word that opens a note.
fn is_alert_label(block: &BlockKind) -> bool {
    let BlockKind::Paragraph { text, place: ParagraphKind::Body } = block else { return false };
    only_word(&text.parts).is_some_and(opens_note)
}

/// Whether a word in front of a paragraph says that this is a note.
pub(crate) fn opens_note(word: &str) -> bool {
    matches!(word, "Note" | "Tip" | "Important" | "Caution" | "Warning")
}

/// The text of a paragraph that is a single piece, emphasized or not.
fn only_word(parts: &[Inline]) -> Option<&str> {
    match parts {
        [Inline::Text(text)] => Some(text.trim()),
        [Inline::Strong(inner) | Inline::Emphasis(inner)] => only_word(inner),
        _ => None,
    }
}

/// Removes the `[!NOTE]` of a note, whose place already marks it as one.
fn strip_alert_label(text: &mut RichText) {
    if let Some(Inline::Text(first)) = text.parts.first()
        && first.starts_with("[!")
        && let Some(end) = first.find(']')
    {
        let behind = Inline::Text(first[end + 1..].to_owned());
        let mut parts: Vec<Inline> = [behind].into_iter().chain(text.parts[1..].iter().cloned()).collect();
        inlines::trim(&mut parts);
        text.parts = parts.into();
    }
}
