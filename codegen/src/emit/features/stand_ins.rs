//! Stand-ins for types whose features may be off while a navigation property that leads to them is on.
//!
//! The stand-ins are in a module of their own: in the place of the type, they would keep the compiler from saying which
//! feature the type needs.

use std::collections::{BTreeMap, BTreeSet};

use super::parts::{self, GatedPart};
use crate::case::UsedNames;
use crate::model::{ApiModel, QualifiedName};
use crate::names::{Feature, Ident, ItemName, Names};

/// The stand-ins by the types that they stand for.
#[derive(Debug, Default)]
pub(crate) struct StandIns(BTreeMap<QualifiedName, StandIn>);

/// The stand-in of a type.
#[derive(Debug)]
struct StandIn {
    /// Its name, which is the type's unless that of another module has it.
    ident: Ident,
    /// The types that lead there and may be on where it is off.
    from: BTreeSet<QualifiedName>,
}

impl StandIns {
    pub(super) fn of(
        model: &ApiModel,
        names: &Names,
        features: &BTreeMap<GatedPart, BTreeSet<Feature>>,
    ) -> Self {
        let parts = parts::parts(model, names);
        let features = |name: &QualifiedName| features.get(parts.get(name)?);
        let mut from: BTreeMap<&QualifiedName, BTreeSet<QualifiedName>> = BTreeMap::new();
        for (name, type_) in &model.structured {
            for target in type_.leads_to() {
                let (Some(here), Some(there)) = (features(name), features(target)) else { continue };
                if !here.is_subset(there) {
                    from.entry(target).or_default().insert(name.clone());
                }
            }
        }
        let mut taken = UsedNames::default();
        let stand_ins = from.into_iter().filter_map(|(target, from)| {
            let ident = names.type_(target)?.ident.clone().unique(&mut taken);
            Some((target.clone(), StandIn { ident, from }))
        });
        StandIns(stand_ins.collect())
    }

    /// The stand-in of a type for another type that leads to it, if the first may be off there.
    pub(crate) fn between(&self, from: &QualifiedName, to: &QualifiedName) -> Option<&Ident> {
        self.0.get(to).filter(|stand_in| stand_in.from.contains(from)).map(|stand_in| &stand_in.ident)
    }

    /// The types and their stand-ins.
    pub(crate) fn all<'a>(&'a self, names: &'a Names) -> impl Iterator<Item = (&'a ItemName, &'a Ident)> {
        self.0.iter().filter_map(|(name, stand_in)| Some((names.type_(name)?, &stand_in.ident)))
    }
}
