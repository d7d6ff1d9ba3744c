//! From what each page says to what the API is: names first, bodies second, then operations.

mod areas;
mod examples;
mod operations;
mod types;

pub(crate) use examples::tested::{Routes, settle as settle_examples};
pub(crate) use types::structured::mark_recursion;

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostics;
use crate::links::Links;
use crate::model::{Model, QualifiedName, StructuredType};
use crate::page::Page;
use crate::source::{FileId, Sources};
use examples::exchanges;
use operations::bodies::Bodies;
use operations::{actions, merge, misspelt, subject, undescribed};
use types::declare::{Declarations, DeclaredKind};
use types::lookup::Lookup;
use types::{enums, inline_enums, representation, structured};

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
    for name in undescribed::named(&Lookup { pages, links, declarations: &declarations }) {
        declarations.declare(name, || DeclaredKind::Structured(Vec::new()));
    }
    let lookup = Lookup { pages, links, declarations: &declarations };
    let mut structured = structured::described(&lookup, diagnostics);
    structured::inherit(&mut structured, diagnostics);
    representation::compare(&lookup, &mut structured, diagnostics);
    structured.extend(undescribed::shown(&lookup, diagnostics));
    let types: BTreeMap<QualifiedName, StructuredType> =
        structured.iter().map(|type_| (type_.name.clone(), type_.clone())).collect();
    let returns = subject::returns(&lookup);
    let bodies = Bodies { lookup: &lookup, returns: &returns, types: &types };
    let bindings = exchanges::bind(pages);
    let mut resolved = merge::resolve(&bodies, pages, &bindings, sources, diagnostics);
    misspelt::report(pages, sources, diagnostics);
    actions::add(&mut resolved.operations, pages, diagnostics);
    structured.extend(resolved.bodies);
    structured::mark_recursion(&mut structured);
    structured.sort_by(|a, b| a.name.cmp(&b.name));
    let (enums, operations) = (enums::described(&lookup, diagnostics), resolved.operations);
    let areas = areas::resolve(&structured, &enums, pages, sources);
    let model = Model { structured, enums, operations, areas, ..Model::default() };
    (model, Routes { bindings, operations: resolved.of_route })
}
