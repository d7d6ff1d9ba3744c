//! Another type for a property.

use super::Done;
use crate::model::{ApiModel, QualifiedName, Type};
use crate::primitive::Primitive;

/// Gives the property another type, there and wherever it is inherited.
pub(super) fn apply(model: &mut ApiModel, path: &str, to: &str) -> Result<Done, String> {
    let type_ = named(model, to).ok_or_else(|| format!("there is no type `{to}`"))?;
    let (owner, documented) = super::property(model, path)?;
    if documented.type_ == type_ {
        return Err(format!("`{path}` is already `{to}`: remove this entry"));
    }
    for heir in super::heirs(model, &owner, &documented) {
        for property in heir.properties.iter_mut().filter(|property| property.name == documented.name) {
            // Only an object can be expanded.
            property.navigation &= matches!(type_.element(), Type::Structured(_));
            property.type_ = type_.clone();
        }
    }
    let what = format!("taken as `{to}`, as a correction says");
    Ok(Done { places: vec![documented.span], what, resolves: |_| false })
}

/// The type that a text names: `Edm.Decimal`, a qualified name, or `Collection(…)` of either.
pub(super) fn named(model: &ApiModel, text: &str) -> Option<Type> {
    if let Some(element) = text.strip_prefix("Collection(").and_then(|rest| rest.strip_suffix(')')) {
        return named(model, element).map(Type::collection);
    }
    let name = QualifiedName::from_text(text);
    if model.structured.contains_key(&name) {
        return Some(Type::Structured(name));
    }
    if model.enums.contains_key(&name) {
        return Some(Type::Enum(name));
    }
    Primitive::from_word(text).map(Type::Primitive)
}
