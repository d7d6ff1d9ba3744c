//! From what each page says to what the API is: names first, bodies second, then operations.

mod areas;
mod bodies;
mod context;
mod declare;
mod enums;
mod evidence;
mod exchanges;
mod infer;
mod inline_enums;
mod lookup;
mod number;
mod operations;
mod plural;
mod representation;
mod routes;
mod skeleton;
mod structured;
mod subject;
mod tested;
mod union;
mod verdict;

pub(crate) use declare::{file_stem, upper_first};
pub(crate) use plural::singular;
pub(crate) use routes::settle;
pub(crate) use structured::mark_recursion;
pub(crate) use tested::{Routes, settle as settle_examples};

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostics};
use crate::http::{Body, Message};
use crate::json::{Kind, Value};
use crate::links::Links;
use crate::model::{Model, QualifiedName, StructuredType, Type};
use crate::page::{Example, Page};
use crate::shape::Shape;
use crate::source::{FileId, Sources, Span};
use bodies::Bodies;
use declare::{Declarations, DeclaredKind};
use lookup::Lookup;

/// Resolves all pages to one model. What its examples are worth is settled when the model is corrected.
pub(crate) fn resolve(
    pages: &BTreeMap<FileId, Page>,
    sources: &Sources,
    links: &Links<'_>,
    diagnostics: &mut Diagnostics,
) -> (Model, Routes) {
    let objects = inline_enums::shown_as_objects(pages.values());
    let inline = pages.iter().map(|(id, page)| (*id, inline_enums::of(page, &objects))).collect();
    let mut declarations = Declarations::of(pages, &inline, sources);
    for name in undescribed(&Lookup { pages, links, declarations: &declarations }) {
        declarations.declare(name, || DeclaredKind::Structured(Vec::new()));
    }
    let lookup = Lookup { pages, links, declarations: &declarations };
    let mut structured = structured::described(&lookup, diagnostics);
    structured::inherit(&mut structured, diagnostics);
    representation::compare(&lookup, &mut structured, diagnostics);
    structured.extend(shown(&lookup, diagnostics));
    let types: BTreeMap<QualifiedName, StructuredType> =
        structured.iter().map(|type_| (type_.name.clone(), type_.clone())).collect();
    let returns = subject::returns(&lookup);
    let bodies = Bodies { lookup: &lookup, returns: &returns, types: &types };
    let bindings = exchanges::bind(pages);
    let resolved = operations::resolve(&bodies, pages, &bindings, sources, diagnostics);
    structured.extend(resolved.bodies);
    structured::mark_recursion(&mut structured);
    structured.sort_by(|a, b| a.name.cmp(&b.name));
    let (enums, operations) = (enums::described(&lookup, diagnostics), resolved.operations);
    let areas = areas::resolve(&structured, &enums, pages, sources);
    let model = Model { structured, enums, operations, areas, ..Model::default() };
    (model, Routes { bindings, operations: resolved.of_route })
}

/// The types that only annotations of examples name, on pages that nothing else tells the subject of.
fn undescribed(lookup: &Lookup<'_>) -> Vec<QualifiedName> {
    let returns = subject::returns(lookup);
    let unknown = lookup.pages.values().filter(|page| subject::answered(lookup, &returns, page).is_none());
    unknown.filter_map(subject::undescribed).collect()
}

/// The types that no page describes, from the examples that show them: responses first, then requests.
fn shown(lookup: &Lookup<'_>, diagnostics: &mut Diagnostics) -> Vec<StructuredType> {
    let returns = subject::returns(lookup);
    let mut seen: BTreeMap<QualifiedName, (Shape, (FileId, Span))> = BTreeMap::new();
    for of_exchange in [response_of, request_of] {
        for page in lookup.pages.values() {
            let Some(Type::Structured(name)) = subject::answered(lookup, &returns, page) else { continue };
            if !structured::is_undescribed(lookup.declarations, &name) {
                continue;
            }
            for example in page.api.exchanges.iter().filter_map(of_exchange) {
                let place = (page.file, example.span);
                let (shape, _) = seen.entry(name.clone()).or_insert((Shape::Nothing, place));
                let known = std::mem::replace(shape, Shape::Nothing);
                *shape = body(&example.message)
                    .map(objects)
                    .into_iter()
                    .flatten()
                    .fold(known, |shape, value| shape.join(Shape::of(value)));
            }
        }
    }
    let mut inferred = Vec::new();
    for (name, (shape, place)) in seen {
        let message = format!("no page describes `{name}`; its properties are those that examples show");
        diagnostics.report(Code::InferredType, place.1, message);
        infer::structured(name, None, &shape, place, &mut inferred);
    }
    inferred
}

fn response_of(exchange: &crate::page::Exchange) -> Option<&Example> {
    exchange.response.as_ref()
}

fn request_of(exchange: &crate::page::Exchange) -> Option<&Example> {
    exchange.request.as_ref()
}

pub(crate) fn body(message: &Message) -> Option<&Value> {
    let body = match message {
        Message::Request(request) => &request.body,
        Message::Response(response) => &response.body,
        Message::Body(body) => body,
    };
    match body {
        Body::Json(value) => Some(value),
        _ => None,
    }
}

/// The objects of a body: the elements of an envelope, what it wraps, or the body itself.
fn objects(value: &Value) -> Vec<&Value> {
    match value.get("value").map(|inner| (&inner.kind, inner)) {
        Some((Kind::Array(elements), _)) => elements.iter().collect(),
        Some((Kind::Object(_), inner)) => vec![inner],
        _ => vec![value],
    }
}
