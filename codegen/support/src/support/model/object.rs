//! Tables behind a pointer, so that what works on them is compiled once for each format, and not for each type.

use std::fmt::Debug;

use serde_core::de::DeserializeOwned;
use serde_core::ser::Serialize;

use super::{Slot, Table, View};
use crate::support::{Extra, Json};

/// A structured type of which only the table is known: every [`Table`].
#[doc(hidden)]
pub trait Object: Debug {
    /// The qualified name of the type, or Rust's where OData has none.
    fn type_name(&self) -> &'static str;

    /// The names of the properties in JSON.
    fn names(&self) -> &'static [&'static str];

    /// The places of the properties that the documentation calls read-only.
    fn read_only(&self) -> &'static [u16];

    /// The name of the property by which requests address the object.
    fn key_name(&self) -> &'static str;

    /// Where the value of a property is put.
    fn slot(&mut self, index: usize) -> Slot<'_>;

    /// The value of a property.
    fn view(&self, index: usize) -> View<'_>;
}

impl<T: Table> Object for T {
    fn type_name(&self) -> &'static str {
        if T::TYPE.is_empty() { std::any::type_name::<T>() } else { T::TYPE }
    }

    fn names(&self) -> &'static [&'static str] {
        T::NAMES.split_last().map_or(&[], |(_, properties)| properties)
    }

    fn read_only(&self) -> &'static [u16] {
        T::READ_ONLY
    }

    fn key_name(&self) -> &'static str {
        T::KEY
    }

    fn slot(&mut self, index: usize) -> Slot<'_> {
        Table::slot(self, index)
    }

    fn view(&self, index: usize) -> View<'_> {
        Table::view(self, index)
    }
}

/// An index behind the last property of any table.
const BEHIND: usize = usize::MAX;

impl dyn Object + '_ {
    /// The properties that the type does not know.
    pub(super) fn extra(&self) -> &Extra {
        match self.view(BEHIND) {
            View::Extra(extra) => extra,
            _ => unreachable!("{}: `Table::view`", self.type_name()),
        }
    }

    /// The properties that the type does not know, to change them.
    pub(super) fn extra_mut(&mut self) -> &mut Extra {
        let name = self.type_name();
        match self.slot(BEHIND) {
            Slot::Extra(extra) => extra,
            _ => unreachable!("{name}: `Table::slot`"),
        }
    }
}

/// A property whose value is an object: `Option<T>` and `Option<Box<T>>` for every [`Table`].
#[doc(hidden)]
pub trait ObjectSlot {
    /// Puts an empty object in and gives it.
    fn put(&mut self) -> &mut dyn Object;

    /// Takes the value out: for `null`.
    fn clear(&mut self);

    /// The object, if there is one.
    fn get(&self) -> Option<&dyn Object>;
}

impl<T: Table> ObjectSlot for Option<T> {
    fn put(&mut self) -> &mut dyn Object {
        self.insert(T::default())
    }

    fn clear(&mut self) {
        *self = None;
    }

    fn get(&self) -> Option<&dyn Object> {
        self.as_ref().map(|object| object as &dyn Object)
    }
}

/// A property whose value is a list of objects: `Option<Vec<T>>` for every [`Table`].
#[doc(hidden)]
pub trait ObjectsSlot {
    /// Puts an empty list in, or `None`.
    fn reset(&mut self, list: bool);

    /// Adds an empty object to the list and gives it.
    fn push(&mut self) -> &mut dyn Object;

    /// The number of elements, if there is a list.
    fn count(&self) -> Option<usize>;

    /// An element, if there is one at that place.
    fn get(&self, index: usize) -> Option<&dyn Object>;
}

/// A list that is there.
impl<T: Table> ObjectsSlot for Vec<T> {
    fn reset(&mut self, _: bool) {
        self.clear();
    }

    fn push(&mut self) -> &mut dyn Object {
        let index = self.len();
        Vec::push(self, T::default());
        &mut self[index]
    }

    fn count(&self) -> Option<usize> {
        Some(self.len())
    }

    fn get(&self, index: usize) -> Option<&dyn Object> {
        if index < self.len() { Some(&self[index]) } else { None }
    }
}

impl<T: Table> ObjectsSlot for Option<Vec<T>> {
    fn reset(&mut self, list: bool) {
        *self = if list { Some(Vec::new()) } else { None };
    }

    fn push(&mut self) -> &mut dyn Object {
        match self {
            Some(list) => ObjectsSlot::push(list),
            None => ObjectsSlot::push(self.insert(Vec::new())),
        }
    }

    fn count(&self) -> Option<usize> {
        match self {
            Some(list) => ObjectsSlot::count(list),
            None => None,
        }
    }

    fn get(&self, index: usize) -> Option<&dyn Object> {
        match self {
            Some(list) => ObjectsSlot::get(list, index),
            None => None,
        }
    }
}

/// A property whose value has another type: a list of numbers, a list of lists. It goes through JSON text.
#[doc(hidden)]
pub trait ValueSlot {
    /// Decodes a value; `None` for `null`.
    fn set(&mut self, json: Option<Json>) -> Result<(), serde_json::Error>;

    /// Encodes the value, if there is one.
    fn get(&self) -> Result<Option<Json>, serde_json::Error>;

    /// Whether there is a value.
    fn is_set(&self) -> bool;
}

impl<T: Serialize + DeserializeOwned> ValueSlot for Option<T> {
    fn set(&mut self, json: Option<Json>) -> Result<(), serde_json::Error> {
        *self = json.map(|json| serde_json::from_str(json.raw())).transpose()?;
        Ok(())
    }

    fn get(&self) -> Result<Option<Json>, serde_json::Error> {
        let text = self.as_ref().map(serde_json::value::to_raw_value).transpose()?;
        text.map(|text| serde_json::from_str(text.get())).transpose()
    }

    fn is_set(&self) -> bool {
        self.is_some()
    }
}
