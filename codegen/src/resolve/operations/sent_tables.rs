//! What requests send of types that no page describes: the tables of their bodies.

use std::collections::{BTreeMap, BTreeSet};

use super::page_type;
use crate::diagnostic::Diagnostics;
use crate::model::{QualifiedName, StructuredType, Type};
use crate::page::Page;
use crate::resolve::types::from_row::from_row;
use crate::resolve::types::lookup::Lookup;
use crate::resolve::types::structured::{self, Properties};
use crate::resolve::types::type_section::TypeSection;

/// The pages that list what they send, by the type without a page that the words around the table link.
pub(super) fn of<'a>(lookup: &Lookup<'a>) -> BTreeMap<QualifiedName, Vec<&'a Page>> {
    let mut tables: BTreeMap<QualifiedName, Vec<&Page>> = BTreeMap::new();
    for page in lookup.pages.values() {
        if let Some(name) = describes(lookup, page) {
            tables.entry(name).or_default().push(page);
        }
    }
    tables
}

/// The type without a page that the table of a page's request describes.
pub(super) fn describes(lookup: &Lookup<'_>, page: &Page) -> Option<QualifiedName> {
    let body = &page.api.request_body;
    match page_type::linked(lookup, page, &body.text).filter(|_| !body.rows.is_empty())? {
        Type::Structured(name) if structured::is_undescribed(lookup.declarations, &name) => Some(name),
        _ => None,
    }
}

/// Gives a type the properties that the tables list, before those that only examples show.
pub(super) fn describe(
    lookup: &Lookup<'_>,
    type_: &mut StructuredType,
    pages: &[&Page],
    diagnostics: &mut Diagnostics,
) {
    let mut listed = Properties::default();
    for page in pages {
        for row in &page.api.request_body.rows {
            listed.add(from_row(lookup, TypeSection::of(page), row, false, diagnostics), diagnostics);
        }
        type_.description.add_page(page.id.file);
    }
    let known: BTreeSet<String> = listed.list.iter().map(|property| property.name.clone()).collect();
    let shown = std::mem::replace(&mut type_.properties, listed.list);
    type_.properties.extend(shown.into_iter().filter(|property| !known.contains(&property.name)));
}
