//! Writing: one loop for all tables.

use serde_core::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};

use super::list::List;
use super::number::Double;
use super::{Object, ObjectsSlot, Table, View};

/// Writes an object: the properties that are set, in the order of the table, then its `extra`.
pub fn write_table<T: Table, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    Written(value).serialize(serializer)
}

/// Writes a property, if it is set, and says whether it is.
pub fn put<M: SerializeMap, T: Serialize>(
    map: &mut M,
    name: &str,
    value: &Option<T>,
) -> Result<bool, M::Error> {
    match value {
        Some(value) => map.serialize_entry(name, value).map(|()| true),
        None => Ok(false),
    }
}

/// An object as it is written.
pub(crate) struct Written<'a>(pub(crate) &'a dyn Object);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (names, extra) = (self.0.names(), self.0.extra());
        if extra.is_null() && !(0..names.len()).any(|index| self.0.view(index).is_set()) {
            return serializer.serialize_unit();
        }
        let mut map = serializer.serialize_map(None)?;
        let is_plain = extra.is_empty();
        // Names in `extra` that are also set properties of the type.
        let mut overridden = Vec::new();
        for (index, name) in names.iter().enumerate() {
            if write_view(self.0.view(index), name, &mut map)? && !is_plain && extra.get(name).is_some() {
                overridden.push(*name);
            }
        }
        for (name, value) in extra.iter().filter(|(name, _)| !overridden.contains(name)) {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// Writes a property, and says whether it was set.
pub(super) fn write_view<M: SerializeMap>(view: View<'_>, name: &str, map: &mut M) -> Result<bool, M::Error> {
    match view {
        View::String(value) => put(map, name, value),
        View::Bool(value) => put(map, name, value),
        View::Int32(value) => put(map, name, value),
        View::Int64(value) => put(map, name, value),
        View::Double(value) => put(map, name, &value.map(Double)),
        View::Decimal(value) => put(map, name, value),
        View::Text(slot) => put(map, name, &slot.get()),
        View::Json(slot) => put(map, name, &slot.get()),
        View::Strings(value) => put(map, name, value),
        View::Texts(slot) => put(map, name, &slot.count().map(|_| List(slot))),
        View::Object(slot) => put(map, name, &slot.get().map(Written)),
        View::Objects(slot) => put(map, name, &slot.count().map(|_| Objects(slot))),
        View::Value(slot) => put(map, name, &slot.get().map_err(M::Error::custom)?),
        View::Extra(_) => Ok(false),
    }
}

/// Writes the list of objects in a slot.
pub(crate) struct Objects<'a>(pub(crate) &'a dyn ObjectsSlot);

impl Serialize for Objects<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut seq = serializer.serialize_seq(self.0.count())?;
        let mut index = 0;
        while let Some(object) = self.0.get(index) {
            seq.serialize_element(&Written(object))?;
            index += 1;
        }
        seq.end()
    }
}
