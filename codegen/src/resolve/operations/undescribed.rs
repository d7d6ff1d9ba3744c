//! Types that no page describes: operations name them, and examples show them.

use std::collections::BTreeMap;

use super::fit::objects;
use super::subject;
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{QualifiedName, StructuredType, Type};
use crate::page::{Example, Exchange};
use crate::resolve::types::lookup::Lookup;
use crate::resolve::types::{infer, structured};
use crate::shape::Shape;
use crate::source::{FileId, Span};

/// The types that only annotations of examples name, on pages that nothing else tells the subject of.
pub(crate) fn named(lookup: &Lookup<'_>) -> Vec<QualifiedName> {
    let returns = subject::returns(lookup);
    let unknown = lookup.pages.values().filter(|page| subject::answered(lookup, &returns, page).is_none());
    unknown.filter_map(subject::undescribed).collect()
}

/// The types that no page describes, from the examples that show them: responses first, then requests.
pub(crate) fn shown(lookup: &Lookup<'_>, diagnostics: &mut Diagnostics) -> Vec<StructuredType> {
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
                *shape = example
                    .message
                    .json()
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

fn response_of(exchange: &Exchange) -> Option<&Example> {
    exchange.response.as_ref()
}

fn request_of(exchange: &Exchange) -> Option<&Example> {
    exchange.request.as_ref()
}
