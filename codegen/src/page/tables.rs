//! Tables of named things: properties, parameters, headers.

use crate::diagnostic::{Code, Diagnostics};
use crate::markdown::{MarkdownTable, TableRow};
use crate::page::{Row, TypeSpelling, boilerplate, requirement, type_spelling};
use crate::source::Spanned;
use crate::text::{Inline, RichText, upper_first};

/// A table's header, one cell a column, in lower case. A column of values in which most are words for types is one of
/// types.
pub(super) fn header(table: &MarkdownTable) -> Vec<String> {
    let mut header: Vec<String> = table.header.iter().map(|cell| cell.plain().to_lowercase()).collect();
    if let Some(second) = header.get_mut(1)
        && ["value", "value type"].contains(&second.as_str())
        && lists_types(table)
    {
        "type".clone_into(second);
    }
    header
}

/// Whether most cells of the second column are words for primitive types.
fn lists_types(table: &MarkdownTable) -> bool {
    let cells = table.rows.iter().filter_map(|row| row.cells.get(1)).filter(|cell| !cell.is_empty());
    let (mut types, mut others) = (0, 0);
    for cell in cells {
        match type_spelling::read(cell).primitive {
            Some(_) => types += 1,
            None => others += 1,
        }
    }
    types > 0 && types >= others
}

/// `Property | Type | …`, also `Name | Description | Type`.
pub(super) fn lists_properties(header: &[String]) -> bool {
    names_properties(header) && has_types(header)
}

/// The same with `Value | Type | …` and `Field | Type | …`: elsewhere such columns may be those of a report, or an enum's values.
pub(super) fn lists_fields(header: &[String]) -> bool {
    let names = |first: &String| ["value", "field"].contains(&first.as_str());
    lists_properties(header) || header.first().is_some_and(names) && has_types(header)
}

/// `Method | Return type | …`, also `Function | …`, `Common task | …`.
pub(super) fn lists_methods(header: &[String]) -> bool {
    header.first().is_some_and(|first| {
        first.starts_with("method") || first.starts_with("function") || first.ends_with("task")
    })
}

/// Whether the first column links what it names.
pub(super) fn links_names(table: &MarkdownTable) -> bool {
    table.rows.iter().filter_map(|row| row.cells.first()).any(|cell| !cell.links().is_empty())
}

/// `Relationship | Type | …`, also `Navigation property | …`.
pub(super) fn lists_relationships(header: &[String]) -> bool {
    header.first().is_some_and(|first| first.starts_with("relationship") || first.starts_with("navigation"))
}

/// `Parameter name | Type | …`: below *Properties*, properties may be called so.
pub(super) fn lists_parameters(header: &[String]) -> bool {
    header.first().is_some_and(|first| first.starts_with("parameter")) && has_types(header)
}

/// Whether the first column is one of names: of parameters, properties, headers, or of anything that has a type.
pub(super) fn lists_names(header: &[String]) -> bool {
    let first = header.first().map_or("", String::as_str);
    names_properties(header)
        || header.get(1).is_some_and(|second| names_type(second))
        || ["parameter", "header", "query", "option", "required p"].iter().any(|word| first.contains(word))
}

/// Whether a table says something of properties, such as the operators of a filter or examples of a selection, and not what
/// they are.
pub(super) fn is_about_properties(table: &MarkdownTable) -> bool {
    let header = header(table);
    let has = |is: fn(&str) -> bool| header.iter().any(|cell| is(cell));
    header.first().is_some_and(|first| first.starts_with("propert"))
        && !has(names_type)
        && (!has(describes) || has(|cell| cell.starts_with("example")))
}

fn names_properties(header: &[String]) -> bool {
    header.first().is_some_and(|first| first.starts_with("propert") || first == "name")
}

/// Whether a column behind the first says of what type each row is.
fn has_types(header: &[String]) -> bool {
    header.iter().skip(1).any(|cell| names_type(cell))
}

fn names_type(cell: &str) -> bool {
    ["type", "return type", "data type"].contains(&cell)
}

/// Reads a table whose first column holds names, or the second, behind one that says where each parameter stands:
/// `Type | Name | …`, with `path` or `query`.
pub(super) fn rows(table: &MarkdownTable, diagnostics: &mut Diagnostics) -> Vec<Row> {
    let header = header(table);
    if let [first, second, ..] = header.as_slice()
        && names_type(first)
        && second == "name"
    {
        return rows(&without_first(table), diagnostics);
    }
    let type_column = header.iter().position(|cell| names_type(cell)).filter(|column| *column > 0);
    table.rows.iter().filter_map(|row| read_row(row, &header, type_column, diagnostics)).collect()
}

fn without_first(table: &MarkdownTable) -> MarkdownTable {
    let mut table = table.clone();
    table.header.remove(0);
    for row in &mut table.rows {
        row.cells = row.cells.split_off(row.cells.len().min(1));
    }
    table
}

