//! Which fields need a `Box`: those through which a struct would hold a value of itself.

use std::collections::BTreeMap;

use crate::model::{ApiModel, Property, QualifiedName, StructuredType, Type, rings};

/// The types, each with one of those that hold it and that it holds, directly or not.
#[derive(Debug)]
pub(crate) struct Recursion<'a>(BTreeMap<&'a QualifiedName, &'a QualifiedName>);

impl<'a> Recursion<'a> {
    /// Finds them.
    pub(crate) fn of(model: &'a ApiModel) -> Self {
        let types_inside = |name| model.structured.get(name).into_iter().flat_map(held_by);
        Recursion(rings(model.structured.keys(), types_inside))
    }

    /// Whether the type would hold a value of itself through the property.
    pub(crate) fn is_through(&self, type_: &StructuredType, property: &Property) -> bool {
        type_by_value(property).is_some_and(|inside| self.0.get(inside) == self.0.get(&type_.name))
    }
}

/// The types that a type holds by value.
fn held_by(type_: &StructuredType) -> impl Iterator<Item = &QualifiedName> {
    type_.properties.iter().filter_map(type_by_value)
}

/// The type that a property holds by value: a list is on the heap, and what is related is kept as JSON.
fn type_by_value(property: &Property) -> Option<&QualifiedName> {
    match &property.type_ {
        Type::Structured(name) if !property.navigation => Some(name),
        _ => None,
    }
}
