//! Keys that the tables lack: routes address objects of a type by them, and examples show them.

use std::collections::{BTreeMap, BTreeSet};

use super::samples::{Samples, Types};
use crate::diagnostic::{Code, Diagnostics};
use crate::json::{Kind, Value};
use crate::model::{Property, QualifiedName, Type};
use crate::primitive::Primitive;
use crate::source::Span;

/// The name of most keys.
const KEY: &str = "id";

/// The types that lack their key, with the place of an example that shows it.
pub(crate) fn missing(
    types: &Types,
    addressed: &BTreeMap<QualifiedName, BTreeSet<String>>,
    samples: &Samples<'_>,
) -> BTreeMap<QualifiedName, Span> {
    let mut missing = BTreeMap::new();
    for type_ in types.values().filter(|type_| type_.owner.is_none() && !type_.description.pages.is_empty()) {
        if type_.properties.is_empty() || type_.property_in_any_case(KEY).is_some() {
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
    let usual = usual(types);
    let heirs = heirs(types, missing);
    for (name, span) in missing {
        let inherits = types.get(name).and_then(|type_| type_.base.as_ref());
        if inherits.is_some_and(|base| missing.contains_key(base)) {
            continue;
        }
        let message = format!(
            "`{KEY}` is in no table of `{name}`; routes and examples show it, so the crate has it as a property"
        );
        diagnostics.report(Code::PropertyFromExamples, *span, message);
        let type_ = usual.get(&name.namespace).copied().unwrap_or(Primitive::String);
        for heir in heirs.get(name).into_iter().flatten() {
            let Some(heir) = types.get_mut(heir) else { continue };
            if heir.property(KEY).is_none() {
                heir.properties.push(Property::from_examples(KEY.to_owned(), Type::Primitive(type_), *span));
            }
        }
    }
}

/// The type that most tables of each namespace give a key of texts.
fn usual(types: &Types) -> BTreeMap<String, Primitive> {
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (type_, key) in types.values().filter_map(|type_| Some((type_, type_.property(KEY)?))) {
        let (guids, others) = counts.entry(type_.name.namespace.clone()).or_default();
        *(if key.type_ == Type::Primitive(Primitive::Guid) { guids } else { others }) += 1;
    }
    let usual = |(guids, others)| if guids > others { Primitive::Guid } else { Primitive::String };
    counts.into_iter().map(|(namespace, counts)| (namespace, usual(counts))).collect()
}

/// Of each of these types itself and those that are derived from it.
fn heirs(
    types: &Types,
    missing: &BTreeMap<QualifiedName, Span>,
) -> BTreeMap<QualifiedName, Vec<QualifiedName>> {
    let mut heirs: BTreeMap<QualifiedName, Vec<QualifiedName>> = BTreeMap::new();
    for name in types.keys() {
        let mut line = BTreeSet::new();
        let mut next = Some(name);
        while let Some(one) = next.filter(|one| line.insert(*one)) {
            if missing.contains_key(one) {
                heirs.entry(one.clone()).or_default().push(name.clone());
            }
            next = types.get(one).and_then(|type_| type_.base.as_ref());
        }
    }
    heirs
}
