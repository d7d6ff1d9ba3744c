//! Tables of an enum's members.

use crate::markdown::{BlockKind, MarkdownTable, TableRow};
use crate::page::outline::{self, Passage, Topic};
use crate::page::{EnumMember, EnumTable, boilerplate, prose, tables};
use crate::source::{Span, Spanned};
use crate::text::{self, Inline, RichText};

/// Headers of a first column that lists something else than members.
const OTHERS: [&str; 9] = [
    "parameter",
    "header",
    "property name",
    "method",
    "relationship",
    "permission",
    "property",
    "method",
    "error",
];

/// Reads the tables of members. `title` is the page's, where the page is about a type.
pub(super) fn read(passages: &[Passage<'_>], title: Option<&Spanned<String>>) -> Vec<EnumTable> {
    let mut enums: Vec<EnumTable> = Vec::new();
    for passage in passages {
        let anchor = passage.heading.map(|heading| outline::anchor(&heading.plain()));
        let mut texts: Vec<&RichText> = Vec::new();
        let mut introduced_at = 0;
        let first = enums.len();
        for block in passage.blocks {
            if let BlockKind::Paragraph { text, .. } = &block.kind {
                texts.push(text);
            }
            let BlockKind::Table(table) = &block.kind else { continue };
            let header = tables::header(table);
            let Some(mut name) = enum_name(&header, passage, title, &texts) else { continue };
            let members = members(table, &header);
            let goes_on = enums.last().is_some_and(|last| last.name == name);
            // A second table that words of its own introduce may be another property's.
            let words = texts[introduced_at..].last();
            introduced_at = texts.len();
            if let (true, Some(other)) = (goes_on, words.and_then(|words| introduced(words))) {
                name = other;
            }
            match enums.last_mut() {
                // The table goes on below the same heading.
                Some(last) if last.name == name => {
                    last.members.extend(members);
                    last.span = last.span.to(block.span);
                }
                _ => enums.push(EnumTable {
                    name,
                    anchor: anchor.clone(),
                    about: Vec::new(),
                    notes: Vec::new(),
                    members,
                    span: block.span,
                }),
            }
        }
        if let ([table], Some(_)) = (&mut enums[first..], title) {
            describe(table, passage);
        }
    }
    enums
}

/// Reads what a section says of the enum that its heading names. Of a whole page's enum, the page says it.
fn describe(table: &mut EnumTable, passage: &Passage<'_>) {
    let is_named = passage.heading.is_some_and(|heading| heading.span == table.name.span);
    if passage.topic == Topic::Introduction || !is_named {
        return;
    }
    let texts = passage.blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Paragraph { text, place } => Some(prose::placed(text, *place)),
        _ => None,
    });
    let (before, behind): (Vec<_>, Vec<_>) = texts.partition(|text| text.span.start() < table.span.start());
    table.about = before.iter().filter_map(boilerplate::without_leads).collect();
    table.notes = behind;
}

fn says_enum(text: &RichText) -> bool {
    text::words(&text.plain().to_lowercase()).any(|word| word == "enum")
}

/// The one name that a paragraph before a table has in it: "The values of `scope`:".
fn introduced(text: &RichText) -> Option<Spanned<String>> {
    let mut names = text.parts.iter().filter_map(|part| match part {
        Inline::Code(code) => Some(code.trim().to_owned()),
        Inline::Strong(_) => text.strongs().into_iter().next(),
        _ => None,
    });
    let name = names.next().filter(|name| tables::is_name(name) && names.next().is_none())?;
    Some(Spanned::new(name, text.span))
}

