//! Another type for a property.

use super::Done;
use crate::model::{Model, QualifiedName, Type};
use crate::primitive::Primitive;

/// Gives the property another type, there and wherever it is inherited.
pub(super) fn apply(model: &mut Model, path: &str, to: &str) -> Result<Done, String> {
    let type_ = named(model, to).ok_or_else(|| format!("there is no type `{to}`"))?;
    let place = super::property(model, path)?;
    let span = model.structured[place.0].properties[place.1].span;
    if model.structured[place.0].properties[place.1].type_ == type_ {
        return Err(format!("`{path}` is `{to}` without it"));
    }
    for (owner, at) in super::heirs(model, place) {
        let property = &mut model.structured[owner].properties[at];
        // Only what is an object can be expanded.
        property.navigation &= matches!(type_.element(), Type::Structured(_));
        property.type_ = type_.clone();
    }
    Ok(Done { places: vec![span], what: format!("taken as `{to}`, as a correction says") })
}

/// The type that a text names: `Edm.Decimal`, a qualified name, or `Collection(…)` of either.
fn named(model: &Model, text: &str) -> Option<Type> {
    if let Some(element) = text.strip_prefix("Collection(").and_then(|rest| rest.strip_suffix(')')) {
        return named(model, element).map(Type::collection);
    }
    let is = |name: &&QualifiedName| name.to_string() == text;
    let structured = model.structured.iter().map(|type_| &type_.name).find(is);
    let enum_ = || model.enums.iter().map(|type_| &type_.name).find(is);
    structured
        .map(|name| Type::Structured(name.clone()))
        .or_else(|| enum_().map(|name| Type::Enum(name.clone())))
        .or_else(|| Primitive::from_word(text).map(Type::Primitive))
}
