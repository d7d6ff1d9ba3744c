//! What a page's file name and its routes call it: words for the resource and for each function, not yet Rust.

mod candidates;
mod functions;
mod query;
mod words;

use crate::page::Page;
pub(crate) use functions::of_routes;
use words::Words;
pub(crate) use words::{beside, is_verb};

/// The names that a page gives, in snake case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PageNames {
    /// What the page is about: `customer_payment` of `dynamics-create-customerpayment`.
    pub(crate) resource: String,
    /// All words of the file's name: `create_customer_payment`.
    pub(crate) words: String,
    /// The same, each by itself: `create`, `customer_payment`.
    pub(crate) parts: Vec<String>,
    /// What stands before the resource and names a part of the product: `mam` of `intune-mam-mobileapp-get`.
    pub(crate) area: String,
    /// The function of each route, in the order of the routes.
    pub(crate) functions: Vec<String>,
    /// The same with all words of the file's name, which no other page has.
    pub(crate) full: Vec<String>,
}

/// Finds the names of a page that has been read. `stem` is its file's name without the extension.
pub(crate) fn of(page: &Page, stem: &str) -> PageNames {
    let words = Words::of(page, stem);
    let joined = words.joined();
    PageNames {
        resource: words.resource().to_owned(),
        area: words.area(),
        functions: functions::functions(page, &words.beside_resource()),
        full: functions::functions(page, &joined),
        words: joined,
        parts: words.into_parts(),
    }
}
