//! Files that stand for a part of a page: what they hold takes the place of the line that names them.

use super::front_matter;
use crate::diagnostic::{Code, Diagnostics};
use crate::limits;
use crate::markdown::{self, Block, BlockKind};
use crate::page::tabs;
use crate::source::{Excerpt, FileId, Sources, Span};

/// Includes in includes go no deeper.
const MAX_DEPTH: usize = 8;

/// A page's blocks once its includes are read.
pub(super) struct Expanded {
    pub(super) blocks: Vec<Block>,
    /// The files that are parts of the page.
    pub(super) read: Vec<FileId>,
    /// The included files that are missing: the path, as far as it is known, and the place that names it.
    pub(super) missing: Vec<(String, Span)>,
}

/// Puts the blocks of included files in their places. What `samples` include, in other languages, is not needed.
pub(super) fn expand(tabs: tabs::TabGroups, sources: &Sources, diagnostics: &mut Diagnostics) -> Expanded {
    let expanded = Expanded { blocks: Vec::new(), read: Vec::new(), missing: Vec::new() };
    let left = limits::INCLUDES;
    let mut expansion = Expansion { sources, diagnostics, left, open: Vec::new(), expanded };
    expansion.pass_over(&tabs.samples);
    expansion.add(tabs.blocks);
    expansion.expanded
}

struct Expansion<'a> {
    sources: &'a Sources,
    diagnostics: &'a mut Diagnostics,
    /// How many files may still be included.
    left: usize,
    /// The files that are being included.
    open: Vec<FileId>,
    expanded: Expanded,
}

impl Expansion<'_> {
    fn add(&mut self, blocks: Vec<Block>) {
        for block in blocks {
            let BlockKind::Include(target) = &block.kind else {
                self.expanded.blocks.push(block);
                continue;
            };
            match self.sources.relative(block.span.file, target) {
                Some(_) if self.left == 0 => {
                    let message =
                        format!("a page includes {} files at most; this one is missing", limits::INCLUDES);
                    self.diagnostics.report(Code::OverLimit, block.span, message);
                }
                Some(file) if self.open.len() < MAX_DEPTH && !self.open.contains(&file) => {
                    let included = self.read(file);
                    self.open.push(file);
                    self.add(included);
                    self.open.pop();
                }
                Some(_) => {}
                None => {
                    let path = self.sources.path_from(block.span.file, target);
                    self.expanded.missing.push((path.unwrap_or_else(|| target.clone()), block.span));
                }
            }
        }
    }

    fn read(&mut self, file: FileId) -> Vec<Block> {
        self.left -= 1;
        self.expanded.read.push(file);
        let text = self.sources.text(file);
        let (_, start) = front_matter::read(text, file, self.diagnostics);
        let text = Excerpt::whole(&text[start..], file, start);
        let tabs = tabs::read(markdown::read(&text, None, self.diagnostics));
        self.pass_over(&tabs.samples);
        tabs.blocks
    }

    fn pass_over(&mut self, samples: &[Block]) {
        for block in samples {
            if let BlockKind::Include(target) = &block.kind {
                self.expanded.read.extend(self.sources.relative(block.span.file, target));
            }
        }
    }
}
