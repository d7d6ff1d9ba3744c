//! Functions: their names, routes, arguments and answers.

use std::collections::BTreeSet;

use super::Happened::{Added, Documented, Moved, Removed, Renamed, Reordered, Rewired};
use super::Weight::{Additive, Breaking, DocsOnly};
use super::pairs::Pairs;
use super::types::last;
use super::{Differences, Item, ItemPath};
use crate::surface::{Function, Surface};

type Arguments = [(String, String)];

pub(super) fn compare(old: &Surface, new: &Surface, found: &mut Differences) {
    let (before, now): (Vec<_>, Vec<_>) = (old.functions.iter().collect(), new.functions.iter().collect());
    let pairs = Pairs::new(&before, &now)
        .by(|(path, function)| Some((route(function), (*path).clone())))
        .by(|(_, function)| Some(route(function)))
        .by(|(path, _)| Some((*path).clone()));
    for (path, function) in pairs.gone {
        for name in names(old, path) {
            found.add(ItemPath::of(Item::Function, name), Breaking, Removed, Some(&function.route), None);
        }
    }
    for (path, function) in pairs.come {
        for name in names(new, path) {
            found.add(ItemPath::of(Item::Function, name), Additive, Added, None, Some(&function.route));
        }
    }
    for ((old_path, before), (path, now)) in pairs.both {
        let start = found.all.len();
        paths(path, &names(old, old_path), &names(new, path), &now.route, found);
        let place = ItemPath::of(Item::Function, path);
        if route(before) != route(now) {
            found.add(place, Breaking, Rewired, Some(&before.route), Some(&now.route));
        }
        arguments(path, &before.arguments, &now.arguments, found);
        found.type_(ItemPath::of(Item::Answer, path), &before.answer, &now.answer);
        let is_same = found.all.len() == start;
        found.docs(place, &before.docs, &now.docs, is_same);
        permissions(path, before.permissions.as_deref(), now.permissions.as_deref(), found);
    }
}

/// A route, whatever its placeholders are called.
fn route(function: &Function) -> String {
    let mut parts = function.route.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.map(|part| part.split_once('}').map_or(part, |(_, behind)| behind));
    rest.fold(first, |route, part| route + "{}" + part)
}

/// All paths of a function.
fn names<'a>(surface: &'a Surface, path: &'a String) -> BTreeSet<&'a String> {
    let aliases = surface.aliases.iter().filter(|(_, of)| *of == path).map(|(alias, _)| alias);
    aliases.chain([path]).collect()
}

/// Compares the paths of a function: those that are gone break, whatever the others are.
fn paths(path: &str, old: &BTreeSet<&String>, new: &BTreeSet<&String>, route: &str, found: &mut Differences) {
    let mut gone = old.difference(new).peekable();
    if gone.peek().is_none() {
        for come in new.difference(old) {
            found.add(ItemPath::of(Item::Function, come), Additive, Added, None, Some(route));
        }
    }
    for gone in gone {
        let happened = if last(gone) == last(path) { Moved } else { Renamed };
        found.add(ItemPath::of(Item::Function, path), Breaking, happened, Some(gone), Some(path));
    }
}

fn arguments(path: &str, old: &Arguments, new: &Arguments, found: &mut Differences) {
    let place = |name| ItemPath { item: Item::Argument, path, part: Some(name) };
    let known = |name: &String, all: &Arguments| all.iter().any(|(other, _)| other == name);
    let shared = |all: &Arguments, other: &Arguments| -> Vec<String> {
        all.iter().map(|(name, _)| name.clone()).filter(|name| known(name, other)).collect()
    };
    if shared(old, new) != shared(new, old) {
        let names =
            |all: &Arguments| all.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ");
        let place = ItemPath::of(Item::Arguments, path);
        found.add(place, Breaking, Reordered, Some(&names(old)), Some(&names(new)));
        return;
    }
    let is_at_its_place =
        |name: &String| old.iter().zip(new).any(|((old, _), (new, _))| old == name && new == name);
    if old.len() == new.len() && shared(old, new).iter().all(is_at_its_place) {
        for ((before, type_), (name, now)) in old.iter().zip(new) {
            match found.as_now(type_) == *now {
                true if before != name => found.add(place(name), DocsOnly, Renamed, Some(before), Some(name)),
                _ => found.type_(place(name), type_, now),
            }
        }
        return;
    }
    for (name, type_) in old {
        match new.iter().find(|(other, _)| other == name) {
            Some((_, now)) => found.type_(place(name), type_, now),
            None => found.add(place(name), Breaking, Removed, Some(type_), None),
        }
    }
    for (name, type_) in new.iter().filter(|(name, _)| !known(name, old)) {
        found.add(place(name), Breaking, Added, None, Some(type_));
    }
}

/// Compares the constant of the permissions that a function needs.
fn permissions(path: &str, old: Option<&str>, new: Option<&str>, found: &mut Differences) {
    let place = ItemPath::of(Item::Permissions, path);
    match (old, new) {
        (None, Some(_)) => found.add(place, Additive, Added, old, new),
        (Some(_), None) => found.add(place, Breaking, Removed, old, new),
        _ if old != new => found.add(place, DocsOnly, Documented, old, new),
        _ => {}
    }
}
