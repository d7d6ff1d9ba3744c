//! The prose of the sections that list the routes.

use std::collections::BTreeMap;

use crate::markdown::{BlockKind, MarkdownTable, ParagraphKind};
use crate::page::outline::{Passage, Topic};
use crate::page::{Route, boilerplate, prose, tables, text_routes};
use crate::source::Span;
use crate::text::RichText;

/// The prose of the sections that list the routes, whatever their headings: by the place of the code block that follows,
/// and then the prose about all of them.
pub(super) fn read(
    passages: &[Passage<'_>],
    routes: &[Route],
) -> (BTreeMap<usize, Vec<RichText>>, Vec<RichText>) {
    let (mut before, mut of_all) = (BTreeMap::new(), Vec::new());
    let section = sections_of_routes(passages, routes);
    let lists_some = |span: Span| routes.iter().any(|route| span.holds(route.span));
    let blocks = section.iter().flat_map(|passage| passage.blocks);
    let codes = blocks.filter(|block| matches!(block.kind, BlockKind::Code { .. }));
    let lists = codes.filter(|block| lists_some(block.span)).count();
    for (at, passage) in section.iter().enumerate() {
        let says_which = at > 0 || passage.topic == Topic::Other;
        let mut pending: Vec<RichText> =
            passage.heading.filter(|_| says_which).cloned().into_iter().collect();
        for block in passage.blocks {
            match &block.kind {
                BlockKind::Code { body, .. } if !lists_some(block.span) => {
                    prose::add_requests(&mut pending, body);
                    // The heading belongs to the routes below.
                    let words = pending.extract_if(.., |text| Some(&*text) != passage.heading);
                    of_all.extend(words);
                }
                BlockKind::Code { .. } if lists > 1 => {
                    before.insert(block.span.start(), std::mem::take(&mut pending));
                }
                BlockKind::Code { .. } => of_all.append(&mut pending),
                // Behind words about the routes below, it is about these too.
                BlockKind::Paragraph { text, place: ParagraphKind::Quote } if pending.is_empty() => {
                    of_all.push(text.clone());
                }
                BlockKind::Paragraph { .. }
                    if lists_some(block.span) && !text_routes::alone(block).is_empty() => {}
                BlockKind::Paragraph { text, place } => pending.push(prose::placed(text, *place)),
                BlockKind::Table(table) if !lists_routes(table) => {
                    pending.extend(table.rows.iter().map(|row| prose::row(&table.header, &row.cells)));
                }
                BlockKind::Table(_) => prose::drop_lead(&mut pending),
                _ => {}
            }
        }
        of_all.extend(pending.into_iter().filter(|text| Some(text) != passage.heading));
    }
    let remark = |text: &RichText| boilerplate::without(text, Topic::HttpRequest);
    let of_all = of_all.iter().filter_map(remark).collect();
    let before = before.into_iter().map(|(at, texts)| (at, texts.iter().filter_map(remark).collect()));
    (before.collect(), of_all)
}

/// The sections of routes: those that are called so, or else all that hold one.
pub(super) fn sections_of_routes<'a, 'b>(
    passages: &'b [Passage<'a>],
    routes: &[Route],
) -> Vec<&'b Passage<'a>> {
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

fn lists_routes(table: &MarkdownTable) -> bool {
    tables::header(table).first().is_some_and(|first| first == "method")
}
