//! Pages that describe several calls one after the other: sections on a body or an answer, with further routes in between.

use super::outline::{Passage, Topic, names_topic};
use super::{Page, Route};
use crate::diagnostic::{Code, Diagnostics};
use crate::markdown::BlockKind;
use crate::text::RichText;

/// Reports, of bodies and of answers, the first section that stands behind another one of its kind and a route, and says something else.
pub(super) fn report(passages: &[Passage<'_>], page: &Page, diagnostics: &mut Diagnostics) {
    for topic in [Topic::RequestBody, Topic::Response] {
        let sections = passages.iter().filter(|passage| passage.topic == topic && is_section(passage));
        let sections: Vec<&Passage<'_>> = sections.collect();
        let is_between = |route: &Route, pair: &[&Passage<'_>]| {
            let (first, second) = (pair[0].span.start(), pair[1].span.start());
            (first..second).contains(&route.span.start())
        };
        let is_apart = |pair: &&[&Passage<'_>]| {
            page.api.routes.iter().any(|route| is_between(route, pair)) && words(pair[0]) != words(pair[1])
        };
        let Some(pair) = sections.windows(2).find(is_apart) else { continue };
        let heading = pair[1].heading.map(RichText::plain).unwrap_or_default();
        let message = format!(
            "the page has a section `{heading}` for each of several routes; the crate applies what each says to all of them"
        );
        let related = vec![(pair[0].span, "the section before".to_owned())];
        diagnostics.report_with(Code::SharedSections, pair[1].span, message, related);
    }
}

/// Whether the heading itself says what the passage is about.
fn is_section(passage: &Passage<'_>) -> bool {
    passage.heading.is_some_and(|heading| names_topic(&heading.plain()))
}

/// What the passage says: in sentences, in the cells of its tables and in code.
fn words(passage: &Passage<'_>) -> Vec<String> {
    let mut words = Vec::new();
    for block in passage.blocks {
        match &block.kind {
            BlockKind::Paragraph { text, .. } => words.push(text.plain()),
            BlockKind::Table(table) => {
                let cells = table.header.iter().chain(table.rows.iter().flat_map(|row| &row.cells));
                words.extend(cells.map(RichText::plain));
            }
            BlockKind::Code { body, .. } => words.push(body.text.trim().to_owned()),
            _ => {}
        }
    }
    words
}
