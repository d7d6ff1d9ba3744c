//! Pages that describe several calls one after the other, cut into a page for each.
//!
//! A call has a heading of its own with sections on its body or answer below (`Close a room`), or begins where the page goes on
//! with another section of routes. What stands around the calls is about all of them.

use std::ops::Range;

use super::Route;
use super::outline::{Passage, Topic, names_topic};
use crate::diagnostic::{Code, Diagnostics};
use crate::limits;
use crate::markdown::BlockKind;
use crate::text::RichText;

/// Where the calls of a page stand: the passages of each, in order. None, unless there are several that are told apart.
pub(super) fn find(passages: &[Passage<'_>], routes: &[Route], diagnostics: &mut Diagnostics) -> Vec<Call> {
    let outline = Outline { passages };
    let holds_route = |at: &usize| {
        let passage = &passages[*at];
        let spans = || passage.blocks.iter().map(|block| block.span);
        passage.topic != Topic::Example
            && spans().any(|span| routes.iter().any(|route| span.holds(route.span)))
    };
    let requests: Vec<usize> = (0..passages.len()).filter(holds_route).collect();
    if requests.len() < 2 {
        return Vec::new();
    }
    let starts = outline.starts(&requests);
    let is_nested = starts.iter().any(|start| outline.is_named(*start) && outline.has_sections(*start));
    let limits = starts.iter().skip(1).copied().chain([passages.len()]);
    let call = |(start, limit): (&usize, usize)| {
        // A call holds all requests up to the next call.
        let last = requests.iter().rev().find(|request| **request < limit).map_or(0, |last| last + 1);
        let end = outline.end(*start, limit, is_nested).max(last);
        Call { is_named: outline.is_named(*start), passages: *start..end }
    };
    let calls: Vec<Call> = starts.iter().zip(limits).map(call).collect();
    let are_apart = calls.len() > 1 && (is_nested || outline.tell_different_things(&calls));
    match calls.get(limits::CALLS).filter(|_| are_apart) {
        _ if !are_apart => Vec::new(),
        None => calls,
        Some(beyond) => {
            let message = format!(
                "the page describes more than {} calls; it is read as if every section were about all of them",
                limits::CALLS
            );
            diagnostics.report(Code::OverLimit, passages[beyond.passages.start].span, message);
            Vec::new()
        }
    }
}

/// The passages about one call.
pub(super) struct Call {
    /// Whether the first one's heading names the call.
    pub(super) is_named: bool,
    pub(super) passages: Range<usize>,
}

#[derive(Clone, Copy)]
struct Outline<'a, 'b> {
    passages: &'b [Passage<'a>],
}

impl Outline<'_, '_> {
    /// The passages that calls begin with, by those that hold their routes.
    fn starts(self, requests: &[usize]) -> Vec<usize> {
        let mut starts: Vec<usize> = Vec::new();
        for (number, request) in requests.iter().enumerate() {
            let before = number.checked_sub(1).map(|before| requests[before]);
            let start = self.start(*request, before, requests);
            let Some(previous) = starts.last() else {
                starts.push(start);
                continue;
            };
            let is_apart = self.is_named(start) || self.is_named(*previous);
            let is_beside = is_apart && !self.scope(*previous).contains(&start);
            if is_beside || before.is_some_and(|before| (before..start).any(|at| self.is_section(at))) {
                starts.push(start);
            }
        }
        starts
    }

    /// The passage that a call begins with: of the headings above its request that stand behind the request before, the innermost
    /// that names it, or else the outermost that has no other request below.
    fn start(self, request: usize, behind: Option<usize>, requests: &[usize]) -> usize {
        let is_behind = |above: &usize| behind.is_none_or(|behind| *above > behind);
        let is_alone = |above: &usize| {
            let scope = self.scope(*above);
            requests.iter().filter(|other| scope.contains(other)).count() == 1
        };
        let above = self.above(request).filter(is_behind);
        let named = above.clone().find(|heading| self.is_named(*heading));
        named.or_else(|| above.filter(is_alone).last()).unwrap_or(request)
    }

    /// A passage and those above it, from the inside.
    fn above(self, at: usize) -> impl Iterator<Item = usize> + Clone {
        let mut level = u8::MAX;
        (0..=at).rev().filter(move |other| {
            let passage = &self.passages[*other];
            let is_above = passage.heading.is_some() && passage.level < level;
            if is_above {
                level = passage.level;
            }
            is_above && passage.topic != Topic::Introduction
        })
    }

    /// A passage with all below it.
    fn scope(self, at: usize) -> Range<usize> {
        let level = self.passages[at].level;
        let below = self.passages[at + 1..].iter().take_while(|passage| passage.level > level);
        at..at + 1 + below.count()
    }

    /// One past the last passage about a call. Where calls have their sections below them, the rest is about all; otherwise the
    /// sections of a call follow its heading.
    fn end(self, start: usize, limit: usize, is_nested: bool) -> usize {
        let mut end = self.scope(start).end;
        while !(is_nested && self.is_named(start)) && end < limit && self.goes_on(start, end) {
            end = self.scope(end).end;
        }
        end.min(limit)
    }

    /// Whether a passage goes on with a call.
    fn goes_on(self, start: usize, at: usize) -> bool {
        let passage = &self.passages[at];
        let is_part =
            passage.topic.is_about_call() || matches!(passage.topic, Topic::Example | Topic::Permissions);
        passage.level >= self.passages[start].level && is_part
    }

    /// Whether a passage has a heading that is no section's.
    fn is_named(self, at: usize) -> bool {
        self.passages[at].heading.is_some_and(|heading| !names_topic(&heading.plain()))
    }

    /// Whether a passage is a section on a body or an answer.
    fn is_section(self, at: usize) -> bool {
        let passage = &self.passages[at];
        matches!(passage.topic, Topic::RequestBody | Topic::Response) && !self.is_named(at)
    }

    /// Whether a section below a passage says what one call sends or answers, or shows it.
    fn has_sections(self, at: usize) -> bool {
        self.scope(at).skip(1).any(|below| {
            let passage = &self.passages[below];
            let says = passage.topic.is_about_call() && passage.topic != Topic::HttpRequest;
            !self.is_named(below) && (says || passage.topic == Topic::Example)
        })
    }

    /// Whether two calls have a section each on their bodies, or on their answers, that say different things.
    fn tell_different_things(self, calls: &[Call]) -> bool {
        [Topic::RequestBody, Topic::Response].iter().any(|topic| {
            let sections = calls.iter().filter_map(|call| {
                let mut sections = call.passages.clone().filter(|at| self.is_section(*at));
                sections.find(|at| self.passages[*at].topic == *topic)
            });
            let words: Vec<Vec<String>> = sections.map(|at| words(&self.passages[at])).collect();
            words.windows(2).any(|pair| pair[0] != pair[1])
        })
    }
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
