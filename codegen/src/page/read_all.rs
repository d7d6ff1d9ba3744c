//! All pages of a run, each read by itself.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostics};
use crate::page::{Page, read, report_front_matter};
use crate::source::{FileId, Sources, Span};

/// Reads all pages. A file without a title that another page includes is a fragment: what it says is reported there.
pub(crate) fn read_all(sources: &Sources, diagnostics: &mut Diagnostics) -> BTreeMap<FileId, Page> {
    diagnostics.report_unreadable(sources);
    // A page is read by itself, so that all can be read at once.
    let ids: Vec<FileId> = sources.ids().filter(|id| !sources.get(*id).is_beside()).collect();
    let read = ids.into_par_iter().map(|id| {
        let mut found = Diagnostics::default();
        (id, read(sources, id, &mut found), found)
    });
    let read: Vec<_> = read.collect();
    // A file that only fragments include is not a part of any page.
    let whole = read.iter().filter(|(_, page, _)| !page.is_fragment());
    let included: BTreeSet<FileId> = whole.flat_map(|(_, page, _)| &page.includes).copied().collect();
    let mut pages = BTreeMap::new();
    for (id, page, found) in read {
        // A file that is not UTF-8 may be a page that cannot be recognised.
        let is_readable = sources.get(id).not_utf8.is_none();
        if !(page.is_fragment() && included.contains(&id) && is_readable) {
            diagnostics.extend(found);
            pages.insert(id, page);
        }
    }
    report_front_matter(&pages, sources, diagnostics);
    report_missing_includes(&pages, diagnostics);
    pages
}

/// Reports each file that is not there once, at the first place that includes it.
fn report_missing_includes(pages: &BTreeMap<FileId, Page>, diagnostics: &mut Diagnostics) {
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
