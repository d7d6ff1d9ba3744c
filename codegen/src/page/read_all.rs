//! All pages of a run, each file read by itself.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostics};
use crate::page::{Page, Pages, read, report_front_matter};
use crate::source::{FileId, Sources, Span};

/// How many pages a thread takes at once.
const PORTION: usize = 16;

/// A file's page as it stands there, or its pages, with what is wrong with them.
#[derive(Clone, Debug)]
pub(crate) struct ReadFile {
    pub(super) file: FileId,
    pub(super) pages: Vec<Arc<Page>>,
    pub(super) found: Arc<Diagnostics>,
}

/// Reads all pages. A page is read by itself, so that all can be read at once.
pub(crate) fn read_all(sources: &Sources) -> Vec<ReadFile> {
    read_with(sources, |id| ReadFile::of(sources, id))
}

/// The pages of all files, in their order, as `page` gives them.
pub(super) fn read_with(sources: &Sources, page: impl Fn(FileId) -> ReadFile + Sync + Send) -> Vec<ReadFile> {
    let ids: Vec<FileId> = sources.ids().filter(|id| !sources.get(*id).is_beside()).collect();
    // Small portions keep all threads busy: otherwise one that is left with many large pages works on alone.
    ids.into_par_iter().with_max_len(PORTION).map(page).collect()
}

impl ReadFile {
    pub(super) fn of(sources: &Sources, file: FileId) -> Self {
        let mut found = Diagnostics::default();
        // Collected in place, the pointers would keep the room of whole pages.
        let mut pages = Vec::new();
        pages.extend(read(sources, file, &mut found).into_iter().map(Arc::new));
        ReadFile { file, pages, found: Arc::new(found) }
    }
}

/// The pages by their files. A file without a title that another page includes is a fragment: what it says is reported there.
pub(crate) fn gather(read: Vec<ReadFile>, sources: &Sources, diagnostics: &mut Diagnostics) -> Pages {
    diagnostics.report_unreadable(sources);
    // A file that only fragments include is not a part of any page.
    let whole = read.iter().flat_map(|read| &read.pages).filter(|page| !page.is_fragment());
    let included: BTreeSet<FileId> = whole.flat_map(|page| &page.includes).copied().collect();
    let mut pages = Pages::new();
    for ReadFile { file, pages: of_file, found } in read {
        // A file that is not UTF-8 may be a page that cannot be recognised.
        let is_readable = sources.get(file).not_utf8.is_none();
        let is_fragment = of_file.iter().all(|page| page.is_fragment());
        if !(is_fragment && included.contains(&file) && is_readable) {
            diagnostics.extend(Arc::unwrap_or_clone(found));
            pages.extend(of_file.into_iter().map(|page| (page.id, page)));
        }
    }
    report_front_matter(&pages, sources, diagnostics);
    report_missing_includes(&pages, diagnostics);
    pages
}

/// Reports each file that is not there once, at the first place that includes it.
fn report_missing_includes(pages: &Pages, diagnostics: &mut Diagnostics) {
    let mut missing: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    for (path, span) in pages.values().flat_map(|page| &page.missing_includes) {
        missing.entry(path).or_default().push(*span);
    }
    for (path, spans) in missing {
        let Some((first, others)) = spans.split_first() else { continue };
        let message =
            format!("the page includes `{path}`, which is not among the files; its text is missing");
        let related = others.iter().map(|span| (*span, "also included here".to_owned())).collect();
        diagnostics.report_with(Code::MissingInclude, *first, message, related);
    }
}
