//! What the property is called by which requests address an object, where it is not `id`.

use std::collections::{BTreeMap, BTreeSet};

use super::lines::Lines;
use crate::limits;
use crate::model::{Property, QualifiedName, StructuredType};
use crate::path_template::{Parameter, PathTemplate, Piece};

/// What keys are called.
const KEY: &str = "id";

/// What a route calls the key in its last segment; none where that takes several together.
pub(crate) fn in_route(path: &PathTemplate) -> Option<String> {
    let mut parameters = path.segments.last()?.pieces.iter().filter_map(|piece| match piece {
        Piece::Parameter(parameter) => Some(parameter),
        Piece::Literal(_) => None,
    });
    match (parameters.next(), parameters.next()) {
        (Some(Parameter { name, argument, .. }), None) => Some(argument.as_ref().unwrap_or(name).clone()),
        _ => None,
    }
}

/// Gives each type the key that its pages tell, or those of its bases: the annotation, the routes that address it, its
/// properties' descriptions. Where there is an `id`, that is the key.
pub(crate) fn set(
    types: &mut BTreeMap<QualifiedName, StructuredType>,
    in_routes: &BTreeMap<QualifiedName, BTreeSet<String>>,
) {
    let annotated = types.values().filter_map(|type_| Some((type_.name.clone(), type_.key.clone()?)));
    let annotated: BTreeMap<QualifiedName, String> = annotated.collect();
    let lines = Lines::of(types);
    for type_ in types.values_mut() {
        let told = |name: &QualifiedName| {
            let annotated = annotated.get(name).and_then(|key| type_.property(key));
            annotated.or_else(|| of_routes(type_, in_routes.get(name)?))
        };
        let mut line = lines.upwards(&type_.name).take(limits::BASES);
        let found = match type_.property(KEY) {
            Some(_) => None,
            None => line.find_map(told).or_else(|| described(type_)),
        };
        type_.key = found.map(|property| property.name.clone());
    }
}

/// The property that routes name where they address an object: `lockers({lockerNumber})`.
fn of_routes<'t>(type_: &'t StructuredType, routes: &BTreeSet<String>) -> Option<&'t Property> {
    let is_named = |property: &&Property| routes.iter().any(|name| same(name, &property.name));
    type_.properties.iter().find(is_named)
}

/// Whether two names are one, however their words are joined.
fn same(name: &str, other: &str) -> bool {
    let letters = |text: &str| text.to_lowercase().replace(|c: char| !c.is_alphanumeric(), "");
    let name = name.split('|').next().unwrap_or(name);
    letters(name) == letters(other)
}

/// The only property that its description calls the key, or else an `Id` in other letters.
fn described(type_: &StructuredType) -> Option<&Property> {
    let mut called = type_.properties.iter().filter(|property| is_called_key(property));
    match (called.next(), called.next()) {
        (Some(property), None) => Some(property),
        _ => type_.property_in_any_case(KEY),
    }
}

fn is_called_key(property: &Property) -> bool {
    let text = property.description.plain().to_lowercase();
    let rest = text.strip_prefix("the ").unwrap_or(&text);
    let rest = rest.strip_prefix("primary ").or_else(|| rest.strip_prefix("unique ")).unwrap_or(rest);
    let behind = rest.strip_prefix("key");
    let is_end =
        |rest: &str| rest.is_empty() || rest.starts_with(['.', ',', ';']) || rest.starts_with(" of th");
    !property.navigation && behind.is_some_and(is_end)
}
