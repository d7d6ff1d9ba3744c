//! The steps from pages to a model, in their order: declare types, describe them, find the calls, correct types by the
//! examples of all calls.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::examples::attach::ExampleRoutes;
use super::examples::samples::Samples;
use super::examples::{keys, letter_case, partial_tables, spellings, wrong_tables};
use super::operations::judge::Judge;
use super::operations::proposals::Proposals;
use super::operations::trail::CallEvidence;
use super::operations::tree::Tree;
use super::operations::{
    actions, annotations, bare_types, exchanges, implied, many, merge, misspellings, page_type,
    unlisted_segments,
};
use super::types::declarations::{Declarations, DeclaredKind};
use super::types::lookup::Lookup;
use super::types::missing::{self, Missing};
use super::types::owned_enums::{self, OwnedEnums};
use super::types::representation::{self, Representations};
use super::types::{self, bases, enums, inherit, inline_enums, shared_enums, structured};
use crate::diagnostic::{Code, Diagnostics};
use crate::links::Links;
use crate::model::{EnumType, Operations, QualifiedName, StructuredType};
use crate::page::{EnumTable, Page, Pages};
use crate::source::{PageId, Sources, Span};

/// The enums that rows of other tables list.
pub(super) struct RowEnums<'a> {
    /// The members that examples show as objects: properties of these names do not have an enum.
    objects: BTreeSet<&'a str>,
    inline: BTreeMap<PageId, Vec<EnumTable>>,
    owned: OwnedEnums,
}

impl<'a> RowEnums<'a> {
    pub(super) fn of(pages: &'a Pages, sources: &Sources) -> Self {
        let inline = || {
            let objects = inline_enums::shown_as_objects(pages.values().map(Arc::as_ref));
            let of_page = |(id, page): (&PageId, &Arc<Page>)| (*id, inline_enums::of(page, &objects));
            let inline = pages.par_iter().map(of_page).collect();
            (objects, inline)
        };
        let ((objects, inline), owned) = rayon::join(inline, || owned_enums::of(pages, sources));
        RowEnums { objects, inline, owned }
    }
}

/// Finds the types that pages declare, and those that pages only name.
pub(super) fn declare<'a>(
    row_enums: &'a RowEnums<'_>,
    pages: &'a Pages,
    links: &Links<'_>,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> (Declarations<'a>, Vec<Missing>) {
    let mut declarations = Declarations::of(pages, &row_enums.inline, &row_enums.owned, sources, diagnostics);
    declarations.share(shared_enums::of(&declarations, pages, sources));
    let missing = missing::declare(&mut declarations, pages, links, sources, &row_enums.objects);
    for name in bare_types::named(&Lookup { pages, links, declarations: &declarations }) {
        declarations.declare(name, || DeclaredKind::Structured(Vec::new()));
    }
    let bases = bases::by_pages(&Lookup { pages, links, declarations: &declarations }, diagnostics);
    declarations.derive(bases);
    (declarations, missing)
}

/// The structured types, and what their skeletons say of properties that tables describe otherwise.
pub(super) struct DescribedTypes {
    pub(super) structured: BTreeMap<QualifiedName, StructuredType>,
    representations: Representations,
}

/// The operations, and which examples belong to them.
pub(super) struct FoundCalls {
    pub(super) operations: Operations,
    pub(super) routes: ExampleRoutes,
    /// The address below which examples call the API.
    pub(super) root: Option<String>,
    /// The names by which routes address the objects of a type.
    keys_in_routes: BTreeMap<QualifiedName, BTreeSet<String>>,
}

/// What each step reads and where it reports.
pub(super) struct Step<'a> {
    pub(super) lookup: &'a Lookup<'a>,
    pub(super) sources: &'a Sources,
    pub(super) diagnostics: &'a mut Diagnostics,
}

