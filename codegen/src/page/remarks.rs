//! The prose of an operation's sections, its examples aside: what a reader should know beside what the signature and the
//! lists say.
//!
//! A sentence that only repeats these is left out, and so is one that introduces something that the documentation does
//! not show.

use crate::markdown::{Block, BlockKind, MarkdownTable};
use crate::page::explained_names::ListedProperties;
use crate::page::outline::{Passage, Topic};
use crate::page::{Remarks, boilerplate, explained_names, permissions, prose, tables};
use crate::text::RichText;

/// Reads the prose of the sections. `notes` are those of the introduction.
pub(super) fn read(passages: &[Passage<'_>], notes: &[RichText]) -> Remarks {
    let section = |topic: Topic, show: &dyn Fn(&MarkdownTable) -> TableUse| {
        let mut reader = RemarkReader::new(topic, show);
        for passage in passages.iter().filter(|passage| passage.topic == topic) {
            let listed = ListedProperties::of(passage);
            let is_row = |block: &&Block| {
                explained_names::row_of(topic, block).is_some() || listed.row(block).is_some()
            };
            for block in passage.blocks.iter().filter(|block| !is_row(block)) {
                reader.block(block);
            }
            reader.drop_lead();
        }
        reader.texts
    };
    let is_of_names = |table: &MarkdownTable| tables::lists_names(&tables::header(table));
    let with_names = |topic: Topic, names: TableUse| {
        section(topic, &|table| if is_of_names(table) { names } else { TableUse::Rows })
    };
    // The same section is read a second time only where that makes a difference.
    let has_names = |topic: Topic| {
        let blocks = passages.iter().filter(|passage| passage.topic == topic).flat_map(|it| it.blocks);
        let mut tables = blocks.filter_map(|block| match &block.kind {
            BlockKind::Table(table) => Some(table),
            _ => None,
        });
        tables.any(is_of_names)
    };
    let twice = |topic: Topic, names: TableUse| {
        let without = with_names(topic, TableUse::Elsewhere);
        let with = if has_names(topic) { with_names(topic, names) } else { without.clone() };
        (without, with)
    };
    let (request_body, resource_body) = twice(Topic::RequestBody, TableUse::Names);
    let (response, listed_response) = twice(Topic::Response, TableUse::Rows);
    let beside = [Topic::RequestHeaders, Topic::FunctionParameters, Topic::Parameters];
    let beside = beside.map(|topic| section(topic, &|_| TableUse::Elsewhere)).concat();
    Remarks {
        notes: [notes.to_vec(), beside, besides(passages)].concat(),
        permissions: section(Topic::Permissions, &|table| match permissions::is_of_permissions(table) {
            true => TableUse::Elsewhere,
            false => TableUse::Rows,
        }),
        request_body,
        resource_body,
        response,
        listed_response,
        ..Remarks::default()
    }
}

fn lists_values(header: &[String]) -> bool {
    header.first().is_some_and(|first| {
        ["value", "member", "possible values"].iter().any(|word| first.starts_with(word))
            || first.ends_with(" value")
    })
}

/// What to know besides, in sections of their own.
pub(super) fn besides(passages: &[Passage<'_>]) -> Vec<RichText> {
    let show = |table: &MarkdownTable| {
        let header = tables::header(table);
        if lists_values(&header) || tables::lists_names(&header) {
            TableUse::Elsewhere
        } else {
            TableUse::Rows
        }
    };
    let mut reader = RemarkReader::new(Topic::Remarks, &show);
    for passage in passages.iter().filter(|passage| passage.topic == Topic::Remarks) {
        passage.blocks.iter().for_each(|block| reader.block(block));
        reader.drop_lead();
    }
    reader.texts
}

/// What becomes of a table in a section.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum TableUse {
    /// The signature, a type or a list shows it.
    Elsewhere,
    /// Its rows are sentences.
    Rows,
    /// Of what its rows describe elsewhere, the names.
    Names,
}

/// Gathers the prose of a section.
pub(super) struct RemarkReader<'a> {
    topic: Topic,
    show: &'a dyn Fn(&MarkdownTable) -> TableUse,
    pub(super) texts: Vec<RichText>,
    /// Whether the paragraph before announces a list: what is announced says something, however short.
    announces: bool,
    /// Whether what follows is sent or answered in one case only: it says something too.
    is_of_case: bool,
}

impl<'a> RemarkReader<'a> {
    pub(super) fn new(topic: Topic, show: &'a dyn Fn(&MarkdownTable) -> TableUse) -> Self {
        RemarkReader { topic, show, texts: Vec::new(), announces: false, is_of_case: false }
    }

    pub(super) fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Paragraph { text, place } => {
                let placed = prose::placed(text, *place);
                let is_body = matches!(self.topic, Topic::RequestBody | Topic::Response);
                self.is_of_case |= is_body && boilerplate::names_case(text);
                let is_announced = placed.is_item() && self.announces;
                self.announces = is_announced || !placed.is_item() && boilerplate::ends_in_lead(&placed);
                let says_more = |text: &RichText| text.plain().contains(char::is_alphanumeric);
                let text = match is_announced || self.is_of_case {
                    true => Some(placed),
                    false => boilerplate::without(text, self.topic).map(|text| prose::placed(&text, *place)),
                };
                self.texts.extend(text.filter(says_more));
            }
            BlockKind::Table(table) => match (self.show)(table) {
                TableUse::Elsewhere if self.topic == Topic::Permissions => {}
                TableUse::Elsewhere => self.drop_lead(),
                TableUse::Rows => {
                    self.texts.extend(table.rows.iter().map(|row| prose::row(&table.header, &row.cells)))
                }
                TableUse::Names => {
                    let is_led = self.texts.last().is_some_and(boilerplate::ends_in_lead);
                    self.texts.extend(prose::names(table, is_led));
                }
            },
            BlockKind::Code { .. } if self.is_of_case => {}
            BlockKind::Code { body, .. } if self.topic != Topic::Example => {
                prose::add_line(&mut self.texts, body);
            }
            BlockKind::Code { .. } => self.drop_lead(),
            _ => {}
        }
    }

    pub(super) fn drop_lead(&mut self) {
        prose::drop_lead(&mut self.texts);
    }
}
