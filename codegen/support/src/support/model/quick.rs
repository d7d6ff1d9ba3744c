//! Integers and truth values, read as they come. Other spellings of a number are left to [`super::number`].

use std::fmt;

use serde_core::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::exact::doubt;
use super::nested::{unfit_list, unfit_object, unfit_scalars};
use crate::support::Json;

/// Reads `Edm.Boolean`; gives back a value of another kind.
pub(super) struct BoolVisitor<'a>(pub(super) &'a mut Option<bool>);

impl BoolVisitor<'_> {
    #[cold]
    fn unfit<E>(self, json: Json) -> Result<Option<Json>, E> {
        doubt();
        *self.0 = None;
        Ok(Some(json))
    }
}

impl<'de> Visitor<'de> for BoolVisitor<'_> {
    type Value = Option<Json>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("true or false")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Option<Json>, E> {
        *self.0 = Some(value);
        Ok(None)
    }

    fn visit_unit<E: Error>(self) -> Result<Option<Json>, E> {
        *self.0 = None;
        Ok(None)
    }

    unfit_list!();

    unfit_object!();

    unfit_scalars!(visit_i64: i64, visit_u64: u64, visit_str: &str);
}

/// Reads an integer; gives back a value of another kind. A fraction, or a text, is read again by its digits.
pub(super) struct IntegerVisitor<'a, T>(pub(super) &'a mut Option<T>);

impl<T> IntegerVisitor<'_, T> {
    #[cold]
    fn unfit<E>(self, json: Json) -> Result<Option<Json>, E> {
        doubt();
        *self.0 = None;
        Ok(Some(json))
    }

    /// What has another spelling.
    #[cold]
    fn other<E>(self, json: Json) -> Result<Option<Json>, E>
    where
        T: TryFrom<i64>,
    {
        match super::number::integer(json.raw()) {
            Some(value) => *self.0 = Some(value),
            None => return self.unfit(json),
        }
        Ok(None)
    }
}

impl<'de, T: TryFrom<i64>> Visitor<'de> for IntegerVisitor<'_, T> {
    type Value = Option<Json>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an integer of {} bits", size_of::<T>() * 8)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Option<Json>, E> {
        match T::try_from(value) {
            Ok(value) => *self.0 = Some(value),
            Err(_) => return self.unfit(Json::from(serde_json::Value::from(value))),
        }
        Ok(None)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Option<Json>, E> {
        match i64::try_from(value) {
            Ok(value) => self.visit_i64(value),
            Err(_) => self.unfit(Json::from(serde_json::Value::from(value))),
        }
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Option<Json>, E> {
        let json = Json::from(serde_json::Value::from(value));
        // Up to 2^53 a floating-point number without a fraction is the integer that was written.
        if value.abs() < 9_007_199_254_740_992.0 { self.other(json) } else { self.unfit(json) }
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Option<Json>, E> {
        self.other(Json::from(serde_json::Value::from(text)))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Option<Json>, E> {
        self.unfit(Json::from(serde_json::Value::from(value)))
    }

    fn visit_unit<E: Error>(self) -> Result<Option<Json>, E> {
        *self.0 = None;
        Ok(None)
    }

    unfit_list!();

    unfit_object!();

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<Json>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_none<E: Error>(self) -> Result<Option<Json>, E> {
        self.visit_unit()
    }
}
