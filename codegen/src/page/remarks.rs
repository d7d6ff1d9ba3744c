//! The prose of an operation's sections: what a reader should know beside what the signature and the lists say.
//!
//! A sentence that only repeats these is left out, and so is one that introduces something that the documentation does
//! not show.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostics};
use crate::markdown::{Block, BlockKind, MarkdownTable, ParagraphKind};
use crate::page::outline::{Passage, Topic};
use crate::page::{Page, Remarks, Route, boilerplate, permissions, prose, tables};
use crate::source::Span;
use crate::text::RichText;

/// Reads the prose of all sections. `notes` are those of the introduction.
pub(super) fn read(passages: &[Passage<'_>], notes: &[RichText]) -> Remarks {
    let section = |topic: Topic, show: &dyn Fn(&MarkdownTable) -> TableUse| {
        let mut reader = RemarkReader::new(topic, show);
        for passage in passages.iter().filter(|passage| passage.topic == topic) {
            for block in passage.blocks {
                reader.block(block);
            }
            reader.drop_lead();
        }
        reader.texts
    };
    let is_of_names = |table: &MarkdownTable| tables::lists_names(&tables::header(table));
    let beside = [Topic::RequestHeaders, Topic::FunctionParameters, Topic::Parameters];
    let beside = beside.map(|topic| section(topic, &|_| TableUse::Elsewhere)).concat();
    Remarks {
        notes: [notes.to_vec(), beside, besides(passages)].concat(),
        permissions: section(Topic::Permissions, &|table| match permissions::is_of_permissions(table) {
            true => TableUse::Elsewhere,
            false => TableUse::Rows,
        }),
        request_body: section(Topic::RequestBody, &|table| match is_of_names(table) {
            true => TableUse::Elsewhere,
            false => TableUse::Rows,
        }),
        resource_body: section(Topic::RequestBody, &|table| match is_of_names(table) {
            true => TableUse::Names,
            false => TableUse::Rows,
        }),
        response: section(Topic::Response, &|table| match is_of_names(table) {
            true => TableUse::Elsewhere,
            false => TableUse::Rows,
        }),
        listed_response: section(Topic::Response, &|_| TableUse::Rows),
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

/// The prose of the sections that list the routes, whatever their headings: by the place of the code block that follows,
/// and then the prose about all of them.
pub(super) fn of_routes(
    passages: &[Passage<'_>],
    routes: &[Route],
) -> (BTreeMap<usize, Vec<RichText>>, Vec<RichText>) {
    let (mut before, mut of_all) = (BTreeMap::new(), Vec::new());
    let section = sections_of_routes(passages, routes);
    let blocks = section.iter().flat_map(|passage| passage.blocks);
    let lists = blocks.filter(|block| matches!(block.kind, BlockKind::Code { .. })).count();
    for (at, passage) in section.iter().enumerate() {
        let says_which = at > 0 || passage.topic == Topic::Other;
        let mut pending: Vec<RichText> =
            passage.heading.filter(|_| says_which).cloned().into_iter().collect();
        for block in passage.blocks {
            match &block.kind {
                BlockKind::Code { .. } if lists > 1 => {
                    before.insert(block.span.start(), std::mem::take(&mut pending));
                }
                BlockKind::Code { .. } => of_all.append(&mut pending),
                BlockKind::Paragraph { text, place: ParagraphKind::Quote } => of_all.push(text.clone()),
                BlockKind::Paragraph { text, place } => pending.push(prose::placed(text, *place)),
                BlockKind::Table(table) if !lists_routes(table) => {
                    pending.extend(table.rows.iter().map(|row| prose::row(&table.header, &row.cells)));
                }
                BlockKind::Table(_) => prose::drop_lead(&mut pending),
                _ => {}
            }
        }
        of_all.append(&mut pending.into_iter().filter(|text| Some(text) != passage.heading).collect());
    }
    let remark = |text: &RichText| boilerplate::without(text, Topic::HttpRequest);
    let of_all = of_all.iter().filter_map(remark).collect();
    let before = before.into_iter().map(|(at, texts)| (at, texts.iter().filter_map(remark).collect()));
    (before.collect(), of_all)
}

/// The sections of routes: those that are called so, or else all that hold one.
fn sections_of_routes<'a, 'b>(passages: &'b [Passage<'a>], routes: &[Route]) -> Vec<&'b Passage<'a>> {
    let is_called = |passage: &&Passage<'_>| passage.topic == Topic::HttpRequest;
    let holds = |passage: &&Passage<'_>| {
        let spans = passage.blocks.iter().map(|block| block.span);
        let mut spans = spans.filter(|span| routes.iter().any(|route| span.holds(route.span)));
        passage.topic == Topic::Other && spans.next().is_some()
    };
    match passages.iter().any(|passage| passage.topic == Topic::HttpRequest) {
        true => passages.iter().filter(is_called).collect(),
        false => passages.iter().filter(holds).collect(),
    }
}

/// Names the sections of a page that nothing reads: they hold neither a type nor a route.
pub(super) fn report_unread(passages: &[Passage<'_>], page: &Page, diagnostics: &mut Diagnostics) {
    let routes = sections_of_routes(passages, &page.api.routes);
    let actions = &page.resource.actions;
    let is_read = |passage: &Passage<'_>| {
        let holds = |span: Span| passage.blocks.iter().any(|block| block.span.holds(span));
        routes.iter().any(|known| known.span == passage.span)
            || actions.iter().any(|action| holds(action.route.span))
            || page.enums.iter().any(|table| holds(table.span))
    };
    let tells = |block: &Block| match &block.kind {
        BlockKind::Paragraph { text, .. } => {
            let text = boilerplate::without(text, Topic::Remarks);
            text.and_then(|text| boilerplate::without_lead(&text)).is_some()
        }
        BlockKind::Table(table) => {
            let header = tables::header(table);
            !tables::lists_methods(&header)
                && !tables::lists_relationships(&header)
                && !tables::lists_properties(&header)
        }
        _ => false,
    };
    let unread = passages.iter().filter(|passage| passage.topic == Topic::Other && !is_read(passage));
    let unread = unread.filter(|passage| passage.blocks.iter().any(tells));
    let headings = unread.filter_map(|passage| passage.heading);
    let headings: Vec<&RichText> = headings.filter(|heading| !leads_elsewhere(&heading.plain())).collect();
    let Some(first) = headings.first() else { return };
    let names: Vec<String> = headings.iter().map(|heading| format!("`{}`", heading.plain())).collect();
    let message = format!("the crate's docs leave out the text below {}", names.join(", "));
    diagnostics.report(Code::UnreadSection, first.span, message);
}

/// Whether a section is one of links.
fn leads_elsewhere(heading: &str) -> bool {
    let heading = heading.to_lowercase();
    let starts = ["see also", "related", "next step", "what's new", "additional resources"];
    starts.iter().any(|start| heading.starts_with(start))
}

fn lists_routes(table: &MarkdownTable) -> bool {
    tables::header(table).first().is_some_and(|first| first == "method")
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
}

impl<'a> RemarkReader<'a> {
    pub(super) fn new(topic: Topic, show: &'a dyn Fn(&MarkdownTable) -> TableUse) -> Self {
        RemarkReader { topic, show, texts: Vec::new() }
    }

    pub(super) fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Paragraph { text, place } => {
                let placed = prose::placed(text, *place);
                let says_more = |text: &RichText| text.plain().contains(char::is_alphanumeric);
                let text = match self.is_announced(&placed) {
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
            BlockKind::Code { .. } => self.drop_lead(),
            _ => {}
        }
    }

    /// Whether a text is an item of a list that the text before it announces: what is announced says something, however short.
    fn is_announced(&self, text: &RichText) -> bool {
        let before = self.texts.iter().rev().find(|text| !text.is_item());
        text.is_item() && before.is_some_and(boilerplate::ends_in_lead)
    }

    pub(super) fn drop_lead(&mut self) {
        prose::drop_lead(&mut self.texts);
    }
}
