//! Which area of the API each item belongs to: its page tells.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToKebabCase;

use super::area_names::Parts;
use crate::model::{Area, Areas, EnumType, QualifiedName, StructuredType};
use crate::page::{Page, PageKind};
use crate::source::{FileId, Sources, file_stem};

/// The area of items that no page describes, or whose page does not name one.
const CORE: &str = "core";

/// Finds the areas of all items.
pub(super) fn resolve(
    structured: &BTreeMap<QualifiedName, StructuredType>,
    enums: &BTreeMap<QualifiedName, EnumType>,
    pages: &BTreeMap<FileId, Page>,
    sources: &Sources,
) -> Areas {
    let stem = |id: &FileId| file_stem(&sources.get(*id).path);
    let big = big_products(pages.iter().map(|(id, page)| (page, stem(id))));
    let called = |product: &String| {
        let pages = pages.iter().filter(|(_, page)| self::product(page) == *product);
        (product.clone(), Parts::of(pages.filter_map(|(id, page)| Some((page, any_part(page, stem(id))?)))))
    };
    let parts: BTreeMap<String, Parts> = big.iter().map(called).collect();
    let with_calls = pages.values().filter(|page| page.kind == PageKind::Api).map(product).collect();
    let area = |(id, page): (&FileId, &Page)| (*id, of_page(page, stem(id), &parts, &with_calls));
    let pages: BTreeMap<FileId, Area> = pages.iter().map(area).collect();
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
    described.or(type_.owner).or_else(|| type_.properties.first().map(|property| property.span.file))
}

/// The products most of whose pages name a part of the product second. A few pages of another one have names that look
/// like that by chance.
fn big_products<'a>(pages: impl Iterator<Item = (&'a Page, &'a str)>) -> BTreeSet<String> {
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (page, stem) in pages {
        let (parts, all) = counts.entry(product(page)).or_default();
        *parts += usize::from(part(page, stem).is_some());
        *all += 1;
    }
    counts.into_iter().filter(|(_, (parts, all))| parts * 2 > *all).map(|(product, _)| product).collect()
}

fn product(page: &Page) -> String {
    page.front.product.as_ref().map_or("", |product| &product.value).to_lowercase().to_kebab_case()
}

/// The part of its product that a file's name may name: `apps` of `intune-apps-mobileapp-get`.
fn part<'a>(page: &Page, stem: &'a str) -> Option<&'a str> {
    let words: Vec<&str> = stem.split(['-', '_']).collect();
    // Product, part and resource; the pages of operations have the verb besides.
    let least = if page.kind == PageKind::Api { 4 } else { 3 };
    match words.as_slice() {
        [first, part, ..] if words.len() >= least && first.to_lowercase() == product(page) => Some(part),
        _ => None,
    }
}

/// The same of a page that tells of the part itself: `apps` of `intune-apps-overview`.
fn any_part<'a>(page: &Page, stem: &'a str) -> Option<&'a str> {
    part(page, stem).or_else(|| {
        let mut words = stem.split(['-', '_']);
        let first = words.next().filter(|first| first.to_lowercase() == product(page));
        first.and(words.next()).filter(|_| page.kind == PageKind::Other)
    })
}

/// By the product that the page names; of a product so big that its files name the part of it second, by that part. Else by
/// the namespace: so with a product that no page of an operation names, which is a slip or no product at all.
fn of_page(page: &Page, stem: &str, parts: &BTreeMap<String, Parts>, with_calls: &BTreeSet<String>) -> Area {
    let product = product(page);
    let part = part(page, stem).and_then(|part| parts.get(&product)?.name(part));
    Area(match (product.as_str(), part) {
        (product, Some(part)) => format!("{product}-{part}"),
        (product, None) if with_calls.contains(product) && !product.is_empty() => product.to_owned(),
        _ => match page.namespace().strip_prefix("microsoft.graph").unwrap_or(page.namespace()) {
            "" => CORE.to_owned(),
            below => below.to_kebab_case(),
        },
    })
}