/// The name of the enum, if the table lists members of one.
fn enum_name(
    header: &[String],
    passage: &Passage<'_>,
    title: Option<&Spanned<String>>,
    texts: &[&RichText],
) -> Option<Spanned<String>> {
    let first = header.first()?.as_str();
    if passage.topic == Topic::Example || tables::lists_properties(header) {
        return None;
    }
    let of_page = title.and_then(|title| title.value.split_whitespace().next()).unwrap_or_default();
    let heading = passage.heading.map(outline::bare_text).unwrap_or_default();
    let is_bare = heading.value.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
    let says_members = first.starts_with("member");
    // On an operation's page, a table of values lists what a parameter accepts.
    let says_values = title.is_some()
        && (matches!(first, "value" | "values" | "possible values") || first.ends_with(" value"));
    if let Some(name) = name_in(&heading.value, of_page) {
        let lists = title.is_some() && !OTHERS.iter().any(|other| first.starts_with(other));
        return (says_members || says_values || lists).then(|| Spanned::new(name, heading.span));
    }
    // Below the name of an enum, its table may be headed in any way, if the words say that it is one.
    let says_so = title.is_some() && header.len() < 4 && texts.iter().any(|text| says_enum(text));
    if !says_members && !says_values && !says_so {
        return None;
    }
    let title = title.filter(|_| describes_type(passage.topic))?;
    let of_whole_page =
        passage.level <= 1 || passage.topic == Topic::Members || !tables::is_name(&heading.value);
    let is_enums_page = title.value.ends_with("enum type");
    if of_whole_page && (says_members || passage.topic == Topic::Members || is_enums_page)
        || is_enums_page && says_values
    {
        return Some(Spanned::new(of_page.to_owned(), title.span));
    }
    // Values below a property's name.
    let names_topic =
        outline::names_topic(&heading.value) && !(says_members && passage.topic == Topic::Remarks);
    let is_property = !heading.value.is_empty() && is_bare && !names_topic;
    (is_property && passage.topic != Topic::Introduction).then_some(heading)
}

/// Parts of a page that describe an operation hold tables of allowed values, not of an enum's members.
fn describes_type(topic: Topic) -> bool {
    use Topic::{Introduction, Members, Other, Properties, Relationships, Remarks, Representation};
    matches!(topic, Introduction | Members | Other | Properties | Relationships | Remarks | Representation)
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

fn members(table: &MarkdownTable, header: &[String]) -> Vec<EnumMember> {
    let is_number = |column: usize| {
        let mut cells =
            table.rows.iter().filter_map(|row| row.cells.get(column)).map(RichText::plain).peekable();
        cells.peek().is_some() && cells.all(|cell| cell.parse::<i64>().is_ok())
    };
    let named = |words: &[&str]| {
        (1..header.len()).find(|column| words.iter().any(|word| header[*column].starts_with(word)))
    };
    // `Value | Member`: the word is the member, and not the number.
    let name = Some(0)
        .filter(|_| !is_number(0))
        .or_else(|| named(&["member", "name", "string", "text"]))
        .unwrap_or(0);
    let value = match name {
        0 => (1..header.len()).find(|column| header[*column].contains("value") || is_number(*column)),
        _ => Some(0),
    };
    table.rows.iter().filter_map(|row| member(row, name, value)).collect()
}

fn member(row: &TableRow, name_column: usize, value_column: Option<usize>) -> Option<EnumMember> {
    let cell = row.cells.get(name_column)?;
    let name = member_name(cell);
    if name.is_empty() {
        return None;
    }
    let value =
        value_column.and_then(|column| row.cells.get(column)).and_then(|cell| cell.plain().parse().ok());
    let tells =
        |(at, cell): &(usize, &RichText)| *at != name_column && Some(*at) != value_column && !cell.is_empty();
    let description = row.cells.iter().enumerate().rfind(tells);
    let description =
        description.map_or_else(|| empty_text(row.span), |(_, cell)| boilerplate::documented(cell.clone()));
    Some(EnumMember { name: Spanned::new(name, cell.span), value, description })
}

/// The member that a cell names. Parentheses right behind a name belong to it, unless they say what has become of it.
fn member_name(cell: &RichText) -> String {
    let plain = cell.plain();
    let inside = plain.split_once('(').filter(|(name, _)| tables::is_name(name));
    let is_part = inside.is_some_and(|(_, rest)| {
        rest.strip_suffix(')').is_some_and(|rest| rest.chars().all(char::is_alphanumeric))
            && !["deprecated", "default", "preview", "obsolete"]
                .contains(&rest[..rest.len() - 1].to_lowercase().as_str())
    });
    if is_part { plain } else { tables::name(cell).0 }
}

fn empty_text(row: Span) -> RichText {
    RichText { span: row, ..RichText::default() }
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
