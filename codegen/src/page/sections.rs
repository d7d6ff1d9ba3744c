//! The sections of an operation: headers, parameters, bodies, each with its prose and its rows.

use crate::diagnostic::Diagnostics;
use crate::http;
use crate::markdown::{BlockKind, MarkdownTable};

use crate::page::explained_names::ListedProperties;
use crate::page::outline::{self, Passage, Topic};
use crate::page::{
    ApiPart, NameTable, Row, Section, body_tables, boilerplate, explained_json, explained_names, prose,
    tables, wording,
};
use crate::source::Spanned;
use crate::text::{Inline, RichText};

/// Reads the sections into an operation's part of the page.
pub(super) fn read(passages: &[Passage<'_>], api: &mut ApiPart, diagnostics: &mut Diagnostics) {
    api.headers = headers(passages, diagnostics);
    api.function_parameters = rows(passages, Topic::FunctionParameters, diagnostics);
    let is_of_path = |passage: &&Passage<'_>| {
        let heading = passage.heading.map(|heading| heading.plain().to_lowercase()).unwrap_or_default();
        ["path", "route", "routing"].iter().any(|word| heading.contains(word))
    };
    let (of_path, unsorted): (Vec<_>, Vec<_>) = passages.iter().copied().partition(|it| is_of_path(&it));
    api.parameters = rows(&of_path, Topic::Parameters, diagnostics);
    api.unsorted_parameters = rows(&unsorted, Topic::Parameters, diagnostics);
    api.query = section(passages, Topic::QueryParameters, diagnostics);
    api.request_body = section(passages, Topic::RequestBody, diagnostics);
    api.response = section(passages, Topic::Response, diagnostics);
    let elsewhere = passages.iter().filter(|passage| passage.topic != Topic::Response);
    let texts = elsewhere.flat_map(|passage| passage.blocks).filter_map(|block| match &block.kind {
        BlockKind::Paragraph { text, .. } => Some(text),
        _ => None,
    });
    api.other_statuses = wording::statuses(texts);
}

/// The rows of the tables of headers. Below a heading such as `Prefer header values`, they say what the header may be.
fn headers(passages: &[Passage<'_>], diagnostics: &mut Diagnostics) -> Vec<Row> {
    let mut all: Vec<Row> = Vec::new();
    for passage in passages.iter().filter(|passage| passage.topic == Topic::RequestHeaders) {
        let rows = rows(std::slice::from_ref(passage), Topic::RequestHeaders, diagnostics);
        let heading = passage.heading.map(|heading| heading.plain().to_lowercase()).unwrap_or_default();
        let header =
            outline::bare(&heading).strip_suffix(" values").map(|name| name.trim_end_matches(" header"));
        let header = all.iter().map(|row| &row.name).find(|name| header == Some(&name.value.to_lowercase()));
        let header = header.cloned();
        all.extend(rows.into_iter().map(|row| match &header {
            Some(header) => value_of(header, row),
            None => row,
        }));
    }
    all
}

/// A row of a header that may have this value.
fn value_of(header: &Spanned<String>, row: Row) -> Row {
    let value = [Inline::Code(row.name.value), Inline::Text(": ".to_owned())];
    let parts = value.into_iter().chain(row.description.parts.iter().cloned()).collect();
    Row { name: header.clone(), description: RichText { parts, ..row.description }, ..row }
}

/// The rows of all tables of a topic, and what its text explains as they would.
fn rows(passages: &[Passage<'_>], topic: Topic, diagnostics: &mut Diagnostics) -> Vec<Row> {
    let blocks = passages.iter().filter(|passage| passage.topic == topic).flat_map(|passage| passage.blocks);
    let mut rows = Vec::new();
    for block in blocks {
        match &block.kind {
            BlockKind::Table(table) => rows.extend(tables::rows(table, diagnostics)),
            _ => rows.extend(explained_names::row_of(topic, block)),
        }
    }
    rows
}

/// Whether a table below *Query parameters* says what an option can do with properties, and not which options there are: by its
/// columns, or by words in front of it such as `The following properties are supported with $filter`.
fn is_about_properties(table: &MarkdownTable, title: Option<&RichText>) -> bool {
    let sentences = title.into_iter().flat_map(RichText::sentences);
    let mut sentences = sentences.map(|sentence| sentence.plain().to_lowercase());
    let lists_options = || {
        let mut names = table.rows.iter().filter_map(|row| row.cells.first());
        names.any(|name| name.plain().starts_with('$'))
    };
    tables::is_about_properties(table)
        || sentences.any(|words| words.contains("following properties") && words.contains('$'))
            && !lists_options()
}

/// The prose of a topic and its tables of names.
fn section(passages: &[Passage<'_>], topic: Topic, diagnostics: &mut Diagnostics) -> Section {
    let mut section = Section::default();
    let mut shows_code = false;
    for passage in passages.iter().filter(|passage| passage.topic == topic) {
        // The heading of the section itself introduces no table.
        let mut title = passage.heading.filter(|_| section.present).cloned();
        if !section.present {
            section.present = true;
            section.span = passage.span;
        }
        let listed = ListedProperties::of(passage);
        let mut rows = Vec::new();
        for block in passage.blocks {
            section.span = section.span.to(block.span);
            if let Some(row) = listed.row(block) {
                rows.push(row);
                continue;
            }
            match &block.kind {
                BlockKind::Paragraph { text, place } => {
                    title = Some(text.clone());
                    section.text.push(prose::placed(text, *place));
                }
                BlockKind::Table(table)
                    if tables::lists_names(&tables::header(table))
                        && !(topic == Topic::QueryParameters
                            && is_about_properties(table, title.as_ref())) =>
                {
                    let rows = tables::rows(table, diagnostics);
                    section.tables.push(NameTable { title: title.take(), rows, span: block.span });
                }
                // What an option may be.
                BlockKind::Table(table) if topic == Topic::QueryParameters => {
                    let rows = table.rows.iter().map(|row| prose::row(&table.header, &row.cells));
                    section.text.extend(rows);
                }
                BlockKind::Code { body, .. } => {
                    shows_code = true;
                    section.explained.extend(explained_json::read(body));
                    if topic == Topic::QueryParameters {
                        prose::add_requests(&mut section.text, body);
                    }
                }
                _ => {}
            }
        }
        if let (Some(first), Some(last)) = (rows.first(), rows.last()) {
            let span = first.span.to(last.span);
            section.tables.push(NameTable { title: None, rows, span });
        }
    }
    match topic {
        Topic::RequestBody => {
            wording::of_request(&mut section, shows_code);
            section.rows = body_tables::gathered(std::mem::take(&mut section.tables), diagnostics);
        }
        Topic::Response => {
            wording::of_response(&mut section);
            for text in &section.text {
                for part in text.parts.iter() {
                    if let Inline::Code(code) = part {
                        http::report_reason(code, text.span, diagnostics);
                    }
                }
            }
        }
        Topic::QueryParameters => {
            section.rows = body_tables::gathered(std::mem::take(&mut section.tables), diagnostics);
            let texts = section.text.iter();
            section.text = texts.filter_map(|text| boilerplate::without(text, topic)).collect();
        }
        _ => {}
    }
    section
}
