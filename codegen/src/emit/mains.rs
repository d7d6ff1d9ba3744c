//! The function that has a page's words: the one whose name lacks a suffix. The functions of the page's other routes lead
//! there.

use std::collections::BTreeMap;

use crate::model::{ApiModel, Operation, Remarks, Section};
use crate::names::{Names, OperationNames};
use crate::source::PageId;
use crate::text::RichText;

/// An operation and its names.
pub(crate) type Called<'a> = (&'a Operation, &'a OperationNames);

/// The functions of each page.
pub(crate) struct Mains<'a> {
    /// By the page that names them, the main one first.
    of_page: BTreeMap<PageId, Vec<Called<'a>>>,
    /// Of pages that only say more of calls that other pages name.
    beside: BTreeMap<PageId, Called<'a>>,
    /// By the heading of the page, where a file has several.
    of_section: BTreeMap<&'a Section, Called<'a>>,
    /// Where what a page says of all its calls stands.
    of_remarks: BTreeMap<&'a Remarks, Called<'a>>,
}

impl<'a> Mains<'a> {
    pub(crate) fn of(model: &'a ApiModel, names: &'a Names) -> Self {
        let mut of_page: BTreeMap<PageId, Vec<Called>> = BTreeMap::new();
        let mut beside = BTreeMap::new();
        let named = names.named(&model.operations);
        for called in &named {
            for (index, place) in called.0.places.iter().enumerate() {
                match index {
                    0 => of_page.entry(place.page).or_default().push(*called),
                    _ => _ = beside.entry(place.page).or_insert(*called),
                }
            }
        }
        for functions in of_page.values_mut() {
            // A suffix makes a name longer. The sort keeps the order of the routes otherwise.
            functions.sort_by_key(|(_, names)| names.function.ident.len());
        }
        let mut of_remarks = BTreeMap::new();
        // A page's remarks stand at its own main function, which may have those of further pages too.
        let mains: Vec<&Called<'_>> = of_page.values().filter_map(|functions| functions.first()).collect();
        let mut of_section = BTreeMap::new();
        for called in &mains {
            for section in &called.0.description.places {
                of_section.entry(section).or_insert(**called);
            }
            let own = called.0.places.first().map(|place| place.page);
            for remarks in called.0.remarks.iter().filter(|remarks| Some(remarks.page) == own) {
                of_remarks.entry(remarks).or_insert(**called);
            }
        }
        for called in mains.into_iter().chain(&named) {
            for remarks in &called.0.remarks {
                of_remarks.entry(remarks).or_insert(*called);
            }
        }
        Mains { of_page, beside, of_section, of_remarks }
    }

    /// The functions of the page that names this operation, the main one first; empty for a call that no page documents.
    pub(crate) fn siblings(&self, operation: &Operation) -> &[Called<'a>] {
        operation.places.first().map_or(&[], |place| self.named_by(place.page))
    }

    /// The functions that a page names, the main one first.
    pub(crate) fn named_by(&self, page: PageId) -> &[Called<'a>] {
        self.of_page.get(&page).map_or(&[], Vec::as_slice)
    }

    /// The function at which the words of an operation's page stand, where that is another one.
    pub(crate) fn elsewhere(&self, called: Called<'_>) -> Option<Called<'a>> {
        let main = self.siblings(called.0).first()?;
        (main.1.function != called.1.function).then_some(*main)
    }

    /// The function that a link to a heading of a file means, or one to the file, which is its first page's.
    pub(crate) fn linked(&self, section: &Section) -> Option<&'a OperationNames> {
        let page = PageId::first(section.page);
        let of_page = || self.of_page.get(&page).and_then(|functions| functions.first());
        let called = self.of_section.get(section).or_else(of_page).or_else(|| self.beside.get(&page));
        called.map(|(_, names)| *names)
    }

    /// Whether a heading of a file names a call.
    pub(crate) fn is_named(&self, section: &Section) -> bool {
        self.of_section.contains_key(section)
    }

    /// The function at which the words of another page than a call's own stand, if `text` is of such a page.
    pub(crate) fn telling_of(
        &self,
        (operation, names): Called<'_>,
        text: &RichText,
    ) -> Option<&'a OperationNames> {
        let page = PageId::first(text.span.file);
        let is_other = operation.places.first().is_some_and(|place| place.page.file != page.file);
        let main =
            self.named_by(page).first().filter(|main| is_other && main.1.function != names.function)?;
        Some(main.1)
    }

    /// Where remarks stand.
    pub(crate) fn telling(&self, remarks: &Remarks) -> Option<&'a OperationNames> {
        self.of_remarks.get(remarks).map(|(_, names)| *names)
    }
}
