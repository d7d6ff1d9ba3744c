//! A user's own corrections: what the documentation has wrong, or what a user wants to call otherwise.
//!
//! Each states its reason, and is refused once it no longer applies: a correction of what has been corrected would hide
//! the next mistake.

use std::fmt;

use crate::correction::{Change, Correction};
use crate::model::{Model, QualifiedName, StructuredType, Type};
use crate::names::Names;
use crate::primitive::Primitive;

/// A correction that cannot be applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// Where the correction is written.
    pub place: String,
    /// Why it does not apply.
    pub why: String,
}

impl fmt::Display for Stale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: the correction no longer applies: {}", self.place, self.why)
    }
}

/// Corrects the model.
pub(crate) fn correct(model: &mut Model, corrections: &[Correction]) -> Result<(), Stale> {
    for correction in corrections {
        let applied = match &correction.change {
            Change::Rename { .. } => Ok(()),
            Change::Retype { property, to } => retype(model, property, to),
            Change::Omit { item } => omit(model, item),
        };
        applied.map_err(|why| Stale { place: correction.place.clone(), why })?;
    }
    Ok(())
}

/// Corrects the names.
pub(crate) fn rename(names: &mut Names, model: &Model, corrections: &[Correction]) -> Result<(), Stale> {
    for correction in corrections {
        if let Change::Rename { item, to } = &correction.change {
            names.rename(model, item, to).map_err(|why| Stale { place: correction.place.clone(), why })?;
        }
    }
    Ok(())
}

fn retype(model: &mut Model, path: &str, to: &str) -> Result<(), String> {
    let type_ = named_type(model, to).ok_or_else(|| format!("there is no type `{to}`"))?;
    let (owner, name) = path.rsplit_once('.').ok_or("a property is written `namespace.type.property`")?;
    let owner = structured(model, owner)?;
    let property = owner.properties.iter_mut().find(|property| property.name == name);
    let property = property.ok_or_else(|| format!("`{}` has no property `{name}`", owner.name))?;
    if property.type_ == type_ {
        return Err(format!("the pages give `{path}` this type by now"));
    }
    property.navigation &= matches!(type_.element(), Type::Structured(_));
    property.type_ = type_;
    Ok(())
}

fn omit(model: &mut Model, item: &str) -> Result<(), String> {
    if let Some((method, path)) = item.split_once(' ') {
        let before = model.operations.len();
        model.operations.retain(|operation| {
            operation.method.as_str() != method || operation.path.to_string() != path.trim()
        });
        return if model.operations.len() < before { Ok(()) } else { Err(format!("no page has `{item}`")) };
    }
    let (owner, name) = item.rsplit_once('.').ok_or("what is left out is a property or `METHOD /path`")?;
    let owner = structured(model, owner)?;
    let before = owner.properties.len();
    owner.properties.retain(|property| property.name != name);
    if owner.properties.len() < before {
        Ok(())
    } else {
        Err(format!("`{}` has no property `{name}`", owner.name))
    }
}

fn structured<'a>(model: &'a mut Model, name: &str) -> Result<&'a mut StructuredType, String> {
    let found = model.structured.iter_mut().find(|type_| type_.name.to_string() == name);
    found.ok_or_else(|| format!("no page describes `{name}`"))
}

fn named_type(model: &Model, text: &str) -> Option<Type> {
    if let Some(element) = text.strip_prefix("Collection(").and_then(|rest| rest.strip_suffix(')')) {
        return named_type(model, element).map(Type::collection);
    }
    let is = |name: &QualifiedName| name.to_string() == text;
    let structured = model.structured.iter().map(|type_| &type_.name).find(|name| is(name));
    let enums = || model.enums.iter().map(|type_| &type_.name).find(|name| is(name));
    structured
        .map(|name| Type::Structured(name.clone()))
        .or_else(|| enums().map(|name| Type::Enum(name.clone())))
        .or_else(|| Primitive::from_word(text).map(Type::Primitive))
}
