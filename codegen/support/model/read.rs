//! Reading: one visitor for all tables.

use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use super::list::ListSeed;
use super::number::{DoubleSeed, IntegerSeed};
use super::{Slot, Table, TextSlot};
use crate::support::{Extra, Json};

/// Reads an object.
///
/// `null` reads as `None`; of a property that comes twice, the last counts; a property that the type does not know goes
/// to its `extra`. A `null` in place of the object, as a list may have it, reads as an empty object that says so
/// ([`Extra::is_null`]).
pub fn read_table<'de, T: Table, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_any(TableVisitor(PhantomData))
}

struct TableVisitor<T>(PhantomData<T>);

impl<'de, T: Table> Visitor<'de> for TableVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::TYPE)
    }

    fn visit_unit<E: Error>(self) -> Result<T, E> {
        let mut value = T::default();
        *value.extra_mut() = Extra::of_null();
        Ok(value)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut value = T::default();
        let mut cursor = Cursor { type_name: T::TYPE, names: T::NAMES, next: 0 };
        while let Some(index) = read_slots(&mut value, &mut cursor, &mut map)? {
            value.read(index, &mut map).map_err(|error| cursor.locate(index, error))?;
        }
        value.extra_mut().settle();
        Ok(value)
    }
}

/// The part of a table that is not generic, so that what works on it is compiled once for each format.
trait Slots {
    fn slot(&mut self, index: usize) -> Slot<'_>;
    fn extra(&mut self) -> &mut Extra;
}

impl<T: Table> Slots for T {
    fn slot(&mut self, index: usize) -> Slot<'_> {
        Table::slot(self, index)
    }

    fn extra(&mut self) -> &mut Extra {
        self.extra_mut()
    }
}

/// Reads on until a property comes that has no slot, and gives its index; `None` at the end of the object.
fn read_slots<'de, A: MapAccess<'de>>(
    table: &mut dyn Slots,
    cursor: &mut Cursor,
    map: &mut A,
) -> Result<Option<usize>, A::Error> {
    while let Some(key) = map.next_key_seed(&*cursor)? {
        match key {
            Key::Known(index) => {
                cursor.next = index + 1;
                match read_slot(table.slot(index), map).map_err(|error| cursor.locate(index, error))? {
                    Read::Done => {}
                    Read::Other => return Ok(Some(index)),
                    Read::Unfit(json) => table.extra().push(cursor.names[index].into(), json),
                }
            }
            Key::Unknown(name) => table.extra().push(name, map.next_value()?),
        }
    }
    Ok(None)
}

/// What became of a value.
enum Read {
    Done,
    Other,
    /// The slot cannot hold it: a list of texts with a `null` among them.
    Unfit(Json),
}

fn read_slot<'de, A: MapAccess<'de>>(slot: Slot<'_>, map: &mut A) -> Result<Read, A::Error> {
    let unfit = match slot {
        Slot::String(slot) => {
            *slot = map.next_value()?;
            None
        }
        Slot::Bool(slot) => {
            *slot = map.next_value()?;
            None
        }
        Slot::Decimal(slot) => {
            *slot = map.next_value()?;
            None
        }
        Slot::Int32(slot) => {
            *slot = map.next_value_seed(IntegerSeed::<i32>::new())?;
            None
        }
        Slot::Int64(slot) => {
            *slot = map.next_value_seed(IntegerSeed::<i64>::new())?;
            None
        }
        Slot::Double(slot) => {
            *slot = map.next_value_seed(DoubleSeed)?;
            None
        }
        Slot::Text(slot) => {
            map.next_value_seed(TextSeed(slot))?;
            None
        }
        Slot::Json(slot) => {
            slot.set(map.next_value()?);
            None
        }
        Slot::Strings(slot) => map.next_value_seed(ListSeed(slot))?,
        Slot::Texts(slot) => map.next_value_seed(ListSeed(slot))?,
        Slot::Other => return Ok(Read::Other),
    };
    Ok(unfit.map_or(Read::Done, Read::Unfit))
}

/// Where the reader is in a table.
struct Cursor {
    type_name: &'static str,
    names: &'static [&'static str],
    /// The index behind the last property that was read: the next one mostly stands there.
    next: usize,
}

impl Cursor {
    fn find(&self, key: &str) -> Option<usize> {
        let (before, behind) = self.names.split_at(self.next);
        let place = |names: &[&str]| names.iter().position(|name| *name == key);
        place(behind).map(|index| index + self.next).or_else(|| place(before))
    }

    /// Puts the property in front of an error. A position at the end of the message stays there, where `serde_json`
    /// finds it again.
    #[cold]
    fn locate<E: Error>(&self, index: usize, error: E) -> E {
        E::custom(format_args!("{}.{}: {error}", self.type_name, self.names[index]))
    }
}

/// The name of a property that was read.
enum Key {
    Known(usize),
    Unknown(Box<str>),
}

impl<'de> DeserializeSeed<'de> for &Cursor {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for &Cursor {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the name of a property of {}", self.type_name)
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Key, E> {
        Ok(self.find(name).map_or_else(|| Key::Unknown(name.into()), Key::Known))
    }
}

/// Reads a string into a slot.
struct TextSeed<'a>(&'a mut dyn TextSlot);

impl<'de> DeserializeSeed<'de> for TextSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Visitor<'_> for TextSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.0.set(Some(text));
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.0.set(None);
        Ok(())
    }
}
