//! JSON for comparing: `null` is as good as absent.

use std::collections::BTreeMap;

use crate::support::Json;

type Members = BTreeMap<String, Json>;

/// The value of a text without members that are `null`, every digit as it stands.
pub(crate) fn without_nulls(text: &[u8]) -> Result<Json, String> {
    let json: Json = serde_json::from_slice(text).map_err(|error| error.to_string())?;
    stripped(&json).map_err(|error| error.to_string())
}

/// The names of an object's members that are `null`, those of objects inside it behind a slash.
pub(crate) fn nulls(json: &Json) -> Vec<String> {
    let Ok(members) = json.decode::<Members>() else { return Vec::new() };
    let named = members.iter().filter(|(_, value)| value.as_str() == "null").map(|(name, _)| name.clone());
    named.collect()
}

fn stripped(json: &Json) -> Result<Json, crate::support::Error> {
    match json.as_str().as_bytes().first() {
        Some(b'{') => {
            let members: Members = json.decode()?;
            let members = members.into_iter().filter(|(_, value)| value.as_str() != "null");
            let members: Result<Members, _> =
                members.map(|(name, value)| Ok((name, stripped(&value)?))).collect();
            Json::encode(&members?)
        }
        Some(b'[') => {
            let elements: Vec<Json> = json.decode()?;
            let elements: Result<Vec<Json>, _> = elements.iter().map(stripped).collect();
            Json::encode(&elements?)
        }
        _ => Ok(json.clone()),
    }
}
