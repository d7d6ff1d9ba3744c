//! Writing: one loop for all tables.

use serde_core::ser::{Serialize, SerializeMap, Serializer};

use super::list::List;
use super::number::Double;
use super::{Table, View};
use crate::support::Extra;

/// Writes an object: the properties that are set, in the order of the table, then its `extra`.
pub fn write_table<T: Table, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    if value.extra().is_null() && *value == null() {
        return serializer.serialize_unit();
    }
    let mut map = serializer.serialize_map(None)?;
    let extra = Some(value.extra()).filter(|extra| !extra.is_empty());
    let mut writer = Writer { names: T::NAMES, next: 0, extra, overridden: Vec::new() };
    for (index, name) in T::NAMES.iter().enumerate() {
        let set = match write_view(value.view(index), name, &mut map)? {
            Some(set) => set,
            None => value.write(index, &mut map)?,
        };
        if set && extra.is_some() {
            writer.written(name);
        }
    }
    if let Some(extra) = extra {
        writer.write_extra(extra, &mut map)?;
    }
    map.end()
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

/// What a table reads a `null` as.
fn null<T: Table>() -> T {
    let mut value = T::default();
    *value.extra_mut() = Extra::of_null();
    value
}

/// The part of a table that is not generic, so that what works on it is compiled once for each format.
trait Views {
    fn view(&self, index: usize) -> View<'_>;
}

impl<T: Table> Views for T {
    fn view(&self, index: usize) -> View<'_> {
        Table::view(self, index)
    }
}

/// Where the writer is in a table.
struct Writer<'a> {
    names: &'static [&'static str],
    next: usize,
    /// What the type does not know, if there is any.
    extra: Option<&'a Extra>,
    /// Names in `extra` that properties of the type have too, and are set.
    overridden: Vec<&'static str>,
}

impl Writer<'_> {
    /// Writes on until a property comes that has no view, and gives its index; `None` at the end of the table.
    fn views<M: SerializeMap>(&mut self, table: &dyn Views, map: &mut M) -> Result<Option<usize>, M::Error> {
        while let Some(name) = self.names.get(self.next) {
            let index = self.next;
            self.next += 1;
            match write_view(table.view(index), name, map)? {
                Some(true) if self.extra.is_some() => self.written(name),
                Some(_) => {}
                None => return Ok(Some(index)),
            }
        }
        Ok(None)
    }

    fn written(&mut self, name: &'static str) {
        if self.extra.is_some_and(|extra| extra.get(name).is_some()) {
            self.overridden.push(name);
        }
    }

    fn write_extra<M: SerializeMap>(&self, extra: &Extra, map: &mut M) -> Result<(), M::Error> {
        let unset = extra.iter().filter(|(name, _)| !self.overridden.contains(name));
        for (name, value) in unset {
            map.serialize_entry(name, value)?;
        }
        Ok(())
    }
}

/// Whether the property was set; `None` if there is no view of it.
fn write_view<M: SerializeMap>(view: View<'_>, name: &str, map: &mut M) -> Result<Option<bool>, M::Error> {
    Ok(Some(match view {
        View::String(value) => put(map, name, value)?,
        View::Bool(value) => put(map, name, value)?,
        View::Int32(value) => put(map, name, value)?,
        View::Int64(value) => put(map, name, value)?,
        View::Double(value) => put(map, name, &value.map(Double))?,
        View::Decimal(value) => put(map, name, value)?,
        View::Text(slot) => put(map, name, &slot.get())?,
        View::Json(slot) => put(map, name, &slot.get())?,
        View::Strings(value) => put(map, name, value)?,
        View::Texts(slot) => put(map, name, &slot.count().map(|_| List(slot)))?,
        View::Other => return Ok(None),
    }))
}
