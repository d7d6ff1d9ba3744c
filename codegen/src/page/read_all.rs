//! All pages of a run, each read by itself.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostics};
use crate::page::{Page, Pages, read, report_front_matter};
use crate::source::{FileId, Sources, Span};

/// How many pages a thread takes at once.
const PORTION: usize = 16;

/// A page as it stands in its file, with what is wrong with it.
#[derive(Clone, Debug)]
pub(crate) struct ReadPage {
    pub(super) page: Arc<Page>,
    pub(super) found: Arc<Diagnostics>,
}

/// Reads all pages. A page is read by itself, so that all can be read at once.
pub(crate) fn read_all(sources: &Sources) -> Vec<ReadPage> {
    read_with(sources, |id| ReadPage::of(sources, id))
}

/// The pages of all files, in their order, as `page` gives them.
pub(super) fn read_with(sources: &Sources, page: impl Fn(FileId) -> ReadPage + Sync + Send) -> Vec<ReadPage> {
    let ids: Vec<FileId> = sources.ids().filter(|id| !sources.get(*id).is_beside()).collect();
    // Small portions keep all threads busy: otherwise one that is left with many large pages works on alone.
    ids.into_par_iter().with_max_len(PORTION).map(page).collect()
}

impl ReadPage {
    pub(super) fn of(sources: &Sources, file: FileId) -> Self {
        let mut found = Diagnostics::default();
        let page = Arc::new(read(sources, file, &mut found));
        ReadPage { page, found: Arc::new(found) }
    }
}

/// The pages by their files. A file without a title that another page includes is a fragment: what it says is reported there.
pub(crate) fn gather(read: Vec<ReadPage>, sources: &Sources, diagnostics: &mut Diagnostics) -> Pages {
    diagnostics.report_unreadable(sources);
    // A file that only fragments include is not a part of any page.
    let whole = read.iter().map(|read| &read.page).filter(|page| !page.is_fragment());
    let included: BTreeSet<FileId> = whole.flat_map(|page| &page.includes).copied().collect();
    let pages = read.into_iter().filter_map(|ReadPage { page, found }| {
        let id = page.file;
        // A file that is not UTF-8 may be a page that cannot be recognised.
        let is_readable = sources.get(id).not_utf8.is_none();
        let is_fragment = page.is_fragment() && included.contains(&id) && is_readable;
        (!is_fragment).then(|| {
            diagnostics.extend(Arc::unwrap_or_clone(found));
            (id, page)
        })
    });
    let pages = pages.collect();
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
