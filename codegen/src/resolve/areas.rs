//! Which area of the API each item belongs to: its page tells.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToKebabCase;
use rayon::prelude::*;

use super::area_names::Parts;
use crate::model::{Area, Areas, EnumType, QualifiedName, StructuredType};
use crate::page::{Page, PageKind, Pages};
use crate::source::{FileId, Sources, file_stem};

/// The area of items that no page describes, or whose page does not name one.
const CORE: &str = "core";

/// Finds the areas of all items.
pub(super) fn resolve(
    structured: &BTreeMap<QualifiedName, StructuredType>,
    enums: &BTreeMap<QualifiedName, EnumType>,
    pages: &Pages,
    sources: &Sources,
) -> Areas {
    let placed: Vec<PlacedPage<'_>> = pages
        .par_iter()
        .map(|(_, page)| PlacedPage::of(page, file_stem(&sources.get(page.id.file).path)))
        .collect();
    let with_calls = placed.iter().filter(|it| it.page.kind == PageKind::Api).map(|it| it.product.as_str());
    let with_calls = with_calls.collect();
    let parts = parts(&placed);
    let pages: BTreeMap<FileId, Area> =
        placed.iter().map(|it| (it.page.id.file, it.area(&parts, &with_calls))).collect();
    let of = |page: Option<FileId>| {
        page.and_then(|page| pages.get(&page).cloned()).unwrap_or_else(|| Area(CORE.to_owned()))
    };
    let main = |pages: &[FileId]| main_page(pages, sources);
    let structured = structured.iter().map(|(name, type_)| (name.clone(), of(page_of(type_, main))));
    let enums = enums.iter().map(|(name, type_)| (name.clone(), of(main(&type_.description.pages))));
    let types = structured.chain(enums).collect();
    Areas { types, pages }
}

/// Of several pages that describe a type, the one whose file has the shortest name: others add the words of an area that
/// tells of its own part of the type.
fn main_page(pages: &[FileId], sources: &Sources) -> Option<FileId> {
    pages.iter().copied().min_by_key(|page| file_stem(&sources.get(*page).path).len())
}

/// A type that no page describes has the area of the example that shows it.
fn page_of(type_: &StructuredType, main: impl Fn(&[FileId]) -> Option<FileId>) -> Option<FileId> {
    let described = main(&type_.description.pages);
    described
        .or(type_.owner.map(|page| page.file))
        .or_else(|| type_.properties.first().map(|property| property.span.file))
}

/// A page with what its name and its front matter say of its place.
struct PlacedPage<'a> {
    page: &'a Page,
    /// The file's name.
    stem: &'a str,
    product: String,
}

/// The parts of the products most of whose pages name a part of the product second. A few pages of another one have names
/// that look like that by chance.
fn parts<'a>(placed: &'a [PlacedPage<'_>]) -> BTreeMap<&'a str, Parts> {
    let mut by_product: BTreeMap<&str, Vec<&PlacedPage<'_>>> = BTreeMap::new();
    for page in placed {
        by_product.entry(&page.product).or_default().push(page);
    }
    by_product.retain(|_, pages| pages.iter().filter(|page| page.part().is_some()).count() * 2 > pages.len());
    let parts = by_product.into_iter().map(|(product, pages)| {
        (product, Parts::of(pages.into_iter().filter_map(|it| Some((it.page, it.any_part()?)))))
    });
    parts.collect()
}

impl<'a> PlacedPage<'a> {
    fn of(page: &'a Page, stem: &'a str) -> Self {
        let product = page.front.product.as_ref().map_or("", |product| &product.value);
        PlacedPage { page, stem, product: product.to_lowercase().to_kebab_case() }
    }

    /// The part of its product that a file's name may name: `apps` of `intune-apps-mobileapp-get`.
    fn part(&self) -> Option<&'a str> {
        let words: Vec<&str> = self.stem.split(['-', '_']).collect();
        // Product, part and resource; the pages of operations have the verb besides.
        let least = if self.page.kind == PageKind::Api { 4 } else { 3 };
        match words.as_slice() {
            [first, part, ..] if words.len() >= least && first.to_lowercase() == self.product => Some(part),
            _ => None,
        }
    }

    /// The same of a page that tells of the part itself: `apps` of `intune-apps-overview`.
    fn any_part(&self) -> Option<&'a str> {
        self.part().or_else(|| {
            let mut words = self.stem.split(['-', '_']);
            let first = words.next().filter(|first| first.to_lowercase() == self.product);
            first.and(words.next()).filter(|_| self.page.kind == PageKind::Other)
        })
    }

    /// By the product that the page names; of a product so big that its files name the part of it second, by that part. Else
    /// by the namespace: so with a product that no page of an operation names, which is a slip or no product at all.
    fn area(&self, parts: &BTreeMap<&str, Parts>, with_calls: &BTreeSet<&str>) -> Area {
        let product = self.product.as_str();
        let part = self.part().and_then(|part| parts.get(product)?.name(part));
        Area(match part {
            Some(part) => format!("{product}-{part}"),
            None if with_calls.contains(product) && !product.is_empty() => product.to_owned(),
            None => {
                let namespace = self.page.namespace();
                match namespace.strip_prefix("microsoft.graph").unwrap_or(namespace) {
                    "" => CORE.to_owned(),
                    below => below.to_kebab_case(),
                }
            }
        })
    }
}
