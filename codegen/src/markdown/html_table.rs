//! Tables that are written in HTML. One whose cells span others, that lacks a header, or that has tables inside, remains text.

use std::ops::Range;

use crate::source::Excerpt;

/// A part of HTML.
pub(super) enum HtmlPiece {
    Text(Excerpt),
    Table(HtmlTable),
}

/// A table: the inside of its cells.
pub(super) struct HtmlTable {
    /// All of it.
    pub(super) html: Excerpt,
    pub(super) header: Vec<Excerpt>,
    pub(super) rows: Vec<Vec<Excerpt>>,
}

/// Cuts HTML into tables and the rest.
pub(super) fn pieces(html: &Excerpt) -> Vec<HtmlPiece> {
    let small = html.text.to_ascii_lowercase();
    let mut pieces = Vec::new();
    let (mut at, mut from) = (0, 0);
    while let Some(start) = small[from..].find("<table").map(|found| from + found) {
        let Some(end) = small[start..].find("</table>").map(|found| start + found + "</table>".len()) else {
            break;
        };
        if let Some(table) = table(html, &small, start..end) {
            pieces.push(HtmlPiece::Text(html.part(at..start)));
            pieces.push(HtmlPiece::Table(table));
            at = end;
        }
        from = end;
    }
    pieces.push(HtmlPiece::Text(html.part(at..html.text.len())));
    pieces
}

fn table(html: &Excerpt, small: &str, range: Range<usize>) -> Option<HtmlTable> {
    let inside = &small[range.clone()];
    let is_plain =
        inside.matches("<table").count() == 1 && !inside.contains("colspan") && !inside.contains("rowspan");
    let mut rows = is_plain.then(|| rows(small, range.clone()))?.into_iter();
    let header = rows.next().filter(|row| row.is_header)?;
    let rows: Vec<Row> = rows.collect();
    let has_one_header = rows.iter().all(|row| !row.is_header);
    let part = |row: Row| row.cells.into_iter().map(|cell| html.part(cell)).collect::<Vec<_>>();
    has_one_header.then(|| HtmlTable {
        html: html.part(range),
        header: part(header),
        rows: rows.into_iter().map(part).collect(),
    })
}

/// The places of a row's cells.
#[derive(Default)]
struct Row {
    /// All cells are `<th>`.
    is_header: bool,
    cells: Vec<Range<usize>>,
}

/// The rows of a table that have cells. A cell ends where another, or a row, begins or ends.
fn rows(small: &str, range: Range<usize>) -> Vec<Row> {
    let mut rows = vec![Row::default()];
    let mut open: Option<Range<usize>> = None;
    let mut at = range.start;
    while let Some(start) = small[at..range.end].find('<').map(|found| at + found) {
        let end = small[start..range.end].find('>').map_or(range.end, |found| start + found + 1);
        let name = small[start + 1..end]
            .split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '/')
            .next();
        let name = name.unwrap_or_default();
        if matches!(name, "tr" | "/tr" | "td" | "/td" | "th" | "/th" | "/table")
            && let (Some(cell), Some(row)) = (open.take(), rows.last_mut())
        {
            row.cells.push(cell.start..start);
        }
        match (name, rows.last_mut()) {
            ("tr", _) => rows.push(Row::default()),
            ("td" | "th", Some(row)) => {
                row.is_header = name == "th" && (row.is_header || row.cells.is_empty());
                open = Some(end..end);
            }
            _ => {}
        }
        at = end;
    }
    rows.retain(|row| !row.cells.is_empty());
    rows.into_iter()
        .map(|row| Row { cells: row.cells.into_iter().map(|cell| inside(small, cell)).collect(), ..row })
        .collect()
}

/// A cell without the white space and the one paragraph around its text.
fn inside(small: &str, cell: Range<usize>) -> Range<usize> {
    let written = &small[cell.clone()];
    let start = cell.start + (written.len() - written.trim_start().len());
    let written = written.trim();
    match written.strip_prefix("<p>").and_then(|text| text.strip_suffix("</p>")) {
        Some(text) if !text.contains("<p>") => start + "<p>".len()..start + "<p>".len() + text.len(),
        _ => start..start + written.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::{HtmlPiece, pieces};
    use crate::source::{Excerpt, FileId};

    fn show(text: &str) -> Vec<String> {
        let excerpt = Excerpt::whole(text, FileId::default(), 0);
        let cells = |row: &[Excerpt]| row.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>().join("|");
        pieces(&excerpt)
            .iter()
            .filter_map(|piece| match piece {
                HtmlPiece::Text(text) => Some(text.text.trim().to_owned()).filter(|text| !text.is_empty()),
                HtmlPiece::Table(table) => {
                    let rows = table.rows.iter().map(|row| cells(row));
                    Some(std::iter::once(cells(&table.header)).chain(rows).collect::<Vec<_>>().join(" / "))
                }
            })
            .collect()
    }

    #[test]
    fn a_table_has_a_header_and_rows() {
        let text = "a <TABLE w=\"1\">\n<thead><tr class=\"h\"><th>Name</th>\n<th>Type</th></tr></thead>\n\
                    <tr>\n<td><p>id</p></td><td> <b>x</b> </td></tr><tr><td>no end<td></table> b";
        assert_eq!(show(text), ["a", "Name|Type / id|<b>x</b> / no end|", "b"]);
        assert_eq!(show("<table><th>A</th><th>B</th><tr><td>1</td></tr></table>"), ["A|B / 1"]);
    }

    #[test]
    fn other_tables_remain_text() {
        for text in [
            "<table><tr><td>1</td><td>2</td></tr></table>",
            "<table><tr><th>A</th><th colspan=\"2\">B</th></tr></table>",
            "<table><tr><th>A</th><th>B</th></tr><tr><td><table></table>",
            "<table><tr><th>A",
        ] {
            assert_eq!(show(text), [text]);
        }
    }
}
