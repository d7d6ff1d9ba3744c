//! The exact text of a JSON value, out of any format.
//!
//! `serde_json` hands out the text of a value, every digit of it, to its own `RawValue` only: that asks for a newtype
//! struct of a private name, which no other format knows. Here a visitor of ours asks for the same name. `serde_json`
//! answers with the text; what another format answers is turned into text first.

use std::fmt;
use std::sync::LazyLock;

use serde_core::de::value::{MapAccessDeserializer, MapDeserializer, SeqAccessDeserializer};
use serde_core::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_core::forward_to_deserialize_any;
use serde_json::Value;
use serde_json::value::RawValue;

/// The private name.
static NAME: LazyLock<&'static str> = LazyLock::new(|| {
    let mut name = "";
    let _ = Box::<RawValue>::deserialize(Known { name: &mut name, text: "null" });
    name
});

/// Shows the text of a value, whatever it is, to a function. Where the format has the text, nothing is copied.
pub(crate) fn show<'de, D: Deserializer<'de>>(
    deserializer: D,
    look: &mut dyn FnMut(&str),
) -> Result<(), D::Error> {
    deserializer.deserialize_newtype_struct(*NAME, Shown(look))
}

/// Reads any value as the JSON text that it is.
pub(crate) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Box<RawValue>, D::Error> {
    let mut json = None;
    show(deserializer, &mut |text| json = keep(text).ok())?;
    json.ok_or_else(|| D::Error::custom("the text of the value cannot be had"))
}

/// Keeps a text that is known to be JSON.
pub(crate) fn keep(text: &str) -> serde_json::Result<Box<RawValue>> {
    Box::<RawValue>::deserialize(Known { name: &mut "", text })
}

/// Answers `RawValue`'s question with a text, and says what it was.
struct Known<'a> {
    name: &'a mut &'static str,
    text: &'a str,
}

impl<'de> Deserializer<'de> for Known<'_> {
    type Error = serde_json::Error;

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> serde_json::Result<V::Value> {
        *self.name = name;
        visitor.visit_map(MapDeserializer::new(std::iter::once((name, self.text))))
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> serde_json::Result<V::Value> {
        visitor.visit_str(self.text)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct seq tuple
        tuple_struct map struct enum identifier ignored_any
    }
}

/// Takes any format's answer to the question, and shows the text.
struct Shown<'a>(&'a mut dyn FnMut(&str));

impl Shown<'_> {
    #[cold]
    fn tree<E>(self, value: &Value) -> Result<(), E> {
        (self.0)(&value.to_string());
        Ok(())
    }
}

impl<'de> Visitor<'de> for Shown<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    /// The answer of `serde_json`: one entry, whose value is the text.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        match map.next_key_seed(Answer)? {
            Some(None) => map.next_value_seed(Text(self.0)),
            Some(Some(first)) => {
                let value: Value = map.next_value()?;
                let mut object = serde_json::Map::deserialize(MapAccessDeserializer::new(map))?;
                object.insert(first, value);
                self.tree(&Value::Object(object))
            }
            None => self.tree(&Value::Object(Default::default())),
        }
    }

    /// The answer of most formats: the value itself.
    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let value = Value::deserialize(deserializer)?;
        self.tree(&value)
    }

    // The answers of formats that make nothing of newtype structs.

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.tree(&value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.tree(&value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.tree(&value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.tree(&value.into())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.tree(&value.into())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.tree(&Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<(), A::Error> {
        let value = Value::deserialize(SeqAccessDeserializer::new(seq))?;
        self.tree(&value)
    }
}

/// Reads the key of the answer: none for the private name, or else the name of an object's first member.
struct Answer;

impl<'de> DeserializeSeed<'de> for Answer {
    type Value = Option<String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<String>, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Answer {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Option<String>, E> {
        Ok((name != *NAME).then(|| name.to_owned()))
    }
}

/// Reads the text of the answer.
struct Text<'a>(&'a mut dyn FnMut(&str));

impl<'de> DeserializeSeed<'de> for Text<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Text<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        (self.0)(text);
        Ok(())
    }
}
