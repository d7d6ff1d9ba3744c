//! Objects without what the service alone sets.

use serde_core::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::write::write_view;
use super::{Object, ObjectsSlot, View, put};

/// An object as an update may send it: without the properties that the documentation calls read-only.
pub(super) struct Settable<'a> {
    object: &'a dyn Object,
    /// Whether its key stays, though the service alone sets it: that of an object inside of another says which one is meant.
    keyed: bool,
}

impl<'a> Settable<'a> {
    pub(super) fn whole(object: &'a dyn Object) -> Self {
        Self { object, keyed: false }
    }

    fn inside(object: &'a dyn Object) -> Self {
        Self { object, keyed: true }
    }

    fn is_left_out(&self, index: usize, name: &str) -> bool {
        let read_only = u16::try_from(index).is_ok_and(|index| self.object.read_only().contains(&index));
        read_only && !(self.keyed && name == self.object.key_name())
    }
}

impl Serialize for Settable<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (names, extra) = (self.object.names(), self.object.extra());
        if extra.is_null() {
            return serializer.serialize_unit();
        }
        let mut map = serializer.serialize_map(None)?;
        // Names that `extra` is not asked for.
        let mut done = Vec::new();
        for (index, name) in names.iter().enumerate() {
            if self.is_left_out(index, name) || write(self.object.view(index), name, &mut map)? {
                done.push(*name);
            }
        }
        for (name, value) in extra.iter().filter(|(name, _)| !done.contains(name)) {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

fn write<M: SerializeMap>(view: View<'_>, name: &str, map: &mut M) -> Result<bool, M::Error> {
    match view {
        View::Object(slot) => put(map, name, &slot.get().map(Settable::inside)),
        View::Objects(slot) => put(map, name, &slot.count().map(|_| List(slot))),
        view => write_view(view, name, map),
    }
}

struct List<'a>(&'a dyn ObjectsSlot);

impl Serialize for List<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut seq = serializer.serialize_seq(self.0.count())?;
        for object in (0..).map_while(|index| self.0.get(index)) {
            seq.serialize_element(&Settable::inside(object))?;
        }
        seq.end()
    }
}
