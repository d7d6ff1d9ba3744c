//! Integers and floating-point numbers in the spellings that services use, as long as nothing is lost.

use serde_core::ser::{Serialize, Serializer};

use super::fit::string;
use crate::support::scalar::Number;

/// Reads an integer of the type `T`.
///
/// A fraction of zero is let through (`10.0`), and so is a string (`"10"`: services that are asked for numbers that every
/// client can read send integers of 64 bits so). What does not fit in `T` is none.
pub(crate) fn integer<T: TryFrom<i64>>(text: &str) -> Option<T> {
    let value = match text.parse() {
        Ok(value) => value,
        Err(_) => whole(text)?,
    };
    T::try_from(value).ok()
}

/// The whole number that another spelling of one means.
fn whole(text: &str) -> Option<i64> {
    let inside = string(text);
    let (mantissa, scale) = Number::parse(inside.as_deref().unwrap_or(text))?.scaled()?;
    let unit = 10_i128.checked_pow(scale)?;
    i64::try_from(mantissa / unit).ok().filter(|_| mantissa % unit == 0)
}

/// Reads a floating-point number.
///
/// JSON has no infinity and no NaN: OData writes them as the strings `"INF"`, `"-INF"` and `"NaN"`. Other numbers in
/// strings are let through too. A number that is too large for the type is none.
pub(super) fn double(text: &str) -> Option<f64> {
    let inside = string(text);
    match inside.as_deref() {
        Some("INF") => Some(f64::INFINITY),
        Some("-INF") => Some(f64::NEG_INFINITY),
        Some("NaN") => Some(f64::NAN),
        inside => {
            let text = inside.unwrap_or(text);
            Number::parse(text)?;
            text.parse().ok().filter(|value: &f64| value.is_finite())
        }
    }
}

/// Writes a floating-point number, infinities and NaN as OData's strings.
pub(super) struct Double(pub(super) f64);

impl Serialize for Double {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            f64::INFINITY => serializer.serialize_str("INF"),
            f64::NEG_INFINITY => serializer.serialize_str("-INF"),
            value if value.is_nan() => serializer.serialize_str("NaN"),
            value => serializer.serialize_f64(value),
        }
    }
}
