//! `Edm.Stream`.

use serde_core::de::{Deserialize, Deserializer};
use serde_core::ser::{Serialize, Serializer};

use super::Json;
use crate::support::{Binary, Error};

/// A media stream: a photo, a file's content. It is fetched by a request of its own; JSON mostly leaves it out, and
/// where it does not, what stands there is kept as it came.
#[derive(Clone, Debug, PartialEq)]
pub struct Stream(Json);

impl Stream {
    /// The JSON itself.
    pub fn json(&self) -> &Json {
        &self.0
    }

    /// The bytes, where the service put them in as base64.
    pub fn to_bytes(&self) -> Result<Vec<u8>, Error> {
        Ok(self.0.decode::<Binary>()?.to_bytes()?)
    }
}

impl From<Json> for Stream {
    fn from(json: Json) -> Self {
        Self(json)
    }
}

impl Serialize for Stream {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Stream {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Json::deserialize(deserializer).map(Self)
    }
}
