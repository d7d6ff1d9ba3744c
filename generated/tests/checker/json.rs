//! JSON for comparing: texts without escapes, numbers by value; and `null` is as good as absent, but for an update.

use std::collections::BTreeMap;

use crate::support::{Error, Json};

const ODATA_TYPE: &str = "@odata.type";

type Members = BTreeMap<String, Json>;

/// The value of a text without members that are `null`, every digit as it stands.
pub(crate) fn without_nulls(text: &[u8]) -> Result<Json, String> {
    let json: Json = serde_json::from_slice(text).map_err(|error| error.to_string())?;
    comparable(&json, Nulls::Dropped).map_err(|error| error.to_string())
}

/// The same with members that are `null`.
pub(crate) fn with_nulls(json: &Json) -> Result<Json, String> {
    comparable(json, Nulls::Kept).map_err(|error| error.to_string())
}

/// What is sent, without the types that the documented value does not say: a function may add one.
pub(crate) fn without_added_types(sent: &Json, documented: &Json) -> Result<Json, Error> {
    if let (Ok(mut sent), Ok(documented)) = (sent.decode::<Members>(), documented.decode::<Members>()) {
        sent.retain(|name, _| name != ODATA_TYPE || documented.contains_key(name));
        return Json::encode(&sent);
    }
    match (sent.decode::<Vec<Json>>(), documented.decode::<Vec<Json>>()) {
        (Ok(sent), Ok(documented)) if sent.len() == documented.len() => {
            let elements = sent.iter().zip(&documented).map(|(sent, shown)| without_added_types(sent, shown));
            Json::encode(&elements.collect::<Result<Vec<Json>, Error>>()?)
        }
        _ => Ok(sent.clone()),
    }
}

/// Whether an object has nothing but its type.
pub(crate) fn says_type_alone(text: &[u8]) -> bool {
    serde_json::from_slice::<Members>(text).is_ok_and(|members| members.keys().eq([ODATA_TYPE]))
}

/// The paths of an object's members that are `null`, those of objects inside it too.
pub(crate) fn nulls(json: &Json) -> Vec<String> {
    let members: Vec<(String, Json)> = match json.decode::<Members>() {
        Ok(members) => members.into_iter().collect(),
        Err(_) => {
            let elements: Vec<Json> = json.decode().unwrap_or_default();
            let inside = elements.into_iter().enumerate().filter(|(_, element)| element.raw() != "null");
            inside.map(|(index, element)| (index.to_string(), element)).collect()
        }
    };
    let paths = members.iter().flat_map(|(name, value)| {
        let name = name.replace('~', "~0").replace('/', "~1");
        match value.raw() {
            "null" => vec![name],
            _ => nulls(value).iter().map(|path| format!("{name}/{path}")).collect(),
        }
    });
    paths.collect()
}

#[derive(Clone, Copy, PartialEq)]
enum Nulls {
    Kept,
    Dropped,
}

fn comparable(json: &Json, nulls: Nulls) -> Result<Json, Error> {
    match json.raw().as_bytes().first() {
        Some(b'{') => {
            let mut kept = Members::new();
            for (name, value) in json.decode::<Members>()? {
                if value.raw() != "null" || nulls == Nulls::Kept {
                    kept.insert(name, comparable(&value, nulls)?);
                }
            }
            Json::encode(&kept)
        }
        Some(b'[') => {
            let elements: Vec<Json> = json.decode()?;
            let elements: Result<Vec<Json>, Error> =
                elements.iter().map(|element| comparable(element, nulls)).collect();
            Json::encode(&elements?)
        }
        // A service may escape what a name in XML cannot hold: the text is the same.
        Some(b'"') if json.raw().contains("_x") => Json::encode(&unescaped(&json.decode::<String>()?)),
        // Of a fraction, as many digits as a number of 64 bits has; a decimal may be greater than any of these.
        Some(b'-' | b'0'..=b'9') if json.raw().contains(['.', 'e', 'E']) => match json.decode::<f64>() {
            Ok(number) => Json::encode(&number),
            Err(_) => Ok(json.clone()),
        },
        _ => Ok(json.clone()),
    }
}

/// The text without codes for letters: `Not_x0020_Started`.
fn unescaped(text: &str) -> String {
    let mut parts = text.split("_x");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let code = part.split_once('_').filter(|(code, _)| code.len() == 4);
        let letter = code.and_then(|(code, _)| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        match (code, letter) {
            (Some((_, rest)), Some(letter)) => {
                plain.push(letter);
                plain.push_str(rest);
            }
            _ => {
                plain.push_str("_x");
                plain.push_str(part);
            }
        }
    }
    plain
}
