//! Examples that are annotated as another type than the one that the words below *Response* link.

use std::collections::BTreeMap;

use super::tree::Tree;
use crate::diagnostic::{Code, Diagnostics};
use crate::http::Message;
use crate::model::{QualifiedName, Type};
use crate::page::{Example, Page};
use crate::resolve::types::lookup::Lookup;
use crate::source::FileId;

/// Reports them, once for each page and type. A type that is derived from a linked one, or its base, is meant.
pub(crate) fn report(
    pages: &BTreeMap<FileId, Page>,
    lookup: &Lookup<'_>,
    tree: &Tree<'_>,
    diagnostics: &mut Diagnostics,
) {
    for page in pages.values() {
        let linked = linked(page, lookup);
        let mut told: Vec<QualifiedName> = Vec::new();
        let answers = page.api.exchanges.iter().filter_map(|exchange| exchange.response.as_ref());
        for example in answers.filter(|example| succeeds(example)) {
            let Some(written) = example.annotation.as_ref().and_then(|it| it.odata_type.as_ref()) else {
                continue;
            };
            let Some(Type::Structured(named)) = lookup.named(page, &written.value) else { continue };
            let is_meant = |linked: &QualifiedName| {
                *linked == named || tree.is_derived(linked, &named) || tree.is_derived(&named, linked)
            };
            if !linked.is_empty() && !linked.iter().any(is_meant) && !told.contains(&named) {
                let message =
                    format!("the example is annotated as `{named}`, but the text links `{}`", linked[0]);
                diagnostics.report(Code::AnnotationDiffers, written.span, message);
                told.push(named);
            }
        }
    }
}

fn linked(page: &Page, lookup: &Lookup<'_>) -> Vec<QualifiedName> {
    let links = page.api.response.text.iter().flat_map(|text| text.links());
    let types = links.filter_map(|link| lookup.linked(page, link.target));
    types
        .filter_map(|type_| match type_.element() {
            Type::Structured(name) => Some(name.clone()),
            _ => None,
        })
        .collect()
}

fn succeeds(example: &Example) -> bool {
    !matches!(&example.message, Message::Response(response) if response.status.value >= 300)
}
