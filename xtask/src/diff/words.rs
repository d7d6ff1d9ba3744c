//! The words for differences.

use std::collections::BTreeMap;

use codegen::{Difference, Happened, Item, Weight};

pub(super) fn weight(weight: Weight) -> &'static str {
    match weight {
        Weight::Breaking => "breaking",
        Weight::Additive => "additive",
        Weight::DocsOnly => "docs-only",
    }
}

pub(super) fn item(item: Item) -> &'static str {
    match item {
        Item::Feature => "feature",
        Item::Module => "module",
        Item::Function => "function",
        Item::Argument => "argument",
        Item::Arguments => "arguments",
        Item::Answer => "answer",
        Item::Permissions => "permissions",
        Item::Type => "type",
        Item::Field => "field",
        Item::Variant => "variant",
    }
}

pub(super) fn happened(happened: Happened) -> &'static str {
    match happened {
        Happened::Added => "added",
        Happened::Removed => "removed",
        Happened::Renamed => "renamed",
        Happened::Moved => "moved",
        Happened::Retyped => "retyped",
        Happened::Reordered => "reordered",
        Happened::Rewired => "rewired",
        Happened::Gated => "gated",
        Happened::Deprecated => "deprecated",
        Happened::Documented => "documented",
    }
}

/// The rest of a sentence behind the item: `was renamed`.
pub(super) fn predicate(found: &Difference) -> &'static str {
    let are = matches!(found.item, Item::Arguments | Item::Permissions);
    match (found.happened, are) {
        (Happened::Added, false) => "is new",
        (Happened::Added, true) => "are listed now",
        (Happened::Removed, false) => "was removed",
        (Happened::Removed, true) => "are not listed any longer",
        (Happened::Renamed, _) => "was renamed",
        (Happened::Moved, _) => "moved",
        (Happened::Retyped, _) => "has another type",
        (Happened::Reordered, _) => "stand in another order",
        (Happened::Rewired, _) => "means something else to the service",
        (Happened::Gated, _) if found.weight == Weight::Additive => "comes with more features",
        (Happened::Gated, _) => "needs other features",
        (Happened::Deprecated, _) if found.weight == Weight::Additive => "is deprecated",
        (Happened::Deprecated, _) if found.new.is_none() => "is not deprecated any longer",
        (Happened::Deprecated, _) => "has another notice of deprecation",
        (Happened::Documented, false) => "has other words",
        (Happened::Documented, true) => "are others",
    }
}

/// Whether old and new are a page's words rather than code.
pub(super) fn is_prose(found: &Difference) -> bool {
    found.item == Item::Permissions || matches!(found.happened, Happened::Documented | Happened::Deprecated)
}

/// The differences with how many more are the same: an inherited property is new, or has new words, in each of many
/// types. Breaking differences are listed one by one.
pub(super) fn alike<'a>(found: &[&'a Difference]) -> Vec<(&'a Difference, usize)> {
    let last = |found: &'a Difference| -> &'a str { found.name.rsplit("::").next().unwrap_or_default() };
    let mut groups: Vec<(&Difference, usize)> = Vec::new();
    let mut places: BTreeMap<_, usize> = BTreeMap::new();
    for found in found.iter().copied() {
        let key = (found.weight, found.happened, last(found), &found.old, &found.new);
        match places.get(&key) {
            Some(place) => groups[*place].1 += 1,
            None => {
                if found.item == Item::Field && found.weight != Weight::Breaking {
                    places.insert(key, groups.len());
                }
                groups.push((found, 0));
            }
        }
    }
    groups
}

/// The item's path from the crate's root, or the crate itself.
pub(super) fn path(found: &Difference) -> String {
    match (found.module.as_str(), found.name.as_str()) {
        ("", "") => "the crate".to_owned(),
        ("", name) => name.to_owned(),
        (module, "") => module.to_owned(),
        (module, name) => format!("{module}::{name}"),
    }
}
