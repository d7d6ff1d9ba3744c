//! Reading: one visitor for all tables.

use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{Deserializer, Error, MapAccess, Visitor};

use super::cursor::{Cursor, Key};
use super::list::ListSeed;
use super::number::{DoubleSeed, IntegerSeed};
use super::text::TextSeed;
use super::{Slot, Table, TextsSlot};
use crate::support::{Extra, Json};

/// Reads an object.
///
/// `null` reads as `None`; of a property that comes twice, the last counts; a property that the type does not know goes
/// to its `extra`. A `null` in place of the object, as a list may have it, reads as an empty object that says so
/// ([`Extra::is_null`]).
pub fn read_table<'de, T: Table, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_option(TableVisitor(PhantomData))
}

struct TableVisitor<T>(PhantomData<T>);

impl<'de, T: Table> Visitor<'de> for TableVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::TYPE)
    }

    fn visit_none<E: Error>(self) -> Result<T, E> {
        let mut value = T::default();
        *value.extra_mut() = Extra::of_null();
        Ok(value)
    }

    fn visit_unit<E: Error>(self) -> Result<T, E> {
        self.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_map(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut value = T::default();
        let mut cursor = Cursor::new(T::TYPE, T::NAMES);
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
    while let Some(key) = map.next_key_seed(&mut *cursor)? {
        match key {
            Key::Known(index) => {
                match read_slot(table.slot(index), map).map_err(|error| cursor.locate(index, error))? {
                    Read::Done => {}
                    Read::Other => return Ok(Some(index)),
                    Read::Unfit(json) => table.extra().push(cursor.name(index).into(), json),
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
    /// It is still to be read: there is no slot.
    Other,
    /// The slot cannot hold it.
    Unfit(Json),
}

fn read_slot<'de, A: MapAccess<'de>>(slot: Slot<'_>, map: &mut A) -> Result<Read, A::Error> {
    match slot {
        Slot::String(value) => *value = map.next_value()?,
        Slot::Bool(value) => *value = map.next_value()?,
        Slot::Decimal(value) => *value = map.next_value()?,
        Slot::Int32(value) => *value = map.next_value_seed(IntegerSeed::new())?,
        Slot::Int64(value) => *value = map.next_value_seed(IntegerSeed::new())?,
        Slot::Double(value) => *value = map.next_value_seed(DoubleSeed)?,
        Slot::Json(value) => value.set(map.next_value()?),
        Slot::Text(value) => map.next_value_seed(TextSeed(value))?,
        Slot::Texts(list) => return read_list(list, map),
        Slot::Strings(list) => return read_list(list, map),
        Slot::Other => return Ok(Read::Other),
    }
    Ok(Read::Done)
}

fn read_list<'de, A: MapAccess<'de>>(list: &mut dyn TextsSlot, map: &mut A) -> Result<Read, A::Error> {
    Ok(map.next_value_seed(ListSeed(list))?.map_or(Read::Done, Read::Unfit))
}
