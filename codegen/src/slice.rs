//! A slice of the API: some resources, their operations, and the types that these need.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Model, Operation, QualifiedName, RequestBody, ResponseBody, Type};
use crate::names::{Names, OperationNames};
use crate::refusal::Refusal;

/// Leaves in model and names only the named resources and what they need.
///
/// A navigation property needs no type: without it, its JSON is kept as it is. So a slice does not grow into all that is
/// related to it.
pub(crate) fn take(model: &mut Model, names: &mut Names, only: &[String]) -> Result<(), Refusal> {
    let mut wanted = BTreeSet::new();
    for name in only {
        let found = named(model, name);
        if found.is_empty() && !names.operations().iter().any(|names| is_in_module(names, name)) {
            return Err(Refusal::NoSuchResource(name.clone()));
        }
        wanted.extend(found);
    }
    let keeps = |operation: &Operation, names: &OperationNames| {
        only.iter().any(|name| is_in_module(names, name))
            || bodies(operation).any(|body| wanted.contains(body))
    };
    let kept: Vec<bool> = model
        .operations
        .iter()
        .zip(names.operations())
        .map(|(operation, names)| keeps(operation, names))
        .collect();
    retain(&mut model.operations, &kept);
    let sent = model.operations.iter().flat_map(bodies).cloned();
    let needed = closure(model, wanted.iter().cloned().chain(sent).collect());
    model.structured.retain(|type_| needed.contains(&type_.name));
    model.enums.retain(|type_| needed.contains(&type_.name));
    names.retain(&needed, &kept);
    let used = crate::account::used(model);
    model.untested.retain(|page, _| used.contains(page));
    Ok(())
}

/// The types of this name: plain or qualified, in any case.
fn named(model: &Model, text: &str) -> Vec<QualifiedName> {
    let names = model.structured.iter().map(|type_| &type_.name);
    let names = names.chain(model.enums.iter().map(|type_| &type_.name));
    let is = |name: &&QualifiedName| {
        name.name.eq_ignore_ascii_case(text) || name.to_string().eq_ignore_ascii_case(text)
    };
    names.filter(is).cloned().collect()
}

/// Whether the operation's module is named for the resource.
fn is_in_module(names: &OperationNames, resource: &str) -> bool {
    let plain = |text: &str| text.replace('_', "").to_lowercase();
    names.function.module.last().is_some_and(|module| plain(module) == plain(resource))
}

/// The types that an operation sends and answers.
fn bodies(operation: &Operation) -> impl Iterator<Item = &QualifiedName> {
    let request = match &operation.request {
        RequestBody::Structured(name) => Some(name),
        RequestBody::None | RequestBody::Json | RequestBody::Content => None,
    };
    request.into_iter().chain(answered(&operation.response))
}

fn answered(response: &ResponseBody) -> Option<&QualifiedName> {
    match response {
        ResponseBody::One(name) => Some(name),
        ResponseBody::Collection(type_) | ResponseBody::Wrapped(type_) => type_name(type_),
        ResponseBody::Reply(body) => answered(body),
        ResponseBody::None
        | ResponseBody::Json
        | ResponseBody::Content
        | ResponseBody::Download
        | ResponseBody::Receipt => None,
    }
}

fn type_name(type_: &Type) -> Option<&QualifiedName> {
    match type_.element() {
        Type::Structured(name) | Type::Enum(name) => Some(name),
        Type::Primitive(_) | Type::Collection(_) => None,
    }
}

/// The types that are reached through properties, navigation left aside.
pub(crate) fn closure(model: &Model, from: BTreeSet<QualifiedName>) -> BTreeSet<QualifiedName> {
    let types: BTreeMap<&QualifiedName, _> =
        model.structured.iter().map(|type_| (&type_.name, type_)).collect();
    let mut open: Vec<QualifiedName> = from.into_iter().collect();
    let mut reached = BTreeSet::new();
    while let Some(name) = open.pop() {
        if let Some(type_) = types.get(&name) {
            let held = type_.properties.iter().filter(|property| !property.navigation);
            open.extend(
                held.filter_map(|property| type_name(&property.type_))
                    .filter(|name| !reached.contains(*name))
                    .cloned(),
            );
        }
        reached.insert(name);
    }
    reached
}

fn retain<T>(list: &mut Vec<T>, kept: &[bool]) {
    let mut kept = kept.iter();
    list.retain(|_| kept.next().copied().unwrap_or(false));
}
