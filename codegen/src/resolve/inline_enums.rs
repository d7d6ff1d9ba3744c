//! Enums whose members a description lists: "The possible values are: `low`, `normal`, `high`."
//!
//! A list makes an enum only where the type column names one. Many strings list common values in prose and take others.

use crate::page::{EnumMember, EnumTable, Page, Row};
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

/// The enums that the rows of a page's tables list members for.
pub(crate) fn of(page: &Page) -> Vec<EnumTable> {
    let resource = page.resource.properties.iter().chain(&page.resource.relationships);
    let operation = page.api.request_body.rows.iter().chain(&page.api.parameters);
    resource.chain(operation).filter_map(table).collect()
}

fn table(row: &Row) -> Option<EnumTable> {
    let spelling = row.type_.as_ref().filter(|spelling| spelling.primitive.is_none())?;
    let is_name = spelling.name.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '.'));
    if !is_name || spelling.name.is_empty() {
        return None;
    }
    let members = listed(&row.description);
    (!members.is_empty()).then(|| EnumTable {
        name: Spanned::new(spelling.name.clone(), spelling.span),
        members: members
            .into_iter()
            .map(|name| EnumMember {
                name: Spanned::new(name, row.description.span),
                value: None,
                description: RichText::default(),
            })
            .collect(),
        span: row.span,
    })
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
        })
        .collect()
}

/// What stands between pairs of a quote; several words of a list may share one pair.
fn quoted(list: &str, quote: char) -> Vec<String> {
    let inside = list.split(quote).skip(1).step_by(2);
    inside
        .flat_map(|text| text.split(','))
        .map(|text| text.trim_matches(['\'', ' ']).to_owned())
        .filter(|text| !text.is_empty())
        .collect()
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
        assert_eq!(of_text(vec![text("It can be \"Open\", \"Closed\".")]), ["Open", "Closed"]);
        assert_eq!(
            of_text(vec![text("The name, which can be of any length and form.")]),
            Vec::<String>::new()
        );
    }
}