impl Step<'_> {
    /// Gives each structured type its properties: from tables, for a type without a page from examples, and then from its base
    /// and from skeletons.
    pub(super) fn describe_types(&mut self, missing: &[Missing]) -> DescribedTypes {
        let mut structured = structured::described(self.lookup, self.diagnostics);
        let from_examples = bare_types::from_examples(self.lookup, missing, self.diagnostics);
        self.add(&mut structured, from_examples);
        inherit::inherit(&mut structured, self.diagnostics);
        let representations = representation::compare(self.lookup, &mut structured, self.diagnostics);
        DescribedTypes { structured, representations }
    }

    /// Decides what each route sends and answers. The bodies of actions join the types.
    pub(super) fn find_calls(
        &mut self,
        structured: &mut BTreeMap<QualifiedName, StructuredType>,
        with_implied: bool,
        look: &mut dyn FnMut(&Operations, &CallEvidence<'_>),
    ) -> FoundCalls {
        let pages = self.lookup.pages;
        let (returns, bindings) = rayon::join(|| page_type::returns(self.lookup), || exchanges::bind(pages));
        let proposals =
            pages.par_iter().map(|(id, page)| (*id, Proposals::of(self.lookup, &returns, page))).collect();
        let (mut tree, misspelt) = rayon::join(
            || Tree::of(structured, self.lookup, &proposals, &bindings),
            || misspellings::found(pages, self.sources),
        );
        unlisted_segments::report(pages, structured, &tree, &misspelt, self.diagnostics);
        self.diagnostics.extend(misspelt);
        let many = many::of(structured, &tree, self.lookup, &bindings, self.diagnostics);
        if !many.is_empty() {
            drop(tree);
            wrong_tables::retype(structured, &many);
            tree = Tree::of(structured, self.lookup, &proposals, &bindings);
        }
        let judge = Judge { types: structured, tree: &tree, proposals: &proposals };
        let merged = merge::resolve(&judge, self.lookup, &bindings, self.sources, self.diagnostics);
        annotations::report(pages, self.lookup, &tree, self.diagnostics);
        let mut operations = merged.operations;
        actions::add(&mut operations, pages, self.diagnostics);
        let keys_in_routes = keys_in_routes(&operations, &tree);
        if with_implied {
            implied::add(&mut operations, structured, &tree, pages, self.diagnostics);
        }
        look(&operations, &CallEvidence { tree: &tree, proposals: &proposals, pages });
        let root = exchanges::root(pages, &bindings);
        self.add(structured, merged.bodies);
        let routes = ExampleRoutes { bindings, operations: merged.of_route };
        FoundCalls { operations, routes, root, keys_in_routes }
    }

    /// Changes the properties of which the examples of all operations prove that the tables have them wrong, and settles
    /// each type's key.
    pub(super) fn correct_types(&mut self, types: &mut DescribedTypes, calls: &FoundCalls) {
        let structured = &mut types.structured;
        let Representations { names, types: representations } = &types.representations;
        let mut samples = Samples::of(structured, &calls.operations, &calls.routes, self.lookup.pages);
        let respelled = letter_case::rows(structured, names, &samples, self.diagnostics);
        // Values are found by the names of the properties.
        if !respelled.is_empty() {
            letter_case::respell(structured, &respelled);
            samples = Samples::of(structured, &calls.operations, &calls.routes, self.lookup.pages);
        }
        let missing = keys::missing(structured, &calls.keys_in_routes, &samples);
        let unlisted = partial_tables::missing(structured, &samples);
        let overruled = wrong_tables::rows(representations, &samples, self.diagnostics);
        keys::add(structured, &missing, self.diagnostics);
        partial_tables::add(structured, unlisted, self.diagnostics);
        wrong_tables::retype(structured, &overruled);
        types::keys::set(structured, &calls.keys_in_routes);
    }

    /// Gives each enum its members, spelled as examples spell them.
    pub(super) fn describe_enums(
        &mut self,
        structured: &BTreeMap<QualifiedName, StructuredType>,
        calls: &FoundCalls,
    ) -> BTreeMap<QualifiedName, EnumType> {
        let mut enums = enums::described(self.lookup, self.diagnostics);
        let samples = Samples::of(structured, &calls.operations, &calls.routes, self.lookup.pages);
        spellings::correct(&mut enums, structured, &samples, self.diagnostics);
        enums
    }

    /// Adds types that examples show.
    fn add(&mut self, types: &mut BTreeMap<QualifiedName, StructuredType>, more: Vec<StructuredType>) {
        for type_ in more {
            match types.entry(type_.name.clone()) {
                Entry::Vacant(entry) => drop(entry.insert(type_)),
                Entry::Occupied(entry) => {
                    let message = format!(
                        "an example shows `{}`, but another type already has this name; the crate uses that type",
                        entry.key()
                    );
                    let page = type_.description.pages.first().copied().unwrap_or_default();
                    let span = type_.properties.first().map(|property| property.span);
                    let span = span.unwrap_or(Span::top(page));
                    self.diagnostics.report(Code::InferredType, span, message);
                }
            }
        }
    }
}

fn keys_in_routes(operations: &Operations, tree: &Tree<'_>) -> BTreeMap<QualifiedName, BTreeSet<String>> {
    let keyed = operations.par_iter().filter_map(|(_, operation)| {
        let keys = types::keys::in_route(&operation.path);
        Some((tree.keyed(&operation.path)?, keys))
    });
    let mut found: BTreeMap<QualifiedName, BTreeSet<String>> = BTreeMap::new();
    for (name, keys) in keyed.collect::<Vec<_>>() {
        found.entry(name).or_default().extend(keys);
    }
    found
}
