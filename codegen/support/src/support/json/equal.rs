//! When two JSON texts mean the same.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use crate::support::scalar::Number;

/// Levels of nesting that are compared, as many as `serde_json` decodes. Texts that are nested deeper are equal only if
/// they are identical.
const DEPTH: usize = 128;

/// Whether two JSON texts have equal values: objects in any order, numbers by value with all their digits.
pub(super) fn equal(left: &str, right: &str) -> bool {
    values(left, right, DEPTH).unwrap_or(false)
}

/// An error means that the texts are nested too deep or hold an impossible escape; no JSON number is one.
fn values(left: &str, right: &str, depth: usize) -> Result<bool, serde_json::Error> {
    if left == right || depth == 0 {
        return Ok(left == right);
    }
    Ok(match (left.as_bytes().first(), right.as_bytes().first()) {
        (Some(b'{'), Some(b'{')) => {
            let (left, right): (Members<'_>, Members<'_>) =
                (serde_json::from_str(left)?, serde_json::from_str(right)?);
            let mut pairs = left.iter().zip(&right);
            left.len() == right.len()
                && pairs.all(|((name, value), (other_name, other))| {
                    name == other_name && values(value.get(), other.get(), depth - 1).unwrap_or(false)
                })
        }
        (Some(b'['), Some(b'[')) => {
            let (left, right): (Elements<'_>, Elements<'_>) =
                (serde_json::from_str(left)?, serde_json::from_str(right)?);
            let mut pairs = left.iter().zip(&right);
            left.len() == right.len()
                && pairs.all(|(value, other)| values(value.get(), other.get(), depth - 1).unwrap_or(false))
        }
        (Some(b'"'), Some(b'"')) => {
            serde_json::from_str::<String>(left)? == serde_json::from_str::<String>(right)?
        }
        _ => match (Number::parse(left), Number::parse(right)) {
            (Some(left), Some(right)) => left == right,
            _ => false,
        },
    })
}

type Members<'a> = BTreeMap<String, &'a RawValue>;
type Elements<'a> = Vec<&'a RawValue>;
