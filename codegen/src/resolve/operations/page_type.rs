//! Which type an operation's page is about: the type that it answers, and the one that it takes.
//!
//! Evidence in order: the example's annotation, a link in the section, the methods' table of a resource page, the
//! context that the answer has in it, a name in bold, a link or a name in the other section or the introduction.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::context;
use crate::model::{QualifiedName, Type};
use crate::page::{self, Annotation, Page, TypeSpelling};
use crate::resolve::types::lookup::Lookup;
use crate::resolve::types::type_section::qualified;
use crate::source::PageId;
use crate::text::RichText;

/// What the methods' tables of all resource pages say that a page's operation returns.
pub(crate) type Returns<'a> = BTreeMap<PageId, Vec<(&'a Page, &'a TypeSpelling)>>;

/// Reads the methods' tables of all pages.
pub(crate) fn returns<'a>(lookup: &Lookup<'a>) -> Returns<'a> {
    let of_page = |page: &'a Page| {
        let rows = page.resources().flat_map(|resource| &resource.methods);
        rows.filter_map(move |row| {
            let spelling = row.returns.as_ref()?;
            let target = row.target.as_deref()?;
            let linked = page::linked(lookup.pages, lookup.links.page(page.id.file, target)?, target)?;
            Some((linked.id, (page, spelling)))
        })
    };
    let mut found = Returns::new();
    for (target, row) in lookup.pages.par_iter().flat_map_iter(|(_, page)| of_page(page)).collect::<Vec<_>>()
    {
        found.entry(target).or_default().push(row);
    }
    found
}

/// The type that the page's operation answers, or a collection's element.
pub(crate) fn answered(lookup: &Lookup<'_>, returns: &Returns<'_>, page: &Page) -> Option<Type> {
    let annotated = annotated_responses(page).find_map(|name| lookup.named(page, name));
    let from_methods = || {
        let rows = returns.get(&page.id)?;
        rows.iter().find_map(|(owner, spelling)| lookup.spelled(owner, spelling))
    };
    annotated
        .or_else(|| linked(lookup, page, &page.api.response.text))
        .or_else(from_methods)
        .or_else(|| context::answered(lookup, page))
        .or_else(|| first_strong(lookup, page, &page.api.response.text))
        .or_else(|| linked(lookup, page, &page.api.request_body.text))
        .or_else(|| linked(lookup, page, &page.summary))
        .or_else(|| first_strong(lookup, page, &page.summary))
        .map(|type_| type_.element().clone())
}

/// The name of a type that only an annotation knows: no page describes it.
pub(crate) fn undescribed(page: &Page) -> Option<QualifiedName> {
    annotated_responses(page).map(|name| qualified(page, name)).find(|name| is_name(&name.name))
}

fn annotated_responses(page: &Page) -> impl Iterator<Item = &str> {
    let responses = page.api.exchanges.iter().filter_map(|exchange| exchange.response.as_ref());
    responses.filter_map(|example| odata_type(example.annotation.as_ref()))
}

fn odata_type(annotation: Option<&Annotation>) -> Option<&str> {
    annotation.and_then(|annotation| annotation.odata_type.as_ref()).map(|name| name.value.as_str())
}

/// The first link that leads to a type.
pub(super) fn linked(lookup: &Lookup<'_>, page: &Page, text: &[RichText]) -> Option<Type> {
    text.iter().flat_map(|text| text.links()).find_map(|link| lookup.linked(page, link.target))
}

/// The first name in bold that is a type's.
fn first_strong(lookup: &Lookup<'_>, page: &Page, text: &[RichText]) -> Option<Type> {
    text.iter().flat_map(|text| text.strongs()).find_map(|word| strong(lookup, page, &word))
}

/// The structured type that a word names, in the singular or the plural.
pub(super) fn strong(lookup: &Lookup<'_>, page: &Page, word: &str) -> Option<Type> {
    let structured =
        |name: &str| lookup.named(page, name).filter(|type_| matches!(type_, Type::Structured(_)));
    structured(word).or_else(|| lookup.one_of(page, word)).or_else(|| structured(&format!("{word}s")))
}

fn is_name(text: &str) -> bool {
    text.chars().all(|letter| letter.is_alphanumeric() || letter == '_')
        && text.chars().next().is_some_and(char::is_alphabetic)
}
