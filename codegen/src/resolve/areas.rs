//! Which area of the API each item belongs to: its first page tells.

use std::collections::BTreeMap;

use heck::ToKebabCase;

use crate::model::{Area, Areas, EnumType, QualifiedName, StructuredType};
use crate::page::{Page, PageKind};
use crate::source::{FileId, Sources, file_stem};

/// The area of what stands on no page, or on one that says nothing of it.
const CORE: &str = "core";

/// Finds the areas of all items.
pub(super) fn resolve(
    structured: &BTreeMap<QualifiedName, StructuredType>,
    enums: &BTreeMap<QualifiedName, EnumType>,
    pages: &BTreeMap<FileId, Page>,
    sources: &Sources,
) -> Areas {
    let area = |(id, page): (&FileId, &Page)| (*id, of_page(page, file_stem(&sources.get(*id).path)));
    let pages: BTreeMap<FileId, Area> = pages.iter().map(area).collect();
    let of = |page: Option<FileId>| {
        page.and_then(|page| pages.get(&page).cloned()).unwrap_or_else(|| Area(CORE.to_owned()))
    };
    let structured = structured.iter().map(|(name, type_)| (name.clone(), of(first_page(type_))));
    let enums =
        enums.iter().map(|(name, type_)| (name.clone(), of(type_.description.pages.first().copied())));
    let types = structured.chain(enums).collect();
    Areas { types, pages }
}

/// A type that no page describes is shown by an example on one.
fn first_page(type_: &StructuredType) -> Option<FileId> {
    let described = type_.description.pages.first().copied();
    described.or(type_.owner).or_else(|| type_.properties.first().map(|property| property.span.file))
}

/// By the product that the page names; of a product so big that its files name the part of it second
/// (`intune-apps-mobileapp-get`), by that part. Else by the namespace.
fn of_page(page: &Page, stem: &str) -> Area {
    let product = page.front.product.as_ref().map_or("", |product| &product.value);
    let product = product.to_lowercase().to_kebab_case();
    let words: Vec<&str> = stem.split(['-', '_']).collect();
    // Product, part and resource; the pages of operations have the verb besides.
    let least = if page.kind == PageKind::Api { 4 } else { 3 };
    Area(match (product.as_str(), words.as_slice()) {
        ("", _) => match page.namespace().strip_prefix("microsoft.graph").unwrap_or(page.namespace()) {
            "" => CORE.to_owned(),
            below => below.to_kebab_case(),
        },
        (product, [first, part, ..]) if words.len() >= least && first.to_lowercase() == product => {
            format!("{product}-{}", part.to_lowercase())
        }
        (product, _) => product.to_owned(),
    })
}
