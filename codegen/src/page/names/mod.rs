//! What a page's file name and its routes call it: words for the resource and for each function, not yet Rust.

mod candidates;
mod functions;
mod query;
mod siblings;
mod words;

use crate::page::{Among, Page};
pub(crate) use functions::of_routes;
use words::Words;
pub(crate) use words::{is_verb, of_heading, without_resource};

/// The names that a page gives, in snake case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PageNames {
    /// What the page is about: `customer_payment` of `dynamics-create-customerpayment`.
    pub(crate) resource: String,
    /// All words of the file's name, or of the heading that names the page: `create_customer_payment`.
    pub(crate) words: String,
    /// The same, each by itself: `create`, `customer_payment`.
    pub(crate) parts: Vec<String>,
    /// What stands before the resource and names a part of the product: `mam` of `intune-mam-mobileapp-get`.
    pub(crate) area: String,
    /// The first word of the file's name, which is left out because nothing on the page is called by it.
    pub(crate) presumed: Option<String>,
    /// The function of each route, in the order of the routes.
    pub(crate) functions: Vec<String>,
}

/// Finds the names of a page that has been read. `stem` is its file's name without the extension.
pub(crate) fn of(page: &Page, stem: &str) -> PageNames {
    let words = Words::of(page, stem);
    let (resource, area) = (words.resource().to_owned(), words.area());
    let presumed = words.presumed().map(str::to_owned);
    PageNames { presumed, ..named(page, resource, words.into_parts(), area) }
}

/// Whether a file's name is that of a topic: it does not say what is done to a resource.
pub(super) fn is_topic(stem: &str) -> bool {
    !words::of_name(stem).iter().any(|word| is_verb(word))
}

/// The names of a file on a topic, whose pages have names of their own.
pub(super) fn of_topic(page: &Page, stem: &str) -> PageNames {
    let words = Words::of(page, stem);
    let resource = words.topic(page);
    named(page, resource, words.into_parts(), 0)
}

/// The names that these words are, of which so many name a part of the product.
fn named(page: &Page, resource: String, parts: Vec<String>, area: usize) -> PageNames {
    let (of_area, behind) = parts.split_at(area.min(parts.len()));
    let area = of_area.join("_");
    let (words, of_function) = match &page.among.name {
        Some(name) => (name.clone(), name.clone()),
        None => (parts.join("_"), without_resource(behind, &resource)),
    };
    PageNames {
        area,
        functions: functions::functions(page, &of_function),
        presumed: None,
        resource,
        words,
        parts,
    }
}

/// The names of one of the pages of a file, whose own name gives `of_file`.
pub(super) fn of_part(page: &Page, of_file: &PageNames) -> PageNames {
    let area = usize::from(!of_file.area.is_empty());
    PageNames {
        presumed: of_file.presumed.clone(),
        ..named(page, of_file.resource.clone(), of_file.parts.clone(), area)
    }
}

/// Names the pages of a file whose routes have changed.
pub(crate) fn name_anew(pages: &mut [&mut Page], stem: &str) {
    Among::tell(pages);
    for page in pages {
        page.names = if page.among.is_alone() { of(page, stem) } else { of_part(page, &page.names) };
    }
}

impl Page {
    /// What the functions are called with all words of the file's name, which no other page has.
    pub(crate) fn full_names(&self) -> Vec<String> {
        functions::functions(self, &self.names.words)
    }

    /// The page's names with the word breaks that `known` gives; none if nothing changes. A first word that it knows is a
    /// resource's, and not the product's.
    pub(crate) fn names_with_breaks(&self, known: &dyn Fn(&str) -> Option<String>) -> Option<PageNames> {
        let broken = |word: &String| known(word).unwrap_or_else(|| word.clone());
        let mut parts: Vec<String> = self.names.parts.iter().map(broken).collect();
        if let Some(first) = self.names.presumed.as_deref().and_then(known) {
            parts.insert(0, first.clone());
            return Some(named(self, first, parts, 0));
        }
        (parts != self.names.parts).then(|| {
            let area = usize::from(!self.names.area.is_empty());
            named(self, broken(&self.names.resource), parts, area)
        })
    }
}
