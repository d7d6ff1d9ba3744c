//! Pages that are kept from one run to the next: most files are the same then.

use super::read_all::{ReadFile, read_with};
use crate::source::{FileId, Sources};

/// The pages of a run as they stood in their files, for a run on nearly the same files.
///
/// With them a run gives what it would give without them. It reads the pages that have changed, and those that include a
/// file that has. If a file was added or taken away, it reads all.
#[derive(Debug, Default)]
pub struct KeptPages {
    sources: Sources,
    pages: Vec<ReadFile>,
}

impl KeptPages {
    /// The pages of these files; what was read anew is kept in place of what it was.
    pub(crate) fn read_all(&mut self, sources: &Sources) -> Vec<ReadFile> {
        let same_files = self.sources.has_files_of(sources);
        let is_same = |id: FileId| same_files && self.sources.get(id) == sources.get(id);
        let is_current = |read: &ReadFile| {
            let mut includes = read.pages.iter().flat_map(|page| &page.includes);
            is_same(read.file) && includes.all(|included| is_same(*included))
        };
        let kept = |id: FileId| {
            let at = self.pages.binary_search_by_key(&id, |read| read.file).ok()?;
            Some(&self.pages[at]).filter(|read| is_current(read)).cloned()
        };
        let pages = read_with(sources, |id| kept(id).unwrap_or_else(|| ReadFile::of(sources, id)));
        self.sources = sources.clone();
        self.pages = pages.clone();
        pages
    }
}
