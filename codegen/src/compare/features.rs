//! Features, and what they turn on.

use std::collections::BTreeSet;

use super::Happened::{Added, Gated, Removed};
use super::Weight::{Additive, Breaking};
use super::{Differences, Item, ItemPath};
use crate::surface::Surface;

/// A crate and its features.
type Side<'a> = (&'a Surface, &'a BTreeSet<&'a String>);

pub(super) fn compare(old: &Surface, new: &Surface, found: &mut Differences) {
    let (before, now) = (features(old), features(new));
    for feature in before.difference(&now) {
        found.add(ItemPath::of(Item::Feature, feature), Breaking, Removed, None, None);
    }
    for feature in now.difference(&before) {
        found.add(ItemPath::of(Item::Feature, feature), Additive, Added, None, None);
    }
    match (before.is_empty(), now.is_empty()) {
        (true, false) => {
            let needed = listed(&now);
            found.add(ItemPath::of(Item::Module, ""), Breaking, Gated, None, Some(&needed));
        }
        (false, true) => {
            let needed = listed(&before);
            found.add(ItemPath::of(Item::Module, ""), Additive, Gated, Some(&needed), None);
        }
        _ => modules((old, &before), (new, &now), found),
    }
}

/// Compares module by module, where both crates have features.
fn modules((old, were_on): Side<'_>, (new, now): Side<'_>, found: &mut Differences) {
    let (were, are) = (parts(old), parts(new));
    for part in were.intersection(&are) {
        let (before, after) = (gate(old, part), gate(new, part));
        let place = ItemPath::of(Item::Module, part);
        let is_shared = |feature: &&String| were_on.contains(feature) && now.contains(feature);
        let (lost, gained) = match (before, after) {
            (None, None) => (false, false),
            (None, Some(_)) => (true, false),
            (Some(_), None) => (false, true),
            // An added or removed feature is already in the list: it counts here only if no other feature turns the
            // module on.
            (Some(before), Some(after)) => (
                before.difference(after).any(|feature| is_shared(&feature)) || before.is_disjoint(after),
                after.difference(before).any(|feature| is_shared(&feature)),
            ),
        };
        let weight = if lost { Breaking } else { Additive };
        if lost || gained {
            let (before, after) = (before.map(listed), after.map(listed));
            found.add(place, weight, Gated, before.as_deref(), after.as_deref());
        }
    }
}

fn features(surface: &Surface) -> BTreeSet<&String> {
    surface.gates.values().flatten().collect()
}

fn listed<'a>(features: impl IntoIterator<Item = &'a (impl AsRef<str> + 'a + ?Sized)>) -> String {
    features.into_iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ")
}

/// The modules that hold items, and for each that holds functions, its operations.
fn parts(surface: &Surface) -> BTreeSet<String> {
    let module =
        |path: &String| path.rsplit_once("::").map_or(String::new(), |(module, _)| module.to_owned());
    let types = surface.types.keys().map(module);
    let functions = surface.functions.keys().chain(surface.aliases.keys());
    types.chain(functions.map(|path| operations(&module(path)))).collect()
}

fn operations(module: &str) -> String {
    format!("{module} (operations)")
}

/// The features of which one turns a part on.
fn gate<'a>(surface: &'a Surface, part: &str) -> Option<&'a BTreeSet<String>> {
    let module = part.strip_suffix(" (operations)").unwrap_or(part);
    surface.gates.get(part).or_else(|| surface.gates.get(module))
}
