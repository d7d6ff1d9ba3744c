//! Parts of the crate that are on or off as a whole: their features, and the parts that they need.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{ApiModel, Derived, QualifiedName};
use crate::names::{Feature, ItemName, ModulePath, Names, feature};

/// A part that is on or off as a whole.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum GatedPart {
    /// A module and its types.
    Module(ModulePath),
    /// The operations of a module and their bodies.
    Operations(ModulePath),
}

/// The features of the areas that the items of each part belong to.
pub(super) fn wanted(model: &ApiModel, names: &Names) -> BTreeMap<GatedPart, BTreeSet<Feature>> {
    let mut wanted: BTreeMap<GatedPart, BTreeSet<Feature>> = BTreeMap::new();
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
            let part = wanted.entry(GatedPart::Operations(function.module.clone())).or_default();
            part.extend(model.areas.pages.get(&page.file).map(feature));
        }
    }
    wanted
}

/// The part that each type is in: the body of an operation lives with it.
pub(super) fn parts<'a>(model: &'a ApiModel, names: &Names) -> BTreeMap<&'a QualifiedName, GatedPart> {
    let module = |name: &QualifiedName| names.type_(name).map(|item| item.module.clone());
    let structured = model.structured.iter().filter_map(|(name, type_)| {
        let part = if type_.owner.is_some() { GatedPart::Operations } else { GatedPart::Module };
        Some((name, part(module(name)?)))
    });
    let enums = model.enums.keys().filter_map(|name| Some((name, GatedPart::Module(module(name)?))));
    structured.chain(enums).collect()
}

/// The parts that each part needs: those of its items, and the modules around it.
pub(super) fn needs(model: &ApiModel, names: &Names) -> BTreeMap<GatedPart, BTreeSet<GatedPart>> {
    let parts = parts(model, names);
    let mut needs: BTreeMap<GatedPart, BTreeSet<GatedPart>> = BTreeMap::new();
    for (name, type_) in &model.structured {
        if let Some(part) = parts.get(name) {
            let inside = type_.needs().filter_map(|name| parts.get(name)).cloned();
            needs.entry(part.clone()).or_default().extend(inside);
        }
    }
    for part in parts.values() {
        needs.entry(part.clone()).or_default();
    }
    let derived = Derived::of(model);
    let mut abstracts = BTreeSet::new();
    for (operation, names) in names.named(&model.operations) {
        let function = GatedPart::Operations(names.function.module.clone());
        let sent_and_answered =
            operation.needs().chain(operation.takes()).filter_map(|name| parts.get(name)).cloned();
        let needed = needs.entry(function.clone()).or_default();
        needed.extend(sent_and_answered);
        // Where an abstract type is sent, the object is of one that is derived from it.
        let sent = operation.request.type_name().and_then(|name| model.structured.get(name));
        let is_object = || !operation.path.to_string().ends_with("/$ref");
        if let Some(type_) = sent.filter(|type_| type_.is_abstract && is_object())
            && abstracts.insert((function.clone(), &type_.name))
        {
            needed.extend(derived.all(&type_.name).into_iter().filter_map(|name| parts.get(name)).cloned());
        }
        for alias in &names.aliases {
            needs
                .entry(GatedPart::Operations(alias.function.module.clone()))
                .or_default()
                .insert(function.clone());
        }
    }
    let known: Vec<GatedPart> = needs.keys().cloned().collect();
    for part in known {
        let (enclosing, path) = match &part {
            GatedPart::Module(path) => (path.len().saturating_sub(1), path),
            GatedPart::Operations(path) => (path.len(), path),
        };
        let modules = (1..=enclosing).map(|length| GatedPart::Module(path[..length].to_vec()));
        needs.entry(part.clone()).or_default().extend(modules);
    }
    needs
}

/// The feature of each function: that of its page's area.
pub(super) fn functions(model: &ApiModel, names: &Names) -> BTreeMap<ItemName, Feature> {
    let named = names.named(&model.operations).into_iter();
    let functions = named.filter_map(|(operation, names)| {
        let area = operation.homes().find_map(|page| model.areas.pages.get(&page.file))?;
        Some((names.function.clone(), feature(area)))
    });
    functions.collect()
}
