//! Tables: rows against their lines, since the parser cuts a row to its header's cells and takes any line for a row.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostics};
use crate::limits;
use crate::markdown::{MarkdownTable, TableRow, inlines};
use crate::source::{self, Excerpt, Span};
use crate::text::{Inline, RichText};

/// What a finding says of a row that is longer than the header.
pub(super) const TOO_MANY_CELLS: &str =
    "the row has more cells than the header; the rest is read as text of the last one";

/// A row as the parser gives it.
#[derive(Default)]
pub(super) struct ParsedRow {
    pub(super) range: Range<usize>,
    pub(super) cells: Vec<(Range<usize>, RichText)>,
}

/// A table, and lines that follow it without a blank line and are not rows.
pub(super) struct Finished {
    pub(super) table: MarkdownTable,
    pub(super) text_after: Vec<RichText>,
}

/// Puts a table together. `inline` reads a piece of Markdown as one text.
pub(super) fn finish(
    text: &Excerpt,
    header: ParsedRow,
    parsed: Vec<ParsedRow>,
    inline: &mut dyn FnMut(&Excerpt) -> RichText,
    diagnostics: &mut Diagnostics,
) -> Finished {
    let header_line = Line::new(text, &header.range);
    let columns = columns(header.cells.len(), header_line.span(text), diagnostics);
    let mut rows: Vec<OpenRow> = Vec::new();
    let mut text_after = Vec::new();
    for row in parsed {
        let line = Line::new(text, &row.range);
        let span = line.span(text);
        let mut cells: Vec<_> = row.cells.into_iter().take(line.cells).collect();
        if line.cells > columns
            && let Some((range, cell)) = cells.last_mut()
        {
            rejoin(text, &line, range, cell, inline, diagnostics);
        }
        let cells: Vec<_> = cells.into_iter().map(|(_, cell)| cell).collect();
        match rows.last_mut() {
            Some(last) if header_line.opened && line.continues(last, columns) => {
                diagnostics.report(
                    Code::CellCount,
                    span,
                    "this line continues the row above; the two are read as one",
                );
                last.join(cells, line.closed, span);
            }
            _ if line.bars == 0 && header_line.bars > 0 => text_after.extend(cells),
            _ => rows.push(OpenRow { row: TableRow { cells, span }, closed: line.closed }),
        }
    }
    let rows = rows.into_iter().map(|open| pad(open.row, columns, diagnostics)).collect();
    let header = header.cells.into_iter().map(|(_, cell)| cell).take(columns).collect();
    Finished { table: MarkdownTable { header, rows }, text_after }
}

/// A row that further lines may belong to.
struct OpenRow {
    row: TableRow,
    /// Whether its last line ends with a bar.
    closed: bool,
}

impl OpenRow {
    /// Adds a line that continues the last cell.
    fn join(&mut self, cells: Vec<RichText>, closed: bool, span: Span) {
        let mut cells = cells.into_iter();
        if let (Some(last), Some(tail)) = (self.row.cells.last_mut(), cells.next()) {
            let span = last.span.to(tail.span);
            *last = joined(&[std::mem::take(last), tail], span);
        }
        self.row.cells.extend(cells);
        self.row.span = self.row.span.to(span);
        self.closed = closed;
    }
}

/// A row's line as written.
struct Line {
    range: Range<usize>,
    /// Bars that are not escaped.
    bars: usize,
    cells: usize,
    /// Starts with a bar.
    opened: bool,
    /// Ends with a bar.
    closed: bool,
}

impl Line {
    fn new(text: &Excerpt, range: &Range<usize>) -> Line {
        let written = &text.text[range.clone()];
        let start = range.start + (written.len() - written.trim_start().len());
        let written = written.trim();
        let bars: Vec<usize> = written
            .match_indices('|')
            .map(|(at, _)| at)
            .filter(|at| !written[..*at].ends_with('\\'))
            .collect();
        let opened = bars.first() == Some(&0);
        let closed = bars.len() > usize::from(opened) && bars.last() == Some(&(written.len() - 1));
        let cells = bars.len() + 1 - usize::from(opened) - usize::from(closed);
        Line { range: start..start + written.len(), bars: bars.len(), cells, opened, closed }
    }

    fn span(&self, text: &Excerpt) -> Span {
        text.span(self.range.clone())
    }

    /// Whether this line is the rest of a row that was broken inside a cell.
    fn continues(&self, last: &OpenRow, columns: usize) -> bool {
        !last.closed && !self.opened && self.cells < columns
    }
}

