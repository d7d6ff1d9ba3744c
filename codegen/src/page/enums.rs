//! Tables of an enum's members.

use crate::markdown::{BlockKind, Table, TableRow};
use crate::page::outline::{Passage, Topic};
use crate::page::{EnumMember, EnumTable, tables};
use crate::source::{Span, Spanned};
use crate::text::RichText;

/// Reads the tables of members. `title` is the page's.
pub(super) fn read(passages: &[Passage<'_>], title: &Spanned<String>) -> Vec<EnumTable> {
    let mut enums: Vec<EnumTable> = Vec::new();
    for passage in passages.iter().filter(|passage| may_define(passage.topic)) {
        for block in passage.blocks {
            let BlockKind::Table(table) = &block.kind else { continue };
            let header = tables::header(table);
            if !lists_members(&header, passage, title) {
                continue;
            }
            let members = members(table, &header);
            let name = name(passage, title);
            match enums.last_mut() {
                // The table goes on below the same heading.
                Some(last) if last.name == name => {
                    last.members.extend(members);
                    last.span.end = block.span.end;
                }
                _ => enums.push(EnumTable { name, members, span: block.span }),
            }
        }
    }
    enums
}

/// Parts of a page that describe an operation hold tables of allowed values, not of an enum's members.
fn may_define(topic: Topic) -> bool {
    use Topic::{Introduction, Members, Other, Properties, Relationships, Representation};
    matches!(topic, Introduction | Members | Other | Properties | Relationships | Representation)
}

/// `Member | Value | Description` anywhere; `Value | Description` only where the heading speaks of an enum.
fn lists_members(header: &[String], passage: &Passage<'_>, title: &Spanned<String>) -> bool {
    match header.first().map(String::as_str) {
        Some("member" | "members") => true,
        Some("value" | "values") => {
            let named = passage.heading.is_some_and(|heading| enum_name(&heading.plain()).is_some());
            named || passage.topic == Topic::Members || title.value.to_lowercase().ends_with("enum type")
        }
        _ => false,
    }
}

/// The enum's name: from the heading of its table, or else from the page's title.
fn name(passage: &Passage<'_>, title: &Spanned<String>) -> Spanned<String> {
    let heading = passage.heading.filter(|_| passage.topic != Topic::Introduction);
    if let Some(heading) = heading
        && let Some(name) = enum_name(&heading.plain())
    {
        return Spanned::new(name, heading.span);
    }
    let name = enum_name(&title.value).or_else(|| first_word(&title.value));
    Spanned::new(name.unwrap_or_default(), title.span)
}

/// The words that follow an enum's name in a heading.
const WORDS: [&str; 10] =
    ["value", "values", "property", "options", "option", "enum", "enumeration", "members", "type", "types"];

/// The name in `importance values`, `roles property values`, `color enum type`, `group visibility options`.
fn enum_name(heading: &str) -> Option<String> {
    let heading = heading.trim();
    let mut words: Vec<&str> = heading.split_whitespace().collect();
    let length = words.len();
    while words.last().is_some_and(|word| WORDS.contains(&word.to_lowercase().as_str())) {
        words.pop();
    }
    if words.is_empty() || words.len() == length || words.len() > 2 {
        return None;
    }
    words.last().map(|word| word.trim_matches(['`', '*']).to_owned())
}

fn first_word(title: &str) -> Option<String> {
    title.split_whitespace().next().map(str::to_owned)
}

fn members(table: &Table, header: &[String]) -> Vec<EnumMember> {
    let value = header.iter().position(|cell| cell.contains("value")).filter(|column| *column > 0);
    table.rows.iter().filter_map(|row| member(row, value)).collect()
}

fn member(row: &TableRow, value_column: Option<usize>) -> Option<EnumMember> {
    let (first, others) = row.cells.split_first()?;
    let (name, _) = tables::name(first);
    if name.is_empty() {
        return None;
    }
    let value =
        value_column.and_then(|column| row.cells.get(column)).and_then(|cell| cell.plain().parse().ok());
    let is_value = |at: usize| Some(at + 1) == value_column;
    let description = others.iter().enumerate().rfind(|(at, cell)| !is_value(*at) && !cell.is_empty());
    let description = description.map_or_else(|| empty_text(row.span), |(_, cell)| cell.clone());
    Some(EnumMember { name: Spanned::new(name, first.span), value, description })
}

fn empty_text(row: Span) -> RichText {
    RichText { parts: Vec::new(), span: row }
}
