//! From what each page says to what the API is: names first, bodies second, then operations.

mod types;

mod operations;

mod examples;

mod area_names;

mod areas;
mod word_breaks;

pub(crate) use word_breaks::unify as unify_word_breaks;

pub(crate) use examples::attach::{ExampleRoutes, attach as judge_examples};
pub(crate) use operations::trail::{Clue, Known};

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostics};
use crate::links::Links;
use crate::model::{Model, Operations, QualifiedName, StructuredType};
use crate::page::Page;
use crate::source::{FileId, Sources, Span};
use examples::samples::Samples;
use examples::{keys, letter_case, spellings, wrong_tables};
use operations::judge::Judge;
use operations::proposals::Proposals;
use operations::tree::Tree;
use operations::{actions, annotations, bare_types, exchanges, implied, merge, misspellings, page_type};
use rayon::prelude::*;
use types::declare::{Declarations, DeclaredKind};
use types::lookup::Lookup;
use types::representation::Represented;
use types::{
    enums, inline_enums, missing, owned_enums, representation, shared_enums, structured, unused_enums,
};

/// Resolves all pages to one model. `look` is shown the operations with the evidence for them, which is gone afterwards. What its examples are worth is settled when the model is corrected.
pub(crate) fn resolve(
    pages: &BTreeMap<FileId, Page>,
    sources: &Sources,
    links: &Links<'_>,
    with_implied: bool,
    look: &mut dyn FnMut(&Operations, &Known<'_>),
    diagnostics: &mut Diagnostics,
) -> (Model, ExampleRoutes) {
    let objects = inline_enums::shown_as_objects(pages.values());
    let inline = pages.par_iter().map(|(id, page)| (*id, inline_enums::of(page, &objects))).collect();
    let owned = owned_enums::of(pages, sources);
    let mut declarations = Declarations::of(pages, &inline, &owned, sources);
    declarations.share(shared_enums::of(&declarations, pages, sources));
    let missing = missing::declare(&mut declarations, pages, links, sources, &objects);
    for name in bare_types::named(&Lookup { pages, links, declarations: &declarations }) {
        declarations.declare(name, || DeclaredKind::Structured(Vec::new()));
    }
    let lookup = Lookup { pages, links, declarations: &declarations };
    let mut structured = structured::described(&lookup, diagnostics);
    structured::inherit(&mut structured, diagnostics);
    let represented = representation::compare(&lookup, &mut structured, diagnostics);
    let shown = bare_types::shown(&lookup, &missing, diagnostics);
    add(&mut structured, shown, diagnostics);
    let returns = page_type::returns(&lookup);
    let bindings = exchanges::bind(pages);
    let proposals =
        pages.par_iter().map(|(id, page)| (*id, Proposals::of(&lookup, &returns, page))).collect();
    let tree = Tree::of(&structured, &lookup, &proposals, &bindings);
    let judge = Judge { types: &structured, tree: &tree, proposals: &proposals };
    let mut resolved = merge::resolve(&judge, &lookup, &bindings, sources, diagnostics);
    misspellings::report(pages, sources, diagnostics);
    annotations::report(pages, &lookup, &tree, diagnostics);
    actions::add(&mut resolved.operations, pages, diagnostics);
    let mut addressed: BTreeMap<QualifiedName, BTreeSet<String>> = BTreeMap::new();
    for operation in resolved.operations.values() {
        if let Some(name) = tree.keyed(&operation.path) {
            addressed.entry(name).or_default().extend(types::keys::in_route(&operation.path));
        }
    }
    if with_implied {
        implied::add(&mut resolved.operations, &structured, &tree, pages, diagnostics);
    }
    look(&resolved.operations, &Known { tree: &tree, proposals: &proposals, pages });
    let (bodies, operations) = (resolved.bodies, resolved.operations);
    let root = exchanges::root(pages, &bindings);
    add(&mut structured, bodies, diagnostics);
    let routes = ExampleRoutes { bindings, operations: resolved.of_route };
    correct_properties(&mut structured, &operations, &represented, &addressed, &routes, pages, diagnostics);
    types::keys::set(&mut structured, &addressed);
    let mut enums = enums::described(&lookup, diagnostics);
    let samples = Samples::of(&structured, &operations, &routes, pages);
    spellings::correct(&mut enums, &structured, &samples, diagnostics);
    let areas = areas::resolve(&structured, &enums, pages, sources);
    let model = Model { structured, enums, operations, areas, root, ..Model::default() };
    unused_enums::report(&model, lookup.declarations, diagnostics);
    (model, routes)
}

/// Changes the properties of which the examples of all operations prove that the tables have them wrong.
fn correct_properties(
    types: &mut BTreeMap<QualifiedName, StructuredType>,
    operations: &Operations,
    represented: &Represented,
    addressed: &BTreeMap<QualifiedName, BTreeSet<String>>,
    routes: &ExampleRoutes,
    pages: &BTreeMap<FileId, Page>,
    diagnostics: &mut Diagnostics,
) {
    let samples = Samples::of(types, operations, routes, pages);
    let respelled = letter_case::rows(types, &represented.names, &samples, diagnostics);
    letter_case::respell(types, &respelled);
    // Samples are known by the names of the properties.
    let samples = Samples::of(types, operations, routes, pages);
    let missing = keys::missing(types, addressed, &samples);
    let overruled = wrong_tables::rows(&represented.types, &samples, diagnostics);
    keys::add(types, &missing, diagnostics);
    wrong_tables::retype(types, &overruled);
}

/// Adds the types that examples show to those that there are.
fn add(
    types: &mut BTreeMap<QualifiedName, StructuredType>,
    more: Vec<StructuredType>,
    diagnostics: &mut Diagnostics,
) {
    for type_ in more {
        match types.entry(type_.name.clone()) {
            Entry::Vacant(entry) => drop(entry.insert(type_)),
            Entry::Occupied(entry) => {
                let message =
                    format!("an example shows `{}`, and another type has that name already", entry.key());
                let page = type_.description.pages.first().copied().unwrap_or_default();
                let span = type_.properties.first().map(|property| property.span);
                let span = span.unwrap_or(Span { file: page, ..Span::default() });
                diagnostics.report(Code::InferredType, span, message);
            }
        }
    }
}
