//! Where the names of pages are broken into words, once all pages are known.
//!
//! A resource's page decides the breaks of that resource in the names of all operations' pages. These never rename each
//! other: of those that differ in breaks alone, and have no resource's page, all live in the module that has most.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::types::type_section::{name_of, parts};
use crate::case::snake;
use crate::diagnostic::{Code, Diagnostics};
use crate::page::{PageKind, Pages};
use crate::source::Sources;

/// The spelling with most breaks, by namespace and letters.
type Breaks = BTreeMap<(String, String), String>;

/// Gives the operations' pages the breaks of the resources' pages.
pub(crate) fn unify(pages: &mut Pages, sources: &Sources, diagnostics: &mut Diagnostics) {
    let mut resources = Breaks::new();
    for page in pages.values().filter(|page| page.kind == PageKind::Resource) {
        for part in parts(page) {
            add(&mut resources, page.namespace(), &snake(&name_of(&part, sources).name));
        }
    }
    for page in pages.values_mut().filter(|page| page.kind == PageKind::Api) {
        let namespace = page.namespace().to_owned();
        let known = |word: &str| resources.get(&key(&namespace, word)).cloned();
        if let Some(names) = page.names_with_breaks(&known) {
            Arc::make_mut(page).names = names;
        }
    }
    let mut modules = Breaks::new();
    for page in pages.values().filter(|page| page.kind == PageKind::Api) {
        add(&mut modules, page.namespace(), &page.names.resource);
    }
    for page in pages.values_mut().filter(|page| page.kind == PageKind::Api) {
        let twin = modules.get(&key(page.namespace(), &page.names.resource));
        let Some(module) = twin.filter(|module| **module != page.names.resource) else { continue };
        let message = format!(
            "the page writes `{}` where another writes `{module}`; the functions of both are in the module `{module}`",
            page.names.resource
        );
        diagnostics.report(Code::TwinModule, page.title.span, message);
        Arc::make_mut(page).names.resource.clone_from(module);
    }
}

fn key(namespace: &str, word: &str) -> (String, String) {
    (namespace.to_lowercase(), word.replace('_', ""))
}

fn add(breaks: &mut Breaks, namespace: &str, word: &str) {
    let count = |word: &str| word.matches('_').count();
    let known = breaks.entry(key(namespace, word)).or_insert_with(|| word.to_owned());
    if count(word) > count(known) {
        *known = word.to_owned();
    }
}
