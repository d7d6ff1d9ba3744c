//! Differences as a section of a changelog.

use codegen::{Difference, Happened, Item, Weight};

use super::words;
use crate::terminal;

pub(super) fn render(differences: &[Difference]) -> String {
    let mut text = String::new();
    let of = |weight: Weight, is_deprecation: bool| {
        let is_meant = move |found: &&Difference| {
            found.weight == weight && (found.happened == Happened::Deprecated) == is_deprecation
        };
        differences.iter().filter(is_meant).collect::<Vec<_>>()
    };
    section(&mut text, "Breaking", &of(Weight::Breaking, false));
    section(&mut text, "Added", &of(Weight::Additive, false));
    section(&mut text, "Deprecated", &of(Weight::Additive, true));
    let read = differences.iter().filter(|found| found.weight == Weight::DocsOnly);
    documentation(&mut text, &read.collect::<Vec<_>>());
    if text.is_empty() {
        text.push_str("Nothing changed.\n");
    }
    text
}

fn section(text: &mut String, heading: &str, found: &[&Difference]) {
    heading_of(text, heading, found);
    for (found, more) in words::alike(found) {
        text.push_str(&format!("- {}", sentence(found)));
        if more > 0 {
            text.push_str(&format!(" So it is in {}.", terminal::count(more, "more type")));
        }
        text.push('\n');
    }
}

fn heading_of(text: &mut String, heading: &str, found: &[&Difference]) {
    if !found.is_empty() {
        let gap = if text.is_empty() { "" } else { "\n" };
        text.push_str(&format!("{gap}## {heading}\n\n"));
    }
}

/// Changed documentation, in a line for each module: the words themselves are in the crate.
fn documentation(text: &mut String, found: &[&Difference]) {
    heading_of(text, "Documentation", found);
    let found: Vec<&Difference> = words::alike(found).into_iter().map(|(found, _)| found).collect();
    for module in found.chunk_by(|a, b| a.module == b.module) {
        let mut names: Vec<String> = module.iter().map(|found| code(&found.name)).collect();
        names.dedup();
        text.push_str(&format!("- {}: {}\n", code(&module[0].module), names.join(", ")));
    }
}

fn sentence(found: &Difference) -> String {
    let path = match (found.module.as_str(), found.name.as_str()) {
        ("", "") => words::path(found),
        _ => format!("{} {}", subject(found.item), code(&words::path(found))),
    };
    let predicate = words::predicate(found);
    // Prose stands in the crate, so the list leaves it out.
    if words::is_prose(found) {
        return format!("{path} {predicate}.");
    }
    match (&found.old, &found.new) {
        (Some(old), Some(new)) => format!("{path} {predicate}: {}, and was {}.", code(new), code(old)),
        (Some(one), None) | (None, Some(one)) => format!("{path} {predicate}: {}.", code(one)),
        (None, None) => format!("{path} {predicate}."),
    }
}

/// What a sentence begins with.
fn subject(item: Item) -> &'static str {
    match item {
        Item::Feature => "Feature",
        Item::Module => "Module",
        Item::Function => "Function",
        Item::Argument => "Argument",
        Item::Arguments => "The arguments of",
        Item::Answer => "The answer of",
        Item::Permissions => "The permissions of",
        Item::Type => "Type",
        Item::Field => "Field",
        Item::Variant => "Variant",
    }
}

/// A code span that holds any text, on one line.
fn code(text: &str) -> String {
    let line = codegen::visible(&text.split_whitespace().collect::<Vec<_>>().join(" "));
    let longest = line.split(|letter| letter != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let gap = if line.starts_with('`') || line.ends_with('`') { " " } else { "" };
    format!("{fence}{gap}{line}{gap}{fence}")
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_text_ends_its_code_span() {
        assert_eq!(super::code("Vec<u8>"), "`Vec<u8>`");
        assert_eq!(super::code("a`b``c"), "```a`b``c```");
        assert_eq!(super::code("`a`\n## b"), "`` `a` ## b ``");
    }
}
