//! The names of the properties that the bodies made for operations have, for the rows that are none of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{QualifiedName, StructuredType};
use crate::source::PageId;

/// The bodies that were made, with what is inside of them.
#[derive(Default)]
pub(super) struct MadeBodies {
    owners: BTreeMap<QualifiedName, PageId>,
    /// In small letters, of all types that were made for a page.
    names: BTreeMap<PageId, BTreeSet<String>>,
}

impl MadeBodies {
    pub(super) fn of(made: &[StructuredType]) -> Self {
        let mut bodies = MadeBodies::default();
        for type_ in made {
            let Some(owner) = type_.owner else { continue };
            bodies.owners.insert(type_.name.clone(), owner);
            let names = type_.properties.iter().map(|property| property.name.to_ascii_lowercase());
            bodies.names.entry(owner).or_default().extend(names);
        }
        bodies
    }

    /// The names in a body and inside of it, if it was made.
    pub(super) fn names(&self, body: &QualifiedName) -> Option<&BTreeSet<String>> {
        self.names.get(self.owners.get(body)?)
    }
}
