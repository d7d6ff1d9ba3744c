//! Properties and operations that are left out.

use std::collections::{BTreeMap, BTreeSet};

use super::Done;
use crate::model::{Model, Operation, QualifiedName, closure};
use crate::page::Page;
use crate::source::{FileId, Span};

/// Leaves out a property, there and wherever it is inherited, or an operation.
pub(super) fn apply(model: &mut Model, pages: &BTreeMap<FileId, Page>, item: &str) -> Result<Done, String> {
    let what = "left out, as a correction says".to_owned();
    let places = match item.split_once(' ') {
        Some((method, path)) => operation(model, pages, method, path.trim())?,
        None => property(model, item)?,
    };
    Ok(Done { places, what })
}

fn property(model: &mut Model, path: &str) -> Result<Vec<Span>, String> {
    if !path.contains('.') {
        return Err("what is left out is written `namespace.type.property` or `METHOD /path`".to_owned());
    }
    let (owner, omitted) = super::property(model, path)?;
    for type_ in super::heirs(model, &owner, &omitted) {
        type_.properties.retain(|property| property.name != omitted.name);
    }
    Ok(vec![omitted.span])
}

/// The places are the routes on all pages that document the operation.
fn operation(
    model: &mut Model,
    pages: &BTreeMap<FileId, Page>,
    method: &str,
    path: &str,
) -> Result<Vec<Span>, String> {
    let is_named =
        |operation: &Operation| operation.method.as_str() == method && operation.path.to_string() == path;
    let Some(at) = model.operations.iter().position(is_named) else {
        let is_near = |operation: &&Operation| {
            operation.method.as_str() == method && nameless(&operation.path.to_string()) == nameless(path)
        };
        return Err(match model.operations.iter().find(is_near) {
            Some(near) => format!("no page has `{method} {path}`, but `{method} {}`", near.path),
            None => format!("no page has `{method} {path}`"),
        });
    };
    let operation = model.operations.remove(at);
    drop_unused_bodies(model);
    let route = |place: &crate::model::Place| {
        pages.get(&place.page).and_then(|page| page.route(place.route)).map(|route| route.span)
    };
    let implying = operation.implied.iter().flat_map(|implied| implied.from.first().copied());
    Ok(operation.places.iter().filter_map(route).chain(implying).collect())
}

/// A path without the names of its parameters.
fn nameless(path: &str) -> String {
    let mut text = String::new();
    let mut is_inside = false;
    for letter in path.chars() {
        is_inside &= letter != '}';
        if !is_inside {
            text.push(letter);
        }
        is_inside |= letter == '{';
    }
    text
}

/// The body of an action is nobody's once the action is gone.
fn drop_unused_bodies(model: &mut Model) {
    let sent: BTreeSet<QualifiedName> = model.operations.iter().flat_map(Operation::needs).cloned().collect();
    let needs = |name| model.structured.get(name).into_iter().flat_map(|type_| type_.needs());
    let used: BTreeSet<QualifiedName> = closure(&sent, needs).into_iter().cloned().collect();
    model.structured.retain(|name, type_| type_.owner.is_none() || used.contains(name));
}
