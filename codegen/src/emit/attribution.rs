//! The authors and the licence of the pages' words: `ATTRIBUTION.md`, and the licences of the code.
//!
//! They are written if the user says where the pages' text comes from.

use super::Crate;
use super::front_page::made_from;
use crate::format::{Address, Doc, File, Markdown};

/// The file that says it.
pub(crate) const FILE: &str = "ATTRIBUTION.md";

/// The files.
pub(crate) fn files(krate: &Crate<'_>) -> Vec<(String, File)> {
    let Some(attribution) = &krate.options.attribution else { return Vec::new() };
    let own = [
        ("LICENSE-MIT", include_str!("../../../LICENSE-MIT")),
        ("LICENSE-APACHE", include_str!("../../../LICENSE-APACHE")),
    ];
    let own = own.map(|(name, text)| (name.to_owned(), File::copied("", text)));
    let page = File::markdown(&Markdown::ours("Attribution"), &page(krate, attribution));
    [(FILE.to_owned(), page)].into_iter().chain(own).collect()
}

fn page(krate: &Crate<'_>, attribution: &str) -> Doc {
    let mut doc = Doc::default();
    doc.paragraph(&Markdown::text(attribution));
    doc.ours(
        "The words of the documentation, and the names of types, properties and operations, come from reference pages. They have \
         been shortened, reordered and turned into the documentation of Rust items.",
    );
    for origin in &krate.options.origins {
        doc.paragraph(&made_from(origin));
    }
    let links = krate.options.page_licenses.iter().filter_map(|license| {
        let address = Address::web(&format!("https://spdx.org/licenses/{license}.html"))?;
        Some(Markdown::link(&Markdown::text(license), &address))
    });
    let links: Vec<Markdown> = links.collect();
    if !links.is_empty() {
        doc.paragraph(&Markdown::with("The pages' licence: {}.", [Markdown::join(links, ", ")]));
    }
    doc.ours(
        "The code, which a generator wrote or has copied here, is under MIT ([LICENSE-MIT](LICENSE-MIT)) or Apache-2.0 \
         ([LICENSE-APACHE](LICENSE-APACHE)), at your option.",
    );
    doc
}
