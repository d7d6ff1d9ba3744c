//! Blocks of a page as prose: a paragraph, a row of a table, the names in a table.

use super::{boilerplate, tables};
use crate::http::starts_request;
use crate::markdown::{MarkdownTable, ParagraphKind};
use crate::source::Excerpt;
use crate::text::{Inline, RichText, plain};

/// A paragraph as it stands: in a list, an item of that.
pub(super) fn placed(text: &RichText, place: ParagraphKind) -> RichText {
    match place {
        ParagraphKind::ListItem(depth) if !text.is_item() => text.clone().into_item(depth),
        _ => text.clone(),
    }
}

/// A row of a table as an item of a list: `first: second; third column: third`.
pub(super) fn row(header: &[RichText], cells: &[RichText]) -> RichText {
    let mut parts = vec![Inline::Bullet(0)];
    // Where a cell only says yes or no, the header says to what.
    let titled = header.len() > 2 || cells.iter().any(|cell| tables::is_flag(&plain_spelled(cell)));
    for (at, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        match (parts.len() == 1, at, header.get(at).map(RichText::plain)) {
            (true, _, Some(title)) if titled && !title.is_empty() => {
                parts.push(Inline::Text(format!("{title}: ")));
            }
            (true, ..) => {}
            (false, 1, _) if !titled => {
                let ends = plain(&parts).trim_end().ends_with(['.', ':']);
                parts.push(Inline::Text(if ends { " " } else { ": " }.to_owned()));
            }
            (false, _, Some(title)) if !title.is_empty() => parts.push(Inline::Text(format!("; {title}: "))),
            _ => parts.push(Inline::Text("; ".to_owned())),
        }
        parts.extend(cell.parts.iter().map(spelled));
    }
    RichText { parts: parts.into(), span: cells.first().map_or_else(Default::default, |cell| cell.span) }
}

fn plain_spelled(cell: &RichText) -> String {
    RichText { parts: cell.parts.iter().map(spelled).collect(), span: cell.span }.plain()
}

/// A sign that stands for yes or no, as a word.
fn spelled(part: &Inline) -> Inline {
    match part {
        Inline::Text(text)
            if matches!(text.trim(), ":white_check_mark:" | ":heavy_check_mark:" | "✔️" | "✅") =>
        {
            Inline::Text("yes".to_owned())
        }
        Inline::Text(text) if matches!(text.trim(), ":x:" | "❌") => Inline::Text("no".to_owned()),
        part => part.clone(),
    }
}

/// Removes the last sentence of the texts if it introduces something that is not shown.
pub(super) fn drop_lead(texts: &mut Vec<RichText>) {
    if let Some(last) = texts.pop()
        && let Some(rest) = boilerplate::without_lead(&last)
    {
        texts.push(rest);
    }
}

/// Adds the requests that a code block holds to the words that lead to it. Of other code, the lead is dropped.
pub(super) fn add_requests(texts: &mut Vec<RichText>, code: &Excerpt) {
    let lines: Vec<&str> = code.text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let is_sample = |line: &&str| starts_request(line) || line.starts_with(['/', '?', '$']);
    match (lines.as_slice(), texts.last_mut()) {
        ([line], Some(last)) if is_sample(line) => {
            let between = if last.plain().ends_with([':', '.']) { " " } else { ": " };
            let added = [Inline::Text(between.to_owned()), Inline::Code((*line).to_owned())];
            last.parts = last.parts.iter().cloned().chain(added).collect();
        }
        ([_, ..], Some(last)) if lines.iter().all(is_sample) => {
            let span = last.span;
            let item = |line: &&str| {
                RichText { parts: [Inline::Code((*line).to_owned())].into(), span }.into_item(0)
            };
            texts.extend(lines.iter().map(item));
        }
        _ => drop_lead(texts),
    }
}

/// Adds a code block of one line to the words that announce it. Of other code, the lead is dropped.
pub(super) fn add_line(texts: &mut Vec<RichText>, code: &Excerpt) {
    match texts.last_mut() {
        Some(last) if is_shown_in_line(&code.text) && boilerplate::ends_in_lead(last) => {
            let added = [Inline::Text(" ".to_owned()), Inline::Code(code.text.trim().to_owned())];
            last.parts = last.parts.iter().cloned().chain(added).collect();
        }
        _ => drop_lead(texts),
    }
}

/// An address or a pattern on one line, and no JSON or an example's answer.
fn is_shown_in_line(code: &str) -> bool {
    let code = code.trim();
    let is_json = code.starts_with(['{', '[']) && code.contains('"');
    !code.is_empty() && !code.contains(['\n', '`']) && !is_json && !code.starts_with("HTTP/")
}

/// The names of a table's rows as one text, which says what they are unless the text before does.
pub(super) fn names(table: &MarkdownTable, is_led: bool) -> Option<RichText> {
    let names: Vec<String> = table
        .rows
        .iter()
        .filter(|row| !tables::heads_group(row))
        .filter_map(|row| row.cells.first())
        .map(|cell| tables::name(cell).0)
        .filter(|name| !name.is_empty())
        .collect();
    let span = table.rows.first()?.span;
    let mut listed: Vec<Inline> = Vec::new();
    for name in names {
        if !listed.is_empty() {
            listed.push(Inline::Text(", ".to_owned()));
        }
        listed.push(Inline::Code(name));
    }
    if listed.is_empty() {
        return None;
    }
    let lead = Inline::Text("The page lists ".to_owned());
    let end = Inline::Text(".".to_owned());
    let parts = Some(lead).filter(|_| !is_led).into_iter().chain(listed).chain([end]).collect();
    Some(RichText { parts, span })
}
