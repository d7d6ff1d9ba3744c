//! What a function returns, with or without an object around it.

use std::collections::BTreeMap;

use serde_core::de::DeserializeOwned;
use serde_core::ser::{Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;

use super::Answer;
use super::envelope::{Envelope, VALUE};
use crate::support::{Error, Extra};

/// The answer of a function: `{"value": …}`, or the value by itself. Both are read, and written as they were read.
///
/// An object is a wrapper when it has a `value` and all else in it are annotations (`@odata.context`). An object that
/// only has a property `value` of its own cannot be told from one; it is taken as a wrapper.
#[derive(Clone, Debug, PartialEq)]
pub struct Wrapped<T> {
    /// The value itself.
    pub value: T,
    /// The annotations beside it.
    pub extra: Extra,
    bare: bool,
}

impl<T: Serialize + DeserializeOwned> Answer for Wrapped<T> {
    /// Counts are answered as plain text.
    const ACCEPT: &'static str = "application/json, text/plain";

    fn decode(body: &[u8]) -> Result<Self, Error> {
        if is_wrapper(body) {
            let Envelope { value, extra } = super::answer::json(body)?;
            Ok(Self { value, extra, bare: false })
        } else {
            Ok(Self { value: super::answer::json(body)?, extra: Extra::default(), bare: true })
        }
    }

    fn encode(&self) -> Result<Vec<u8>, Error> {
        super::answer::to_json(self)
    }
}

impl<T: Serialize> Serialize for Wrapped<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.bare {
            return self.value.serialize(serializer);
        }
        let mut map = serializer.serialize_map(None)?;
        for (name, value) in self.extra.iter() {
            map.serialize_entry(name, value)?;
        }
        map.serialize_entry(VALUE, &self.value)?;
        map.end()
    }
}

fn is_wrapper(body: &[u8]) -> bool {
    let members: BTreeMap<String, &RawValue> = super::answer::json(body).unwrap_or_default();
    members.contains_key(VALUE) && members.keys().all(|name| name == VALUE || name.contains('@'))
}
