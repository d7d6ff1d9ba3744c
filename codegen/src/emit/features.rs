//! Which cargo feature switches which part of the crate on.
//!
//! Every area is a feature. With it come the modules that hold the area's items, and those that these cannot do without.
//! The operations of a module may be off while its types are on: others may need the types alone. Where a navigation
//! property leads to a type that is off, a stand-in has the type's name.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Model, QualifiedName, closure};
use crate::names::{Ident, ItemName, ModulePath, Names, feature};

/// The features of the crate; none where everything belongs to one area.
#[derive(Debug, Default)]
pub(crate) struct Features {
    all: BTreeSet<String>,
    parts: BTreeMap<Part, BTreeSet<String>>,
    stand_ins: BTreeMap<ModulePath, BTreeSet<Ident>>,
}

/// What is on or off as a whole.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// A module and its types.
    Module(ModulePath),
    /// The operations of a module and their bodies.
    Operations(ModulePath),
}

impl Features {
    pub(crate) fn of(model: &Model, names: &Names) -> Self {
        let wanted = wanted(model, names);
        let all: BTreeSet<String> = wanted.values().flatten().cloned().collect();
        if all.len() < 2 {
            return Features::default();
        }
        let needs = needs(model, names);
        let mut parts: BTreeMap<Part, BTreeSet<String>> = BTreeMap::new();
        for feature in &all {
            let own = wanted.iter().filter(|(_, features)| features.contains(feature)).map(|(part, _)| part);
            for part in closure(own, |part| needs.get(part).into_iter().flatten()) {
                parts.entry(part.clone()).or_default().insert(feature.clone());
            }
        }
        let stand_ins = stand_ins(model, names, &parts);
        Features { all, parts, stand_ins }
    }

    /// All features that stand for areas.
    pub(crate) fn all(&self) -> &BTreeSet<String> {
        &self.all
    }

    /// The features that switch a module on.
    pub(crate) fn of_module(&self, module: &[Ident]) -> Gate<'_> {
        Gate(self.parts.get(&Part::Module(module.to_vec())))
    }

    /// The features that switch the operations of a module on.
    pub(crate) fn of_operations(&self, module: &[Ident]) -> Gate<'_> {
        Gate(self.parts.get(&Part::Operations(module.to_vec())))
    }

    /// The types in or below a module for which there are stand-ins, by their modules.
    pub(crate) fn stand_ins(
        &self,
        module: &[Ident],
    ) -> impl Iterator<Item = (&ModulePath, &BTreeSet<Ident>)> {
        self.stand_ins.iter().filter(move |(path, _)| path.starts_with(module))
    }
}

/// The features of which one must be on; none where there is nothing to switch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Gate<'a>(Option<&'a BTreeSet<String>>);

impl Gate<'_> {
    /// Whether there is nothing to switch.
    pub(crate) fn is_empty(self) -> bool {
        self.0.is_none()
    }

    /// The attribute of what is there when the gate is open.
    pub(crate) fn open(self) -> Option<TokenStream> {
        let condition = self.condition()?;
        Some(quote! { #[cfg(#condition)] })
    }

    /// The attribute of what is there when the gate is closed.
    pub(crate) fn closed(self) -> Option<TokenStream> {
        let condition = self.condition()?;
        Some(quote! { #[cfg(not(#condition))] })
    }

    /// What `cfg` asks for.
    pub(crate) fn condition(self) -> Option<TokenStream> {
        let features: Vec<&String> = self.0?.iter().collect();
        Some(match features.as_slice() {
            [feature] => quote! { feature = #feature },
            features => quote! { any(#(feature = #features),*) },
        })
    }
}

/// The features of the areas that the items of each part belong to.
fn wanted(model: &Model, names: &Names) -> BTreeMap<Part, BTreeSet<String>> {
    let mut wanted: BTreeMap<Part, BTreeSet<String>> = BTreeMap::new();
    let parts = parts(model, names);
    for (name, area) in &model.areas.types {
        if let Some(part) = parts.get(name) {
            wanted.entry(part.clone()).or_default().insert(feature(area));
        }
    }
    for (operation, names) in names.named(&model.operations) {
        let function = operation.homes().next().map(|page| (&names.function, page));
        let aliases = names.aliases.iter().map(|alias| (&alias.function, alias.page));
        for (function, page) in function.into_iter().chain(aliases) {
            let part = wanted.entry(Part::Operations(function.module.clone())).or_default();
            part.extend(model.areas.pages.get(&page).map(feature));
        }
    }
    wanted
}

/// The part that each type is in: the body of an operation lives with it.
fn parts<'a>(model: &'a Model, names: &Names) -> BTreeMap<&'a QualifiedName, Part> {
    let module = |name: &QualifiedName| names.type_(name).map(|item| item.module.clone());
    let structured = model.structured.iter().filter_map(|(name, type_)| {
        let part = if type_.owner.is_some() { Part::Operations } else { Part::Module };
        Some((name, part(module(name)?)))
    });
    let enums = model.enums.keys().filter_map(|name| Some((name, Part::Module(module(name)?))));
    structured.chain(enums).collect()
}

/// The parts that each part cannot do without: what its items need, and the modules that it stands in.
fn needs(model: &Model, names: &Names) -> BTreeMap<Part, BTreeSet<Part>> {
    let parts = parts(model, names);
    let mut needs: BTreeMap<Part, BTreeSet<Part>> = BTreeMap::new();
    for (name, type_) in &model.structured {
        if let Some(part) = parts.get(name) {
            let held = type_.needs().filter_map(|name| parts.get(name)).cloned();
            needs.entry(part.clone()).or_default().extend(held);
        }
    }
    for part in parts.values() {
        needs.entry(part.clone()).or_default();
    }
    for (operation, names) in names.named(&model.operations) {
        let function = Part::Operations(names.function.module.clone());
        let sent_and_answered =
            operation.needs().chain(operation.takes()).filter_map(|name| parts.get(name)).cloned();
        needs.entry(function.clone()).or_default().extend(sent_and_answered);
        for alias in &names.aliases {
            needs
                .entry(Part::Operations(alias.function.module.clone()))
                .or_default()
                .insert(function.clone());
        }
    }
    let known: Vec<Part> = needs.keys().cloned().collect();
    for part in known {
        let (enclosing, path) = match &part {
            Part::Module(path) => (path.len().saturating_sub(1), path),
            Part::Operations(path) => (path.len(), path),
        };
        let modules = (1..=enclosing).map(|length| Part::Module(path[..length].to_vec()));
        needs.entry(part.clone()).or_default().extend(modules);
    }
    needs
}

/// The types that may be off where a navigation property that leads to them is on.
fn stand_ins(
    model: &Model,
    names: &Names,
    features: &BTreeMap<Part, BTreeSet<String>>,
) -> BTreeMap<ModulePath, BTreeSet<Ident>> {
    let parts = parts(model, names);
    let features = |name: &QualifiedName| features.get(parts.get(name)?);
    let mut stand_ins: BTreeMap<ModulePath, BTreeSet<Ident>> = BTreeMap::new();
    for (name, type_) in &model.structured {
        for target in type_.leads_to() {
            let (Some(here), Some(there)) = (features(name), features(target)) else { continue };
            if let (false, Some(ItemName { module, ident })) = (here.is_subset(there), names.type_(target)) {
                stand_ins.entry(module.clone()).or_default().insert(ident.clone());
            }
        }
    }
    stand_ins
}
