//! Bodies as values and back.

use std::any::type_name;

use serde_core::de::{Deserialize, DeserializeSeed};
use serde_core::ser::Serialize;

use crate::support::Error;

/// Decodes JSON.
pub(crate) fn decode<'a, T: Deserialize<'a>>(body: &'a [u8]) -> Result<T, Error> {
    serde_json::from_slice(text(body)).map_err(|error| Error::decode(type_name::<T>(), error, body))
}

/// Decodes JSON with a seed. A seed that is independent of the type is compiled once rather than for each type.
pub(crate) fn decode_seed<'a, S: DeserializeSeed<'a>>(
    seed: S,
    body: &'a [u8],
) -> serde_json::Result<S::Value> {
    let mut deserializer = serde_json::Deserializer::from_slice(text(body));
    let value = seed.deserialize(&mut deserializer)?;
    deserializer.end().map(|()| value)
}

/// JSON without the byte order mark that some services put in front.
pub(crate) fn text(body: &[u8]) -> &[u8] {
    body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body)
}

/// Encodes JSON.
pub(crate) fn encode<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, Error> {
    serde_json::to_vec(value).map_err(|error| Error::encode(type_name::<T>(), error))
}
