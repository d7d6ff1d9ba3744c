//! An object with a `value` and nothing else that matters: how OData answers collections and what functions return.

use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use crate::support::Extra;

/// The property that holds what was asked for.
pub(super) const VALUE: &str = "value";

/// `{"value": …}` with annotations beside it.
pub(super) struct Envelope<T> {
    pub(super) value: T,
    pub(super) extra: Extra,
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Envelope<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EnvelopeVisitor(PhantomData))
    }
}

struct EnvelopeVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for EnvelopeVisitor<T> {
    type Value = Envelope<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with a `value`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Envelope<T>, A::Error> {
        let (mut value, mut extra) = (None, Extra::default());
        while let Some(name) = map.next_key::<Box<str>>()? {
            if *name == *VALUE {
                value = Some(map.next_value()?);
            } else {
                extra.push(name, map.next_value()?);
            }
        }
        extra.settle();
        let value = value.ok_or_else(|| A::Error::missing_field(VALUE))?;
        Ok(Envelope { value, extra })
    }
}
