//! The parser's events to blocks.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use crate::diagnostic::{Code, Diagnostics};
use crate::markdown::include::{self, IncludeLine};
use crate::markdown::prose::{self, Markup, Prose};
use crate::markdown::table::{self, ParsedRow};
use crate::markdown::verbatim::Verbatim;
use crate::markdown::{Block, BlockKind, Place};
use crate::source::{Excerpt, Span};
use crate::text::{Inline, RichText};

/// Reads Markdown.
pub(super) fn read(text: &Excerpt, diagnostics: &mut Diagnostics) -> Vec<Block> {
    Reader::new(text, false, diagnostics).read()
}

pub(super) struct Reader<'a> {
    pub(super) text: &'a Excerpt,
    /// The text was itself recovered from a broken block. Nothing is recovered from inside it: that bounds the depth.
    pub(super) recovered: bool,
    pub(super) diagnostics: &'a mut Diagnostics,
    pub(super) blocks: Vec<Block>,
    includes: Vec<IncludeLine>,
    /// How many block quotes and list items are open.
    quotes: usize,
    items: usize,
    /// The paragraph, heading or cell that is open.
    prose: Option<Prose>,
    /// The code or HTML that is open.
    verbatim: Option<Verbatim>,
    /// The table's rows so far, the header first.
    rows: Vec<ParsedRow>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a Excerpt, recovered: bool, diagnostics: &'a mut Diagnostics) -> Self {
        Reader {
            text,
            recovered,
            diagnostics,
            blocks: Vec::new(),
            includes: include::lines(&text.text),
            quotes: 0,
            items: 0,
            prose: None,
            verbatim: None,
            rows: Vec::new(),
        }
    }

    fn read(mut self) -> Vec<Block> {
        let text = self.text;
        for (event, range) in Parser::new_ext(&text.text, Options::ENABLE_TABLES).into_offset_iter() {
            match event {
                Event::Start(tag) => self.start(tag, range),
                Event::End(tag) => self.end(tag, range),
                Event::Rule => self.end_paragraph(),
                Event::Text(text) | Event::Html(text) if self.verbatim.is_some() => {
                    self.verbatim(&text, range)
                }
                event => self.inline(&event, range),
            }
        }
        self.end_paragraph();
        self.blocks
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Strong => return self.open(Markup::Strong, range),
            Tag::Emphasis => return self.open(Markup::Emphasis, range),
            Tag::Link { dest_url, .. } => return self.open(Markup::Link(dest_url.into_string()), range),
            Tag::Image { .. } => return self.open(Markup::None, range),
            _ => self.end_paragraph(),
        }
        match tag {
            Tag::Paragraph | Tag::Heading { .. } | Tag::TableCell => self.prose = Some(Prose::new(range)),
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::Item => self.items += 1,
            Tag::Table(_) => self.rows.clear(),
            Tag::TableHead | Tag::TableRow => self.rows.push(ParsedRow { range, cells: Vec::new() }),
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                self.verbatim = Some(Verbatim::new(self.text.file, Some(info.trim().to_owned())));
            }
            Tag::CodeBlock(CodeBlockKind::Indented) | Tag::HtmlBlock => {
                self.verbatim = Some(Verbatim::new(self.text.file, None));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link | TagEnd::Image => self.close(&range),
            TagEnd::TableCell => self.end_cell(range),
            TagEnd::Table => self.end_table(range),
            TagEnd::Heading(level) => self.end_heading(level as u8, range),
            TagEnd::CodeBlock => self.end_code(range),
            TagEnd::HtmlBlock => self.end_html(),
            TagEnd::BlockQuote(_) => {
                self.end_paragraph();
                self.quotes -= 1;
            }
            TagEnd::Item => {
                self.end_paragraph();
                self.items -= 1;
            }
            _ => self.end_paragraph(),
        }
    }

    // Text.

    /// The open text; a list item's text comes without a paragraph around it.
    fn prose(&mut self, range: &Range<usize>) -> Option<&mut Prose> {
        let prose = self.prose.get_or_insert_with(|| Prose::new(range.clone()));
        prose.range.end = prose.range.end.max(range.end);
        let line = self.includes.partition_point(|line| line.range.end < range.end);
        let in_include = self.includes.get(line).is_some_and(|line| line.range.start <= range.start);
        (!in_include).then_some(prose)
    }

    fn open(&mut self, markup: Markup, range: Range<usize>) {
        if let Some(prose) = self.prose(&range) {
            prose.open(markup);
        }
    }

    fn close(&mut self, range: &Range<usize>) {
        if let Some(prose) = self.prose(range) {
            prose.close();
        }
    }

    fn inline(&mut self, event: &Event<'_>, range: Range<usize>) {
        let Some(prose) = self.prose(&range) else { return };
        match event {
            Event::Text(text) => prose.text(text),
            Event::Code(text) => prose.code(text),
            Event::InlineHtml(text) => prose.html(text, range),
            Event::SoftBreak => prose.text(" "),
            Event::HardBreak => prose.line_break(),
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let Some(prose) = self.prose.take() else { return };
        let range = prose.range.clone();
        if !self.recovered
            && let Some((table, delimiter)) = table::with_fitting_delimiter(&self.text.part(range.clone()))
        {
            let message =
                "the delimiter row has another number of cells than the header; the header's was taken";
            self.diagnostics.report(Code::CellCount, delimiter, message);
            return self.recover(&table);
        }
        let place = match (self.quotes, self.items) {
            (0, 0) => Place::Body,
            (0, _) => Place::ListItem,
            _ => Place::Quote,
        };
        self.end_prose(prose, |mut text| {
            if place == Place::Quote {
                strip_alert_label(&mut text);
            }
            BlockKind::Paragraph { text, place }
        });
    }

    fn end_heading(&mut self, level: u8, range: Range<usize>) {
        let Some(prose) = self.prose.take() else { return };
        // Text above a line of dashes is a heading to the parser; to these pages the line ends a group of tabs.
        let written = self.text.text[range].trim();
        let is_heading = written.starts_with('#') || written.ends_with('=');
        self.end_prose(prose, |text| {
            match text.links().iter().any(|link| link.target.starts_with("#tab/")) {
                true => BlockKind::Tab,
                false if is_heading => BlockKind::Heading { level, text },
                false => BlockKind::Paragraph { text, place: Place::Body },
            }
        });
    }

    /// Adds what a text becomes, and after it the comments and includes that stood among its lines.
    fn end_prose(&mut self, mut prose: Prose, block: impl FnOnce(RichText) -> BlockKind) {
        let range = prose.range.clone();
        let comments = std::mem::take(&mut prose.comments);
        let text = rich_text(self.text, prose);
        let span = text.span;
        if !text.parts.is_empty() {
            self.push(block(text), span);
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

    // Tables.

    fn end_cell(&mut self, range: Range<usize>) {
        if let (Some(prose), Some(row)) = (self.prose.take(), self.rows.last_mut()) {
            row.cells.push((range, rich_text(self.text, prose)));
        }
    }

    fn end_table(&mut self, range: Range<usize>) {
        let mut rows = std::mem::take(&mut self.rows).into_iter();
        let Some(header) = rows.next() else { return };
        let mut inline = |text: &Excerpt| {
            let blocks = Reader::new(text, true, &mut Diagnostics::default()).read();
            let texts = blocks.into_iter().filter_map(|block| match block.kind {
                BlockKind::Paragraph { text, .. } | BlockKind::Heading { text, .. } => Some(text),
                _ => None,
            });
            table::joined(texts.collect(), text.span(0..text.text.len()))
        };
        let finished = table::finish(self.text, header, rows.collect(), &mut inline, self.diagnostics);
        self.push(BlockKind::Table(finished.table), self.text.span(range));
        for text in finished.text_after.into_iter().filter(|text| !text.parts.is_empty()) {
            let span = text.span;
            self.push(BlockKind::Paragraph { text, place: Place::Body }, span);
        }
    }

    fn verbatim(&mut self, text: &str, range: Range<usize>) {
        if let Some(verbatim) = &mut self.verbatim {
            verbatim.push(text, self.text.part(range));
        }
    }

    fn end_code(&mut self, range: Range<usize>) {
        if let Some(verbatim) = self.verbatim.take() {
            self.push_code(verbatim, range);
        }
    }

    fn end_html(&mut self) {
        if let Some(verbatim) = self.verbatim.take() {
            self.push_html(&verbatim.body);
        }
    }

    pub(super) fn push(&mut self, kind: BlockKind, span: Span) {
        self.blocks.push(Block { kind, span });
    }

    /// Adds the blocks of Markdown that a broken block hid.
    pub(super) fn recover(&mut self, text: &Excerpt) {
        let blocks = Reader::new(text, true, self.diagnostics).read();
        self.blocks.extend(blocks);
    }
}

fn rich_text(text: &Excerpt, prose: Prose) -> RichText {
    let written = &text.text[prose.range.clone()];
    let start = prose.range.start + (written.len() - written.trim_start().len());
    let span = text.span(start..start + written.trim().len());
    RichText { parts: prose.finish(), span }
}

/// Takes the `[!NOTE]` off a note: that it is one, its place says.
fn strip_alert_label(text: &mut RichText) {
    if let Some(Inline::Text(first)) = text.parts.first_mut()
        && first.starts_with("[!")
        && let Some(end) = first.find(']')
    {
        first.drain(..=end);
        prose::trim(&mut text.parts);
    }
}
