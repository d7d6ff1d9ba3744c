//! The documentation of a function for another route of a page: which function says the rest, and what is different here.

use super::Crate;
use super::by_page::{Here, section};
use super::elsewhere::{function_in_module, told_here};
use super::mains::Called;
use super::operation_doc::{
    about, beside, by_themselves, call, entries, headers, parameters, permissions, with_names_and_feature,
};
use crate::format::{Doc, Markdown};
use crate::model::{Named, Operation};
use crate::text::RichText;

/// What differs from the page's main function.
pub(crate) fn doc(krate: &Crate<'_>, called: Called<'_>, main: Called<'_>) -> Doc {
    let (operation, names) = called;
    let mut doc = Doc::default();
    doc.paragraph(&match difference(main.0, operation) {
        Some(difference) => Markdown::with("As {}, {}.", [named(called, main), difference]),
        None => Markdown::with("See {}.", [named(called, main)]),
    });
    let more = operation.description.pages.iter().filter(|page| !main.0.description.pages.contains(page));
    let more: Vec<_> = more.copied().collect();
    let call = match more.is_empty() {
        true => Markdown::with("{}.", [call(operation)]),
        false => Markdown::with("{}, also from {}.", [call(operation), krate.page_links(&more)]),
    };
    doc.paragraph(&with_names_and_feature(krate, called, call));
    let is_own = |known: &[RichText], text: &RichText| !says(known, text);
    let own = operation.description.text.iter().filter(|text| is_own(&main.0.description.text, text));
    let (own, elsewhere) = told_here(krate, called, own.cloned().collect());
    let mut own = by_themselves(own);
    let known = about(main.0);
    own.extend(about(operation).into_iter().filter(|text| is_own(&known, text)));
    let here = Here::of(krate, called, elsewhere, &main.0.remarks);
    here.introduce(&mut doc, krate, own);
    let rows = permissions(krate, operation);
    let rows = if rows == permissions(krate, main.0) { Vec::new() } else { rows };
    section(&mut doc, krate, "Permissions", &rows, &here.all(|remarks| &remarks.permissions));
    let own = parameters(operation, names).into_iter().zip(&operation.parameters);
    let own = own.filter(|(_, written)| !lists(&main.0.parameters, written)).map(|(named, _)| named);
    doc.section("Parameters", &entries(krate, &own.collect::<Vec<_>>()));
    let mains = headers(main.0);
    let own = headers(operation).into_iter().filter(|header| !lists(&mains, header));
    doc.section("Headers", &entries(krate, &own.collect::<Vec<_>>()));
    section(&mut doc, krate, "Request body", &[], &here.all(|remarks| &remarks.request_body));
    section(&mut doc, krate, "Response", &[], &here.all(|remarks| &remarks.response));
    section(&mut doc, krate, "Notes on the examples", &[], &here.all(|remarks| &remarks.examples));
    if krate.call(main).is_none()
        && let Some(code) = krate.call(called)
    {
        doc.lines(&["# Example"]).code(code.clone());
    }
    doc
}

/// The main function, with its module where this function is listed in other modules too.
fn named((_, names): Called<'_>, (_, main): Called<'_>) -> Markdown {
    match names.aliases.is_empty() {
        true => beside(main),
        false => function_in_module(&main.function),
    }
}

/// What tells a route from another one, in words that stand behind the other's name; none where it may be another call.
fn difference(main: &Operation, other: &Operation) -> Option<Markdown> {
    let (here, there) = (other.path.to_string(), main.path.to_string());
    let (here, there): (Vec<&str>, Vec<&str>) = (here.split('/').collect(), there.split('/').collect());
    // `$value` asks for another form of what the rest leads to.
    if let (Some((form @ &("$value" | "$count" | "$ref"), rest)), Some(last)) =
        (here.split_last(), there.last())
        && form != last
        && rest != there
    {
        let behind = Markdown::code(&format!("/{form}"));
        return Some(Markdown::with("{}, with {} appended", [changed(main, other, rest, &there)?, behind]));
    }
    changed(main, other, &here, &there)
}

/// The same, by the segments of both.
fn changed(main: &Operation, other: &Operation, here: &[&str], there: &[&str]) -> Option<Markdown> {
    let start = common(here.iter(), there.iter());
    let is_same_path = here.len() == there.len() && start == here.len();
    if other.method != main.method {
        return is_same_path.then(|| Markdown::with("by {}", [Markdown::code(other.method.as_str())]));
    }
    if is_same_path {
        return Some(match &other.fixed_query {
            Some(query) => Markdown::with("with {}", [Markdown::code(&format!("?{query}"))]),
            None => Markdown::ours("without the query"),
        });
    }
    if start == there.len() {
        let behind = format!("/{}", here[start..].join("/"));
        return Some(Markdown::with("with {} appended to its path", [Markdown::code(&behind)]));
    }
    let end = common(here.iter().rev(), there.iter().rev());
    // A key belongs to what stands before it.
    let end = (1..=end).rev().find(|end| !is_key(here[here.len() - end]))?;
    let below = here[..here.len() - end].join("/");
    (!below.is_empty()).then(|| Markdown::with("below {}", [Markdown::code(&below)]))
}

/// How many segments are the same, whatever their placeholders are called.
fn common<'a>(here: impl Iterator<Item = &'a &'a str>, there: impl Iterator<Item = &'a &'a str>) -> usize {
    let plain = |segment: &str| if is_key(segment) { "{}".to_owned() } else { segment.to_lowercase() };
    here.zip(there).take_while(|(here, there)| plain(here) == plain(there)).count()
}

fn is_key(segment: &str) -> bool {
    segment.starts_with('{') && segment.ends_with('}')
}

fn says(texts: &[RichText], text: &RichText) -> bool {
    texts.iter().any(|known| known.plain() == text.plain())
}

fn lists(all: &[Named], named: &Named) -> bool {
    let is_same =
        |known: &Named| known.name == named.name && known.description.plain() == named.description.plain();
    all.iter().any(is_same)
}
