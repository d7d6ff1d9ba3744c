//! The documentation of a request function.
//!
//! What a page says stands at one of its functions (see `mains`): what the call does, the route, and section by section what
//! the page says of it. The page's other functions lead there, and say how they differ.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Crate;
use super::by_page::{Here, by_page, pages, section};
use super::elsewhere::{function_in_module, told_here};
use super::features::needed;
use super::mains::Called;
use crate::format::{Doc, Markdown};
use crate::model::{Named, Operation, RequestBody, Rule, preference};
use crate::names::OperationNames;
use crate::text::{self, Inline, RichText};

/// All that the pages say of an operation.
pub(crate) fn doc(krate: &Crate<'_>, called: Called<'_>) -> Doc {
    let (operation, names) = called;
    let mut doc = Doc::default();
    let (mut rest, elsewhere) = told_here(krate, called, lead(&mut doc, krate, operation));
    doc.paragraph(&route(krate, called));
    implied(&mut doc, operation);
    rest.extend(about(operation));
    let here = Here::of(krate, called, elsewhere, &[]);
    here.introduce(&mut doc, krate, rest);
    section(
        &mut doc,
        krate,
        "Permissions",
        &permissions(krate, operation),
        &here.all(|remarks| &remarks.permissions),
    );
    let query = by_page(&pages(operation), operation.query.clone());
    section(&mut doc, krate, "Query options", &entries(krate, &operation.options), &query);
    doc.section("Parameters", &entries(krate, &parameters(operation, names)));
    doc.section("Headers", &entries(krate, &headers(operation)));
    section(&mut doc, krate, "Request body", &[], &here.all(|remarks| &remarks.request_body));
    section(&mut doc, krate, "Response", &[], &here.all(|remarks| &remarks.response));
    section(&mut doc, krate, "Notes on the examples", &[], &here.all(|remarks| &remarks.examples));
    if let Some(code) = krate.call(called) {
        doc.lines(&["# Example"]).code(code.clone());
    }
    doc
}

/// Adds what the call does, in a sentence; what else the pages say of it comes back.
fn lead(doc: &mut Doc, krate: &Crate<'_>, operation: &Operation) -> Vec<RichText> {
    let mut paragraphs = operation.description.text.iter().cloned().peekable();
    let Some((lead, more)) = paragraphs.next().map(RichText::lead) else {
        doc.paragraph(&match operation.implied.as_ref().map(|implied| &implied.rule) {
            Some(Rule::Collection(name)) => {
                Markdown::with("Reads the collection {}.", [Markdown::code(name)])
            }
            Some(Rule::Key(name)) => {
                Markdown::with("Reads one object of the collection {}.", [Markdown::code(name)])
            }
            Some(Rule::Property(name)) => {
                Markdown::with("Reads the navigation property {}.", [Markdown::code(name)])
            }
            Some(Rule::Stream(name)) => {
                Markdown::with("Reads the content of the stream {}.", [Markdown::code(name)])
            }
            None => Markdown::with("Sends {}.", [Markdown::code(&operation.documented)]),
        });
        return Vec::new();
    };
    doc.prose(&lead, krate);
    // What the sentence announces.
    while let Some(item) = paragraphs.next_if(|text| more.is_none() && text.is_item()) {
        doc.prose(&item, krate);
    }
    more.into_iter().chain(paragraphs).collect()
}

/// The call, and the pages that document it or imply it.
fn route(krate: &Crate<'_>, called: Called<'_>) -> Markdown {
    let operation = called.0;
    let (call, from) = (call(operation), krate.page_links(&operation.description.pages));
    let route = match &operation.implied {
        Some(_) => Markdown::with("{}, implied by {}.", [call, from]),
        None => Markdown::with("{}, from {}.", [call, from]),
    };
    with_names_and_feature(krate, called, route)
}

/// A sentence about the call, then the function's other names and its feature.
pub(super) fn with_names_and_feature(krate: &Crate<'_>, (_, names): Called<'_>, call: Markdown) -> Markdown {
    let others = other_names(names);
    let others = (!others.is_empty()).then(|| Markdown::with("Also {}.", [Markdown::join(others, ", ")]));
    let feature = krate.features.of_function(&names.function);
    let feature = feature.map(|feature| needed(Markdown::code(feature)));
    Markdown::join([Some(call), others, feature].into_iter().flatten(), " ")
}

/// Links to the names that other pages give a function.
pub(super) fn other_names(names: &OperationNames) -> Vec<Markdown> {
    names.aliases.iter().map(|alias| function_in_module(&alias.function)).collect()
}

