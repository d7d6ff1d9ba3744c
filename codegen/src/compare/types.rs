//! Structs and enums.

use super::Happened::{Added, Moved, Removed, Renamed, Retyped, Rewired};
use super::Weight::{Additive, Breaking};
use super::pairs::Pairs;
use super::{Differences, Item, ItemPath, members};
use crate::surface::{Surface, TypeItem};

pub(super) fn compare(old: &Surface, new: &Surface, found: &mut Differences) {
    let (before, now): (Vec<_>, Vec<_>) = (old.types.iter().collect(), new.types.iter().collect());
    let pairs = Pairs::new(&before, &now)
        .by(|(path, type_)| Some((type_.wire.clone(), (*path).clone())))
        .by(|(_, type_)| Some(type_.wire.clone()).filter(|wire| !wire.is_empty()))
        .by(|(path, _)| Some((*path).clone()));
    for (path, type_) in pairs.gone {
        found.add(ItemPath::of(Item::Type, path), Breaking, Removed, Some(kind(type_)), None);
    }
    for (path, type_) in pairs.come {
        found.add(ItemPath::of(Item::Type, path), Additive, Added, None, Some(kind(type_)));
    }
    // Types that name others are compared once all are known.
    let renamed = pairs.both.iter().filter(|((old, _), (new, _))| old != new);
    found.renamed = renamed.map(|((old, _), (new, _))| ((*old).clone(), (*new).clone())).collect();
    for ((old_path, old), (path, new)) in pairs.both {
        let place = ItemPath::of(Item::Type, path);
        let start = found.all.len();
        if old_path != path {
            let happened = if last(old_path) == last(path) { Moved } else { Renamed };
            found.add(place, Breaking, happened, Some(old_path), Some(path));
        } else if old.wire != new.wire {
            found.add(place, Breaking, Rewired, Some(&old.wire), Some(&new.wire));
        }
        if old.is_enum == new.is_enum {
            let is_same = found.all.len() == start;
            found.docs(place, &old.docs, &new.docs, is_same);
            members::compare(path, old, new, found);
        } else {
            found.add(place, Breaking, Retyped, Some(kind(old)), Some(kind(new)));
        }
    }
}

fn kind(type_: &TypeItem) -> &'static str {
    if type_.is_enum { "enum" } else { "struct" }
}

/// The item's own name.
pub(super) fn last(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or(path)
}
