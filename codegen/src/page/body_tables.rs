//! Which of the tables below *Request body* list what the body holds, and which below *Query parameters* the parameters.
//!
//! Several tables may: what must be given and what may be left out, or one for each kind of caller. A table whose
//! introduction names a row above it, or is the name of that row's type, describes what that row holds.

use std::collections::{BTreeMap, BTreeSet};

use super::{NameTable, Row, TypeSpelling, outline};
use crate::diagnostic::{Code, Diagnostics};
use crate::primitive::Primitive;
use crate::text::{Inline, RichText};

/// The rows of the tables that were looked at, each name once.
#[derive(Default)]
struct Gathered {
    rows: Vec<Row>,
    /// Where the row of each name is.
    names: BTreeMap<String, usize>,
    /// What later rows of a name say that has several types, by the position of its first row.
    further: BTreeMap<usize, Vec<RichText>>,
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
    gathered.described()
}

/// Lets a row take any value if a later row of its name has another type. Returns whether it has.
fn take_any(first: &mut Row, later: &Row, diagnostics: &mut Diagnostics) -> bool {
    let (Some(one), Some(other)) = (&first.type_, &later.type_) else { return false };
    if is_one_type(one, other) {
        return false;
    }
    if one.primitive != Some(Primitive::Untyped) {
        let [before, here] = [one, other].map(|type_| match type_.collection {
            true => format!("a list of `{}`", type_.name),
            false => format!("`{}`", type_.name),
        });
        let message = format!(
            "`{}` is {here} here and {before} in an earlier row; the crate takes any value",
            first.name.value
        );
        diagnostics.report(Code::ConflictingType, later.span, message);
        let untyped = Some(Primitive::Untyped);
        first.type_ = Some(TypeSpelling { primitive: untyped, span: one.span, ..TypeSpelling::default() });
    }
    true
}

/// Whether two cells name the same type, perhaps one with its namespace and one without.
fn is_one_type(one: &TypeSpelling, other: &TypeSpelling) -> bool {
    let [short, long] = [&one.name, &other.name].map(|name| name.to_lowercase());
    let (short, long) = if short.len() > long.len() { (long, short) } else { (short, long) };
    let is_same = long.strip_suffix(&short).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    let is_primitive = one.primitive.is_some() && one.primitive == other.primitive;
    one.collection == other.collection && (is_same || is_primitive)
}

impl Gathered {
    fn add(&mut self, row: Row, diagnostics: &mut Diagnostics) {
        if let Some(at) = self.names.get(&row.name.value).copied() {
            let differs = self.rows.get_mut(at).is_some_and(|first| take_any(first, &row, diagnostics));
            if differs && !row.description.is_empty() {
                self.further.entry(at).or_default().push(row.description);
            }
            return;
        }
        self.names.insert(row.name.value.clone(), self.rows.len());
        // A row whose type is a primitive one holds nothing.
        if row.type_.as_ref().is_none_or(|type_| type_.primitive.is_none()) {
            self.holders.entry(row.name.value.to_ascii_lowercase()).or_insert(self.rows.len());
        }
        self.rows.push(row);
    }

    /// The rows, each with what all rows of its name say.
    fn described(mut self) -> Vec<Row> {
        for (at, further) in self.further {
            let Some(row) = self.rows.get_mut(at) else { continue };
            let mut known = BTreeSet::from([row.description.plain()]);
            let mut parts = row.description.parts.to_vec();
            for text in further.iter().filter(|text| known.insert(text.plain())) {
                parts.extend([Inline::Break, Inline::Break]);
                parts.extend(text.parts.iter().cloned());
            }
            row.description.parts = parts.into();
        }
        self.rows
    }

    /// The row that a table's introduction names as the one that holds what the table lists, or that is of the type that stands
    /// above the table.
    fn outer(&self, table: &NameTable) -> Option<&str> {
        let title = table.title.as_ref()?.plain();
        let title = outline::bare(&title);
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
