//! The resources and areas that were asked for, and which operations are theirs.

use std::collections::{BTreeMap, BTreeSet};

use super::search::{Search, is_named};
use crate::model::{ApiModel, Area, Areas, Operation, Operations, QualifiedName, StructuredType, closure};
use crate::names::{ItemName, ModulePath, Names, OperationNames};
use crate::refusal::Refusal;
use crate::source::PageId;

/// The resources and areas that were asked for.
pub(super) struct Resources {
    /// As they were named.
    only: Vec<String>,
    /// The types of these names.
    types: BTreeSet<QualifiedName>,
    /// The modules that the types live in.
    modules: BTreeSet<ModulePath>,
    /// What the types are derived from.
    bases: BTreeSet<QualifiedName>,
    /// The areas of these names.
    areas: BTreeSet<Area>,
    /// What each body of an action holds that other operations send or answer.
    in_bodies: BTreeMap<QualifiedName, BTreeSet<QualifiedName>>,
}

impl Resources {
    /// Finds what was asked for: each name is that of a type, of an area, or of a resource that has operations and no page.
    pub(super) fn named(model: &ApiModel, names: &Names, only: &[String]) -> Result<Self, Refusal> {
        let search = Search { model, names };
        let (mut types, mut areas) = (BTreeSet::new(), BTreeSet::new());
        for name in only {
            let (of_name, areas_of_name) = (search.types(name), search.areas(name));
            if of_name.is_empty() && areas_of_name.is_empty() && !search.has_module(name) {
                return Err(Refusal::NoSuchResource { name: name.clone(), similar: search.similar(name) });
            }
            types.extend(of_name);
            areas.extend(areas_of_name);
        }
        let modules = types.iter().filter_map(|name| names.type_(name)).map(|name| name.module.clone());
        Ok(Resources {
            only: only.to_vec(),
            modules: modules.collect(),
            bases: bases(model, &types),
            in_bodies: parts_of_bodies(model),
            types,
            areas,
        })
    }

    /// Whether the operation is theirs.
    pub(super) fn have(&self, operation: &Operation, names: &OperationNames, areas: &Areas) -> bool {
        let is_carried = self.carried(operation).any(|name| self.types.contains(name));
        let is_in_area = || operation.homes().any(|page| self.hold(page, areas));
        is_carried || is_in_area() || (self.name(names) && self.others(operation).is_empty())
    }

    /// Whether a page of the operation is named for one of the resources.
    pub(super) fn name(&self, operation: &OperationNames) -> bool {
        let aliases = operation.aliases.iter().map(|alias| &alias.function);
        let mut functions = std::iter::once(&operation.function).chain(aliases);
        functions.any(|function: &ItemName| self.name_module(&function.module))
    }

    /// Whether a module is named for one of the resources.
    pub(super) fn name_module(&self, module: &ModulePath) -> bool {
        self.modules.contains(module) || self.only.iter().any(|name| is_named(module, name))
    }

    /// Whether a page is in one of the areas.
    pub(super) fn hold(&self, page: PageId, areas: &Areas) -> bool {
        areas.pages.get(&page.file).is_some_and(|area| self.areas.contains(area))
    }

    /// The resources that the operation carries and that are neither asked for nor what these are derived from.
    pub(super) fn others<'a>(&'a self, operation: &'a Operation) -> BTreeSet<&'a QualifiedName> {
        self.carried(operation)
            .filter(|name| !self.types.contains(*name) && !self.bases.contains(*name))
            .collect()
    }

    /// They, and all that the kept operations send and answer.
    pub(super) fn own(&self, areas: &Areas, kept: &Operations) -> BTreeSet<QualifiedName> {
        let of_areas = areas.types.iter().filter(|(_, area)| self.areas.contains(*area));
        let sent = kept.values().flat_map(|operation| operation.needs().chain(operation.takes()));
        sent.chain(of_areas.map(|(name, _)| name)).chain(&self.types).cloned().collect()
    }

    /// The types that an operation sends or answers. In place of an action's body, which no page describes, the types
    /// that it holds.
    fn carried<'a>(&'a self, operation: &'a Operation) -> impl Iterator<Item = &'a QualifiedName> {
        operation.needs().flat_map(|name| match self.in_bodies.get(name) {
            Some(parts) => parts.iter().collect::<Vec<_>>(),
            None => vec![name],
        })
    }
}

fn bases(model: &ApiModel, types: &BTreeSet<QualifiedName>) -> BTreeSet<QualifiedName> {
    let derived = types.iter().filter_map(|name| model.structured.get(name));
    derived.flat_map(|type_| model.bases(type_)).map(|base| base.name.clone()).collect()
}

/// What each body of an action holds, directly or in its parts, that an operation sends or answers by itself.
fn parts_of_bodies(model: &ApiModel) -> BTreeMap<QualifiedName, BTreeSet<QualifiedName>> {
    let bodies = model.structured.iter().filter(|(_, type_)| type_.owner.is_some());
    let bodies: BTreeMap<&QualifiedName, &StructuredType> = bodies.collect();
    let sent = model.operations.values().flat_map(Operation::needs);
    let resources: BTreeSet<&QualifiedName> = sent.filter(|name| !bodies.contains_key(*name)).collect();
    let mut all = BTreeMap::new();
    for name in bodies.keys() {
        let parts = |name| bodies.get(name).into_iter().flat_map(|type_| type_.needs());
        let inside = closure([*name], parts).into_iter().filter(|inside| resources.contains(inside));
        all.insert((*name).clone(), inside.cloned().collect());
    }
    all
}
