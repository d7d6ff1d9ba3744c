//! `Edm.Decimal`.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

use serde_core::de::{Deserialize, Deserializer, Error, Unexpected};
use serde_core::ser::{Serialize, Serializer};
use serde_json::value::RawValue;

use super::text::{scalar_conversions, text_conversions};
use super::{Invalid, Number, Text};
use crate::support::json::raw;

/// A decimal number with every digit that the service sent. Money is never a float.
///
/// It is read from a JSON number or a JSON string, and written as a JSON number, digit for digit: `12.50` stays `12.50`,
/// and forty digits stay forty digits. A text that is not a JSON number (or has an exponent
/// of more than 32 bits) is kept, and written as a JSON string. (Formats
/// that are not for people to read get a string; other text formats get what `serde_json`'s `RawValue` is in them. All
/// of it is read back.)
///
/// Numbers are compared, ordered and hashed by value: `1.0`, `1.00` and `1e0` are equal, and so are `0` and `-0`. A text
/// that is not a number is equal only to the same text, and comes after all numbers, in the order of the texts.
///
/// For arithmetic, hand [`to_scaled`](Self::to_scaled) or the text to the decimal library of your choice.
#[derive(Clone, Debug)]
pub struct Decimal(Box<str>);

impl Decimal {
    /// From a text that is checked: a number as JSON writes it. `From<&str>` keeps any text.
    pub fn checked(text: &str) -> Result<Self, Invalid> {
        match Number::parse(text).is_some() {
            true => Ok(Self(text.into())),
            false => Err(Invalid::new(text, "a number")),
        }
    }

    /// `mantissa / 10^scale`, with `scale` digits behind the point: `Decimal::new(1250, 2)` is `12.50`.
    pub fn new(mantissa: i128, scale: u32) -> Self {
        let scale = scale as usize;
        let digits = format!("{:0>width$}", mantissa.unsigned_abs(), width = scale + 1);
        let (integer, fraction) = digits.split_at(digits.len() - scale);
        let sign = if mantissa < 0 { "-" } else { "" };
        let point = if scale > 0 { "." } else { "" };
        Self(format!("{sign}{integer}{point}{fraction}").into())
    }

    /// The text, as it was given.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The nearest floating-point number. A number that is too large for one has none.
    pub fn to_f64(&self) -> Result<f64, Invalid> {
        let parsed = self.number().and_then(|_| self.0.parse::<f64>().ok());
        let parsed = parsed.ok_or_else(|| Invalid::new(&self.0, "a number"))?;
        Some(parsed).filter(|value| value.is_finite()).ok_or_else(|| {
            Invalid::new(&self.0, "a number that a floating-point number of 64 bits can be near")
        })
    }

    /// `(mantissa, scale)`, exactly: the value is `mantissa / 10^scale`, and `12.50` gives `(1250, 2)`.
    pub fn to_scaled(&self) -> Result<(i128, u32), Invalid> {
        let scaled = self.number().and_then(|number| number.scaled());
        scaled.ok_or_else(|| Invalid::new(&self.0, "a decimal number of at most 38 digits"))
    }

    fn number(&self) -> Option<Number<'_>> {
        Number::parse(&self.0)
    }
}

impl Text for Decimal {
    fn from_text(text: &str) -> Self {
        Self(text.into())
    }

    fn as_text(&self) -> &str {
        &self.0
    }
}

text_conversions!(Decimal);
scalar_conversions!(Decimal);

impl From<i32> for Decimal {
    fn from(value: i32) -> Self {
        Self(value.to_string().into())
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Self {
        Self(value.to_string().into())
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.number(), other.number()) {
            (Some(number), Some(other)) => number.cmp(&other),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => self.0.cmp(&other.0),
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0 || self.cmp(other).is_eq()
    }
}

impl Eq for Decimal {}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self.number() {
            Some(number) => number.hash(state),
            None => self.0.hash(state),
        }
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() && self.number().is_some() {
            // The text is a JSON number, so that this cannot fail.
            if let Ok(raw) = serde_json::from_str::<&RawValue>(&self.0) {
                return raw.serialize(serializer);
            }
        }
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = raw::read(deserializer)?;
        match json.get().as_bytes().first() {
            Some(b'"') => serde_json::from_str::<String>(json.get()).map(Self::from).map_err(Error::custom),
            Some(b'-' | b'0'..=b'9') => Ok(Self(json.into())),
            first => Err(Error::invalid_type(kind(first.copied()), &"a number or a string")),
        }
    }
}

/// What JSON that is neither a number nor a string is, by its first byte.
fn kind(first: Option<u8>) -> Unexpected<'static> {
    match first {
        Some(b'{') => Unexpected::Map,
        Some(b'[') => Unexpected::Seq,
        Some(b't') => Unexpected::Bool(true),
        Some(b'f') => Unexpected::Bool(false),
        _ => Unexpected::Unit,
    }
}
