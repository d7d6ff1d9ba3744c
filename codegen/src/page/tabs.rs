//! Groups of tabs: `# [HTTP](#tab/http)` … `# [C#](#tab/csharp)` … `---`.
//!
//! A group with a tab for HTTP shows one request in several languages, and only that tab is read. Any other group is cases
//! side by side, which are all read.

use std::ops::Range;

use crate::markdown::{Block, BlockKind};

/// The places and the labels of a group's tabs.
type Cases = Vec<(Range<usize>, String)>;

/// The blocks without the tabs of other languages; and the groups of tabs that are cases of their own.
pub(super) fn settle(blocks: Vec<Block>) -> (Vec<Block>, Vec<Cases>) {
    let (mut kept, mut groups) = (Vec::new(), Vec::new());
    let mut group: Vec<Tab> = Vec::new();
    for block in blocks {
        match block.kind {
            BlockKind::Tab { id, label } => {
                group.push(Tab { id, label, start: block.span.start, blocks: Vec::new() });
            }
            BlockKind::Rule => end(&mut group, block.span.start, &mut kept, &mut groups),
            BlockKind::Heading { .. } => {
                end(&mut group, block.span.start, &mut kept, &mut groups);
                kept.push(block);
            }
            _ => match group.last_mut() {
                Some(tab) => tab.blocks.push(block),
                None => kept.push(block),
            },
        }
    }
    end(&mut group, usize::MAX, &mut kept, &mut groups);
    (kept, groups)
}

struct Tab {
    id: String,
    label: String,
    start: usize,
    blocks: Vec<Block>,
}

fn end(group: &mut Vec<Tab>, end: usize, kept: &mut Vec<Block>, groups: &mut Vec<Cases>) {
    let is_http = |tab: &Tab| tab.id.eq_ignore_ascii_case("http") || tab.label.eq_ignore_ascii_case("http");
    let shows_languages = group.iter().any(is_http);
    let mut ends: Vec<usize> = group.iter().skip(1).map(|tab| tab.start).collect();
    ends.push(end);
    let mut cases = Vec::new();
    for (tab, end) in group.drain(..).zip(ends) {
        let is_other = shows_languages && !is_http(&tab);
        kept.extend(tab.blocks.into_iter().filter(|block| !is_other || !is_sample(block)));
        if !shows_languages {
            cases.push((tab.start..end, tab.label));
        }
    }
    groups.extend((!cases.is_empty()).then_some(cases));
}

/// Code in a language, or the file that holds it. Where the end of a group is forgotten, the next HTTP message is none.
fn is_sample(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Include(_) => true,
        BlockKind::Code { info, .. } => {
            let language = info.text.trim().to_ascii_lowercase();
            !["", "http", "https", "json"].iter().any(|known| language == *known)
        }
        _ => false,
    }
}
