//! What a page's file name and its routes call it: words for the resource and for each function, not yet Rust.

mod functions;
mod query;
mod words;

use crate::page::Page;
pub(crate) use functions::of_routes;
use words::Words;
pub(crate) use words::is_verb;

/// The names that a page gives, in snake case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PageNames {
    /// What the page is about: `customer_payment` of `dynamics-create-customerpayment`.
    pub(crate) resource: String,
    /// All words of the file's name: `create_customer_payment`.
    pub(crate) words: String,
    /// The same, each by itself: `create`, `customer_payment`.
    pub(crate) parts: Vec<String>,
    /// The function of each route, in the order of the routes.
    pub(crate) functions: Vec<String>,
}

/// Finds the names of a page that has been read. `stem` is its file's name without the extension.
pub(crate) fn of(page: &Page, stem: &str) -> PageNames {
    let words = Words::of(page, stem);
    let joined = words.joined();
    PageNames {
        resource: words.resource().to_owned(),
        functions: functions::functions(page, &joined),
        words: joined,
        parts: words.into_parts(),
    }
}

impl Page {
    /// Breaks the words of the page's names as `settled` says.
    pub(crate) fn break_names(&mut self, settled: &dyn Fn(&str) -> Option<String>) {
        let parts: Vec<String> =
            self.names.parts.iter().map(|part| settled(part).unwrap_or_else(|| part.clone())).collect();
        if parts == self.names.parts {
            return;
        }
        let words = parts.join("_");
        self.names = PageNames {
            resource: settled(&self.names.resource).unwrap_or_else(|| self.names.resource.clone()),
            functions: functions::functions(self, &words),
            words,
            parts,
        };
    }
}
