//! What lists consist of, and what functions return.

use serde_core::de::DeserializeOwned;
use serde_core::ser::{Serialize, Serializer};

use crate::support::model::{Objects, Written, in_list, in_object};
use crate::support::{
    Binary, Date, DateTime, Decimal, Duration, Error, Extra, Flags, Guid, Json, Model, Object, ObjectsSlot,
    OpenEnum, Related, Slot, Stream, Table, TimeOfDay, Unfit,
};

/// A type that a list may consist of and that a function may return.
///
/// Types that are a [`Table`] are read and written by code that is compiled once for all of them. Any other type goes
/// through serde's traits: `impl Element for Mine {}` is enough for one of your own.
pub trait Element: Serialize + DeserializeOwned {
    /// Where a value is put.
    fn slot(value: &mut Option<Self>) -> Slot<'_> {
        Slot::Value(value)
    }

    /// Where a list of values is put.
    fn slots(list: &mut Option<Vec<Self>>) -> Slot<'_> {
        Slot::Value(list)
    }

    /// A value as it is written.
    fn part(&self) -> Result<Part<'_>, Error> {
        Json::encode(self).map(Part::Json)
    }

    /// A list as it is written.
    fn parts(list: &Vec<Self>) -> Result<Part<'_>, Error> {
        Json::encode(list).map(Part::Json)
    }

    /// What `null` stands for, if it may stand for a value.
    fn null() -> Option<Self> {
        None
    }
}

impl<T: Table + Model> Element for T {
    fn slot(value: &mut Option<Self>) -> Slot<'_> {
        Slot::Object(value)
    }

    fn slots(list: &mut Option<Vec<Self>>) -> Slot<'_> {
        Slot::Objects(list)
    }

    fn part(&self) -> Result<Part<'_>, Error> {
        Ok(Part::Object(self))
    }

    fn parts(list: &Vec<Self>) -> Result<Part<'_>, Error> {
        Ok(Part::Objects(list))
    }

    fn null() -> Option<Self> {
        let mut value = Self::default();
        *value.extra_mut() = Extra::of_null();
        Some(value)
    }
}

macro_rules! elements {
    ($($type:ty),+ $(,)?) => {
        $(impl Element for $type {})+
    };
}

elements!(String, bool, i32, i64, f64, Binary, Date, DateTime, Decimal, Duration, Guid, TimeOfDay);

impl Element for Json {
    fn null() -> Option<Self> {
        Some(Json::null())
    }
}

impl Element for Stream {
    fn null() -> Option<Self> {
        Some(Stream::from(Json::null()))
    }
}

impl<E: OpenEnum> Element for Flags<E> {}
impl<T> Element for Related<T> {}
impl<T: Element> Element for Vec<T> {}

/// What is written: objects where they are, everything else as JSON.
pub enum Part<'a> {
    /// An object.
    Object(&'a dyn Object),
    /// A list of objects.
    Objects(&'a dyn ObjectsSlot),
    /// Any value.
    Json(Json),
}

impl Part<'_> {
    /// The values in it that do not fit their properties; `path` leads to it.
    pub(super) fn unfit(&self, path: &str) -> Vec<Unfit> {
        let mut found = Vec::new();
        match self {
            Self::Object(object) => in_object(*object, path, &mut found),
            Self::Objects(list) => in_list(&mut (0..).map_while(|at| list.get(at)), path, &mut found),
            Self::Json(_) => {}
        }
        found
    }
}

impl Serialize for Part<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Object(object) => Written(*object).serialize(serializer),
            Self::Objects(list) => Objects(*list).serialize(serializer),
            Self::Json(json) => json.serialize(serializer),
        }
    }
}
