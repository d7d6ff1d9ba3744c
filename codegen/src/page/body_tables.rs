//! Which of the tables below *Request body* list what the body holds.
//!
//! Several tables may: what must be given and what may be left out, or one for each kind of caller. A table whose
//! introduction names a row above it describes what that row holds.

use super::{NameTable, Row, Section};
use crate::diagnostic::{Code, Diagnostics};

/// Gathers the rows of all tables of a section, each name once. A table about the inside of a row is left out, with a
/// finding.
pub(super) fn gather(section: &mut Section, diagnostics: &mut Diagnostics) {
    let mut rows: Vec<Row> = Vec::new();
    for table in &section.tables {
        if let Some(outer) = outer(table, &rows) {
            let message = format!("the table describes what `{outer}` holds; the page of its type decides");
            diagnostics.report(Code::InnerTable, table.span, message);
            continue;
        }
        for row in &table.rows {
            if !rows.iter().any(|known| known.name.value == row.name.value) {
                rows.push(row.clone());
            }
        }
    }
    section.rows = rows;
}

/// The row that a table's introduction names as the one that holds what it lists: not one whose type holds nothing.
fn outer<'a>(table: &NameTable, rows: &'a [Row]) -> Option<&'a str> {
    let title = table.title.as_ref()?.plain();
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    let words: Vec<&str> = title.split(|letter| !is_part(letter)).collect();
    let holds = |row: &&Row| row.type_.as_ref().is_none_or(|type_| type_.primitive.is_none());
    let mut names = rows.iter().filter(holds).map(|row| row.name.value.as_str());
    names.find(|name| words.iter().any(|word| word.eq_ignore_ascii_case(name)))
}
