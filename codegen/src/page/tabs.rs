//! Groups of tabs: `# [HTTP](#tab/http)` … `# [C#](#tab/csharp)` … `---`.
//!
//! A group with a tab for HTTP shows one request in several languages, and only that tab is read. Any other group is cases
//! side by side, which are all read.

use std::ops::Range;

use crate::markdown::{Block, BlockKind};

/// The places and the labels of a group's tabs.
type Cases = Vec<(Range<usize>, String)>;

/// A page's blocks once its tabs are read.
#[derive(Default)]
pub(super) struct TabGroups {
    /// The blocks without the tabs of other languages.
    pub(super) blocks: Vec<Block>,
    /// What stands in these.
    pub(super) samples: Vec<Block>,
    /// The groups of tabs that are cases of their own.
    pub(super) groups: Vec<Cases>,
    /// Whether a heading cut a group of languages, whose other tabs may stand further down.
    is_cut: bool,
}

/// Reads the tabs.
pub(super) fn read(blocks: Vec<Block>) -> TabGroups {
    let mut tabs = TabGroups::default();
    let mut group: Vec<Tab> = Vec::new();
    for block in blocks {
        match block.kind {
            BlockKind::Tab { id, label } => {
                group.push(Tab { id, label, start: block.span.start(), blocks: Vec::new() });
            }
            BlockKind::Rule => {
                tabs.end(&mut group, block.span.start());
                tabs.is_cut = false;
            }
            BlockKind::Heading { .. } => {
                tabs.is_cut |= tabs.end(&mut group, block.span.start());
                tabs.blocks.push(block);
            }
            _ => match group.last_mut() {
                Some(tab) => tab.blocks.push(block),
                None => tabs.blocks.push(block),
            },
        }
    }
    tabs.end(&mut group, usize::MAX);
    tabs
}

struct Tab {
    id: String,
    label: String,
    start: usize,
    blocks: Vec<Block>,
}

impl TabGroups {
    /// Ends a group, and tells whether it shows one request in several languages.
    fn end(&mut self, group: &mut Vec<Tab>, end: usize) -> bool {
        let is_http =
            |tab: &Tab| tab.id.eq_ignore_ascii_case("http") || tab.label.eq_ignore_ascii_case("http");
        let goes_on =
            self.is_cut && !group.is_empty() && group.iter().all(|tab| tab.blocks.iter().all(is_sample));
        let shows_languages = goes_on || group.iter().any(is_http);
        let mut ends: Vec<usize> = group.iter().skip(1).map(|tab| tab.start).collect();
        ends.push(end);
        let mut cases = Vec::new();
        for (tab, end) in group.drain(..).zip(ends) {
            let is_other = shows_languages && !is_http(&tab);
            for block in tab.blocks {
                let list = if is_other && is_sample(&block) { &mut self.samples } else { &mut self.blocks };
                list.push(block);
            }
            if !shows_languages {
                cases.push((tab.start..end, tab.label));
            }
        }
        self.groups.extend((!cases.is_empty()).then_some(cases));
        shows_languages
    }
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
