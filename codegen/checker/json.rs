//! JSON for comparing: `null` is as good as absent.

use std::collections::BTreeMap;

use crate::support::{Error, Json};

type Members = BTreeMap<String, Json>;

/// The value of a text without members that are `null`, every digit as it stands.
pub(crate) fn without_nulls(text: &[u8]) -> Result<Json, String> {
    let json: Json = serde_json::from_slice(text).map_err(|error| error.to_string())?;
    stripped(&json).map_err(|error| error.to_string())
}

/// The paths of an object's members that are `null`, those of objects inside it too.
pub(crate) fn nulls(json: &Json) -> Vec<String> {
    let members: Vec<(String, Json)> = match json.decode::<Members>() {
        Ok(members) => members.into_iter().collect(),
        Err(_) => {
            let elements: Vec<Json> = json.decode().unwrap_or_default();
            let inside = elements.into_iter().enumerate().filter(|(_, element)| element.as_str() != "null");
            inside.map(|(index, element)| (index.to_string(), element)).collect()
        }
    };
    let paths = members.iter().flat_map(|(name, value)| {
        let name = name.replace('~', "~0").replace('/', "~1");
        match value.as_str() {
            "null" => vec![name],
            _ => nulls(value).iter().map(|path| format!("{name}/{path}")).collect(),
        }
    });
    paths.collect()
}

fn stripped(json: &Json) -> Result<Json, Error> {
    match json.as_str().as_bytes().first() {
        Some(b'{') => {
            let mut kept = Members::new();
            for (name, value) in json.decode::<Members>()? {
                if value.as_str() != "null" {
                    kept.insert(name, stripped(&value)?);
                }
            }
            Json::encode(&kept)
        }
        Some(b'[') => {
            let elements: Vec<Json> = json.decode()?;
            let elements: Result<Vec<Json>, Error> = elements.iter().map(stripped).collect();
            Json::encode(&elements?)
        }
        // Of a fraction, as many digits as a number of 64 bits has.
        Some(b'-' | b'0'..=b'9') if json.as_str().contains(['.', 'e', 'E']) => {
            Json::encode(&json.decode::<f64>()?)
        }
        _ => Ok(json.clone()),
    }
}
