//! Lists of texts, with or without `null` among them.

use std::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, Error, SeqAccess, Visitor};
use serde_core::ser::{Serialize, SerializeSeq, Serializer};

use super::TextsSlot;
use crate::support::Json;

/// Reads a list of texts into a slot.
///
/// A list with `null` among its elements fits no list of texts: to leave the `null` out would change what is written
/// back, and to fail would lose the whole answer for it. The slot gets `None`, and the list is handed out as JSON.
pub(super) struct ListSeed<'a>(pub(super) &'a mut dyn TextsSlot);

impl<'de> DeserializeSeed<'de> for ListSeed<'_> {
    type Value = Option<Json>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<Json>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ListSeed<'_> {
    type Value = Option<Json>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of strings")
    }

    fn visit_unit<E: Error>(self) -> Result<Option<Json>, E> {
        self.0.reset(false);
        Ok(None)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Option<Json>, A::Error> {
        self.0.reset(true);
        while let Some(found) = seq.next_element_seed(ElementSeed(self.0))? {
            if !found {
                return unfit(self.0, seq).map(Some);
            }
        }
        Ok(None)
    }
}

/// Goes on behind the first `null`, and empties the slot.
fn unfit<'de, A: SeqAccess<'de>>(slot: &mut dyn TextsSlot, mut seq: A) -> Result<Json, A::Error> {
    let mut elements: Vec<Option<String>> = Vec::new();
    while let Some(text) = slot.get(elements.len()) {
        elements.push(Some(text.to_owned()));
    }
    elements.push(None);
    while let Some(element) = seq.next_element()? {
        elements.push(element);
    }
    slot.reset(false);
    Json::encode(&elements).map_err(Error::custom)
}

/// Reads a text and adds it to a slot; `false` for `null`.
struct ElementSeed<'a>(&'a mut dyn TextsSlot);

impl<'de> DeserializeSeed<'de> for ElementSeed<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Visitor<'_> for ElementSeed<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<bool, E> {
        self.0.push(text);
        Ok(true)
    }

    fn visit_unit<E: Error>(self) -> Result<bool, E> {
        Ok(false)
    }
}

/// Writes the list in a slot.
pub(super) struct List<'a>(pub(super) &'a dyn TextsSlot);

impl Serialize for List<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut seq = serializer.serialize_seq(self.0.len())?;
        let mut index = 0;
        while let Some(text) = self.0.get(index) {
            seq.serialize_element(text)?;
            index += 1;
        }
        seq.end()
    }
}
