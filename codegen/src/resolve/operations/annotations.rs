//! Examples that are annotated as another type than the one that the words below *Response* link.

use super::proposals::structured;
use super::tree::Tree;
use crate::diagnostic::{Code, Diagnostics};
use crate::http::Message;
use crate::model::{QualifiedName, Type};
use crate::page::{Example, Page, Pages};
use crate::resolve::types::lookup::Lookup;
use crate::source::Span;
use crate::text::{self, RichText};

/// Reports them, once for each page and type. A type that is derived from a linked one, or its base, is meant; so is one
/// that a route of the page leads to, or that the words on the request's body name.
pub(crate) fn report(pages: &Pages, lookup: &Lookup<'_>, tree: &Tree<'_>, diagnostics: &mut Diagnostics) {
    diagnostics.of_each(pages, |(_, page), diagnostics| report_page(page, lookup, tree, diagnostics));
}

fn report_page(page: &Page, lookup: &Lookup<'_>, tree: &Tree<'_>, diagnostics: &mut Diagnostics) {
    let linked = linked(page, lookup);
    // A page of several operations shows what each of them answers.
    if answers(page)
        .any(|example| annotated(page, lookup, example).is_some_and(|(_, name)| linked.contains(&name)))
    {
        return;
    }
    let mut unknown: Vec<QualifiedName> = Vec::new();
    for example in answers(page) {
        let Some((written, named)) = annotated(page, lookup, example) else { continue };
        let is_meant = |linked: &QualifiedName| {
            *linked == named || tree.is_derived(linked, &named) || tree.is_derived(&named, linked)
        };
        let is_known = linked.is_empty() || linked.iter().any(is_meant) || unknown.contains(&named);
        if !is_known && !is_sent(page, &named) && !is_led_to(page, tree, &named) {
            let message = format!(
                "the example is annotated as `{named}`; the text below *Response* links `{}`",
                linked[0]
            );
            diagnostics.report(Code::AnnotationDiffers, written, message);
            unknown.push(named);
        }
    }
}

/// Whether the words on the request's body name the type: one of several that are answered as they were sent.
fn is_sent(page: &Page, named: &QualifiedName) -> bool {
    let is_name = |word: &str| word == named.name;
    let texts = page.api.request_body.text.iter().map(RichText::plain);
    texts.into_iter().any(|text| text::words(&text).any(is_name))
}

/// Whether a route of the page leads to an object of the type.
fn is_led_to(page: &Page, tree: &Tree<'_>, named: &QualifiedName) -> bool {
    let ends = page.api.routes.iter().map(|route| tree.end(&route.address.path));
    ends.filter(|end| !end.call).any(|end| end.type_.as_ref().and_then(structured) == Some(named))
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
