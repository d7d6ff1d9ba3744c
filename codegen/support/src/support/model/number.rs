//! Integers and floating-point numbers in the spellings that services use, as long as nothing is lost.

use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{DeserializeSeed, Deserializer, Error, Expected, MapAccess, Unexpected, Visitor};
use serde_core::ser::{Serialize, Serializer};

/// Reads an integer of the type `T`; `null` is `None`.
///
/// A fraction of zero is let through (`10.0`), and so is a string (`"10"`: services that are asked for numbers that every
/// client can read send integers of 64 bits so). What does not fit in `T` is an error.
pub(super) struct IntegerSeed<T>(PhantomData<T>);

impl<T> IntegerSeed<T> {
    pub(super) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, T: TryFrom<i64>> DeserializeSeed<'de> for IntegerSeed<T> {
    type Value = Option<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, T: TryFrom<i64>> Visitor<'de> for IntegerSeed<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an integer of {} bits", size_of::<T>() * 8)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Option<T>, E> {
        T::try_from(value).map(Some).map_err(|_| E::invalid_value(Unexpected::Signed(value), &self))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Option<T>, E> {
        match i64::try_from(value) {
            Ok(value) => self.visit_i64(value),
            Err(_) => Err(E::invalid_value(Unexpected::Unsigned(value), &self)),
        }
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Option<T>, E> {
        // Up to 2^53 a floating-point number with no fraction is the integer that was written.
        if value.fract() == 0.0 && value.abs() < 9_007_199_254_740_992.0 {
            return self.visit_i64(value as i64);
        }
        Err(E::invalid_type(Unexpected::Float(value), &self))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Option<T>, E> {
        match text.parse() {
            Ok(value) => self.visit_i64(value),
            Err(_) => Err(E::invalid_type(Unexpected::Str(text), &self)),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Option<T>, A::Error> {
        let text = private_number(map, &self)?;
        match (text.parse::<i64>(), text.parse::<f64>()) {
            (Err(_), Ok(value)) => self.visit_f64(value),
            _ => self.visit_str(&text),
        }
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_none<E: Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_unit<E: Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }
}

/// Reads a floating-point number; `null` is `None`.
///
/// JSON has no infinity and no NaN: OData writes them as the strings `"INF"`, `"-INF"` and `"NaN"`. Other numbers in
/// strings are let through too.
pub(super) struct DoubleSeed;

impl<'de> DeserializeSeed<'de> for DoubleSeed {
    type Value = Option<f64>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<f64>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for DoubleSeed {
    type Value = Option<f64>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Option<f64>, E> {
        Ok(Some(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Option<f64>, E> {
        Ok(Some(value as f64))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Option<f64>, E> {
        Ok(Some(value as f64))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Option<f64>, E> {
        text.parse().map(Some).map_err(|_| E::invalid_type(Unexpected::Str(text), &self))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Option<f64>, A::Error> {
        let text = private_number(map, &self)?;
        self.visit_str(&text)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<f64>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_none<E: Error>(self) -> Result<Option<f64>, E> {
        Ok(None)
    }

    fn visit_unit<E: Error>(self) -> Result<Option<f64>, E> {
        Ok(None)
    }
}

/// The text of a number from `serde_json` with its feature `arbitrary_precision`, which any crate in a program may switch
/// on: it hands out numbers as objects with one entry of a private name.
fn private_number<'de, A: MapAccess<'de>>(mut map: A, expected: &dyn Expected) -> Result<String, A::Error> {
    match map.next_key::<String>()? {
        Some(name) if name.starts_with("$serde_json::") => map.next_value(),
        _ => Err(A::Error::invalid_type(Unexpected::Map, expected)),
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