fn implied(doc: &mut Doc, operation: &Operation) {
    let Some(implied) = &operation.implied else { return };
    let reason = Markdown::ours(implied.rule.reason());
    doc.paragraph(&Markdown::with("No page documents this call. It is implied: {}.", [reason]));
}

/// Method and path.
pub(super) fn call(operation: &Operation) -> Markdown {
    Markdown::code(&format!("{} {}", operation.method.as_str(), operation.template().whole()))
}

/// What the pages say of this route alone.
pub(super) fn about(operation: &Operation) -> Vec<RichText> {
    by_themselves(operation.about.clone())
}

/// Texts without what they led to: a colon at the end led to a route, unless a list follows.
pub(super) fn by_themselves(mut texts: Vec<RichText>) -> Vec<RichText> {
    let lists: Vec<bool> = texts.iter().skip(1).map(RichText::is_item).chain([false]).collect();
    for (text, _) in texts.iter_mut().zip(lists).filter(|(_, list)| !list) {
        if let Some(Inline::Text(last)) = text.parts.last()
            && let Some(words) = last.trim_end().strip_suffix(':')
        {
            let last = Inline::Text(format!("{words}."));
            let parts = Arc::make_mut(&mut text.parts);
            parts[parts.len() - 1] = last;
            // "To read one:" is not a sentence of its own.
            if let Some(Inline::Text(first)) = parts.first_mut()
                && let Some(purpose) = first.strip_prefix("To ")
            {
                *first = format!("Call this to {purpose}");
            }
        }
    }
    texts
}

/// A link to a function of the same module. The parentheses tell it from a macro that Rust knows by the same name, such as
/// `column`.
pub(super) fn beside(names: &OperationNames) -> Markdown {
    Markdown::with("[{}]", [Markdown::code(&format!("{}()", names.function.ident))])
}

/// The permissions, a line for each kind of caller.
pub(super) fn permissions(krate: &Crate<'_>, operation: &Operation) -> Vec<Markdown> {
    let rows = operation.permissions.iter();
    rows.map(|row| labelled(Markdown::text(&row.kind), Markdown::prose(&row.text, krate))).collect()
}

/// The descriptions of the parameters, under their names in Rust: `id` is `device_id`. A name that several places have is
/// left as the page writes it.
pub(super) fn parameters(operation: &Operation, names: &OperationNames) -> Vec<Named> {
    // The arguments by what they are called, in any case; nothing where several are called so.
    let mut places = BTreeMap::new();
    for (argument, ident) in operation.arguments.iter().zip(&names.parameters) {
        let place = places.entry(argument.name.to_ascii_lowercase());
        place.and_modify(|known| *known = None).or_insert(Some(ident));
    }
    let mut described = operation.parameters.clone();
    for named in &mut described {
        if let Some(Some(ident)) = places.get(&named.name.to_ascii_lowercase()) {
            named.name = ident.to_string();
        }
    }
    described
}

/// The headers that say something: authorization is every request's, given when it is sent, and a body of JSON says that it
/// is one.
pub(super) fn headers(operation: &Operation) -> Vec<Named> {
    let of_json = |header: &Named| {
        let words = header.description.plain().to_lowercase();
        text::words(&words).all(|word| ["application", "json", "required", "optional"].contains(&word))
    };
    let says_more = |header: &&Named| match header.name.to_lowercase().as_str() {
        "authorization" => false,
        "accept" => !of_json(header),
        "content-type" => !of_json(header) || is_content(&operation.request),
        _ => true,
    };
    let mut headers: Vec<Named> = operation.headers.iter().filter(says_more).cloned().collect();
    let is_sent = |header: &Named| {
        let wish = preference(&header.name, &header.description);
        wish.is_some_and(|wish| operation.preferences.contains(&wish))
    };
    for header in headers.iter_mut().filter(|header| is_sent(header)) {
        header.description = with_sentence(&header.description, "The function sends it.");
    }
    headers
}

fn with_sentence(text: &RichText, sentence: &str) -> RichText {
    let sentence = Inline::Text(format!(" {sentence}"));
    RichText { parts: text.parts.iter().cloned().chain([sentence]).collect(), ..text.clone() }
}

fn is_content(request: &RequestBody) -> bool {
    match request {
        RequestBody::Content => true,
        RequestBody::Optional(inside) => is_content(inside),
        _ => false,
    }
}

pub(super) fn entries(krate: &Crate<'_>, named: &[Named]) -> Vec<Markdown> {
    let prose = |named: &Named| Markdown::prose(&named.description, krate);
    named.iter().map(|named| labelled(Markdown::code(&named.name), prose(named))).collect()
}

fn labelled(label: Markdown, text: Markdown) -> Markdown {
    if text.is_empty() { label } else { Markdown::with("{}: {}", [label, text]) }
}
