//! Which of the tables below *Request body* list what the body holds, and which below *Query parameters* the parameters.
//!
//! Several tables may: what must be given and what may be left out, or one for each kind of caller. A table whose
//! introduction names a row above it, or is the name of that row's type, describes what that row holds.

use std::collections::{BTreeMap, BTreeSet};

use super::{NameTable, Row, TypeSpelling};
use crate::diagnostic::{Code, Diagnostics};
use crate::primitive::Primitive;
use crate::text::Inline;

/// The rows of the tables that were looked at, each name once.
#[derive(Default)]
struct Gathered {
    rows: Vec<Row>,
    names: BTreeSet<String>,
    /// The rows that may hold others, by their names in lower case: the first of each.
    holders: BTreeMap<String, usize>,
}

/// Gathers the rows of all tables of a section, each name once. A table about the inside of a row is left out, with a
/// finding.
pub(super) fn gathered(tables: Vec<NameTable>, diagnostics: &mut Diagnostics) -> Vec<Row> {
    let mut gathered = Gathered::default();
    for table in tables {
        if let Some(outer) = gathered.outer(&table) {
            let message = format!("the table describes what `{outer}` holds; the page of its type decides");
            diagnostics.report(Code::InnerTable, table.span, message);
            continue;
        }
        table.rows.into_iter().for_each(|row| gathered.add(row, diagnostics));
    }
    gathered.rows
}

/// What two rows of one name give two types may be of either, and both say what it is.
fn take_any(first: &mut Row, later: &Row, diagnostics: &mut Diagnostics) {
    let (Some(one), Some(other)) = (&first.type_, &later.type_) else { return };
    if one.name.eq_ignore_ascii_case(&other.name) && one.collection == other.collection {
        return;
    }
    if one.primitive != Some(Primitive::Untyped) {
        let message = format!(
            "`{}` is `{}` here and `{}` in a row before; a body that is made of these rows takes any JSON",
            first.name.value, other.name, one.name
        );
        diagnostics.report(Code::ConflictingType, later.span, message);
        let untyped = Some(Primitive::Untyped);
        first.type_ = Some(TypeSpelling { primitive: untyped, span: one.span, ..TypeSpelling::default() });
    }
    let parts = first.description.parts.iter().chain([&Inline::Break, &Inline::Break]);
    first.description.parts = parts.chain(later.description.parts.iter()).cloned().collect();
}

impl Gathered {
    fn add(&mut self, row: Row, diagnostics: &mut Diagnostics) {
        if !self.names.insert(row.name.value.clone()) {
            let first = self.rows.iter_mut().find(|first| first.name.value == row.name.value);
            return first.into_iter().for_each(|first| take_any(first, &row, diagnostics));
        }
        // A row whose type is a primitive one holds nothing.
        if row.type_.as_ref().is_none_or(|type_| type_.primitive.is_none()) {
            self.holders.entry(row.name.value.to_ascii_lowercase()).or_insert(self.rows.len());
        }
        self.rows.push(row);
    }

    /// The row that a table's introduction names as the one that holds what the table lists, or that is of the type that stands
    /// above the table.
    fn outer(&self, table: &NameTable) -> Option<&str> {
        let title = table.title.as_ref()?.plain();
        let is_of_type = |row: &&Row| {
            row.type_.as_ref().is_some_and(|type_| type_.primitive.is_none() && type_.name == title)
        };
        if let Some(row) = self.rows.iter().find(is_of_type) {
            return Some(&row.name.value);
        }
        let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
        let words = title.split(|letter| !is_part(letter));
        let first = words.filter_map(|word| self.holders.get(&word.to_ascii_lowercase())).min()?;
        Some(&self.rows[*first].name.value)
    }
}
