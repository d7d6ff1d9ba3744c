//! Enums whose members a description lists: "The possible values are: `low`, `normal`, `high`."
//!
//! A list makes an enum only where the type column names one. Many strings list common values in prose and take others.
//! A qualified name in the type column that leads to no page is an enum's without any list, if the representation has a
//! string there and no example an object.

use std::collections::BTreeSet;

use crate::json::{Kind, Value};
use crate::page::{EnumMember, EnumTable, Page, ResourcePart, Row, TypeSpelling};
use crate::source::Spanned;
use crate::text::{Inline, RichText};

/// Words that introduce a list of members.
const INTRODUCTIONS: [&str; 9] = [
    "possible value:",
    "values are",
    "values:",
    "values include",
    "one of",
    "it can be",
    "can be",
    "value is",
    "values is",
];

/// The names of all members that examples show as objects.
pub(crate) fn shown_as_objects<'a>(pages: impl Iterator<Item = &'a Page>) -> BTreeSet<&'a str> {
    let exchanges = pages.flat_map(|page| &page.api.exchanges);
    let examples = exchanges.flat_map(|exchange| [&exchange.request, &exchange.response]).flatten();
    let mut open: Vec<&Value> = examples.filter_map(|example| example.message.json()).collect();
    let mut names = BTreeSet::new();
    while let Some(value) = open.pop() {
        match &value.kind {
            Kind::Array(elements) => open.extend(elements),
            Kind::Object(members) => {
                for member in members {
                    if matches!(member.value.kind, Kind::Object(_)) {
                        names.insert(member.name.value.as_str());
                    }
                    open.push(&member.value);
                }
            }
            _ => {}
        }
    }
    names
}

/// The enums that the rows of a page's tables list members for. `objects` are the names of no enum's properties.
pub(crate) fn of(page: &Page, objects: &BTreeSet<&str>) -> Vec<EnumTable> {
    let resource = page.resources().flat_map(|it| it.properties.iter().chain(&it.relationships));
    let operation =
        page.api.request_body.rows.iter().chain(&page.api.parameters).chain(&page.api.function_parameters);
    resource.chain(operation).filter_map(|row| table(page, row, objects)).collect()
}

fn table(page: &Page, row: &Row, objects: &BTreeSet<&str>) -> Option<EnumTable> {
    let names_one = |spelling: &&TypeSpelling| spelling.primitive.is_none() && !spelling.own_enum;
    let spelling = row.type_.as_ref().filter(names_one)?;
    let is_name = spelling.name.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '.'));
    if !is_name || spelling.name.is_empty() {
        return None;
    }
    let members = listed(&row.description);
    let is_bare = spelling.name.contains('.') && spelling.target.is_none();
    let is_string = || is_shown_as_string(page, row) && !objects.contains(row.name.value.as_str());
    (!members.is_empty() || is_bare && is_string())
        .then(|| list(Spanned::new(spelling.name.clone(), spelling.span), members, row))
}

/// The members that a row's description lists, as a table.
pub(crate) fn list(name: Spanned<String>, members: Vec<String>, row: &Row) -> EnumTable {
    let member = |name| EnumMember {
        name: Spanned::new(name, row.description.span),
        value: None,
        description: RichText::default(),
    };
    EnumTable { name, anchor: None, members: members.into_iter().map(member).collect(), span: row.span }
}

fn is_shown_as_string(page: &Page, row: &Row) -> bool {
    let values = page.resources().flat_map(ResourcePart::skeletons);
    values.filter_map(|value| value.get(&row.name.value)).any(|value| matches!(value.kind, Kind::String(_)))
}

/// The members that a description lists.
pub(crate) fn listed(description: &RichText) -> Vec<String> {
    let text = marked(&description.parts);
    let lower = text.to_ascii_lowercase();
    let start = INTRODUCTIONS.iter().filter_map(|words| lower.find(words).map(|at| at + words.len())).min();
    let Some(list) = start.and_then(|start| text.get(start..)) else { return Vec::new() };
    let list = list.split_once(". ").map_or(list, |(list, _)| list).trim_end_matches(['.', ' ']);
    let members = match () {
        () if list.contains('`') => quoted(list, '`'),
        () if list.contains('"') => quoted(list, '"'),
        () => bare(list),
    };
    let mut unique: Vec<String> = Vec::new();
    for member in members {
        if !unique.contains(&member) {
            unique.push(member);
        }
    }
    unique
}