/// A row with too many cells has bars in its last cell's text: takes the cell to the end of the line.
fn rejoin(
    text: &Excerpt,
    line: &Line,
    last: &Range<usize>,
    cell: &mut RichText,
    inline: &mut dyn FnMut(&Excerpt) -> RichText,
    diagnostics: &mut Diagnostics,
) {
    let end = line.range.end - usize::from(line.closed);
    let lost = last.end.min(end)..end;
    if text.text[lost.clone()].trim_matches(['|', ' ', '\t']).is_empty() {
        return;
    }
    let message = format!(r"{TOO_MANY_CELLS}, so write a `|` inside a cell as `\|`");
    diagnostics.report(Code::CellCount, text.span(lost), message);
    *cell = inline(&text.part(last.start..end));
}

/// How many columns a table has, of those of its header.
pub(super) fn columns(of_header: usize, header: Span, diagnostics: &mut Diagnostics) -> usize {
    let columns = of_header.min(limits::COLUMNS);
    if columns < of_header {
        let message = format!("a table has {columns} columns at most; the others are missing");
        diagnostics.report(Code::OverLimit, header, message);
    }
    columns
}

/// Adds the cells that a row lacks.
fn pad(mut row: TableRow, columns: usize, diagnostics: &mut Diagnostics) -> TableRow {
    row.cells.truncate(columns);
    // A name in bold and nothing else is the heading of a group of rows.
    let is_heading = matches!(row.cells.as_slice(), [only] if !only.strongs().is_empty());
    if is_heading {
        let end = row.span.behind();
        row.cells.resize(columns, RichText { span: end, ..RichText::default() });
    } else if row.cells.len() < columns {
        let message = format!(
            "the row has {} of the header's {columns} cells; the others are read as empty",
            row.cells.len()
        );
        diagnostics.report(Code::CellCount, row.span, message);
        let end = row.span.behind();
        row.cells.resize(columns, RichText { span: end, ..RichText::default() });
    }
    row
}

/// A paragraph that would be a table but for its delimiter row: the table with a fitting row, and the place of the row
/// that has another number of cells than the header.
pub(super) fn with_fitting_delimiter(paragraph: &Excerpt) -> Option<(Excerpt, Option<Span>)> {
    let mut header_cells = 0;
    for range in source::lines(&paragraph.text) {
        let line = &paragraph.text[range.clone()];
        let cells = Line::new(paragraph, &range);
        if header_cells > 0 && cells.bars > 0 && is_delimiter(line) {
            let mut fitting = paragraph.part(0..range.start);
            let mut delimiter = paragraph.part(range.clone());
            delimiter.text = format!("|{}\n", "-|".repeat(header_cells));
            fitting.append(delimiter);
            fitting.append(paragraph.part(range.end..paragraph.text.len()));
            let differs = cells.cells != header_cells;
            return Some((fitting, differs.then(|| cells.span(paragraph))));
        }
        header_cells = if cells.bars > 0 { cells.cells } else { 0 };
    }
    None
}

/// A paragraph whose lines are all rows of a table but lack a delimiter row: the table with one, and the place of the
/// header.
pub(super) fn with_missing_delimiter(paragraph: &Excerpt) -> Option<(Excerpt, Span)> {
    let mut lines = Vec::new();
    for range in source::lines(&paragraph.text) {
        let line = &paragraph.text[range.clone()];
        if line.trim().is_empty() {
            continue;
        }
        let cells = Line::new(paragraph, &range);
        let is_row = line.trim().starts_with('|') && line.trim().ends_with('|') && cells.cells > 1;
        if !is_row || is_delimiter(line) {
            return None;
        }
        lines.push((range, cells));
    }
    let [(header, cells), _, ..] = lines.as_slice() else { return None };
    let mut completed = paragraph.part(0..header.end);
    let delimiter = format!("|{}\n", "-|".repeat(cells.cells));
    completed.append(Excerpt::whole(&delimiter, paragraph.file, cells.span(paragraph).end()));
    completed.append(paragraph.part(header.end..paragraph.text.len()));
    Some((completed, cells.span(paragraph)))
}

fn is_delimiter(line: &str) -> bool {
    line.contains('-') && line.trim().chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}

/// The text of several blocks as one.
pub(super) fn joined(texts: &[RichText], span: Span) -> RichText {
    if let [only] = texts {
        return RichText { parts: Arc::clone(&only.parts), span };
    }
    let mut parts: Vec<Inline> = Vec::new();
    for text in texts {
        if !parts.is_empty() {
            inlines::push_text(&mut parts, " ");
        }
        inlines::append(&mut parts, text.parts.iter().cloned());
    }
    RichText { parts: parts.into(), span }
}
