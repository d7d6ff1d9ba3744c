//! The exact text of a JSON value, out of any format.
//!
//! `serde_json` hands out the text of a value, every digit of it, to its own `RawValue` only: that asks for a newtype
//! struct of a private name, which no other format knows. Here `RawValue` asks a deserializer of ours, which passes the
//! question on. `serde_json` answers with the text; what another format answers is turned into text first.

use std::fmt;

use serde_core::de::value::{MapDeserializer, SeqAccessDeserializer};
use serde_core::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_core::forward_to_deserialize_any;
use serde_json::Value;
use serde_json::value::RawValue;

/// Reads any value as the JSON text that it is.
pub(crate) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Box<RawValue>, D::Error> {
    Box::<RawValue>::deserialize(AnyFormat(deserializer))
}

/// Passes `RawValue`'s question on to any format.
struct AnyFormat<D>(D);

impl<'de, D: Deserializer<'de>> Deserializer<'de> for AnyFormat<D> {
    type Error = D::Error;

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_newtype_struct(name, AnyAnswer { name, visitor })
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_any(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct seq tuple
        tuple_struct map struct enum identifier ignored_any
    }
}

/// Takes any format's answer and gives `RawValue`'s visitor what it would get from `serde_json`.
struct AnyAnswer<V> {
    name: &'static str,
    visitor: V,
}

impl<'de, V: Visitor<'de>> AnyAnswer<V> {
    fn text_of<E: Error>(self, value: &Value) -> Result<V::Value, E> {
        self.visitor.visit_map(MapDeserializer::new(std::iter::once((self.name, value.to_string()))))
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for AnyAnswer<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    /// The answer of `serde_json`: one entry, whose value is the text.
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_map(map)
    }

    /// The answer of most formats: the value itself.
    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        let value = Value::deserialize(deserializer)?;
        self.text_of(&value)
    }

    // The answers of formats that make nothing of newtype structs.

    fn visit_bool<E: Error>(self, value: bool) -> Result<V::Value, E> {
        self.text_of(&value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<V::Value, E> {
        self.text_of(&value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<V::Value, E> {
        self.text_of(&value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<V::Value, E> {
        self.text_of(&value.into())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<V::Value, E> {
        self.text_of(&value.into())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.visit_unit()
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.text_of(&Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<V::Value, A::Error> {
        let value = Value::deserialize(SeqAccessDeserializer::new(seq))?;
        self.text_of(&value)
    }
}
