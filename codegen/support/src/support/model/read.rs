//! Reading: one visitor for all tables.

use std::fmt;

use serde_core::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use super::cursor::{Cursor, Key};
use super::exact::is_exact;
use super::nested::{ListVisitor, PropertyVisitor};
use super::quick::{BoolVisitor, IntegerVisitor};
use super::text::{StringVisitor, TextVisitor};
use super::texts::TextsVisitor;
use super::{Object, Slot, Table};
use crate::support::json::raw;
use crate::support::{Extra, Json};

/// Reads an object.
///
/// `null` reads as `None`; of a property that comes twice, the last counts; a property that the type does not know, or
/// whose value does not fit its type, goes to its `extra`. A `null` in place of the object, as a list may have it, reads
/// as an empty object that says so ([`Extra::is_null`]).
pub fn read_table<'de, T: Table, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::default();
    ObjectSeed(&mut value).deserialize(deserializer)?;
    Ok(value)
}

/// Reads into an empty object.
pub(crate) struct ObjectSeed<'a>(pub(crate) &'a mut dyn Object);

impl<'de> DeserializeSeed<'de> for ObjectSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for ObjectSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.type_name())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        *self.0.extra_mut() = Extra::of_null();
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let object = self.0;
        let mut cursor = Cursor::new(object.type_name(), object.names());
        let mut extra = Extra::default();
        let mut unfit = Vec::new();
        while let Some(key) = map.next_key_seed(&mut cursor)? {
            match key {
                Key::Known(index) => {
                    let read = map.next_value_seed(object.slot(index));
                    match read.map_err(|error| cursor.locate(index, error))? {
                        Some(json) => {
                            extra.push(cursor.name(index).into(), json);
                            unfit.push(index);
                        }
                        // It came before, and did not fit.
                        None if unfit.contains(&index) => {
                            unfit.retain(|other| *other != index);
                            extra.settle();
                            extra.remove(cursor.name(index));
                        }
                        None => {}
                    }
                }
                Key::Unknown(name) => extra.push(name, map.next_value()?),
            }
        }
        if !extra.is_empty() {
            extra.settle();
            *object.extra_mut() = extra;
        }
        Ok(())
    }
}

/// Reads into a property; gives back what it cannot hold, and the property then has no value.
impl<'de> DeserializeSeed<'de> for Slot<'_> {
    type Value = Option<Json>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<Json>, D::Error> {
        match self {
            Slot::Object(slot) => deserializer.deserialize_any(PropertyVisitor(slot)),
            Slot::Objects(list) => deserializer.deserialize_any(ListVisitor(list)),
            Slot::Extra(_) => Json::deserialize(deserializer).map(Some),
            Slot::String(value) if !is_exact() => deserializer.deserialize_any(StringVisitor(value)),
            Slot::Bool(value) if !is_exact() => deserializer.deserialize_any(BoolVisitor(value)),
            Slot::Int32(value) if !is_exact() => deserializer.deserialize_any(IntegerVisitor(value)),
            Slot::Int64(value) if !is_exact() => deserializer.deserialize_any(IntegerVisitor(value)),
            Slot::Text(slot) if !is_exact() => deserializer.deserialize_any(TextVisitor(slot)),
            Slot::Strings(list) if !is_exact() => deserializer.deserialize_any(TextsVisitor(list)),
            Slot::Texts(list) if !is_exact() => deserializer.deserialize_any(TextsVisitor(list)),
            mut scalar => {
                let mut unfit = None;
                raw::show(deserializer, &mut |text| {
                    if !scalar.fit(text) {
                        unfit = Some(Json::of_known(text));
                    }
                })?;
                Ok(unfit)
            }
        }
    }
}
