//! Tables of an enum's members.

use crate::markdown::{BlockKind, Table, TableRow};
use crate::page::outline::{self, Passage, Topic};
use crate::page::{EnumMember, EnumTable, tables};
use crate::source::{Span, Spanned};
use crate::text::RichText;

/// Reads the tables of members. `title` is the page's, where the page is about a type.
pub(super) fn read(passages: &[Passage<'_>], title: Option<&Spanned<String>>) -> Vec<EnumTable> {
    let mut enums: Vec<EnumTable> = Vec::new();
    for passage in passages {
        let anchor = passage.heading.map(|heading| outline::anchor(&heading.plain()));
        for block in passage.blocks {
            let BlockKind::Table(table) = &block.kind else { continue };
            let header = tables::header(table);
            let Some(name) = enum_name(&header, passage, title) else { continue };
            let members = members(table, &header);
            match enums.last_mut() {
                // The table goes on below the same heading.
                Some(last) if last.name == name => {
                    last.members.extend(members);
                    last.span.end = block.span.end;
                }
                _ => enums.push(EnumTable { name, anchor: anchor.clone(), members, span: block.span }),
            }
        }
    }
    enums
}

/// The name of the enum whose members a table lists, if that is what it lists.
fn enum_name(
    header: &[String],
    passage: &Passage<'_>,
    title: Option<&Spanned<String>>,
) -> Option<Spanned<String>> {
    let first = header.first()?.as_str();
    // On an operation's page, a table of values lists what a parameter accepts.
    let lists_members = first.starts_with("member")
        || title.is_some() && (matches!(first, "value" | "values") || first.ends_with(" value"));
    if !lists_members || passage.topic == Topic::Example {
        return None;
    }
    let of_page = title.and_then(|title| title.value.split_whitespace().next()).unwrap_or_default();
    let heading =
        passage.heading.map(|heading| Spanned::new(heading.plain(), heading.span)).unwrap_or_default();
    if let Some(name) = name_in(&heading.value, of_page) {
        return Some(Spanned::new(name, heading.span));
    }
    let title = title.filter(|_| describes_type(passage.topic))?;
    if first.starts_with("member") || passage.topic == Topic::Members || title.value.ends_with("enum type") {
        return Some(Spanned::new(of_page.to_owned(), title.span));
    }
    // Values below a property's name.
    let is_property = !heading.value.is_empty() && tables::is_name(&heading.value);
    (is_property && passage.topic != Topic::Introduction && !outline::names_topic(&heading.value))
        .then_some(heading)
}

/// Parts of a page that describe an operation hold tables of allowed values, not of an enum's members.
fn describes_type(topic: Topic) -> bool {
    use Topic::{Introduction, Members, Other, Properties, Relationships, Representation};
    matches!(topic, Introduction | Members | Other | Properties | Relationships | Representation)
}

/// The name in `importance values`, `roles property values`, `State enumeration`; in `group visibility options` the
/// first word is the type that the page is about.
fn name_in(heading: &str, of_page: &str) -> Option<String> {
    let mut words: Vec<&str> = heading.split_whitespace().collect();
    let last = words.pop()?.to_lowercase();
    if !["value", "values", "option", "options", "enumeration"].contains(&last.as_str()) {
        return None;
    }
    words.pop_if(|word| word.eq_ignore_ascii_case("property"));
    let name = match words[..] {
        [name] => name,
        [first, name] if first.eq_ignore_ascii_case(of_page) => name,
        _ => return None,
    };
    Some(name.to_owned())
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

#[cfg(test)]
mod tests {
    use super::name_in;

    #[test]
    fn headings_name_enums() {
        assert_eq!(name_in("importance values", "message").as_deref(), Some("importance"));
        assert_eq!(name_in("Roles property values", "Permission").as_deref(), Some("Roles"));
        assert_eq!(name_in("Type options", "SharingLink").as_deref(), Some("Type"));
        assert_eq!(name_in("Group visibility options", "group").as_deref(), Some("visibility"));
        assert_eq!(name_in("Prefer header values", "user"), None);
        assert_eq!(name_in("Values", "user"), None);
        assert_eq!(name_in("403 Forbidden", "user"), None);
    }
}
