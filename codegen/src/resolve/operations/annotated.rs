//! Examples that are annotated as another type than the one that the words below *Response* link.

use std::collections::BTreeMap;

use super::tree::Tree;
use crate::diagnostic::{Code, Diagnostics};
use crate::http::Message;
use crate::model::{QualifiedName, Type};
use crate::page::{Example, Page};
use crate::resolve::types::lookup::Lookup;
use crate::source::{FileId, Span};
use crate::text::RichText;

/// Reports them, once for each page and type. A type that is derived from a linked one, or its base, is meant.
pub(crate) fn report(
    pages: &BTreeMap<FileId, Page>,
    lookup: &Lookup<'_>,
    tree: &Tree<'_>,
    diagnostics: &mut Diagnostics,
) {
    for page in pages.values() {
        let linked = linked(page, lookup);
        // A page of several operations shows what each of them answers.
        if answers(page)
            .any(|example| annotated(page, lookup, example).is_some_and(|(_, name)| linked.contains(&name)))
        {
            continue;
        }
        let mut told: Vec<QualifiedName> = Vec::new();
        for example in answers(page) {
            let Some((written, named)) = annotated(page, lookup, example) else { continue };
            let is_meant = |linked: &QualifiedName| {
                *linked == named || tree.is_derived(linked, &named) || tree.is_derived(&named, linked)
            };
            if !linked.is_empty() && !linked.iter().any(is_meant) && !told.contains(&named) {
                let message =
                    format!("the example is annotated as `{named}`, but the text links `{}`", linked[0]);
                diagnostics.report(Code::AnnotationDiffers, written, message);
                told.push(named);
            }
        }
    }
}

/// The examples of answers that tell of success.
fn answers(page: &Page) -> impl Iterator<Item = &Example> {
    let answers = page.api.exchanges.iter().filter_map(|exchange| exchange.response.as_ref());
    answers.filter(|example| succeeds(example))
}

/// The type that an example is annotated as, and where.
fn annotated(page: &Page, lookup: &Lookup<'_>, example: &Example) -> Option<(Span, QualifiedName)> {
    let written = example.annotation.as_ref()?.odata_type.as_ref()?;
    match lookup.named(page, &written.value)? {
        Type::Structured(named) => Some((written.span, named)),
        _ => None,
    }
}

/// The types that the words on the answer link: those of the paragraphs that name a status or speak of the response's body.
fn linked(page: &Page, lookup: &Lookup<'_>) -> Vec<QualifiedName> {
    let is_about_answer = |text: &&RichText| {
        let words = text.plain().to_lowercase();
        words.contains("response body") || words.contains("return") || words.contains("20")
    };
    let links = page.api.response.text.iter().filter(is_about_answer).flat_map(|text| text.links());
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
