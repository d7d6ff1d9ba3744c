//! A page of its own for each of several calls that one file describes.

use std::collections::BTreeSet;
use std::ops::Range;

use super::outline::{Passage, Topic};
use super::several_calls::Call;
use super::{introduction, text_routes};
use crate::markdown::{Block, BlockKind};
use crate::source::Span;
use crate::text::{Inline, RichText};

/// What a page on one of several calls consists of.
pub(super) struct CallPage {
    pub(super) blocks: Vec<Block>,
    /// Whether the title is the call's, and not the file's.
    pub(super) is_titled: bool,
}

/// The pages of all calls, each with what is said around them.
pub(super) fn of(blocks: &[Block], passages: &[Passage<'_>], calls: &[Call]) -> Vec<CallPage> {
    let cut = Cut { blocks, places: places(blocks, passages), passages, calls };
    let (introduction, sections) = cut.around();
    calls.iter().map(|call| cut.page(call, &introduction, &sections)).collect()
}

/// What stands around all calls.
pub(super) struct Around(BTreeSet<Span>);

impl Around {
    pub(super) fn of(passages: &[Passage<'_>], calls: &[Call]) -> Self {
        let blocks = around(passages, calls).flat_map(|at| passages[at].blocks);
        Around(blocks.map(|block| block.span).collect())
    }

    /// Whether something begins there.
    pub(super) fn holds(&self, other: Span) -> bool {
        let up_to = Span::new(other.file, other.start()..usize::MAX);
        self.0.range(..=up_to).next_back().is_some_and(|place| place.holds(other))
    }
}

/// The passages of no call.
fn around(passages: &[Passage<'_>], calls: &[Call]) -> impl Iterator<Item = usize> {
    (0..passages.len()).filter(|at| !calls.iter().any(|call| call.passages.contains(at)))
}

struct Cut<'a> {
    blocks: &'a [Block],
    passages: &'a [Passage<'a>],
    /// Where each passage stands among the blocks, with its heading.
    places: Vec<Range<usize>>,
    calls: &'a [Call],
}

/// Where each passage stands among the blocks; one with a heading begins there.
fn places(blocks: &[Block], passages: &[Passage<'_>]) -> Vec<Range<usize>> {
    let headings = blocks.iter().enumerate();
    let headings = headings.filter(|(_, block)| matches!(block.kind, BlockKind::Heading { .. }));
    let starts = [0].into_iter().chain(headings.map(|(at, _)| at));
    let lengths =
        passages.iter().map(|passage| passage.blocks.len() + usize::from(passage.heading.is_some()));
    starts.zip(lengths).map(|(start, length)| start..start + length).collect()
}

impl Cut<'_> {
    /// The page of a call, with what introduces all calls and the sections about all.
    fn page(&self, call: &Call, introduction: &[usize], sections: &[usize]) -> CallPage {
        let first = call.passages.start;
        let mut blocks = Vec::new();
        if call.is_named {
            // The call's heading is the title, and what stands there before the request introduces the call.
            let (heading, own) = self.passage(first).split_at(1);
            let request = request(own);
            blocks.extend(heading.iter().cloned().map(|heading| with_level(heading, 1)));
            blocks.extend_from_slice(&own[..request]);
            // What introduces all calls is said at the first one.
            let is_first = self.calls.first().is_some_and(|call| call.passages.start == first);
            let introduction = introduction.iter().flat_map(|at| self.passages[*at].blocks);
            match is_first {
                true => blocks.extend(introduction.cloned()),
                false => blocks.extend(introduction::of_every_call(introduction).cloned()),
            }
            blocks.extend(sections.iter().flat_map(|at| self.passage(*at)).cloned());
            if request < own.len() {
                blocks.extend(heading.iter().map(request_heading));
                blocks.extend_from_slice(&own[request..]);
            }
            let own = (first + 1..call.passages.end).flat_map(|at| self.passage(at)).cloned();
            let above = self.passages[first].level.saturating_sub(1);
            blocks.extend(own.map(|block| raised(block, above)));
        } else {
            let before = sections.iter().copied().filter(|at| *at < first);
            let behind = sections.iter().copied().filter(|at| *at >= first);
            let all = introduction.iter().copied().chain(before).chain(call.passages.clone()).chain(behind);
            blocks.extend(all.flat_map(|at| self.passage(at)).cloned());
        }
        CallPage { blocks, is_titled: call.is_named }
    }

    /// The passages around the calls: what introduces all of them, and the sections about all. A section on a call or its
    /// permissions is not where it stands below another heading: that of a call that could not be read, or of a sample.
    fn around(&self) -> (Vec<usize>, Vec<usize>) {
        let start = self.calls.first().map_or(0, |call| call.passages.start);
        let level = self.passages[start].level;
        let is_below_other = |at: usize| {
            let above = self.passages[..=at].iter().rev().find(|passage| passage.level <= level);
            above.is_some_and(|above| above.topic == Topic::Other)
        };
        let is_about_call =
            |passage: &Passage<'_>| passage.topic.is_about_call() || passage.topic == Topic::Permissions;
        let is_about_all =
            |at: &usize| *at < start || !is_below_other(*at) || !is_about_call(&self.passages[*at]);
        around(self.passages, self.calls).filter(is_about_all).partition(|at| {
            let passage = &self.passages[*at];
            let is_above = |call: &Call| {
                let level = self.passages[call.passages.start].level;
                let between = &self.passages[*at + 1..call.passages.start.max(*at + 1)];
                passage.level < level && between.iter().all(|other| other.level > passage.level)
            };
            let holds_calls = self.calls.iter().any(|call| *at < call.passages.start && is_above(call));
            passage.topic == Topic::Introduction || holds_calls
        })
    }

    fn passage(&self, at: usize) -> &[Block] {
        &self.blocks[self.places[at].clone()]
    }
}

/// Where the request begins among a call's own blocks: at its code, with the comments in front of that, or at a paragraph of
/// nothing else.
fn request(own: &[Block]) -> usize {
    let is_request =
        |block: &Block| matches!(block.kind, BlockKind::Code { .. }) || !text_routes::alone(block).is_empty();
    let request = own.iter().position(is_request).unwrap_or(own.len());
    let comments =
        own[..request].iter().rev().take_while(|block| matches!(block.kind, BlockKind::Comment(_)));
    if request < own.len() { request - comments.count() } else { request }
}

fn with_level(mut heading: Block, to: u8) -> Block {
    if let BlockKind::Heading { level, .. } = &mut heading.kind {
        *level = to;
    }
    heading
}

/// A block of a call whose heading has become the title: no section of the call stands below one that is about all calls.
fn raised(mut block: Block, by: u8) -> Block {
    if let BlockKind::Heading { level, .. } = &mut block.kind {
        *level = level.saturating_sub(by).max(2);
    }
    block
}

/// The heading of the section that lists a call's routes, for a call that has them right below its own.
fn request_heading(of_call: &Block) -> Block {
    let parts = [Inline::Text("HTTP request".to_owned())].into();
    let text = RichText { parts, span: of_call.span };
    Block { kind: BlockKind::Heading { level: 2, text, slug: None }, span: of_call.span }
}
