//! The documentation of a request function.

use super::doc::{Doc, code_span, escape, markdown};
use super::{Crate, call_example};
use crate::model::{Named, Operation, Remarks, Rule};
use crate::names::OperationNames;
use crate::text::RichText;

/// What the pages say of an operation: in general, of this route, and section by section.
///
/// What a page says of all its calls stands at the first of its functions, and the others lead there.
pub(crate) fn of(krate: &Crate<'_>, operation: &Operation, names: &OperationNames) -> Doc {
    let (told, elsewhere) = remarks(krate, operation, names);
    let all = |of: fn(&Remarks) -> &Vec<RichText>| -> Vec<&RichText> {
        told.iter().copied().flat_map(of).collect()
    };
    let mut doc = Doc::default();
    texts(&mut doc, krate, &operation.description.text.iter().collect::<Vec<_>>());
    implied(&mut doc, operation);
    if doc.is_empty() {
        doc.paragraph(&format!("Sends {}.", code_span(&operation.documented)));
    }
    texts(&mut doc, krate, &operation.about.iter().collect::<Vec<_>>());
    texts(&mut doc, krate, &all(|remarks| &remarks.notes));
    origin(&mut doc, krate, operation);
    for first in elsewhere {
        let path = first.function.module.join("::");
        let ident = &first.function.ident;
        doc.paragraph(&format!("More of the page stands at [`{ident}`](crate::{path}::{ident})."));
    }
    section(
        &mut doc,
        krate,
        "Permissions",
        &permissions(krate, operation),
        &all(|remarks| &remarks.permissions),
    );
    let options = entries(krate, &operation.options);
    let said: Vec<&RichText> = operation.query.iter().collect();
    section(&mut doc, krate, "Query options", &options, &said);
    doc.section("Parameters", &entries(krate, &operation.parameters));
    // Authorization is every request's, given when it is sent.
    let headers =
        operation.headers.iter().filter(|header| !header.name.eq_ignore_ascii_case("authorization"));
    doc.section("Headers", &entries(krate, &headers.cloned().collect::<Vec<_>>()));
    section(&mut doc, krate, "Request body", &[], &all(|remarks| &remarks.request_body));
    section(&mut doc, krate, "Response", &[], &all(|remarks| &remarks.response));
    if let Some(lines) = call_example::lines(krate, operation, names) {
        doc.example(lines);
    }
    doc
}

/// What the pages say that stands here, and the functions at which the rest of it stands.
fn remarks<'a>(
    krate: &'a Crate<'_>,
    operation: &'a Operation,
    names: &OperationNames,
) -> (Vec<&'a Remarks>, Vec<&'a OperationNames>) {
    let (mut here, mut elsewhere) = (Vec::new(), Vec::new());
    for remarks in operation.remarks.iter().filter(|remarks| !remarks.is_empty()) {
        match krate.told.get(remarks) {
            Some(first) if first.function != names.function => elsewhere.push(*first),
            _ => here.push(remarks),
        }
    }
    elsewhere.dedup_by(|one, other| one.function == other.function);
    (here, elsewhere)
}

fn implied(doc: &mut Doc, operation: &Operation) {
    let Some(implied) = &operation.implied else { return };
    let what = match &implied.rule {
        Rule::Collection(name) => format!("the collection {}", code_span(name)),
        Rule::Key(name) => format!("one of the collection {}", code_span(name)),
        Rule::Property(name) => format!("the navigation property {}", code_span(name)),
    };
    doc.paragraph(&format!("Reads {what}."));
    doc.paragraph(&format!("No page documents this call. It is implied: {}.", implied.rule.reason()));
}

/// The call, and the pages that document it.
fn origin(doc: &mut Doc, krate: &Crate<'_>, operation: &Operation) {
    let (path, call) = operation.template();
    let origin = if operation.implied.is_some() { "implied by" } else { "from" };
    doc.paragraph(&format!(
        "{}, {origin} {}.",
        code_span(&format!("{} {path}{call}", operation.method.as_str())),
        krate.page_links(&operation.description.pages)
    ));
}

fn permissions(krate: &Crate<'_>, operation: &Operation) -> Vec<String> {
    let entry = |kind: String, text: String| if text.is_empty() { kind } else { format!("{kind}: {text}") };
    let permissions = operation.permissions.iter();
    permissions.map(|row| entry(escape(&row.kind), markdown(&row.text, krate))).collect()
}

/// A heading with a list and sentences below it, where there are any.
fn section(doc: &mut Doc, krate: &Crate<'_>, heading: &str, list: &[String], said: &[&RichText]) {
    if said.is_empty() {
        doc.section(heading, list);
        return;
    }
    if list.is_empty() {
        doc.heading(heading);
    } else {
        doc.section(heading, list);
    }
    texts(doc, krate, said);
}

fn texts(doc: &mut Doc, krate: &Crate<'_>, texts: &[&RichText]) {
    for text in texts {
        doc.prose(text, krate);
    }
}

fn entries(krate: &Crate<'_>, named: &[Named]) -> Vec<String> {
    named
        .iter()
        .map(|named| match markdown(&named.description, krate) {
            text if text.is_empty() => code_span(&named.name),
            text => format!("{}: {text}", code_span(&named.name)),
        })
        .collect()
}
