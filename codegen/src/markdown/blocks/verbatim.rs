//! Code blocks and HTML blocks, which the parser hands over as they are written.

use std::ops::Range;

use super::{BlockReader, inline};
use crate::diagnostic::Code;
use crate::markdown::fence::{self, Fence};
use crate::markdown::html_table::{self, HtmlPiece, HtmlTable};
use crate::markdown::prose::Prose;
use crate::markdown::{BlockKind, MarkdownTable, ParagraphKind, TableRow, html, table};
use crate::source::{Excerpt, FileId, Span};
use crate::text::{Inline, RichText};

/// A block of code or HTML while its lines arrive.
pub(super) struct Verbatim {
    /// The language of a fence; none for indented code and for HTML.
    info: Option<Excerpt>,
    pub(super) body: Excerpt,
}

impl Verbatim {
    pub(super) fn new(file: FileId, info: Option<Excerpt>) -> Self {
        Verbatim { info, body: Excerpt { file, ..Excerpt::default() } }
    }

    /// Adds text and where it stood.
    pub(super) fn push(&mut self, text: &str, mut written: Excerpt) {
        // The parser expands tabs and drops carriage returns.
        if written.text != text {
            written.text = text.to_owned();
            written.pieces.truncate(1);
        }
        self.body.append(written);
    }
}

impl BlockReader<'_> {
    /// What stands behind the opening fence of a block of code.
    pub(super) fn info(&self, block: Range<usize>) -> Excerpt {
        let line = self.text.text[block.clone()].lines().next().unwrap_or_default();
        let info = line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '`' | '~')).trim_end();
        let start = block.start + (line.trim_end().len() - info.len());
        self.text.part(start..start + info.len())
    }

    pub(super) fn push_code(&mut self, verbatim: Verbatim, range: Range<usize>) {
        let span = self.text.span(range.clone());
        let Verbatim { info: Some(info), body } = verbatim else {
            return self.push_indented(verbatim.body, range);
        };
        let written = self.text.text[range.clone()].trim_start();
        let marker = &written[..written.find(|c| !matches!(c, '`' | '~')).unwrap_or(written.len())];
        let opening = written.lines().next().unwrap_or_default().trim_end().len();
        let last = written.trim_end().rsplit_once('\n').map_or("", |(_, last)| last);
        let closing = last.trim_start_matches(['>', ' ', '\t']).trim_end();
        let closed = closing.starts_with(marker) && closing.chars().all(|c| marker.starts_with(c));
        // A longer fence, or one of tildes, is chosen where fences are part of the text.
        if self.recovered || marker != "```" {
            return self.push(BlockKind::Code { info, body }, span);
        }
        let opening = self.text.span(range.start..range.start + opening);
        for piece in fence::parts(Fence { info, body, opening, closed }, self.diagnostics) {
            match piece {
                fence::FencePart::Code { info, body } => self.push(BlockKind::Code { info, body }, span),
                fence::FencePart::Markdown(text) => self.recover(&text),
            }
        }
    }

    /// A comment or a fence that is indented by accident is read as if it were not.
    fn push_indented(&mut self, body: Excerpt, range: Range<usize>) {
        let start = body.text.trim_start();
        if !self.recovered && (start.starts_with("<!--") || start.starts_with("```")) {
            return self.recover(&body);
        }
        self.push(
            BlockKind::Code { info: Excerpt { file: body.file, ..Excerpt::default() }, body },
            self.text.span(range),
        );
    }

    pub(super) fn push_html(&mut self, block: &Excerpt) {
        for piece in html::parts(block) {
            match piece {
                html::HtmlPart::Comment(inside) => {
                    let span = inside.span(0..inside.text.len());
                    self.push(BlockKind::Comment(inside), span);
                }
                html::HtmlPart::Unclosed(start) => {
                    let message = "the comment is never closed; it hides the rest of the page";
                    let place = start.span(0.."<!--".len());
                    let found = self.diagnostics.report(Code::UnclosedComment, place, message);
                    found.with_fix(html::closing(&start));
                }
                html::HtmlPart::Text(text) if self.recovered => self.push_html_text(&text),
                html::HtmlPart::Text(text) => {
                    for piece in html_table::pieces(&text) {
                        match piece {
                            HtmlPiece::Text(text) => self.push_html_text(&text),
                            HtmlPiece::Table(table) => self.push_html_table(table),
                        }
                    }
                }
            }
        }
    }

    fn push_html_text(&mut self, html: &Excerpt) {
        let span = html.span(0..html.text.len());
        let text = RichText { parts: html_text(&html.text).into(), span };
        if !text.parts.is_empty() {
            self.push(BlockKind::Paragraph { text, place: ParagraphKind::Body }, span);
        }
    }

    fn push_html_table(&mut self, html: HtmlTable) {
        let span = html.html.span(0..html.html.text.len());
        let of_header = html.header.len();
        let columns = table::columns(of_header, span, self.diagnostics);
        let product = self.product;
        let mut row = |cells: Vec<Excerpt>| {
            let span =
                cells.iter().map(|cell| cell.span(0..cell.text.len())).reduce(Span::to).unwrap_or(span);
            let mut texts: Vec<RichText> = cells.iter().map(|cell| inline(cell, product)).collect();
            if let Some(excess) = cells.get(columns).filter(|_| columns == of_header) {
                let place = excess.span(0..excess.text.len());
                self.diagnostics.report(Code::CellCount, place, table::TOO_MANY_CELLS);
                let last = texts.split_off(columns - 1);
                texts.push(table::joined(&last, span));
            }
            texts.resize(columns, RichText { span: span.behind(), ..RichText::default() });
            TableRow { cells: texts, span }
        };
        let header = row(html.header).cells;
        let rows = html.rows.into_iter().map(&mut row).collect();
        self.push(BlockKind::Table(MarkdownTable { header, rows }), span);
    }
}

/// The text of HTML, which the parser hands over whole.
fn html_text(html: &str) -> Vec<Inline> {
    let mut prose = Prose::new(0..html.len());
    let mut at = 0;
    while let Some(start) = html[at..].find('<').map(|found| at + found) {
        let Some(end) = html[start..].find('>').map(|found| start + found + 1) else { break };
        prose.text(&html[at..start]);
        prose.html(&html[start..end], start..end);
        at = end;
    }
    prose.text(&html[at..]);
    prose.finish()
}
