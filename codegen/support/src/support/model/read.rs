//! Reading: one visitor for all tables.

use std::fmt;

use serde_core::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::cursor::{Cursor, Key};
use super::list::ListSeed;
use super::number::{DoubleSeed, IntegerSeed};
use super::text::TextSeed;
use super::{Object, ObjectSlot, ObjectsSlot, Slot, Table};
use crate::support::{Extra, Json};

/// Reads an object.
///
/// `null` reads as `None`; of a property that comes twice, the last counts; a property that the type does not know goes
/// to its `extra`. A `null` in place of the object, as a list may have it, reads as an empty object that says so
/// ([`Extra::is_null`]).
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
        while let Some(key) = map.next_key_seed(&mut cursor)? {
            match key {
                Key::Known(index) => {
                    let unfit = map.next_value_seed(object.slot(index));
                    if let Some(json) = unfit.map_err(|error| cursor.locate(index, error))? {
                        extra.push(cursor.name(index).into(), json);
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

/// Reads into a property; gives back what it cannot hold.
impl<'de> DeserializeSeed<'de> for Slot<'_> {
    type Value = Option<Json>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<Json>, D::Error> {
        match self {
            Slot::String(value) => *value = Deserialize::deserialize(deserializer)?,
            Slot::Bool(value) => *value = Deserialize::deserialize(deserializer)?,
            Slot::Decimal(value) => *value = Deserialize::deserialize(deserializer)?,
            Slot::Int32(value) => *value = IntegerSeed::new().deserialize(deserializer)?,
            Slot::Int64(value) => *value = IntegerSeed::new().deserialize(deserializer)?,
            Slot::Double(value) => *value = DoubleSeed.deserialize(deserializer)?,
            Slot::Json(value) => value.set(Deserialize::deserialize(deserializer)?),
            Slot::Text(value) => TextSeed(value).deserialize(deserializer)?,
            Slot::Texts(list) => return ListSeed(list).deserialize(deserializer),
            Slot::Strings(list) => return ListSeed(list).deserialize(deserializer),
            Slot::Object(slot) => PropertySeed(slot).deserialize(deserializer)?,
            Slot::Objects(list) => ObjectsSeed(list).deserialize(deserializer)?,
            Slot::Value(value) => {
                value.set(Deserialize::deserialize(deserializer)?).map_err(D::Error::custom)?;
            }
            Slot::Extra(_) => return Json::deserialize(deserializer).map(Some),
        }
        Ok(None)
    }
}

/// Reads the object of a property.
struct PropertySeed<'a>(&'a mut dyn ObjectSlot);

impl<'de> DeserializeSeed<'de> for PropertySeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for PropertySeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.0.clear();
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(ObjectSeed(self.0.put()))
    }
}

/// Reads the list of objects of a property.
struct ObjectsSeed<'a>(&'a mut dyn ObjectsSlot);

impl<'de> DeserializeSeed<'de> for ObjectsSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for ObjectsSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of objects")
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.0.reset(false);
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        self.0.reset(true);
        while seq.next_element_seed(ElementSeed(self.0))?.is_some() {}
        Ok(())
    }
}

/// Reads one more object of a list.
struct ElementSeed<'a>(&'a mut dyn ObjectsSlot);

impl<'de> DeserializeSeed<'de> for ElementSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        ObjectSeed(self.0.push()).deserialize(deserializer)
    }
}
