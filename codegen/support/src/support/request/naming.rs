//! Bodies that say which type they are of.

use std::any::type_name;

use serde_core::ser::{Serialize, SerializeMap, Serializer};

use super::Request;
use crate::support::model::ODATA_TYPE;
use crate::support::{Error, Extra, Json};

impl<B, R> Request<B, R> {
    /// Names this type in the body (`@odata.type`), or in each element of a list, unless it already names one. Where the service
    /// declares a base type, it would take the object for one otherwise. A request function whose body is of a derived type has
    /// done this already.
    pub fn naming_type(mut self, qualified_name: &'static str) -> Self {
        self.parts.name_type(qualified_name);
        self
    }
}

/// A JSON object, or each object of an array, with its type in front; what is neither stays.
pub(super) fn with_type(body: &[u8], name: &str) -> Result<Vec<u8>, Error> {
    let json: Json = serde_json::from_slice(body).map_err(not_written)?;
    serde_json::to_vec(&named(json, name)?).map_err(not_written)
}

fn named(json: Json, name: &str) -> Result<Json, Error> {
    match json.raw().as_bytes().first() {
        Some(b'{') => {
            let object: Extra = json.decode()?;
            match object.get(ODATA_TYPE) {
                Some(_) => Ok(json),
                None => Json::encode(&Named { name, object: &object }),
            }
        }
        Some(b'[') => {
            let elements: Vec<Json> = json.decode()?;
            let elements = elements.into_iter().map(|element| named(element, name));
            Json::encode(&elements.collect::<Result<Vec<Json>, Error>>()?)
        }
        _ => Ok(json),
    }
}

/// An object as it is written with its type.
struct Named<'a> {
    name: &'a str,
    object: &'a Extra,
}

impl Serialize for Named<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry(ODATA_TYPE, &format_args!("#{}", self.name))?;
        for (name, value) in self.object.iter() {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

fn not_written(error: serde_json::Error) -> Error {
    Error::encode(type_name::<Extra>(), error)
}
