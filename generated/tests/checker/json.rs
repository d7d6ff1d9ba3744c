//! JSON for comparing: `null` is as good as absent.

use serde_json::Value;

/// The value of a text, without members that are `null`.
pub(crate) fn comparable(text: &[u8]) -> Result<Value, String> {
    serde_json::from_slice(text).map(without_nulls).map_err(|error| error.to_string())
}

fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let members = members.into_iter().filter(|(_, value)| !value.is_null());
            Value::Object(members.map(|(name, value)| (name, without_nulls(value))).collect())
        }
        Value::Array(elements) => Value::Array(elements.into_iter().map(without_nulls).collect()),
        other => other,
    }
}
