//! The parser's events to blocks.

mod paragraph;
mod verbatim;

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use crate::diagnostic::Diagnostics;
use crate::markdown::include::{self, IncludeLine};
use crate::markdown::markup::Markup;
use crate::markdown::prose::Prose;
use crate::markdown::table::{self, ParsedRow};
use crate::markdown::{Block, BlockKind, ParagraphKind};
use crate::source::{Excerpt, Span};
use crate::text::RichText;
pub(crate) use paragraph::opens_note;
use paragraph::rich_text;
use verbatim::Verbatim;

/// Reads Markdown.
pub(super) fn read(text: &Excerpt, product: Option<&str>, diagnostics: &mut Diagnostics) -> Vec<Block> {
    BlockReader::new(text, product, diagnostics).read()
}

pub(super) struct BlockReader<'a> {
    pub(super) text: &'a Excerpt,
    /// The name of the product that the page is about.
    pub(super) product: Option<&'a str>,
    /// The text was itself recovered from a broken block. Nothing is recovered from inside it: that bounds the depth.
    pub(super) recovered: bool,
    pub(super) diagnostics: &'a mut Diagnostics,
    pub(super) blocks: Vec<Block>,
    pub(super) includes: Vec<IncludeLine>,
    /// How many block quotes and list items are open.
    pub(super) quotes: usize,
    /// The open block quote is `[!div class="…"]`: a box that only looks different, or one of links to other pages.
    pub(super) div: Option<Div>,
    pub(super) items: usize,
    /// How many list items the outermost quote stands in.
    pub(super) items_outside: usize,
    /// Whether a group of tabs is open: a line of dashes ends it.
    pub(super) in_tabs: bool,
    /// The paragraph, heading or cell that is open.
    pub(super) prose: Option<Prose>,
    /// The code or HTML that is open.
    verbatim: Option<Verbatim>,
    /// The table's rows so far, the header first.
    rows: Vec<ParsedRow>,
}

/// What a box is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Div {
    Looks,
    Navigation,
}

impl<'a> BlockReader<'a> {
    fn new(text: &'a Excerpt, product: Option<&'a str>, diagnostics: &'a mut Diagnostics) -> Self {
        BlockReader {
            text,
            product,
            recovered: false,
            diagnostics,
            blocks: Vec::new(),
            includes: include::lines(&text.text),
            quotes: 0,
            div: None,
            items: 0,
            items_outside: 0,
            in_tabs: false,
            prose: None,
            verbatim: None,
            rows: Vec::new(),
        }
    }

    /// For Markdown that a broken block hid.
    fn of_hidden(text: &'a Excerpt, product: Option<&'a str>, diagnostics: &'a mut Diagnostics) -> Self {
        BlockReader { recovered: true, ..BlockReader::new(text, product, diagnostics) }
    }

    fn read(mut self) -> Vec<Block> {
        let text = self.text;
        for (event, range) in Parser::new_ext(&text.text, Options::ENABLE_TABLES).into_offset_iter() {
            match event {
                Event::Start(tag) => self.start(tag, range),
                Event::End(tag) => self.end(tag, range),
                Event::Rule => {
                    self.end_paragraph();
                    let span = self.text.span(range);
                    self.push(BlockKind::Rule, span);
                }
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
            Tag::BlockQuote(_) => {
                if self.quotes == 0 {
                    self.items_outside = self.items;
                }
                self.quotes += 1;
            }
            Tag::Item => self.items += 1,
            Tag::Table(_) => self.rows.clear(),
            Tag::TableHead | Tag::TableRow => self.rows.push(ParsedRow { range, cells: Vec::new() }),
            Tag::CodeBlock(CodeBlockKind::Fenced(_)) => {
                self.verbatim = Some(Verbatim::new(self.text.file, Some(self.info(range))));
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
                self.div = None;
            }
            TagEnd::Item => {
                self.end_paragraph();
                self.items -= 1;
            }
            _ => self.end_paragraph(),
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
        let product = self.product;
        let mut inline = |text: &Excerpt| inline(text, product);
        let finished = table::finish(self.text, header, rows.collect(), &mut inline, self.diagnostics);
        self.push(BlockKind::Table(finished.table), self.text.span(range));
        for text in finished.text_after.into_iter().filter(|text| !text.parts.is_empty()) {
            let span = text.span;
            self.push(BlockKind::Paragraph { text, place: ParagraphKind::Body }, span);
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
        match kind {
            BlockKind::Tab { .. } => self.in_tabs = true,
            BlockKind::Rule => self.in_tabs = false,
            _ => {}
        }
        self.blocks.push(Block { kind, span });
    }

    /// Adds the blocks of Markdown that a broken block hid.
    pub(super) fn recover(&mut self, text: &Excerpt) {
        let reader = BlockReader::of_hidden(text, self.product, self.diagnostics);
        self.blocks.extend(reader.read());
    }

    /// The same for a text that may be longer than its place on the page: all blocks end within that place.
    pub(super) fn recover_within(&mut self, text: &Excerpt, range: Range<usize>) {
        let first = self.blocks.len();
        self.recover(text);
        let end = self.text.span(range).end();
        for block in &mut self.blocks[first..] {
            block.span = Span::new(block.span.file, block.span.start()..block.span.end().min(end));
        }
    }
}

/// A piece of Markdown as one text.
fn inline(text: &Excerpt, product: Option<&str>) -> RichText {
    let blocks = BlockReader::of_hidden(text, product, &mut Diagnostics::default()).read();
    let texts = blocks.into_iter().filter_map(|block| match block.kind {
        BlockKind::Paragraph { text, .. } | BlockKind::Heading { text, .. } => Some(text),
        _ => None,
    });
    table::joined(&texts.collect::<Vec<_>>(), text.span(0..text.text.len()))
}
