//! Fields and variants.

use super::Happened::{Added, Removed, Renamed, Rewired};
use super::Weight::{Additive, Breaking};
use super::pairs::Pairs;
use super::{Differences, Item, ItemPath};
use crate::surface::{Member, TypeItem};

pub(super) fn compare(path: &str, old: &TypeItem, new: &TypeItem, found: &mut Differences) {
    let item = if new.is_enum { Item::Variant } else { Item::Field };
    let place = |member: &Member| (item, member.name.clone());
    let pairs = Pairs::new(&old.members, &new.members)
        .by(|member| Some((member.wire.clone(), member.name.clone())))
        .by(|member| Some(member.wire.clone()).filter(|wire| !wire.is_empty()))
        .by(|member| Some(member.name.clone()));
    let pairs = pairs.by(|member| {
        let words = &member.docs.words;
        (!words.is_empty()).then(|| (found.as_now(&member.type_), words.clone()))
    });
    let type_of = |member: &Member| Some(member).filter(|_| !new.is_enum).map(|member| member.type_.clone());
    for member in pairs.gone {
        let (item, name) = place(member);
        let place = ItemPath { item, path, part: Some(&name) };
        found.add(place, Breaking, Removed, type_of(member).as_deref().or(Some(&member.wire)), None);
    }
    for member in pairs.come {
        let (item, name) = place(member);
        let place = ItemPath { item, path, part: Some(&name) };
        found.add(place, Additive, Added, None, type_of(member).as_deref().or(Some(&member.wire)));
    }
    for (old, new) in pairs.both {
        let place = ItemPath { item, path, part: Some(&new.name) };
        let before = found.all.len();
        if old.name != new.name {
            found.add(place, Breaking, Renamed, Some(&old.name), Some(&new.name));
        } else if old.wire != new.wire {
            found.add(place, Breaking, Rewired, Some(&old.wire), Some(&new.wire));
        } else if old.read_only != new.read_only {
            let text = |read_only| Some(if read_only { "set by the service" } else { "set by callers" });
            found.add(place, Additive, Rewired, text(old.read_only), text(new.read_only));
        }
        found.type_(place, &old.type_, &new.type_);
        let is_same = found.all.len() == before;
        found.docs(place, &old.docs, &new.docs, is_same);
    }
}
