//! Which types are derived from a type.

use std::collections::BTreeMap;

use super::closure::closure;
use super::{ApiModel, QualifiedName, StructuredType};

/// The types of a model, with those that are derived from each.
pub(crate) struct Derived<'a> {
    pub(crate) model: &'a ApiModel,
    directly: BTreeMap<&'a QualifiedName, Vec<&'a QualifiedName>>,
}

impl<'a> Derived<'a> {
    pub(crate) fn of(model: &'a ApiModel) -> Self {
        let mut directly: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (name, type_) in &model.structured {
            if let Some(base) = &type_.base {
                directly.entry(base).or_default().push(name);
            }
        }
        Derived { model, directly }
    }

    /// The types that extend a type directly.
    pub(crate) fn directly(&self, name: &QualifiedName) -> &[&'a QualifiedName] {
        self.directly.get(name).map_or(&[], Vec::as_slice)
    }

    /// The types that extend a type, directly or not.
    pub(crate) fn from(&self, name: &QualifiedName) -> impl Iterator<Item = &'a StructuredType> {
        let direct = |name: &'a QualifiedName| self.directly(name).iter().copied();
        let all = closure(self.directly(name).iter().copied(), direct);
        all.into_iter().filter_map(|name| self.model.structured.get(name))
    }
}
