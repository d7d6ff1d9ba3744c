//! What several pages say of one call or type. What another page than its own adds stands behind that page's name: it may
//! hold for the area of that page alone.

use super::Crate;
use super::elsewhere::say_more;
use super::mains::Called;
use super::said_once;
use crate::format::{Doc, Markdown};
use crate::model::{Operation, Remarks};
use crate::names::ItemName;
use crate::source::FileId;
use crate::text::RichText;

/// Texts with the page that they are from; none for the item's own.
pub(super) type ByPage = Vec<(Option<FileId>, Vec<RichText>)>;

/// The remarks of a call that stand at its function.
pub(super) struct Here<'a> {
    pages: Vec<FileId>,
    remarks: Vec<&'a Remarks>,
    /// Remarks at a function that the documentation leads to, which says them already.
    there: &'a [Remarks],
    /// The functions at which the others stand.
    elsewhere: Vec<&'a ItemName>,
}

impl<'a> Here<'a> {
    pub(super) fn of(
        krate: &'a Crate<'_>,
        (operation, names): Called<'a>,
        mut elsewhere: Vec<&'a ItemName>,
        there: &'a [Remarks],
    ) -> Self {
        let mut here = Vec::new();
        let is_further = |remarks: &&Remarks| !remarks.is_empty() && !there.contains(remarks);
        for remarks in operation.remarks.iter().filter(is_further) {
            match krate.mains.telling(remarks) {
                Some(telling) if telling.function != names.function => elsewhere.push(&telling.function),
                _ => here.push(remarks),
            }
        }
        Here { pages: pages(operation), remarks: here, there, elsewhere }
    }

    /// Adds what the pages say of the call outside of their sections: introductions, notes, and links to where the rest stands.
    pub(super) fn introduce(&self, doc: &mut Doc, krate: &Crate<'_>, introductions: Vec<RichText>) {
        let mut all = by_page(&self.pages, introductions);
        for (page, notes) in self.all(|remarks| &remarks.notes) {
            add(&mut all, page, notes);
        }
        all.sort_by_key(|(page, _)| page.is_some());
        texts(doc, krate, &all);
        say_more(doc, self.elsewhere.clone());
    }

    /// What the remarks say of one thing.
    pub(super) fn all(&self, of: fn(&Remarks) -> &Vec<RichText>) -> ByPage {
        let new = said_once::beyond(self.there.iter().map(of), self.remarks.iter().copied().map(of));
        let pages = self.remarks.iter().map(|remarks| further(&self.pages, remarks.page.file));
        pages.zip(new).collect()
    }
}

/// The pages of a call, its own first.
pub(super) fn pages(operation: &Operation) -> Vec<FileId> {
    operation.places.iter().map(|place| place.page.file).collect()
}

/// Texts by their pages, of which the first is the item's own. What a page includes is the page's.
pub(super) fn by_page(pages: &[FileId], texts: impl IntoIterator<Item = RichText>) -> ByPage {
    let mut all = ByPage::new();
    let mut page = None;
    for text in texts {
        if pages.contains(&text.span.file) {
            page = further(pages, text.span.file);
        }
        add(&mut all, page, vec![text]);
    }
    all
}

/// The page, if it is not the first.
fn further(pages: &[FileId], page: FileId) -> Option<FileId> {
    pages.first().is_some_and(|own| *own != page).then_some(page)
}

fn add(all: &mut ByPage, page: Option<FileId>, more: Vec<RichText>) {
    match all.iter_mut().find(|(known, _)| *known == page) {
        Some((_, texts)) => texts.extend(more),
        None => all.push((page, more)),
    }
}

/// Adds texts, those of each further page behind its name.
pub(super) fn texts(doc: &mut Doc, krate: &Crate<'_>, all: &ByPage) {
    for (page, texts) in all.iter().filter(|(_, texts)| !texts.is_empty()) {
        if let Some(page) = page {
            doc.paragraph(&Markdown::with("According to {}:", [krate.page_links(&[*page])]));
        }
        for text in texts {
            doc.prose(text, krate);
        }
    }
}

/// A heading with a list and sentences below it, where there are any.
pub(super) fn section(
    doc: &mut Doc,
    krate: &Crate<'_>,
    heading: &'static str,
    list: &[Markdown],
    words: &ByPage,
) {
    doc.headed(heading, |doc| {
        doc.list(list);
        texts(doc, krate, words);
    });
}
