//! How well a type fits what examples show: how many of the properties its tables know.

use std::collections::BTreeMap;

use crate::json::{Kind, Value};
use crate::model::{QualifiedName, StructuredType};

/// The objects of a body: the elements of a list, with an envelope or without, what an envelope wraps, or the body itself.
pub(crate) fn objects(value: &Value) -> Vec<&Value> {
    if let Kind::Array(elements) = &value.kind {
        return elements.iter().collect();
    }
    match value.get("value").map(|inner| (&inner.kind, inner)) {
        Some((Kind::Array(elements), _)) => elements.iter().collect(),
        Some((Kind::Object(_), inner)) => vec![inner],
        _ => vec![value],
    }
}

/// The names of all properties that objects have, annotations aside, each once.
pub(crate) fn names<'a>(objects: impl IntoIterator<Item = &'a Value>) -> Vec<&'a str> {
    let members = objects.into_iter().filter_map(|object| object.as_object()).flatten();
    let mut names: Vec<&str> = members.map(|member| member.name.value.as_str()).collect();
    names.retain(|name| !name.contains('@'));
    names.sort_unstable();
    names.dedup();
    names
}

/// How many of the names are properties of the type.
pub(crate) fn known(
    types: &BTreeMap<QualifiedName, StructuredType>,
    type_: &QualifiedName,
    names: &[&str],
) -> usize {
    let Some(type_) = types.get(type_) else { return 0 };
    names.iter().filter(|name| type_.property_in_any_case(name).is_some()).count()
}

/// Whether an object holds nothing but `value` and annotations.
pub(crate) fn is_envelope(value: &Value) -> bool {
    match &value.kind {
        Kind::Object(members) => {
            members.iter().all(|member| member.name.value == "value" || member.name.value.contains('@'))
        }
        _ => false,
    }
}