/// The text with code spans in backticks and other markup taken off.
fn marked(parts: &[Inline]) -> String {
    parts
        .iter()
        .map(|part| match part {
            Inline::Text(text) => text.clone(),
            Inline::Code(code) => format!("`{code}`"),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => {
                marked(inner)
            }
            Inline::Break => " ".to_owned(),
            Inline::Bullet => String::new(),
        })
        .collect()
}

/// What stands between pairs of a quote; several words of a list may share one pair. White space alone is a member too.
fn quoted(list: &str, quote: char) -> Vec<String> {
    let mut parts = list.split(quote).skip(1);
    let mut members = Vec::new();
    while let Some(inside) = parts.next() {
        match inside.trim() {
            "" if !inside.is_empty() => members.push(" ".to_owned()),
            _ => members.extend(
                inside
                    .split(',')
                    .map(|text| text.trim_matches(['\'', ' ']).to_owned())
                    .filter(|text| !text.is_empty()),
            ),
        }
        // A quote too many stands behind a word that nothing divides from the member: `"Item", "Resource" Value", "Charge"`.
        while parts.next().is_some_and(|between| quote == '"' && is_word(between)) {}
    }
    members
}

fn is_word(between: &str) -> bool {
    let word = between.trim();
    !matches!(word, "" | "or" | "and") && word.chars().all(char::is_alphanumeric)
}

/// A list without quotes: words with commas, "or" and "and" between them, and nothing else.
fn bare(list: &str) -> Vec<String> {
    let list =
        list.trim_start_matches([':', ' ']).replace(" or ", ",").replace(" and ", ",").replace('|', ",");
    let words: Vec<String> =
        list.split(',').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect();
    let is_word = |word: &String| word.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
    if words.len() > 1 && words.iter().all(is_word) { words } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_text(parts: Vec<Inline>) -> Vec<String> {
        listed(&RichText { parts, span: Default::default() })
    }

    fn text(text: &str) -> Inline {
        Inline::Text(text.to_owned())
    }

    #[test]
    fn a_qualified_name_is_an_enums_until_an_example_shows_an_object() {
        let read = |json: &str| {
            let excerpt = crate::source::Excerpt::whole(json, Default::default(), 0);
            crate::json::read(&excerpt, &mut Default::default()).expect("JSON")
        };
        let row = Row {
            name: Spanned::new("term".to_owned(), Default::default()),
            type_: Some(crate::page::TypeSpelling { name: "EX.loanTerm".to_owned(), ..Default::default() }),
            ..Row::default()
        };
        let mut page = Page::default();
        page.resource.properties.push(row);
        assert!(of(&page, &BTreeSet::new()).is_empty());
        page.resource.representations.push(crate::page::Representation {
            annotation: None,
            value: Some(read(r#"{"term": "EX.loanTerm"}"#)),
        });
        assert_eq!(of(&page, &BTreeSet::new()).len(), 1);

        let mut shows = Page::default();
        let body = crate::http::Body::Json(read(r#"{"value": [{"term": {"days": 14}}]}"#));
        let response = crate::page::Example {
            message: crate::http::Message::Body(body),
            annotation: None,
            span: Default::default(),
        };
        shows.api.exchanges.push(crate::page::Exchange { request: None, response: Some(response) });
        assert!(of(&page, &shown_as_objects([&shows].into_iter())).is_empty());
    }

    fn code(code: &str) -> Inline {
        Inline::Code(code.to_owned())
    }

    #[test]
    fn code_spans_after_the_introduction_are_members() {
        let parts = vec![
            text("Set by `x`. The possible values are: "),
            code("low"),
            text(", "),
            code("high"),
            text(". See "),
            code("other"),
        ];
        assert_eq!(of_text(parts), ["low", "high"]);
    }

    #[test]
    fn bare_and_quoted_lists_count_and_prose_does_not() {
        assert_eq!(
            of_text(vec![text("Possible values are draft, open or paid.")]),
            ["draft", "open", "paid"]
        );
        assert_eq!(of_text(vec![text("It can be \" \", \"Open\" or \"Closed \".")]), [" ", "Open", "Closed"]);
        let stray = "It can be \"Item\", \"Kind\" Value\", \"Fixed Asset\" or \"Charge\".";
        assert_eq!(of_text(vec![text(stray)]), ["Item", "Kind", "Fixed Asset", "Charge"]);
        assert_eq!(
            of_text(vec![text("The name, which can be of any length and form.")]),
            Vec::<String>::new()
        );
    }
}
