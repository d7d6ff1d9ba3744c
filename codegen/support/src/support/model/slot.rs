//! The kinds of property that the reader and the writer know.

use std::ptr::from_ref;

use super::{ObjectSlot, ObjectsSlot, ValueSlot};
use crate::support::{Decimal, Extra, Json, Related, Stream, Text};

/// The place where the value of a property is put.
pub enum Slot<'a> {
    /// `Edm.String`.
    String(&'a mut Option<String>),
    /// A collection of `Edm.String`.
    Strings(&'a mut Option<Vec<String>>),
    /// `Edm.Boolean`.
    Bool(&'a mut Option<bool>),
    /// `Edm.Int32`.
    Int32(&'a mut Option<i32>),
    /// `Edm.Int64`.
    Int64(&'a mut Option<i64>),
    /// `Edm.Double`.
    Double(&'a mut Option<f64>),
    /// `Edm.Decimal`.
    Decimal(&'a mut Option<Decimal>),
    /// Any other value that keeps its text: `Option<Guid>`, an enum.
    Text(&'a mut dyn TextSlot),
    /// A collection of such values: `Option<Vec<Guid>>`.
    Texts(&'a mut dyn TextsSlot),
    /// JSON that is decoded on demand: `Option<Json>`, `Option<Related<T>>`, `Option<Stream>`.
    Json(&'a mut dyn JsonSlot),
    /// A structured value: `Option<T>`, `Option<Box<T>>`.
    Object(&'a mut dyn ObjectSlot),
    /// A collection of structured values: `Option<Vec<T>>`.
    Objects(&'a mut dyn ObjectsSlot),
    /// Any other value.
    Value(&'a mut dyn ValueSlot),
    /// The properties that the type does not know.
    Extra(&'a mut Extra),
}

impl Slot<'_> {
    /// The same place once more.
    pub(crate) fn again(&mut self) -> Slot<'_> {
        match self {
            Self::String(value) => Slot::String(value),
            Self::Strings(value) => Slot::Strings(value),
            Self::Bool(value) => Slot::Bool(value),
            Self::Int32(value) => Slot::Int32(value),
            Self::Int64(value) => Slot::Int64(value),
            Self::Double(value) => Slot::Double(value),
            Self::Decimal(value) => Slot::Decimal(value),
            Self::Text(slot) => Slot::Text(*slot),
            Self::Texts(slot) => Slot::Texts(*slot),
            Self::Json(slot) => Slot::Json(*slot),
            Self::Object(slot) => Slot::Object(*slot),
            Self::Objects(slot) => Slot::Objects(*slot),
            Self::Value(slot) => Slot::Value(*slot),
            Self::Extra(extra) => Slot::Extra(extra),
        }
    }
}

/// The value of a property. The variants are those of [`Slot`].
pub enum View<'a> {
    /// `Edm.String`.
    String(&'a Option<String>),
    /// A collection of `Edm.String`.
    Strings(&'a Option<Vec<String>>),
    /// `Edm.Boolean`.
    Bool(&'a Option<bool>),
    /// `Edm.Int32`.
    Int32(&'a Option<i32>),
    /// `Edm.Int64`.
    Int64(&'a Option<i64>),
    /// `Edm.Double`.
    Double(&'a Option<f64>),
    /// `Edm.Decimal`.
    Decimal(&'a Option<Decimal>),
    /// Any other value that keeps its text: `Option<Guid>`, an enum.
    Text(&'a dyn TextSlot),
    /// A collection of such values: `Option<Vec<Guid>>`.
    Texts(&'a dyn TextsSlot),
    /// JSON that is decoded on demand: `Option<Json>`, `Option<Related<T>>`, `Option<Stream>`.
    Json(&'a dyn JsonSlot),
    /// A structured value: `Option<T>`, `Option<Box<T>>`.
    Object(&'a dyn ObjectSlot),
    /// A collection of structured values: `Option<Vec<T>>`.
    Objects(&'a dyn ObjectsSlot),
    /// Any other value.
    Value(&'a dyn ValueSlot),
    /// The properties that the type does not know.
    Extra(&'a Extra),
}

impl View<'_> {
    /// Whether the property has a value.
    pub(super) fn is_set(&self) -> bool {
        match self {
            Self::String(value) => value.is_some(),
            Self::Strings(value) => value.is_some(),
            Self::Bool(value) => value.is_some(),
            Self::Int32(value) => value.is_some(),
            Self::Int64(value) => value.is_some(),
            Self::Double(value) => value.is_some(),
            Self::Decimal(value) => value.is_some(),
            Self::Text(slot) => slot.get().is_some(),
            Self::Texts(slot) => slot.count().is_some(),
            Self::Json(slot) => slot.get().is_some(),
            Self::Object(slot) => slot.get().is_some(),
            Self::Objects(slot) => slot.count().is_some(),
            Self::Value(slot) => slot.is_set(),
            Self::Extra(extra) => !extra.is_empty(),
        }
    }
}

impl View<'_> {
    /// Where the property's value stands.
    pub(super) fn address(&self) -> *const () {
        match self {
            Self::String(value) => from_ref(*value).cast(),
            Self::Strings(value) => from_ref(*value).cast(),
            Self::Bool(value) => from_ref(*value).cast(),
            Self::Int32(value) => from_ref(*value).cast(),
            Self::Int64(value) => from_ref(*value).cast(),
            Self::Double(value) => from_ref(*value).cast(),
            Self::Decimal(value) => from_ref(*value).cast(),
            Self::Text(slot) => from_ref(*slot).cast(),
            Self::Texts(slot) => from_ref(*slot).cast(),
            Self::Json(slot) => from_ref(*slot).cast(),
            Self::Object(slot) => from_ref(*slot).cast(),
            Self::Objects(slot) => from_ref(*slot).cast(),
            Self::Value(slot) => from_ref(*slot).cast(),
            Self::Extra(extra) => from_ref(*extra).cast(),
        }
    }

    /// Whether a JSON array may fit the property.
    pub(super) fn may_be_a_list(&self) -> bool {
        matches!(self, Self::Strings(_) | Self::Texts(_) | Self::Objects(_) | Self::Json(_) | Self::Value(_))
    }
}

/// A property whose value keeps its text: `Option<T>` for every [`Text`].
pub trait TextSlot {
    /// Puts a value in; `None` for `null`.
    fn set(&mut self, text: Option<&str>);

    /// The text of the value, if there is one.
    fn get(&self) -> Option<&str>;
}

impl<T: Text> TextSlot for Option<T> {
    fn set(&mut self, text: Option<&str>) {
        *self = text.map(T::from_text);
    }

    fn get(&self) -> Option<&str> {
        self.as_ref().map(T::as_text)
    }
}

/// A property whose value is a list of texts: `Option<Vec<T>>` for every [`Text`].
pub trait TextsSlot {
    /// Puts an empty list in, or `None`.
    fn reset(&mut self, list: bool);

    /// Adds an element to the list.
    fn push(&mut self, text: &str);

    /// The number of elements, if there is a list.
    fn count(&self) -> Option<usize>;

    /// The text of an element, if there is one at that place.
    fn get(&self, index: usize) -> Option<&str>;
}

impl<T: Text> TextsSlot for Option<Vec<T>> {
    fn reset(&mut self, list: bool) {
        *self = list.then(Vec::new);
    }

    fn push(&mut self, text: &str) {
        self.get_or_insert_default().push(T::from_text(text));
    }

    fn count(&self) -> Option<usize> {
        self.as_ref().map(Vec::len)
    }

    fn get(&self, index: usize) -> Option<&str> {
        self.as_ref()?.get(index).map(T::as_text)
    }
}

/// A property whose value is kept as JSON.
pub trait JsonSlot {
    /// Puts a value in; `None` for `null`.
    fn set(&mut self, json: Option<Json>);

    /// The JSON of the value, if there is one.
    fn get(&self) -> Option<&Json>;
}

impl JsonSlot for Option<Json> {
    fn set(&mut self, json: Option<Json>) {
        *self = json;
    }

    fn get(&self) -> Option<&Json> {
        self.as_ref()
    }
}

impl<T> JsonSlot for Option<Related<T>> {
    fn set(&mut self, json: Option<Json>) {
        *self = json.map(Related::from);
    }

    fn get(&self) -> Option<&Json> {
        self.as_ref().map(Related::json)
    }
}

impl JsonSlot for Option<Stream> {
    fn set(&mut self, json: Option<Json>) {
        *self = json.map(Stream::from);
    }

    fn get(&self) -> Option<&Json> {
        self.as_ref().map(Stream::json)
    }
}
