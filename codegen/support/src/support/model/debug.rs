//! Debug output: one for all tables.

use std::fmt::{Debug, Formatter, Result};

use super::{Object, View};

/// Shows an object: the properties that are set, by the names that JSON has for them, then its `extra`.
///
/// Large types are mostly empty, and rustc would have a function to check for each of them that names every field.
pub fn debug_table(name: &str, object: &dyn Object, f: &mut Formatter<'_>) -> Result {
    let mut debug = f.debug_struct(name);
    for (index, name) in object.names().iter().enumerate() {
        let view = object.view(index);
        if view.is_set() {
            debug.field(name, &view);
        }
    }
    if !object.extra().is_empty() || object.extra().is_null() {
        debug.field("extra", object.extra());
    }
    debug.finish()
}

impl Debug for View<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::String(value) => fmt_value(*value, f),
            Self::Strings(value) => fmt_value(*value, f),
            Self::Bool(value) => fmt_value(*value, f),
            Self::Int32(value) => fmt_value(*value, f),
            Self::Int64(value) => fmt_value(*value, f),
            Self::Double(value) => fmt_value(*value, f),
            Self::Decimal(value) => fmt_value(*value, f),
            Self::Text(slot) => fmt_value(&slot.get(), f),
            Self::Texts(slot) => list((0..).map_while(|index| slot.get(index)), f),
            Self::Json(slot) => fmt_value(&slot.get(), f),
            Self::Object(slot) => fmt_value(&slot.get(), f),
            Self::Objects(slot) => list((0..).map_while(|index| slot.get(index)), f),
            Self::Value(slot) => match slot.get() {
                Ok(value) => fmt_value(&value, f),
                Err(error) => Debug::fmt(&error, f),
            },
            Self::Extra(extra) => Debug::fmt(extra, f),
        }
    }
}

/// A value without the `Some` around it.
fn fmt_value(value: &Option<impl Debug>, f: &mut Formatter<'_>) -> Result {
    match value {
        Some(value) => value.fmt(f),
        None => f.write_str("None"),
    }
}

fn list(values: impl Iterator<Item: Debug>, f: &mut Formatter<'_>) -> Result {
    f.debug_list().entries(values).finish()
}
