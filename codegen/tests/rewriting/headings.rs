//! Headings written in other ways.

use crate::text;

/// The page with its headings written anew from their signs and their words; the title, and the labels of tabs, stay.
pub(crate) fn each(page: &str, mut write: impl FnMut(&str, &str) -> String) -> String {
    text::map(page, |line| {
        let words = line.trim_start_matches('#');
        let level = &line[..line.len() - words.len()];
        match words.strip_prefix(' ').filter(|_| level.len() > 1) {
            Some(words) => write(level, words.trim()),
            None => line.to_owned(),
        }
    })
}

/// `## 1. Properties`, `### 1.2 Example`.
pub(crate) fn numbered(page: &str) -> String {
    let (mut section, mut part) = (0, 0);
    each(page, |level, words| {
        if level.len() == 2 {
            (section, part) = (section + 1, 0);
            return format!("{level} {section}. {words}");
        }
        part += 1;
        format!("{level} {section}.{part} {words}")
    })
}

/// Markdown has such headings for two levels.
pub(crate) fn underlined(page: &str) -> String {
    text::map(page, |line| {
        let words = line.trim_start_matches('#');
        match (line.len() - words.len(), words.contains("#tab/")) {
            (1, false) => format!("\n{}\n=====\n", words.trim()),
            (2, false) => format!("\n{}\n-----\n", words.trim()),
            _ => line.to_owned(),
        }
    })
}

/// Those that name what every page has.
pub(crate) fn in_capitals(page: &str) -> String {
    each(page, |level, words| match other_words(words) {
        Some(_) => format!("{level} {}", words.to_uppercase()),
        None => format!("{level} {words}"),
    })
}

pub(crate) fn in_other_words(page: &str) -> String {
    each(page, |level, words| {
        let other = other_words(words).filter(|_| level.len() == 2);
        format!("{level} {}", other.unwrap_or(words))
    })
}

pub(crate) fn in_bold(page: &str) -> String {
    each(page, |level, words| match other_words(words).filter(|_| level.len() == 2) {
        Some(_) => format!("\n**{words}**\n"),
        None => format!("{level} {words}"),
    })
}

/// What other pages call a section that every page has.
fn other_words(heading: &str) -> Option<&'static str> {
    WORDS.iter().find(|(known, _)| *known == heading).map(|(_, other)| *other)
}

/// What pages call their sections, and what other pages call them.
const WORDS: [(&str, &str); 11] = [
    ("HTTP request", "Request URI"),
    ("Request headers", "Headers"),
    ("Request body", "Body"),
    ("Response", "Responses"),
    ("Optional query parameters", "Query parameters"),
    ("Permissions", "Prerequisites"),
    ("Example", "Sample"),
    ("Examples", "Samples"),
    ("Properties", "Attributes"),
    ("Relationships", "Navigation"),
    ("JSON representation", "JSON"),
];
