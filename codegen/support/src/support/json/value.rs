//! Any JSON value, as its text.

use std::any::type_name;
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde_core::de::{Deserialize, DeserializeOwned, Deserializer};
use serde_core::ser::{Error as _, Serialize, Serializer};
use serde_json::Value;
use serde_json::value::{RawValue, to_raw_value};

use super::{equal, raw};
use crate::support::Error;
use crate::support::model::{exact, string};

/// Any JSON value, kept as the text that was read: digits, order and spaces as they came.
///
/// Two are equal when their values are: objects in any order, numbers by value with all their digits (`1`, `1.0` and
/// `1e0` are equal).
#[derive(Clone)]
pub struct Json(Box<RawValue>);

impl Json {
    /// The JSON of a value.
    pub fn encode<T: Serialize + ?Sized>(value: &T) -> Result<Self, Error> {
        to_raw_value(value).map(Self).map_err(|error| Error::encode(type_name::<T>(), error))
    }

    /// Decodes it as a type.
    pub fn decode<T: DeserializeOwned>(&self) -> Result<T, Error> {
        exact::read(|| serde_json::from_str(self.raw()))
            .map_err(|error| Error::decode(type_name::<T>(), error, self.raw().as_bytes()))
    }

    /// Decodes it as a tree. Digits that an `f64` does not hold are lost in there; nesting beyond 128 levels and
    /// numbers out of range are errors.
    pub fn value(&self) -> Result<Value, Error> {
        self.decode()
    }

    /// The JSON text, of a string with its quotes: `"a"`.
    pub fn raw(&self) -> &str {
        self.0.get()
    }

    /// The text of a JSON string; `None` for any other JSON.
    pub fn as_str(&self) -> Option<Cow<'_, str>> {
        string(self.raw())
    }

    /// The JSON `null`.
    pub fn null() -> Self {
        Self(RawValue::NULL.to_owned())
    }

    /// Keeps a text that a reader has found to be JSON.
    pub(crate) fn of_known(text: &str) -> Self {
        Self(raw::keep(text).unwrap_or_default())
    }

    /// Whether this is `null`.
    pub fn is_null(&self) -> bool {
        self.raw() == "null"
    }
}

impl From<Value> for Json {
    fn from(value: Value) -> Self {
        // A tree has nothing that could not be written: its keys are strings, its numbers are finite.
        Self(to_raw_value(&value).unwrap_or_default())
    }
}

impl FromStr for Json {
    type Err = Error;

    /// Keeps a JSON text.
    fn from_str(text: &str) -> Result<Self, Error> {
        let json = RawValue::from_string(text.to_owned());
        json.map(Self).map_err(|error| Error::decode(type_name::<Self>(), error, text.as_bytes()))
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.raw())
    }
}

impl fmt::Debug for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Json({self})")
    }
}

impl PartialEq for Json {
    fn eq(&self, other: &Self) -> bool {
        equal::equal(self.raw(), other.raw())
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            self.0.serialize(serializer)
        } else {
            let value: Value = serde_json::from_str(self.raw()).map_err(S::Error::custom)?;
            value.serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        raw::read(deserializer).map(Self)
    }
}
