//! The permissions' tables, and the include that may stand for one.

use crate::diagnostic::{Code, Diagnostics};
use crate::markdown::{self, BlockKind, Table};
use crate::page::outline::{Passage, Topic};
use crate::page::{Annotation, Permission, front_matter};
use crate::source::{Excerpt, FileId, Sources, Span};
use crate::text::{Inline, RichText};

/// Reads all permissions' tables of a page. `announced` holds the annotations that no code block follows.
pub(super) fn read(
    passages: &[Passage<'_>],
    announced: &[Annotation],
    sources: &Sources,
    file: FileId,
    diagnostics: &mut Diagnostics,
) -> Vec<Permission> {
    let mut permissions = Vec::new();
    for block in passages.iter().filter(|passage| passage.topic == Topic::Permissions).flat_map(|p| p.blocks)
    {
        match &block.kind {
            BlockKind::Table(table) => permissions.extend(rows(table)),
            BlockKind::Include(target) => match sources.relative(file, target) {
                Some(included) => permissions.extend(included_rows(sources, included)),
                None if is_announced(announced, block.span) => {
                    let message = "the included file with the permissions is not among the files";
                    diagnostics.report(Code::MissingInclude, block.span, message);
                }
                None => {}
            },
            _ => {}
        }
    }
    permissions
}

/// Whether an annotation says that what comes next are permissions.
fn is_announced(announced: &[Annotation], include: Span) -> bool {
    let before = announced.iter().rev().find(|annotation| annotation.span.end <= include.start);
    before.is_some_and(|annotation| annotation.block_type == "permissions")
}

/// The tables of an included file. What is wrong with it is reported where it is read as a file of its own.
fn included_rows(sources: &Sources, included: FileId) -> Vec<Permission> {
    let text = sources.text(included);
    let unreported = &mut Diagnostics::default();
    let (_, start) = front_matter::read(text, included, unreported);
    let blocks = markdown::read(&Excerpt::whole(&text[start..], included, start), None, unreported);
    let tables = blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Table(table) => Some(table),
        _ => None,
    });
    tables.flat_map(rows).collect()
}

/// The rows of `Permission type | Permissions (from least to most privileged)`, or of a table with a column for each
/// type and a row for each resource.
fn rows(table: &Table) -> Vec<Permission> {
    let first = table.header.first().map(|cell| cell.plain().to_lowercase()).unwrap_or_default();
    let mut permissions = Vec::new();
    for row in &table.rows {
        let Some((label, cells)) = row.cells.split_first() else { continue };
        let label = label.plain();
        if first.starts_with("permission") {
            permissions.push(permission(label, joined(cells, row.span), row.span));
            continue;
        }
        for (kind, cell) in table.header.iter().skip(1).zip(cells) {
            permissions.push(permission(format!("{}: {label}", kind.plain()), cell.clone(), row.span));
        }
    }
    permissions
}

fn permission(kind: String, text: RichText, span: Span) -> Permission {
    Permission { kind, names: names(&text), text, span }
}

/// Cells from the least to the most privileged, as one text. "Not supported." in both columns is said once.
fn joined(cells: &[RichText], span: Span) -> RichText {
    let mut joined = RichText { parts: Vec::new(), span };
    let mut cells: Vec<&RichText> = cells.iter().filter(|cell| !cell.is_empty()).collect();
    cells.dedup_by_key(|cell| cell.plain());
    for cell in cells {
        if joined.parts.is_empty() {
            joined = cell.clone();
        } else {
            joined.parts.push(Inline::Text(", ".to_owned()));
            joined.parts.extend(cell.parts.iter().cloned());
            joined.span.end = cell.span.end;
        }
    }
    joined
}

/// The names in a list. Among words of prose only what has a dot inside is taken for one.
fn names(text: &RichText) -> Vec<String> {
    let plain = text.plain();
    let mut names = Vec::new();
    for piece in plain.split([',', ';']) {
        let words: Vec<&str> = piece.split_whitespace().map(trim).filter(|word| !word.is_empty()).collect();
        match words[..] {
            [word] | ["and" | "or", word] if is_permission(word) => names.push(word.to_owned()),
            _ => names.extend(
                words.iter().filter(|w| w.contains('.') && is_permission(w)).map(|w| (*w).to_owned()),
            ),
        }
    }
    names
}

fn trim(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_ascii_alphanumeric())
}

fn is_permission(word: &str) -> bool {
    let is_word = word.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c));
    is_word && word.starts_with(|c: char| c.is_ascii_alphabetic()) && !word.eq_ignore_ascii_case("none")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_lists_and_in_prose() {
        let check = |text: &str, expected: &[&str]| {
            let text = RichText { parts: vec![Inline::Text(text.to_owned())], span: Span::default() };
            assert_eq!(names(&text), expected);
        };
        check("User.Read, email, and Mail.Read.", &["User.Read", "email", "Mail.Read"]);
        check(
            "Chat.Read for a chat. ChannelMessage.Read* for a channel.",
            &["Chat.Read", "ChannelMessage.Read"],
        );
        check("Not supported.", &[]);
        check("None.", &[]);
    }
}
