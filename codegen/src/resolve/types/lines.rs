//! From a type to its base, the base of that, and so on, while the types themselves change.

use std::collections::BTreeMap;

use crate::model::{QualifiedName, StructuredType};

/// The base of each type that has one.
pub(super) struct Lines(BTreeMap<QualifiedName, QualifiedName>);

impl Lines {
    pub(super) fn of(types: &BTreeMap<QualifiedName, StructuredType>) -> Self {
        let base = |type_: &StructuredType| Some((type_.name.clone(), type_.base.clone()?));
        Lines(types.values().filter_map(base).collect())
    }

    /// A type and its bases, the nearest first.
    pub(super) fn upwards<'a>(&'a self, name: &'a QualifiedName) -> impl Iterator<Item = &'a QualifiedName> {
        std::iter::successors(Some(name), |last| self.0.get(last))
    }
}
