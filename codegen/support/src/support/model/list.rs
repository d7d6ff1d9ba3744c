//! Lists of texts, with or without `null` among them.

use std::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, Error, SeqAccess, Visitor};
use serde_core::ser::{Serialize, SerializeSeq, Serializer};

use super::text::TextSeed;
use super::{TextSlot, TextsSlot};
use crate::support::Json;

/// Reads a list of texts into a slot.
///
/// A list with `null` among its elements fits no list of texts: to leave the `null` out would change what is written
/// back, and to fail would lose the whole answer for it. The slot gets `None`, and the list is handed out as JSON.
pub(super) struct ListSeed<'a>(pub(super) &'a mut dyn TextsSlot);

impl<'de> DeserializeSeed<'de> for ListSeed<'_> {
    type Value = Option<Json>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<Json>, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for ListSeed<'_> {
    type Value = Option<Json>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of strings")
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<Json>, D::Error> {
        deserializer.deserialize_seq(self)
    }

    fn visit_none<E: Error>(self) -> Result<Option<Json>, E> {
        self.0.reset(false);
        Ok(None)
    }

    fn visit_unit<E: Error>(self) -> Result<Option<Json>, E> {
        self.visit_none()
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Option<Json>, A::Error> {
        self.0.reset(true);
        let mut element = Element { list: self.0, found: true };
        while seq.next_element_seed(TextSeed(&mut element))?.is_some() {
            if !element.found {
                return unfit(element.list, seq).map(Some);
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

/// The slot of the next element: a text is added to the list.
struct Element<'a> {
    list: &'a mut dyn TextsSlot,
    found: bool,
}

impl TextSlot for Element<'_> {
    fn set(&mut self, text: Option<&str>) {
        self.found = text.is_some();
        text.into_iter().for_each(|text| self.list.push(text));
    }

    fn get(&self) -> Option<&str> {
        None
    }
}

/// Writes the list in a slot.
pub(super) struct List<'a>(pub(super) &'a dyn TextsSlot);

impl Serialize for List<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut seq = serializer.serialize_seq(self.0.count())?;
        let mut index = 0;
        while let Some(text) = self.0.get(index) {
            seq.serialize_element(text)?;
            index += 1;
        }
        seq.end()
    }
}
