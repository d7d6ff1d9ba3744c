//! Lists of texts, read as they come.

use std::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::TextsSlot;
use super::exact::doubt;
use super::nested::{rest, unfit_list, unfit_object, unfit_scalars};
use crate::support::Json;

/// Reads a list of texts; gives back a value of another kind. A list with `null` among its elements counts as one.
pub(super) struct TextsVisitor<'a>(pub(super) &'a mut dyn TextsSlot);

impl TextsVisitor<'_> {
    #[cold]
    fn unfit<E>(self, json: Json) -> Result<Option<Json>, E> {
        doubt();
        self.0.reset(false);
        Ok(Some(json))
    }
}

impl<'de> Visitor<'de> for TextsVisitor<'_> {
    type Value = Option<Json>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of texts")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Option<Json>, A::Error> {
        self.0.reset(true);
        while let Some(unfit) = seq.next_element_seed(Element(self.0))? {
            if let Some(element) = unfit {
                let texts = (0..).map_while(|index| self.0.get(index));
                let mut elements: Vec<Json> =
                    texts.map(|text| serde_json::Value::from(text).into()).collect();
                elements.push(element);
                return self.unfit(rest(elements, seq)?);
            }
        }
        Ok(None)
    }

    fn visit_unit<E: Error>(self) -> Result<Option<Json>, E> {
        self.0.reset(false);
        Ok(None)
    }

    unfit_object!();

    unfit_scalars!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_str: &str);
}

/// Reads one more text; gives back a value of another kind.
struct Element<'a>(&'a mut dyn TextsSlot);

impl Element<'_> {
    fn unfit<E>(self, json: Json) -> Result<Option<Json>, E> {
        Ok(Some(json))
    }
}

impl<'de> DeserializeSeed<'de> for Element<'_> {
    type Value = Option<Json>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<Json>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Element<'_> {
    type Value = Option<Json>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Option<Json>, E> {
        self.0.push(text);
        Ok(None)
    }

    fn visit_unit<E: Error>(self) -> Result<Option<Json>, E> {
        self.unfit(Json::null())
    }

    unfit_list!();

    unfit_object!();

    unfit_scalars!(visit_bool: bool, visit_i64: i64, visit_u64: u64);
}
