//! Types that no page describes: operations name them, and examples show them.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::fit::objects;
use super::page_type;
use super::sent_tables;
use crate::diagnostic::{Code, Diagnostics};
use crate::json::Value;
use crate::model::{QualifiedName, StructuredType, Type};
use crate::page::{Example, Exchange, Page};
use crate::resolve::types::lookup::Lookup;
use crate::resolve::types::missing::Missing;
use crate::resolve::types::{infer, structured};
use crate::shape::Shape;
use crate::source::{FileId, Span};

/// The types that only annotations of examples name, on pages that nothing else tells the subject of.
pub(crate) fn named(lookup: &Lookup<'_>) -> Vec<QualifiedName> {
    let returns = page_type::returns(lookup);
    let pages = lookup.pages.par_iter().map(|(_, page)| page);
    let unknown = pages.filter(|page| page_type::answered(lookup, &returns, page).is_none());
    unknown.filter_map(|page| page_type::undescribed(page)).collect()
}

/// The types that no page describes, from the tables of requests that send them and the examples that show them: responses first,
/// then requests.
///
/// Of a type that pages link, only those examples show the properties whose annotation names it too, and of these the
/// objects that do not say they are of another type: it may be a base, and what is answered then is derived from it. A
/// type without an example stays empty, and keeps all that comes.
pub(crate) fn from_examples(
    lookup: &Lookup<'_>,
    missing: &[Missing],
    diagnostics: &mut Diagnostics,
) -> Vec<StructuredType> {
    let missing: BTreeMap<&QualifiedName, &Missing> = missing.iter().map(|it| (&it.name, it)).collect();
    let returns = page_type::returns(lookup);
    let mut seen: BTreeMap<QualifiedName, (Shape, (FileId, Span))> = BTreeMap::new();
    let undescribed = |page| match page_type::answered(lookup, &returns, page)? {
        Type::Structured(name) if structured::is_undescribed(lookup.declarations, &name) => {
            Some((page, name))
        }
        _ => None,
    };
    let pages: Vec<(&Page, QualifiedName)> =
        lookup.pages.par_iter().filter_map(|(_, page)| undescribed(page)).collect();
    for of_exchange in [response_of, request_of] {
        for (page, name) in &pages {
            let annotates = |example: &&Example| {
                let annotation = example.annotation.as_ref().and_then(|it| it.odata_type.as_ref());
                annotation.and_then(|it| lookup.named(page, &it.value))
                    == Some(Type::Structured(name.clone()))
            };
            let is_linked = missing.contains_key(name);
            let examples = page.api.exchanges.iter().filter_map(of_exchange);
            for example in examples.filter(|example| !is_linked || annotates(example)) {
                let place = (page.id.file, example.span);
                let (shape, _) = seen.entry(name.clone()).or_insert((Shape::Nothing, place));
                let known = std::mem::replace(shape, Shape::Nothing);
                *shape = example
                    .message
                    .json()
                    .map(objects)
                    .into_iter()
                    .flatten()
                    .filter(|object| !is_linked || !is_of_another_type(object, name))
                    .fold(known, |shape, value| shape.join(Shape::of(value)));
            }
        }
    }
    let tables = sent_tables::of(lookup);
    let mut inferred = Vec::new();
    for (name, (shape, place)) in seen {
        if missing.contains_key(&name) && !matches!(&shape, Shape::Object(members) if !members.is_empty()) {
            continue;
        }
        let from = if tables.contains_key(&name) { "a request's table and examples" } else { "examples" };
        let message = format!("no page describes `{name}`; its properties are taken from {from}");
        diagnostics.report(Code::InferredType, place.1, message);
        infer::structured(name, None, &shape, place, &mut inferred);
    }
    for (name, Missing { span, .. }) in missing {
        if !inferred.iter().any(|type_| type_.name == *name) {
            let (code, kept) = match tables.contains_key(name) {
                true => (Code::InferredType, "taken from the table of a request"),
                false => (Code::UnresolvedType, "kept as JSON"),
            };
            diagnostics.report(code, *span, format!("no page describes `{name}`; its properties are {kept}"));
            infer::structured(
                name.clone(),
                None,
                &Shape::Object(Vec::new()),
                (span.file, *span),
                &mut inferred,
            );
        }
    }
    for type_ in &mut inferred {
        if let Some(pages) = tables.get(&type_.name) {
            sent_tables::describe(lookup, type_, pages, diagnostics);
        }
    }
    inferred
}

/// Whether an object says that it is of another type than this one.
fn is_of_another_type(object: &Value, name: &QualifiedName) -> bool {
    let annotation = object.get("@odata.type").and_then(Value::as_str);
    annotation.is_some_and(|annotation| QualifiedName::from_text(annotation.trim_start_matches('#')) != *name)
}

fn response_of(exchange: &Exchange) -> Option<&Example> {
    exchange.response.as_ref()
}

fn request_of(exchange: &Exchange) -> Option<&Example> {
    exchange.request.as_ref()
}
