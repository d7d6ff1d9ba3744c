//! A number by itself: what `$count` answers.

use std::any::type_name;

use serde_core::de::Error as _;

use super::Answer;
use super::envelope::VALUE;
use crate::support::json::codec;
use crate::support::model::{integer, string};
use crate::support::{Error, Extra, Json};

/// As plain text, as a JSON number, or as `{"value": 57}`.
impl Answer for i64 {
    const ACCEPT: &'static str = "text/plain, application/json";

    fn decode(body: &[u8]) -> Result<Self, Error> {
        let json: Json = codec::decode(body)?;
        let object: Option<Extra> = json.raw().starts_with('{').then(|| json.decode()).transpose()?;
        let number = object.as_ref().and_then(|object| object.get(VALUE)).unwrap_or(&json);
        integer(number.raw()).ok_or_else(|| {
            let message = format!("a whole number is expected, and the service sent {}", beginning(number));
            Error::decode(type_name::<Self>(), serde_json::Error::custom(message), body)
        })
    }

    fn encode(&self) -> Result<Vec<u8>, Error> {
        Ok(self.to_string().into_bytes())
    }
}

fn beginning(json: &Json) -> String {
    string(json.raw()).map_or_else(|| json.raw().chars().take(100).collect(), |text| text.into_owned())
}
