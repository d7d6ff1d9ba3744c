//! Sections in another order.

use crate::text;

pub(crate) fn examples_first(page: &str) -> String {
    let (head, sections) = cut(page);
    let is_example = |section: &String| section.starts_with("## Example");
    let (examples, others): (Vec<_>, Vec<_>) = sections.into_iter().partition(is_example);
    head + &examples.concat() + &others.concat()
}

pub(crate) fn reversed(page: &str) -> String {
    let (head, sections) = cut(page);
    head + &sections.into_iter().rev().collect::<String>()
}

/// What stands before the first section, and the sections.
fn cut(page: &str) -> (String, Vec<String>) {
    let mut parts = vec![String::new()];
    for (line, is_code) in text::lines(page) {
        if !is_code && line.starts_with("## ") {
            parts.push("\n".to_owned());
        }
        let last = parts.len() - 1;
        parts[last] += line;
        parts[last] += "\n";
    }
    let sections = parts.split_off(1).into_iter().map(|section| format!("{}\n\n", section.trim()));
    (parts.concat() + "\n", sections.collect())
}
