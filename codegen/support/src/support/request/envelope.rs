//! An object with a `value` and nothing else that matters: how OData answers collections and what functions return.

use std::fmt;

use http::StatusCode;
use http::response::Parts;
use serde_core::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde_core::ser::SerializeMap;

use super::element::Part;
use crate::support::{Extra, Json, Slot};

/// The property that holds what was asked for.
pub(super) const VALUE: &str = "value";

/// Reads `{"value": …}`: the value to its slot, whatever its type. Gives the annotations beside it.
pub(super) struct Envelope<'a>(pub(super) Slot<'a>);

impl<'de> DeserializeSeed<'de> for Envelope<'_> {
    type Value = Extra;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Extra, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Envelope<'_> {
    type Value = Extra;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with a `value`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Extra, A::Error> {
        let (mut slot, mut extra) = (Some(self.0), Extra::default());
        while let Some(name) = map.next_key::<Box<str>>()? {
            if *name != *VALUE {
                extra.push(name, map.next_value()?);
                continue;
            }
            let slot = slot.take().ok_or_else(|| A::Error::duplicate_field(VALUE))?;
            if let Some(unfit) = map.next_value_seed(slot)? {
                return Err(mismatch(&unfit));
            }
        }
        extra.settle();
        if slot.is_none() { Ok(extra) } else { Err(A::Error::missing_field(VALUE)) }
    }
}

/// Whether a response says with its status that there is nothing: `204 No Content`.
pub(super) fn is_nothing(head: &Parts, body: &[u8]) -> bool {
    head.status == StatusCode::NO_CONTENT && body.trim_ascii().is_empty()
}

/// The error for a `value` of another kind.
#[cold]
pub(super) fn mismatch<E: Error>(json: &Json) -> E {
    let beginning: String = json.raw().chars().take(SHOWN).collect();
    E::custom(format_args!("`value` is of another kind: {beginning}"))
}

/// How many letters of a value an error shows.
const SHOWN: usize = 100;

/// The error for a `value` that is `null`, where that stands for nothing.
pub(super) fn null<E: Error>() -> E {
    E::custom("`value` is null")
}

/// Writes the annotations and the value behind them, in an object that is begun.
pub(super) fn write<M: SerializeMap>(mut map: M, extra: &Extra, value: &Part<'_>) -> Result<M::Ok, M::Error> {
    for (name, value) in extra.iter() {
        map.serialize_entry(name, value)?;
    }
    map.serialize_entry(VALUE, value)?;
    map.end()
}
