//! Which fields need a `Box`: those through which a struct would hold a value of itself.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Model, Property, QualifiedName, StructuredType, Type, closure};

/// The properties through which a type would hold a value of itself, by the type that has them.
#[derive(Debug)]
pub(crate) struct Recursion<'a>(BTreeMap<&'a QualifiedName, BTreeSet<&'a str>>);

impl<'a> Recursion<'a> {
    /// Finds them.
    pub(crate) fn of(model: &'a Model) -> Self {
        let mut found: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        let inside = |name| model.structured.get(name).into_iter().flat_map(held_by);
        for (name, type_) in &model.structured {
            // Most types hold none of themselves through any property.
            if !closure(held_by(type_), inside).contains(name) {
                continue;
            }
            for property in &type_.properties {
                if closure(held(property), inside).contains(name) {
                    found.entry(name).or_default().insert(property.name.as_str());
                }
            }
        }
        Recursion(found)
    }

    /// Whether the property is one of them.
    pub(crate) fn is_through(&self, type_: &StructuredType, property: &Property) -> bool {
        self.0.get(&type_.name).is_some_and(|properties| properties.contains(property.name.as_str()))
    }
}

/// The types that a type holds by value.
fn held_by(type_: &StructuredType) -> impl Iterator<Item = &QualifiedName> {
    type_.properties.iter().filter_map(held)
}

/// The type that a property holds by value: a list is on the heap, and what is related is kept as JSON.
fn held(property: &Property) -> Option<&QualifiedName> {
    match &property.type_ {
        Type::Structured(name) if !property.navigation => Some(name),
        _ => None,
    }
}
