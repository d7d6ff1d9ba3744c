//! The permissions' tables: who needs what, for all calls of the page or for the case that a row or a heading names.

use std::collections::BTreeSet;

use crate::markdown::{BlockKind, MarkdownTable, ParagraphKind, TableRow};
use crate::page::Permission;
use crate::page::outline::{self, Passage, Topic};
use crate::source::Span;
use crate::text::{Inline, RichText};

/// Reads all permissions' tables of a page.
pub(super) fn read(passages: &[Passage<'_>]) -> Vec<Permission> {
    let mut permissions = Vec::new();
    let own = passages.iter().filter(|passage| passage.topic == Topic::Permissions);
    for (section, passage) in own.enumerate() {
        // The first heading is the section's own, the others name cases.
        let mut case = passage.heading.filter(|_| section > 0).map(|heading| case(&heading.plain()));
        for block in passage.blocks {
            match &block.kind {
                BlockKind::Table(table) if is_of_permissions(table) => {
                    permissions.extend(rows(table, case.as_deref().filter(|case| !case.is_empty())));
                }
                BlockKind::Paragraph { text, place: ParagraphKind::Body } => {
                    let text = text.plain();
                    if text.ends_with(':') && text.to_lowercase().starts_with("for ") {
                        case = Some(self::case(&text));
                    }
                }
                _ => {}
            }
        }
    }
    // Sections of several calls may say the same.
    let mut known = BTreeSet::new();
    permissions.retain(|it: &Permission| known.insert((it.kind.clone(), it.case.clone(), it.text.plain())));
    permissions
}

/// Whether a table says who needs what: a row for each kind of caller, or a column for each.
pub(super) fn is_of_permissions(table: &MarkdownTable) -> bool {
    lists_callers(&table.header) || table.header.iter().skip(1).any(|cell| is_caller(&cell.plain()))
}

fn lists_callers(header: &[RichText]) -> bool {
    header.first().is_some_and(|cell| cell.plain().to_lowercase().starts_with("permission"))
}

fn is_caller(title: &str) -> bool {
    let title = title.trim().to_lowercase();
    // `Application.Read.All` is a permission.
    let first = title.split([' ', '(']).next().unwrap_or_default();
    ["delegated", "application"].contains(&first)
}

/// What tells a case from others: `channel` of `Permissions for channel`, `users` of `For users:`.
fn case(text: &str) -> String {
    let text = outline::without_number(text.trim());
    let words: Vec<&str> = text.trim_end_matches([':', '.', ' ']).split_whitespace().collect();
    let is_filler = |word: &&&str| {
        ["permission", "permissions", "for", "the", "a", "an", "acting", "on"]
            .contains(&word.to_lowercase().as_str())
    };
    let start = words.iter().take_while(is_filler).count();
    words[start..].join(" ")
}

/// The rows of `Permission type | Permissions (from least to most privileged)`, or of a table with a column for each kind
/// of caller and a row for each case. A header may come again further down.
fn rows(table: &MarkdownTable, case: Option<&str>) -> Vec<Permission> {
    let mut header = table.header.as_slice();
    let mut group = case.map(str::to_owned);
    // The caller whose cases follow.
    let mut caller: Option<String> = None;
    let mut permissions = Vec::new();
    for row in &table.rows {
        let Some((label, cells)) = row.cells.split_first() else { continue };
        if lists_callers(&row.cells) || cells.iter().any(|cell| is_caller(&cell.plain())) {
            header = &row.cells;
        } else if cells.iter().all(RichText::is_empty) && is_caller(&label.plain()) {
            caller = Some(label.plain());
        } else if cells.iter().all(RichText::is_empty) {
            group = Some(self::case(&label.plain())).filter(|case| !case.is_empty());
        } else if let Some(cases) = cases_of_columns(header) {
            for (case, cell) in cases.into_iter().zip(cells).filter(|(_, cell)| !cell.is_empty()) {
                permissions.push(permission(label.plain(), cell.clone(), Some(case), row));
            }
        } else if lists_callers(header) {
            let label = label.plain();
            caller.take_if(|_| is_caller(&label));
            let (kind, case) = match &caller {
                Some(caller) => (caller.clone(), Some(self::case(&label))),
                None => (label, group.clone()),
            };
            permissions.push(permission(kind, joined(cells, row.span), case, row));
        } else {
            for (kind, cell) in header.iter().skip(1).zip(cells) {
                let case = Some(label.plain()).filter(|label| !label.is_empty()).or(group.clone());
                permissions.push(permission(kind.plain(), cell.clone(), case, row));
            }
        }
    }
    permissions
}

/// The cases of the columns behind the callers, where each column is for one: `Permissions acting on self (from least to most
/// privileged)`.
fn cases_of_columns(header: &[RichText]) -> Option<Vec<String>> {
    if header.len() < 3 || !lists_callers(header) {
        return None;
    }
    let of_column = |cell: &RichText| {
        let title = cell.plain();
        let title = title.split('(').next()?.trim();
        let is_of_permissions = title.to_lowercase().starts_with("permissions ");
        Some(case(title)).filter(|case| is_of_permissions && !case.is_empty())
    };
    header.iter().skip(1).map(of_column).collect()
}

fn permission(kind: String, text: RichText, case: Option<String>, row: &TableRow) -> Permission {
    Permission { kind, case, sets: sets(&text).into(), text, span: row.span }
}

/// Cells from the least to the most privileged, as one text. "Not supported." in both columns appears once.
fn joined(cells: &[RichText], span: Span) -> RichText {
    let mut cells: Vec<&RichText> = cells.iter().filter(|cell| !cell.is_empty()).collect();
    cells.dedup_by_key(|cell| cell.plain());
    // What is not available is not a permission beside those that are.
    if cells.iter().any(|cell| !sets(cell).is_empty()) {
        cells.retain(|cell| !is_unavailable(&cell.plain()));
    }
    let Some((first, others)) = cells.split_first() else {
        return RichText { span, ..RichText::default() };
    };
    let Some(last) = others.last() else { return (*first).clone() };
    let mut parts = first.parts.to_vec();
    for cell in others {
        parts.push(Inline::Text(", ".to_owned()));
        parts.extend(cell.parts.iter().cloned());
    }
    RichText { parts: parts.into(), span: first.span.to(last.span) }
}

/// `Not available.`, `Not supported.`
fn is_unavailable(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    ["not available", "not supported", "not applicable", "none", "n/a"].contains(&text.as_str())
}

/// The permissions in a list, any of which will do; names between which "and" stands are needed together. Among words of
/// prose only what has a dot inside is taken for one.
fn sets(text: &RichText) -> Vec<Vec<String>> {
    let plain = text.plain();
    let mut sets: Vec<Vec<String>> = Vec::new();
    for piece in plain.split([',', ';']) {
        let words: Vec<&str> = piece.split_whitespace().map(trim).filter(|word| !word.is_empty()).collect();
        if let [word] | ["and" | "or", word] = words[..] {
            sets.extend(is_permission(word).then(|| vec![word.to_owned()]));
            continue;
        }
        let mut follows = false;
        for (at, word) in words.iter().enumerate() {
            let is_name = word.contains('.') && is_permission(word);
            match sets.last_mut() {
                _ if !is_name => {}
                Some(set) if follows => set.push((*word).to_owned()),
                _ => sets.push(vec![(*word).to_owned()]),
            }
            follows = match *word {
                "and" => at > 0 && words[at - 1].contains('.'),
                _ => false,
            };
        }
    }
    sets
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
            let text = RichText { parts: [Inline::Text(text.to_owned())].into(), span: Span::default() };
            let found: Vec<String> = sets(&text).iter().map(|set| set.join("+")).collect();
            assert_eq!(found, expected);
        };
        check("User.Read, email, and Mail.Read.", &["User.Read", "email", "Mail.Read"]);
        check(
            "Chat.Read for a chat. ChannelMessage.Read* for a channel.",
            &["Chat.Read", "ChannelMessage.Read"],
        );
        check("Loan.Read and User.Read, Loan.All", &["Loan.Read+User.Read", "Loan.All"]);
        check("A.Read, B.Read and C.Read and D.Read", &["A.Read", "B.Read+C.Read+D.Read"]);
        check("A.Read for loans and for readers B.Read", &["A.Read", "B.Read"]);
        check("Not supported.", &[]);
        check("Not available.", &[]);
        check("None.", &[]);
    }

    #[test]
    fn a_case_is_told_without_the_words_around_it() {
        assert_eq!(case("Permissions for channel"), "channel");
        assert_eq!(case("For users:"), "users");
        assert_eq!(case("Permissions acting on self"), "self");
    }
}
