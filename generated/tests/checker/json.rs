//! JSON for comparing: `null` is as good as absent, and a number in quotes as good as one without.

use serde_json::Value;

/// The value of a text, without members that are `null` and with all numbers as such.
pub(crate) fn comparable(text: &[u8]) -> Result<Value, String> {
    serde_json::from_slice(text).map(normalised).map_err(|error| error.to_string())
}

fn normalised(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let members = members.into_iter().filter(|(_, value)| !value.is_null());
            Value::Object(members.map(|(name, value)| (name, normalised(value))).collect())
        }
        Value::Array(elements) => Value::Array(elements.into_iter().map(normalised).collect()),
        Value::String(text) => match serde_json::from_str(&text) {
            Ok(Value::Number(number)) => Value::Number(number),
            _ => Value::String(text),
        },
        other => other,
    }
}
