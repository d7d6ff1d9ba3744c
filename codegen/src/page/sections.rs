//! The sections of an operation: headers, parameters, bodies, each with its prose and its rows.

use crate::diagnostic::Diagnostics;
use crate::markdown::{BlockKind, Place};
use crate::page::outline::{Passage, Topic};
use crate::page::{ApiPart, Row, Section, tables};

/// Reads the sections into an operation's part of the page.
pub(super) fn read(passages: &[Passage<'_>], api: &mut ApiPart, diagnostics: &mut Diagnostics) {
    api.headers = rows(passages, Topic::RequestHeaders, diagnostics);
    api.function_parameters = rows(passages, Topic::FunctionParameters, diagnostics);
    api.parameters = rows(passages, Topic::Parameters, diagnostics);
    api.query = section(passages, Topic::QueryParameters, diagnostics);
    api.request_body = section(passages, Topic::RequestBody, diagnostics);
    api.response = section(passages, Topic::Response, diagnostics);
}

/// The rows of all tables of a topic.
fn rows(passages: &[Passage<'_>], topic: Topic, diagnostics: &mut Diagnostics) -> Vec<Row> {
    let blocks = passages.iter().filter(|passage| passage.topic == topic).flat_map(|passage| passage.blocks);
    let mut rows = Vec::new();
    for block in blocks {
        if let BlockKind::Table(table) = &block.kind {
            rows.extend(tables::rows(table, false, diagnostics));
        }
    }
    rows
}

/// The prose of a topic and its first table of names; further tables describe what the rows of the first hold.
fn section(passages: &[Passage<'_>], topic: Topic, diagnostics: &mut Diagnostics) -> Section {
    let mut section = Section::default();
    for passage in passages.iter().filter(|passage| passage.topic == topic) {
        if !section.present {
            section.present = true;
            section.span = passage.span;
        }
        for block in passage.blocks {
            section.span.end = section.span.end.max(block.span.end);
            match &block.kind {
                BlockKind::Paragraph { text, place: Place::ListItem } => {
                    section.text.push(text.clone().into_item());
                }
                BlockKind::Paragraph { text, .. } => section.text.push(text.clone()),
                BlockKind::Table(table)
                    if section.rows.is_empty() && tables::lists_names(&tables::header(table)) =>
                {
                    section.rows = tables::rows(table, false, diagnostics);
                }
                _ => {}
            }
        }
    }
    section
}
