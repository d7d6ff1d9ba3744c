//! Files that stand for a part of a page: what they hold takes the place of the line that names them.

use super::front_matter;
use crate::diagnostic::Diagnostics;
use crate::markdown::{self, Block, BlockKind};
use crate::page::tabs;
use crate::source::{Excerpt, FileId, Sources, Span};

/// Includes in includes go no deeper.
const MAX_DEPTH: usize = 8;

/// The blocks with those of the included files in their places, and the includes that are not among the files: the path,
/// as far as it can be told, and the place that names it.
pub(super) fn expand(
    blocks: Vec<Block>,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> (Vec<Block>, Vec<(String, Span)>) {
    let mut expansion =
        Expansion { sources, diagnostics, open: Vec::new(), blocks: Vec::new(), missing: Vec::new() };
    expansion.add(blocks);
    (expansion.blocks, expansion.missing)
}

struct Expansion<'a> {
    sources: &'a Sources,
    diagnostics: &'a mut Diagnostics,
    /// The files that are being included.
    open: Vec<FileId>,
    blocks: Vec<Block>,
    missing: Vec<(String, Span)>,
}

impl Expansion<'_> {
    fn add(&mut self, blocks: Vec<Block>) {
        for block in blocks {
            let BlockKind::Include(target) = &block.kind else {
                self.blocks.push(block);
                continue;
            };
            match self.sources.relative(block.span.file, target) {
                Some(file) if self.open.len() < MAX_DEPTH && !self.open.contains(&file) => {
                    let included = self.read(file);
                    self.open.push(file);
                    self.add(included);
                    self.open.pop();
                }
                Some(_) => {}
                None => {
                    let path = self.sources.path_from(block.span.file, target);
                    self.missing.push((path.unwrap_or_else(|| target.clone()), block.span));
                }
            }
        }
    }

    fn read(&mut self, file: FileId) -> Vec<Block> {
        let text = self.sources.text(file);
        let (_, start) = front_matter::read(text, file, self.diagnostics);
        let text = Excerpt::whole(&text[start..], file, start);
        tabs::settle(markdown::read(&text, None, self.diagnostics)).0
    }
}
