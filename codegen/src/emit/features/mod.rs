//! Which cargo feature switches which part of the crate on.
//!
//! Every area is a feature. It turns on the modules that hold the area's items, and those that these need. The operations
//! of a module may be off while its types are on: others may need the types alone. Where a navigation property leads to a
//! type that is off, a stand-in has the type's name.

mod parts;
mod stand_ins;

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;
use rayon::prelude::*;

use crate::format::Markdown;
use crate::model::{ApiModel, QualifiedName, closure};
use crate::names::{Feature, Ident, ItemName, Names, feature};
use parts::GatedPart;
use stand_ins::StandIns;

/// The features of the crate; empty if everything belongs to one area.
#[derive(Debug, Default)]
pub(crate) struct Features {
    all: BTreeSet<Feature>,
    parts: BTreeMap<GatedPart, BTreeSet<Feature>>,
    /// Those of the areas that the items of each part belong to.
    wanted: BTreeMap<GatedPart, BTreeSet<Feature>>,
    stand_ins: StandIns,
    /// That of each type's own area.
    types: BTreeMap<QualifiedName, Feature>,
    /// That of each function's.
    functions: BTreeMap<ItemName, Feature>,
}

impl Features {
    pub(crate) fn of(model: &ApiModel, names: &Names) -> Self {
        let mut wanted = parts::wanted(model, names);
        let all: BTreeSet<Feature> = wanted.values().flatten().cloned().collect();
        if all.len() < 2 {
            return Features::default();
        }
        let (needs, functions) =
            rayon::join(|| parts::needs(model, names), || parts::functions(model, names));
        let mut parts: BTreeMap<GatedPart, BTreeSet<Feature>> = BTreeMap::new();
        let needed = |feature| {
            let own = wanted.iter().filter(|(_, features)| features.contains(feature)).map(|(part, _)| part);
            (feature, closure(own, |part| needs.get(part).into_iter().flatten()))
        };
        for (feature, needed) in all.par_iter().map(needed).collect::<Vec<_>>() {
            for part in needed {
                parts.entry(part.clone()).or_default().insert(feature.clone());
            }
        }
        let stand_ins = StandIns::of(model, names, &parts);
        // A module whose operations are on wherever its types are tells of both at once.
        for (part, features) in wanted.clone() {
            if let GatedPart::Operations(path) = &part
                && parts.get(&part) == parts.get(&GatedPart::Module(path.clone()))
            {
                wanted.entry(GatedPart::Module(path.clone())).or_default().extend(features);
            }
        }
        let of_area = |area| all.get(&feature(area)).cloned();
        let types = model.areas.types.iter();
        let types = types.filter_map(|(name, area)| Some((name.clone(), of_area(area)?))).collect();
        Features { all, parts, wanted, stand_ins, types, functions }
    }

    /// All features that stand for areas.
    pub(crate) fn all(&self) -> &BTreeSet<Feature> {
        &self.all
    }

    /// The features that switch a module on.
    pub(crate) fn of_module(&self, module: &[Ident]) -> Gate<'_> {
        self.gate(&GatedPart::Module(module.to_vec()))
    }

    /// The features that switch the operations of a module on.
    pub(crate) fn of_operations(&self, module: &[Ident]) -> Gate<'_> {
        self.gate(&GatedPart::Operations(module.to_vec()))
    }

    /// For people: the feature of a type's own area.
    pub(crate) fn of_type(&self, name: &QualifiedName) -> Option<Markdown> {
        Some(needed(Markdown::code(self.types.get(name)?)))
    }

    /// The modules of the crate's root that belong to each area, or hold modules that do.
    pub(crate) fn modules_of_areas(&self) -> BTreeMap<&Feature, BTreeSet<&Ident>> {
        let mut modules: BTreeMap<&Feature, BTreeSet<&Ident>> = BTreeMap::new();
        for (part, features) in &self.wanted {
            let (GatedPart::Module(path) | GatedPart::Operations(path)) = part;
            for feature in features {
                modules.entry(feature).or_default().extend(path.first());
            }
        }
        modules
    }

    /// The feature of a function's area.
    pub(crate) fn of_function(&self, function: &ItemName) -> Option<&str> {
        self.functions.get(function).map(AsRef::as_ref)
    }

    fn gate(&self, part: &GatedPart) -> Gate<'_> {
        Gate { open: self.parts.get(part), own: self.wanted.get(part) }
    }

    /// What stands for the types that may be off.
    pub(crate) fn stand_ins(&self) -> &StandIns {
        &self.stand_ins
    }
}

/// The most features that documentation lists besides an item's own.
const SHOWN: usize = 6;

/// The features of which one must be on; empty if the part is always on.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Gate<'a> {
    open: Option<&'a BTreeSet<Feature>>,
    /// Those of the areas that the items themselves belong to.
    own: Option<&'a BTreeSet<Feature>>,
}

impl<'a> Gate<'a> {
    /// The features; `None` if the part is always on.
    pub(crate) fn features(self) -> Option<&'a BTreeSet<Feature>> {
        self.open
    }

    /// Whether it is open whenever another is.
    pub(crate) fn is_open_with(self, other: Gate<'_>) -> bool {
        self.open.is_none_or(|open| other.open.is_some_and(|other| other.is_subset(open)))
    }

    /// The attribute of what is there when the gate is open.
    pub(crate) fn attribute(self) -> Option<TokenStream> {
        let features: Vec<&Feature> = self.open?.iter().collect();
        Some(match features.as_slice() {
            [feature] => quote! { #[cfg(feature = #feature)] },
            features => quote! { #[cfg(any(#(feature = #features),*))] },
        })
    }

    /// For people: the features of the items' own areas, or all of them where they have none.
    pub(crate) fn words(self) -> Option<Markdown> {
        let own = self.own.filter(|own| !own.is_empty());
        let features: Vec<&Feature> = own.or(self.open)?.iter().collect();
        self.open.map(|_| needed(listed(&features, " or ")))
    }

    /// For people: the features that need the items besides.
    pub(crate) fn others(self, known: Gate<'_>) -> Option<Markdown> {
        let is_known = |feature: &Feature| {
            [self.own, known.open].into_iter().flatten().any(|known| known.contains(feature))
        };
        let others: Vec<&Feature> = self.open?.iter().filter(|feature| !is_known(feature)).collect();
        (!others.is_empty()).then(|| listed(&others, " and "))
    }
}

/// For people: the feature that something needs.
pub(crate) fn needed(feature: Markdown) -> Markdown {
    Markdown::with("Feature: {}.", [feature])
}

/// For people: `` `a`, `b` or `c` ``.
pub(crate) fn one_of(features: &BTreeSet<Feature>) -> Markdown {
    listed(&features.iter().collect::<Vec<_>>(), " or ")
}

/// `` `a`, `b` and 7 others ``.
fn listed(features: &[&Feature], last: &'static str) -> Markdown {
    let (first, more) = features.split_at(if features.len() > SHOWN + 1 { SHOWN } else { features.len() });
    let mut words: Vec<Markdown> = first.iter().map(|feature| Markdown::code(feature)).collect();
    if !more.is_empty() {
        words.push(Markdown::with("{} others", [Markdown::number(more.len())]));
    }
    let end = words.pop().unwrap_or_default();
    match words.is_empty() {
        true => end,
        false => Markdown::join([Markdown::join(words, ", "), end], last),
    }
}
