//! Keys that no table has: routes address objects of a type, and examples show what by.

use std::collections::{BTreeMap, BTreeSet};

use super::samples::{Samples, Types};
use crate::diagnostic::{Code, Diagnostics};
use crate::json::{Kind, Value};
use crate::model::{Property, QualifiedName, StructuredType, Type};
use crate::primitive::Primitive;
use crate::source::Span;

/// What keys are called.
const KEY: &str = "id";

/// The types that lack their key, with the place of an example that shows it.
pub(crate) fn missing(
    types: &Types,
    addressed: &BTreeMap<QualifiedName, BTreeSet<String>>,
    samples: &Samples<'_>,
) -> BTreeMap<QualifiedName, Span> {
    let mut missing = BTreeMap::new();
    for type_ in types.values().filter(|type_| type_.owner.is_none() && !type_.description.pages.is_empty()) {
        let is_key = |property: &Property| property.name.eq_ignore_ascii_case(KEY);
        if type_.properties.is_empty() || type_.properties.iter().any(is_key) {
            continue;
        }
        let objects = samples.answered.get(&type_.name).map(Vec::as_slice).unwrap_or_default();
        let keys: Vec<&Value> = objects.iter().filter_map(|object| key(object)).collect();
        // One sample alone may be a slip.
        let most = keys.len() > 1 && keys.len() * 2 > objects.len();
        if let Some(first) = keys.first().filter(|_| most || addressed.contains_key(&type_.name)) {
            missing.insert(type_.name.clone(), first.span);
        }
    }
    missing
}

/// The value of an object's key. Keys of another kind than texts are rare enough to stand in tables.
fn key(object: &Value) -> Option<&Value> {
    object.get(KEY).filter(|value| matches!(value.kind, Kind::String(_)))
}

/// Adds the keys to their types and to those that inherit from them.
pub(crate) fn add(types: &mut Types, missing: &BTreeMap<QualifiedName, Span>, diagnostics: &mut Diagnostics) {
    for (name, span) in missing {
        let inherits = types.get(name).and_then(|type_| type_.base.as_ref());
        if inherits.is_some_and(|base| missing.contains_key(base)) {
            continue;
        }
        let message =
            format!("no table lists `{KEY}` of `{name}`; routes and examples show that it is a property");
        diagnostics.report(Code::PropertyFromExamples, *span, message);
        let type_ = of_siblings(types, name);
        let heirs: Vec<QualifiedName> = types
            .values()
            .filter(|type_| is_heir(types, type_, name))
            .map(|type_| type_.name.clone())
            .collect();
        for heir in heirs {
            let Some(heir) = types.get_mut(&heir) else { continue };
            if heir.property(KEY).is_none() {
                heir.properties.push(property(type_.clone(), *span));
            }
        }
    }
}

/// The type that most tables of the namespace give a key of texts.
fn of_siblings(types: &Types, name: &QualifiedName) -> Type {
    let siblings = types.values().filter(|type_| type_.name.namespace == name.namespace);
    let keys = siblings.filter_map(|type_| type_.property(KEY)).map(|property| &property.type_);
    let (guids, others): (Vec<&Type>, Vec<&Type>) =
        keys.partition(|type_| **type_ == Type::Primitive(Primitive::Guid));
    Type::Primitive(if guids.len() > others.len() { Primitive::Guid } else { Primitive::String })
}

/// Whether a type is this one or derived from it.
fn is_heir(types: &Types, type_: &StructuredType, name: &QualifiedName) -> bool {
    let mut line = BTreeSet::new();
    let mut next = Some(&type_.name);
    while let Some(one) = next.filter(|one| line.insert(*one)) {
        if one == name {
            return true;
        }
        next = types.get(one).and_then(|type_| type_.base.as_ref());
    }
    false
}

fn property(type_: Type, span: Span) -> Property {
    Property {
        name: KEY.to_owned(),
        type_,
        navigation: false,
        max_length: None,
        description: Default::default(),
        deprecated: false,
        read_only: false,
        span,
    }
}
