//! Navigation properties: typed, but decoded only when they are asked for.

use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{Deserialize, DeserializeOwned, Deserializer};
use serde_core::ser::{Serialize, Serializer};

use super::Json;
use crate::support::Error;

/// What a navigation property leads to: JSON, as it came with `$expand`, that decodes to a `T` on demand.
///
/// Where the area of `T` is a feature that is off, `T` is [`FeatureOff`]: the JSON is there all the same.
///
/// A type is thus not tied to all that it is related to: neither its size, nor the time that it takes to compile or to
/// decode it.
pub struct Related<T> {
    json: Json,
    target: PhantomData<fn() -> T>,
}

/// Stands for a type whose area is a feature that is off: a [`Related`] to it can be kept and sent, but not decoded.
#[derive(Clone, Copy, Debug)]
pub enum FeatureOff {}

impl<T> Related<T> {
    /// Encodes the target, to be sent along with the object that it belongs to.
    pub fn new(target: &T) -> Result<Self, Error>
    where
        T: Serialize,
    {
        Json::encode(target).map(Self::from)
    }

    /// Decodes the target.
    pub fn get(&self) -> Result<T, Error>
    where
        T: DeserializeOwned,
    {
        self.json.decode()
    }

    /// Replaces the target.
    pub fn set(&mut self, target: &T) -> Result<(), Error>
    where
        T: Serialize,
    {
        self.json = Json::encode(target)?;
        Ok(())
    }

    /// The JSON itself.
    pub fn json(&self) -> &Json {
        &self.json
    }
}

impl<T> From<Json> for Related<T> {
    fn from(json: Json) -> Self {
        Self { json, target: PhantomData }
    }
}

impl<T> Clone for Related<T> {
    fn clone(&self) -> Self {
        Self::from(self.json.clone())
    }
}

impl<T> fmt::Debug for Related<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Related").field(&self.json).finish()
    }
}

impl<T> PartialEq for Related<T> {
    /// By the values of the JSON.
    fn eq(&self, other: &Self) -> bool {
        self.json == other.json
    }
}

impl<T> Serialize for Related<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.json.serialize(serializer)
    }
}

impl<'de, T> Deserialize<'de> for Related<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Json::deserialize(deserializer).map(Self::from)
    }
}
