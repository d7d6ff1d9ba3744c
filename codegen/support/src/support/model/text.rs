//! Values that keep their text, read into their slots.

use std::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, Error, Visitor};

use super::TextSlot;

/// Reads a string or `null` into a slot.
pub(super) struct TextSeed<'a>(pub(super) &'a mut dyn TextSlot);

impl<'de> DeserializeSeed<'de> for TextSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for TextSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.0.set(Some(text));
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.0.set(None);
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.visit_none()
    }
}
