//! The resources that were asked for, and which operations are theirs.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Model, Operation, QualifiedName, StructuredType, closure};
use crate::names::{ItemName, ModulePath, Names, OperationNames};
use crate::refusal::Refusal;

/// The resources that were asked for.
pub(super) struct Resources {
    /// As they were named.
    only: Vec<String>,
    /// The types of these names.
    types: BTreeSet<QualifiedName>,
    /// The modules that the types live in.
    modules: BTreeSet<ModulePath>,
    /// What the types are derived from.
    bases: BTreeSet<QualifiedName>,
    /// What each body of an action holds that other operations send or answer.
    held: BTreeMap<QualifiedName, BTreeSet<QualifiedName>>,
}

impl Resources {
    /// Finds the resources, which have a page or, where no page describes them, operations on pages named for them.
    pub(super) fn named(model: &Model, names: &Names, only: &[String]) -> Result<Self, Refusal> {
        let mut types = BTreeSet::new();
        for name in only {
            let found = types_named(model, name);
            if found.is_empty() && !modules(names).any(|module| is_of(module, name)) {
                let similar = similar(model, names, name);
                return Err(Refusal::NoSuchResource { name: name.clone(), similar });
            }
            types.extend(found);
        }
        let modules =
            types.iter().filter_map(|name| names.type_(name)).map(|name| name.module.clone()).collect();
        let (bases, held) = (bases(model, &types), held(model));
        Ok(Resources { only: only.to_vec(), types, modules, bases, held })
    }

    /// Whether the operation sends or answers one of them.
    pub(super) fn carried_by(&self, operation: &Operation) -> bool {
        self.carried(operation).any(|name| self.types.contains(name))
    }

    /// Whether a page of the operation is named for one of them.
    pub(super) fn name(&self, operation: &OperationNames) -> bool {
        let aliases = operation.aliases.iter().map(|alias| &alias.function);
        let mut functions = std::iter::once(&operation.function).chain(aliases);
        functions.any(|function: &ItemName| self.name_module(&function.module))
    }

    /// Whether a module is named for one of them.
    pub(super) fn name_module(&self, module: &ModulePath) -> bool {
        self.modules.contains(module) || self.only.iter().any(|name| is_of(module, name))
    }

    /// The resources that the operation carries and that are neither asked for nor what these are derived from.
    pub(super) fn others<'a>(&'a self, operation: &'a Operation) -> BTreeSet<&'a QualifiedName> {
        self.carried(operation)
            .filter(|name| !self.types.contains(*name) && !self.bases.contains(*name))
            .collect()
    }

    /// They and all that the kept operations send and answer.
    pub(super) fn own(&self, model: &Model, kept: &[bool]) -> BTreeSet<QualifiedName> {
        let kept = model.operations.iter().zip(kept).filter(|(_, kept)| **kept);
        kept.flat_map(|(operation, _)| operation.needs()).chain(&self.types).cloned().collect()
    }

    /// What an operation sends or answers; of an action's body, which is described nowhere else, what it holds.
    fn carried<'a>(&'a self, operation: &'a Operation) -> impl Iterator<Item = &'a QualifiedName> {
        operation.needs().flat_map(|name| match self.held.get(name) {
            Some(held) => held.iter().collect::<Vec<_>>(),
            None => vec![name],
        })
    }
}

fn types_named(model: &Model, text: &str) -> Vec<QualifiedName> {
    let is = |name: &&QualifiedName| {
        name.name.eq_ignore_ascii_case(text) || name.to_string().eq_ignore_ascii_case(text)
    };
    types(model).filter(is).cloned().collect()
}

/// All types but the bodies of actions.
fn types(model: &Model) -> impl Iterator<Item = &QualifiedName> {
    let structured = model.structured.iter().filter(|type_| type_.owner.is_none()).map(|type_| &type_.name);
    structured.chain(model.enums.iter().map(|type_| &type_.name))
}

fn bases(model: &Model, types: &BTreeSet<QualifiedName>) -> BTreeSet<QualifiedName> {
    let derived = model.structured.iter().filter(|type_| types.contains(&type_.name));
    derived.flat_map(|type_| model.bases(type_)).map(|base| base.name.clone()).collect()
}

/// What each body of an action holds, directly or in its parts, that an operation sends or answers by itself.
fn held(model: &Model) -> BTreeMap<QualifiedName, BTreeSet<QualifiedName>> {
    let owned: BTreeMap<&QualifiedName, &StructuredType> = model
        .structured
        .iter()
        .filter(|type_| type_.owner.is_some())
        .map(|type_| (&type_.name, type_))
        .collect();
    let resources: BTreeSet<&QualifiedName> = model
        .operations
        .iter()
        .flat_map(Operation::needs)
        .filter(|name| !owned.contains_key(*name))
        .collect();
    let mut all = BTreeMap::new();
    for name in owned.keys() {
        let parts = |name| owned.get(name).into_iter().flat_map(|type_| type_.needs());
        let held = closure([*name], parts).into_iter().filter(|held| resources.contains(held));
        all.insert((*name).clone(), held.cloned().collect());
    }
    all
}

/// Whether a module is named for the resource.
fn is_of(module: &[String], resource: &str) -> bool {
    module.last().is_some_and(|module| plain(module) == plain(resource))
}

fn modules(names: &Names) -> impl Iterator<Item = &[String]> {
    names.operations().iter().map(|names| names.function.module.as_slice())
}

fn plain(text: &str) -> String {
    text.replace('_', "").to_lowercase()
}

/// The names that have most in common with one that there is not: `users` means `user`.
fn similar(model: &Model, names: &Names, text: &str) -> Vec<String> {
    const SHOWN: usize = 3;
    let text = plain(text);
    let modules = modules(names).filter_map(<[String]>::last).map(String::as_str);
    let all: BTreeSet<&str> = types(model).map(|name| name.name.as_str()).chain(modules).collect();
    let mut found: Vec<(usize, &str)> = Vec::new();
    for name in all {
        let known = plain(name);
        if known.len() > 2 && (known.contains(&text) || text.contains(&known)) {
            found.push((known.len().abs_diff(text.len()), name));
        }
    }
    found.sort();
    found.dedup_by_key(|(_, name)| plain(name));
    found.into_iter().take(SHOWN).map(|(_, name)| name.to_owned()).collect()
}
