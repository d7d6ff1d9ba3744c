//! Differences for people at a terminal: a line for each, by weight and module.

use codegen::Difference;

use super::words;
use crate::terminal;

/// The most characters of a page's words that a line shows.
const SHOWN: usize = 60;

pub(super) fn render(differences: &[Difference]) -> String {
    let mut text = String::new();
    for group in differences.chunk_by(|a, b| a.weight == b.weight) {
        text += &format!("{} ({})\n", words::weight(group[0].weight), group.len());
        for (found, more) in words::alike(&group.iter().collect::<Vec<_>>()) {
            text += &line(found);
            if more > 0 {
                text += &format!("{:24}and {} alike\n", "", terminal::count(more, "more field"));
            }
        }
    }
    text
}

fn line(found: &Difference) -> String {
    let (happened, item) = (words::happened(found.happened), words::item(found.item));
    let head = format!("  {happened:<10} {item:<11} {}", words::path(found));
    match sides(found) {
        sides if sides.is_empty() => format!("{head}\n"),
        sides => format!("{head}: {sides}\n"),
    }
}

fn sides(found: &Difference) -> String {
    let short = |side: &Option<String>| side.as_deref().map(|text| short(text, words::is_prose(found)));
    match (short(&found.old), short(&found.new)) {
        (Some(old), Some(new)) => format!("{old} -> {new}"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => String::new(),
    }
}

/// Words are cut, and code is not.
fn short(text: &str, is_prose: bool) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if !is_prose || line.chars().count() <= SHOWN {
        return line;
    }
    line.chars().take(SHOWN).chain(['…']).collect()
}
