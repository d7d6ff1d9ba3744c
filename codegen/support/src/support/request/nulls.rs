//! Properties that an update sends as `null`.

use std::any::type_name;

use crate::support::{Error, Extra, Json};

/// A JSON object with these properties set to `null`; nothing else in it changes.
pub(super) fn with_nulls(bytes: Vec<u8>, cleared: &[Box<str>]) -> Result<Vec<u8>, Error> {
    if cleared.is_empty() {
        return Ok(bytes);
    }
    let mut body: Json = serde_json::from_slice(&bytes).map_err(not_written)?;
    for path in cleared {
        body = with_null(&body, path)?;
    }
    serde_json::to_vec(&body).map_err(not_written)
}

fn not_written(error: serde_json::Error) -> Error {
    Error::encode(type_name::<Extra>(), error)
}

/// Sets a property to `null`, or one of an object inside: in a list, an index stands in the place of a name. If the list
/// or the index does not exist, nothing changes.
fn with_null(body: &Json, path: &str) -> Result<Json, Error> {
    let (name, rest) = path.split_once('/').map_or((path, None), |(name, rest)| (name, Some(rest)));
    let name = &name.replace("~1", "/").replace("~0", "~");
    let null = |inner: Option<&Json>| match (rest, inner) {
        (None, _) => Ok(Json::null()),
        (Some(rest), Some(inner)) => with_null(inner, rest),
        (Some(rest), None) => with_null(&Json::encode(&Extra::default())?, rest),
    };
    if body.raw().starts_with('[') {
        let mut elements: Vec<Json> = body.decode()?;
        if let Some(element) = name.parse().ok().and_then(|index: usize| elements.get_mut(index)) {
            *element = null(Some(element))?;
        }
        return Json::encode(&elements);
    }
    let mut object: Extra = body.decode()?;
    let inner = null(object.get(name))?;
    object.insert(name, inner);
    Json::encode(&object)
}
