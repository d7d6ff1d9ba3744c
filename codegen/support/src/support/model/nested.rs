//! Objects inside of objects: read where they stand, or kept as JSON if they are not objects.

use std::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::read::ObjectSeed;
use super::write::Written;
use super::{ObjectSlot, ObjectsSlot};
use crate::support::{Extra, Json};

/// The JSON that a visitor makes of a value that is neither an object nor a list nor `null`.
///
/// `serde_json` has read a number by then, so that one with more digits than an `f64` has is the nearest one with fewer:
/// that is noted.
macro_rules! unfit_scalars {
    ($($visit:ident: $type:ty),+) => {
        $(
            fn $visit<E: Error>(self, value: $type) -> Result<Self::Value, E> {
                self.unfit(Json::from(serde_json::Value::from(value)))
            }
        )+

        fn visit_f64<E: Error>(self, value: f64) -> Result<Self::Value, E> {
            $crate::support::model::exact::doubt();
            self.unfit(Json::from(serde_json::Value::from(value)))
        }

        fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
            deserializer.deserialize_any(self)
        }

        fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
            self.visit_unit()
        }
    };
}

/// The JSON that a visitor makes of a list that does not belong here.
macro_rules! unfit_list {
    () => {
        fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
            let list = $crate::support::model::nested::rest(Vec::new(), seq)?;
            self.unfit(list)
        }
    };
}

/// The same of an object.
macro_rules! unfit_object {
    () => {
        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
            let object = $crate::support::model::nested::object(map)?;
            self.unfit(object)
        }
    };
}

pub(super) use {unfit_list, unfit_object, unfit_scalars};

/// Reads the object of a property; gives back a value of another kind.
pub(super) struct PropertyVisitor<'a>(pub(super) &'a mut dyn ObjectSlot);

impl PropertyVisitor<'_> {
    #[cold]
    fn unfit<E>(self, json: Json) -> Result<Option<Json>, E> {
        self.0.clear();
        Ok(Some(json))
    }
}

impl<'de> Visitor<'de> for PropertyVisitor<'_> {
    type Value = Option<Json>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Option<Json>, A::Error> {
        ObjectSeed(self.0.put()).visit_map(map).map(|()| None)
    }

    fn visit_unit<E: Error>(self) -> Result<Option<Json>, E> {
        self.0.clear();
        Ok(None)
    }

    unfit_list!();

    unfit_scalars!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_str: &str);
}

/// Reads the list of objects of a property; gives back a value of another kind.
pub(super) struct ListVisitor<'a>(pub(super) &'a mut dyn ObjectsSlot);

impl ListVisitor<'_> {
    #[cold]
    fn unfit<E>(self, json: Json) -> Result<Option<Json>, E> {
        self.0.reset(false);
        Ok(Some(json))
    }

    /// The elements that were read, as they are written.
    fn written<E: Error>(&self) -> Result<Vec<Json>, E> {
        let elements = (0..).map_while(|index| self.0.get(index));
        elements.map(|element| Json::encode(&Written(element)).map_err(E::custom)).collect()
    }
}

impl<'de> Visitor<'de> for ListVisitor<'_> {
    type Value = Option<Json>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of objects")
    }

    /// A list with an element that is not an object is kept as a whole, so that it is written back as it came.
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Option<Json>, A::Error> {
        self.0.reset(true);
        while let Some(unfit) = seq.next_element_seed(ElementVisitor(self.0))? {
            if let Some(element) = unfit {
                let mut elements = self.written()?;
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

/// Reads one more object of a list; gives back a value of another kind.
struct ElementVisitor<'a>(&'a mut dyn ObjectsSlot);

impl ElementVisitor<'_> {
    fn unfit<E>(self, json: Json) -> Result<Option<Json>, E> {
        Ok(Some(json))
    }
}

impl<'de> DeserializeSeed<'de> for ElementVisitor<'_> {
    type Value = Option<Json>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<Json>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ElementVisitor<'_> {
    type Value = Option<Json>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Option<Json>, A::Error> {
        ObjectSeed(self.0.push()).visit_map(map).map(|()| None)
    }

    fn visit_unit<E: Error>(self) -> Result<Option<Json>, E> {
        ObjectSeed(self.0.push()).visit_unit().map(|()| None)
    }

    unfit_list!();

    unfit_scalars!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_str: &str);
}

/// The elements so far and those that follow, as one array.
pub(super) fn rest<'de, A: SeqAccess<'de>>(mut elements: Vec<Json>, mut seq: A) -> Result<Json, A::Error> {
    while let Some(element) = seq.next_element()? {
        elements.push(element);
    }
    Json::encode(&elements).map_err(A::Error::custom)
}

pub(super) fn object<'de, A: MapAccess<'de>>(mut map: A) -> Result<Json, A::Error> {
    let mut members = Extra::default();
    while let Some((name, value)) = map.next_entry()? {
        members.push(name, value);
    }
    members.settle();
    Json::encode(&members).map_err(A::Error::custom)
}
