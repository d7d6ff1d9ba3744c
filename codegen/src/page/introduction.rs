//! What stands before the first section: title, namespace, summary, and whether all of it is deprecated.

use crate::markdown::{Block, BlockKind, MarkdownTable, ParagraphKind};
use crate::page::notes::NoteReader;
use crate::page::outline::{Passage, Topic};
use crate::page::{Page, boilerplate, prose, tables};
use crate::source::{Sources, Span, Spanned};
use crate::text::{Inline, RichText};

/// Reads the introduction into the page.
pub(super) fn read(passages: &[Passage<'_>], sources: &Sources, page: &mut Page) {
    page.title = title(passages, page);
    let introduction = passages.iter().take_while(|passage| passage.topic == Topic::Introduction);
    let mut notes = NoteReader::default();
    for block in introduction.flat_map(|passage| passage.blocks) {
        let (text, place) = match &block.kind {
            BlockKind::Paragraph { text, place } => (text, place),
            BlockKind::Table(table) if !describes(table) => {
                page.summary.extend(table.rows.iter().map(|row| prose::row(&table.header, &row.cells)));
                continue;
            }
            BlockKind::Table(_) | BlockKind::Code { .. } => {
                prose::drop_lead(&mut page.summary);
                continue;
            }
            _ => continue,
        };
        let is_note = notes.is_note(text, *place);
        if is_note {
            page.notes.push(prose::placed(text, *place));
        }
        if let Some(namespace) = namespace(text, sources) {
            page.namespace.get_or_insert(namespace);
            page.summary.extend(behind_namespace(text));
        } else if is_deprecation(text, *place) {
            page.deprecation.get_or_insert_with(|| text.clone());
        } else if !is_note {
            let text = boilerplate::documented(prose::placed(text, *place));
            page.summary.extend((!text.is_empty()).then_some(text));
        }
    }
    if page.deprecation.is_none() {
        page.deprecation = titled_as_deprecated(&page.title);
    }
    prose::drop_lead(&mut page.summary);
    move_banner(&mut page.summary);
    page.front.description.take_if(|description| {
        let parts = [Inline::Text(description.value.clone())].into();
        boilerplate::documented(RichText { parts, span: description.span }).is_empty()
    });
}

/// The blocks of an introduction that hold for every call of the file: its namespace, notes, that all is deprecated.
pub(super) fn of_every_call<'a>(blocks: impl Iterator<Item = &'a Block>) -> impl Iterator<Item = &'a Block> {
    let mut notes = NoteReader::default();
    blocks.filter(move |block| {
        let BlockKind::Paragraph { text, place } = &block.kind else { return false };
        let plain = text.plain();
        notes.is_note(text, *place)
            || plain.starts_with(NAMESPACE)
            || after_label(&plain).is_some()
            || is_deprecation(text, *place)
    })
}

/// Moves `Applies to:` and `Introduced in:`, with the list below it, behind what says what the page is about.
fn move_banner(summary: &mut [RichText]) {
    let starts = ["applies to", "introduced in"];
    let is_banner =
        |text: &RichText| starts.iter().any(|start| text.plain().to_lowercase().starts_with(start));
    if summary.first().is_some_and(is_banner) {
        let items = summary.iter().skip(1).take_while(|text| text.is_item()).count();
        summary.rotate_left(1 + items);
    }
}

/// Whether a table is about properties, methods or members, which have readers of their own.
fn describes(table: &MarkdownTable) -> bool {
    let header = tables::header(table);
    let first = header.first().map_or("", String::as_str);
    let starts =
        ["method", "function", "task", "relationship", "navigation", "member", "value", "permission", "enum"];
    tables::lists_names(&header) || starts.iter().any(|start| first.starts_with(start))
}

fn title(passages: &[Passage<'_>], page: &Page) -> Spanned<String> {
    match passages.iter().find_map(|passage| passage.heading) {
        Some(heading) => Spanned::new(heading.plain(), heading.span),
        None => {
            let start = || Spanned::new(String::new(), Span::top(page.id.file));
            page.front.title.clone().unwrap_or_else(start)
        }
    }
}

/// A paragraph without the line that says what the namespace is, if there is more.
pub(super) fn without_namespace(text: RichText) -> Option<RichText> {
    if text.plain().starts_with(NAMESPACE) { behind_namespace(&text) } else { Some(text) }
}

/// What stands behind the namespace where the line goes on: `Namespace: library Holds books.`
fn behind_namespace(text: &RichText) -> Option<RichText> {
    let (Inline::Text(first), others) = text.parts.split_first()? else { return None };
    let value = first.trim_start().strip_prefix(NAMESPACE)?.trim_start();
    let rest = value.trim_start_matches(|letter: char| !letter.is_whitespace()).trim_start();
    let parts = std::iter::once(Inline::Text(rest.to_owned())).chain(others.iter().cloned()).collect();
    let rest = RichText { parts, span: text.span };
    // A name in code, or a remark on it, is no sentence.
    let plain = rest.plain();
    let is_sentence =
        plain.trim_start().starts_with(char::is_uppercase) && plain.split_whitespace().nth(1).is_some();
    is_sentence.then_some(rest)
}

const NAMESPACE: &str = "Namespace:";

/// The value of a line `Namespace: microsoft.graph`.
fn namespace(text: &RichText, sources: &Sources) -> Option<Spanned<String>> {
    let plain = text.plain();
    let value = plain.strip_prefix(NAMESPACE).or_else(|| after_label(&plain))?.trim();
    let value = value[..value.find(char::is_whitespace).unwrap_or(value.len())].trim_end_matches('.');
    let at = sources.slice(text.span).find(value).unwrap_or_default();
    let start = text.span.start() + at;
    Some(Spanned::new(value.to_owned(), Span::new(text.span.file, start..start + value.len())))
}

/// What stands behind the one word of another language that labels it: nothing but a name with dots.
fn after_label(plain: &str) -> Option<&str> {
    let (label, value) = plain.split_once([':', '：'])?;
    let (label, value) = (label.trim(), value.trim());
    let is_name = value.contains('.')
        && value.split('.').all(|part| {
            part.starts_with(|letter: char| letter.is_ascii_alphabetic())
                && part.chars().all(|letter| letter.is_ascii_alphanumeric())
        });
    (is_name && !label.is_ascii() && !label.contains(char::is_whitespace)).then_some(value)
}

/// A note that speaks of deprecation, or a paragraph that says so first.
fn is_deprecation(text: &RichText, place: ParagraphKind) -> bool {
    let words = text.plain().to_lowercase();
    if !words.contains("deprecat") {
        return false;
    }
    place == ParagraphKind::Quote && !text.is_item()
        || words.starts_with("deprecat")
        || words.starts_with("this ") && words.contains("is deprecated")
}

/// The title of a page that says what it is about to be deprecated, where no words below it do: `book: burn (deprecated)`.
fn titled_as_deprecated(title: &Spanned<String>) -> Option<RichText> {
    let says_so = title.value.trim_end().to_lowercase().ends_with("(deprecated)");
    let parts = [Inline::Text(title.value.trim_end().to_owned())].into();
    says_so.then_some(RichText { parts, span: title.span })
}