/// Reads a table in which every row should have a type.
pub(super) fn typed_rows(table: &MarkdownTable, diagnostics: &mut Diagnostics) -> Vec<Row> {
    let rows = rows(table, diagnostics);
    for row in rows.iter().filter(|row| row.type_.is_none()) {
        diagnostics.report(Code::MissingType, row.span, format!("`{}` has no type here", row.name.value));
    }
    rows
}

/// Whether a row is a name in bold and nothing else: the heading of a group of rows.
pub(super) fn heads_group(row: &TableRow) -> bool {
    let Some((first, others)) = row.cells.split_first() else { return false };
    others.iter().all(RichText::is_empty) && !first.strongs().is_empty()
}

fn read_row(
    row: &TableRow,
    header: &[String],
    type_column: Option<usize>,
    diagnostics: &mut Diagnostics,
) -> Option<Row> {
    let (first, others) = row.cells.split_first()?;
    let (name, deprecated) = name(first);
    // The annotation, without its sign, is not a property.
    if name == "odata.type" {
        return None;
    }
    let others_are_empty = others.iter().all(RichText::is_empty);
    if name.is_empty() {
        if !others_are_empty {
            diagnostics.report(Code::IncompleteRow, row.span, "the row has no name");
        }
        return None;
    }
    if heads_group(row) {
        return None;
    }
    let type_ = type_column.and_then(|column| row.cells.get(column)).filter(|cell| !cell.is_empty());
    let description = others.iter().enumerate().filter(|(at, _)| Some(at + 1) != type_column);
    Some(Row {
        name: Spanned::new(name, first.span),
        type_: type_.map(|cell| with_target(type_spelling::read(cell), first)),
        description: join(description.map(|(at, cell)| (header[at + 1].as_str(), cell)), row),
        deprecated,
        // A name says nothing: `readOnly` can be set.
        read_only: others.iter().any(super::read_only::of),
        required: requirement::of(header, &row.cells),
        span: row.span,
    })
}

/// The type with the link that the first cell has, where both cells say the same and only the first one links.
fn with_target(mut type_: TypeSpelling, first: &RichText) -> TypeSpelling {
    if let (None, None, [link]) = (&type_.target, type_.primitive, first.links().as_slice())
        && link.text.eq_ignore_ascii_case(&type_.name)
    {
        type_.target = Some(link.target.to_owned());
    }
    type_
}

/// The name without emphasis, link and a remark in parentheses, and whether the remark says `deprecated`.
pub(super) fn name(cell: &RichText) -> (String, bool) {
    let plain = cell.plain();
    match plain.split_once('(') {
        Some((name, remark)) if is_name(name.trim()) => {
            (name.trim().to_owned(), remark.to_lowercase().contains("deprecated"))
        }
        _ => (plain, false),
    }
}

/// Whether a text could be the name of something.
pub(super) fn is_name(text: &str) -> bool {
    !text.is_empty() && !text.contains(char::is_whitespace)
}

/// Whether a column holds what describes the row.
fn describes(header: &str) -> bool {
    ["description", "descriptions", "notes", "remarks", "meaning", "details", "comment", "comments"]
        .contains(&header)
}

/// The column that describes the rows, or the last.
pub(super) fn describing_column(table: &MarkdownTable) -> usize {
    let describes = |cell: &RichText| describes(&cell.plain().to_lowercase());
    table.header.iter().position(describes).unwrap_or(table.header.len().saturating_sub(1))
}

/// Whether a cell only says yes or no: without its header it says nothing.
pub(super) fn is_flag(cell: &str) -> bool {
    ["yes", "no", "true", "false", "x", "y", "n"]
        .contains(&cell.trim_end_matches('.').to_lowercase().as_str())
}

/// The cells that describe the row, as one text: what stands beyond the description is introduced by its header.
fn join<'a>(cells: impl Iterator<Item = (&'a str, &'a RichText)>, row: &TableRow) -> RichText {
    let mut cells: Vec<(&str, &RichText)> = cells.filter(|(_, cell)| !cell.is_empty()).collect();
    // Only the description stands for itself, or the one cell that there is.
    let alone = cells.len() == 1 && !is_flag(&cells[0].1.plain());
    cells.sort_by_key(|(header, _)| !describes(header));
    let Some(((header, first), others)) = cells.split_first() else {
        return RichText { span: row.span, ..RichText::default() };
    };
    let mut joined = match alone || describes(header) {
        true => (*first).clone(),
        false => {
            let span = row.span.to(first.span);
            RichText { parts: introduced(header, first).collect(), span }
        }
    };
    if !others.is_empty() {
        let mut parts = joined.parts.to_vec();
        for (header, cell) in others {
            parts.push(Inline::Break);
            parts.extend(introduced(header, cell));
            joined.span = joined.span.to(cell.span);
        }
        joined.parts = parts.into();
    }
    boilerplate::documented(joined)
}

/// A cell behind its header, unless that only says that the cell describes the row.
fn introduced<'a>(header: &str, cell: &'a RichText) -> impl Iterator<Item = Inline> + use<'a> {
    let says_more = !header.is_empty() && !describes(header);
    let lead = says_more.then(|| Inline::Text(format!("{}: ", upper_first(header))));
    lead.into_iter().chain(cell.parts.iter().cloned())
}
