//! The documentation of a request function.

use super::{Crate, call_example};
use crate::format::{Address, Doc, Markdown};
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
        doc.paragraph(&Markdown::with("Sends {}.", [Markdown::code(&operation.documented)]));
    }
    texts(&mut doc, krate, &operation.about.iter().collect::<Vec<_>>());
    texts(&mut doc, krate, &all(|remarks| &remarks.notes));
    origin(&mut doc, krate, operation);
    for first in elsewhere {
        let item = &first.function;
        let link = Markdown::link(&Markdown::code(&item.ident), &Address::item(&item.module, &item.ident));
        doc.paragraph(&Markdown::with("See {} for the rest of this page.", [link]));
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
    doc.section("Parameters", &entries(krate, &parameters(operation, names)));
    // Authorization is every request's, given when it is sent.
    let headers =
        operation.headers.iter().filter(|header| !header.name.eq_ignore_ascii_case("authorization"));
    doc.section("Headers", &entries(krate, &headers.cloned().collect::<Vec<_>>()));
    section(&mut doc, krate, "Request body", &[], &all(|remarks| &remarks.request_body));
    section(&mut doc, krate, "Response", &[], &all(|remarks| &remarks.response));
    if let Some(code) = call_example::code(krate, operation, names) {
        doc.lines(&["# Example"]).code(code);
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
        Rule::Collection(name) => Markdown::with("Reads the collection {}.", [Markdown::code(name)]),
        Rule::Key(name) => Markdown::with("Reads one of the collection {}.", [Markdown::code(name)]),
        Rule::Property(name) => Markdown::with("Reads the navigation property {}.", [Markdown::code(name)]),
    };
    doc.paragraph(&what);
    let reason = Markdown::ours(implied.rule.reason());
    doc.paragraph(&Markdown::with("No page documents this call. It is implied: {}.", [reason]));
}

/// The call, and the pages that document it.
fn origin(doc: &mut Doc, krate: &Crate<'_>, operation: &Operation) {
    let (path, call) = operation.template();
    let route = Markdown::code(&format!("{} {path}{call}", operation.method.as_str()));
    let pages = krate.page_links(&operation.description.pages);
    doc.paragraph(&match operation.implied {
        Some(_) => Markdown::with("{}, implied by {}.", [route, pages]),
        None => Markdown::with("{}, from {}.", [route, pages]),
    });
}

fn permissions(krate: &Crate<'_>, operation: &Operation) -> Vec<Markdown> {
    let rows = operation.permissions.iter();
    rows.map(|row| labelled(Markdown::text(&row.kind), Markdown::prose(&row.text, krate))).collect()
}

/// What is said of the parameters, under the names that these have in Rust: `id` is `device_id`. A name that several places
/// have is left as the page writes it.
fn parameters(operation: &Operation, names: &OperationNames) -> Vec<Named> {
    let mut described = operation.parameters.clone();
    for named in &mut described {
        let places = operation.arguments.iter().zip(&names.parameters);
        let mut places = places.filter(|(argument, _)| argument.name.eq_ignore_ascii_case(&named.name));
        if let (Some((_, ident)), None) = (places.next(), places.next()) {
            named.name = ident.to_string();
        }
    }
    described
}

fn entries(krate: &Crate<'_>, named: &[Named]) -> Vec<Markdown> {
    let prose = |named: &Named| Markdown::prose(&named.description, krate);
    named.iter().map(|named| labelled(Markdown::code(&named.name), prose(named))).collect()
}

fn labelled(label: Markdown, text: Markdown) -> Markdown {
    if text.is_empty() { label } else { Markdown::with("{}: {}", [label, text]) }
}

/// A heading with a list and sentences below it, where there are any.
fn section(doc: &mut Doc, krate: &Crate<'_>, heading: &'static str, list: &[Markdown], said: &[&RichText]) {
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
