//! What all structured types share.

use std::any::type_name;
use std::borrow::Cow;

use serde_core::de::DeserializeOwned;
use serde_core::ser::Serialize;
use serde_json::Value;

use super::changes::difference;
use super::exact;
use super::read::ObjectSeed;
use super::settable::Settable;
use super::write::Written;
use super::{Changes, Object, Table, Unfit, View, in_object, removed};
use crate::support::json::codec;
use crate::support::{Error, Extra, Json};

/// The property in which JSON names the type of an object.
pub(crate) const ODATA_TYPE: &str = "@odata.type";

/// A structured type of the API: an entity type or a complex type.
pub trait Model: Clone + Default + PartialEq + Serialize + DeserializeOwned {
    /// The type's qualified name in OData: `microsoft.graph.customerPayment`. It is empty for the body of an action, for which
    /// OData has no name.
    const TYPE: &'static str = "";

    /// The properties that the type does not know.
    fn extra(&self) -> &Extra;

    /// The properties that the type does not know, to change them.
    fn extra_mut(&mut self) -> &mut Extra;

    /// Whether a body `{"value": […]}` cannot be an object of this type: it has properties, and none of that name that may
    /// be a list.
    #[doc(hidden)]
    fn is_never_a_list(&self) -> bool {
        size_of::<Self>() > size_of::<Extra>()
    }

    /// Decodes JSON, with or without the byte order mark that some services put in front.
    fn from_json(body: &[u8]) -> Result<Self, Error> {
        codec::decode(body)
    }

    /// The same, but a value that does not fit its property is an error.
    fn from_json_strictly(body: &[u8]) -> Result<Self, Error> {
        let value = Self::from_json(body)?;
        Unfit::refuse(&value.unfit(), type_name::<Self>(), body)?;
        Ok(value)
    }

    /// The values that the service sent and that do not fit their properties, also in nested objects. They are kept
    /// in `extra`, and the fields are `None`. (A type with serde's derive refuses them.)
    fn unfit(&self) -> Vec<Unfit> {
        Vec::new()
    }

    /// The name in JSON of a field.
    #[doc(hidden)]
    fn name_of<F>(field: fn(&Self) -> &F) -> Option<&'static str> {
        let _ = field;
        None
    }

    /// The object's JSON without what the service alone sets.
    #[doc(hidden)]
    fn settable(&self) -> Result<Json, Error> {
        Json::encode(self)
    }

    /// What an update has to send to turn this object, as it was read, into `wanted`. Make `wanted` by cloning this object and
    /// changing the clone: a property that is missing from `wanted` is removed.
    ///
    /// Only the properties that differ are sent, in nested objects too, and none that the documentation calls read-only. The
    /// key of a nested object stays, since it may say which object is meant.
    fn changes_to(&self, wanted: &Self) -> Result<Changes<Self>, Error> {
        let (body, lost) = difference(&self.settable()?, &wanted.settable()?)?;
        Ok(Changes { body: Self::from_json(body.raw().as_bytes())?, lost })
    }

    /// Relates the object to another when it is sent (`@odata.bind`): `payment.bind("customer", &address)`. The address is
    /// that of a request: [`Request::address`](crate::support::Request::address).
    fn bind(mut self, navigation_property: &str, address: &str) -> Self {
        self.extra_mut().insert(&format!("{navigation_property}@odata.bind"), Value::from(address));
        self
    }

    /// The same for a property that leads to many.
    fn bind_all(mut self, navigation_property: &str, addresses: &[&str]) -> Self {
        self.extra_mut().insert(&format!("{navigation_property}@odata.bind"), Value::from(addresses));
        self
    }

    /// An object that has only its address (`@odata.id`), as a call to `$ref` takes it.
    fn at(address: &str) -> Self {
        let mut object = Self::default();
        object.extra_mut().insert("@odata.id", Value::from(address));
        object
    }

    /// Encodes the object as JSON.
    fn to_json(&self) -> Result<Vec<u8>, Error> {
        codec::encode(self)
    }

    /// What the object says of itself under a name, in a property or beside all properties, if it is a text or a number.
    #[doc(hidden)]
    fn says(&self, name: &str) -> Option<String> {
        text_in_extra(self.extra(), name)
    }

    /// The type that the object names (`@odata.type`), which may be derived from this one: `#microsoft.graph.fileAttachment`.
    fn odata_type(&self) -> Option<String> {
        self.says(ODATA_TYPE)
    }

    /// Whether the object names `D` as its type (`@odata.type`). If it does not name its type, it counts as the type that it was
    /// read as.
    fn is<D: Model>(&self) -> bool {
        match self.odata_type() {
            Some(type_name) => type_name.trim_start_matches('#').eq_ignore_ascii_case(D::TYPE),
            None => Self::TYPE == D::TYPE,
        }
    }

    /// The object as a `D`, if it names `D` as its type. [`match_type!`](crate::match_type) tries several types in turn.
    ///
    /// An object that names a type derived from `D`, or none, is not taken for a `D`: [`cast`](Self::cast) reads it as one.
    ///
    /// ```no_run
    /// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
    /// # use library::*;
    /// # fn example(book: Book) {
    /// if let Some(atlas) = book.downcast::<Atlas>() { println!("{:?}", atlas.scale) }
    /// # }
    /// ```
    fn downcast<D: Model>(&self) -> Option<D> {
        if self.is::<D>() { self.cast().ok() } else { None }
    }

    /// The version of the object (`@odata.etag`). [`Request::if_match`](crate::support::Request::if_match) also takes the
    /// object itself.
    fn etag(&self) -> Option<String> {
        self.says("@odata.etag")
    }

    /// The object's key, as requests take it: `id`, or the property that the type has in its place.
    fn key(&self) -> Option<String> {
        self.says("id")
    }

    /// Why the object is no longer in the list, if a list of changes says so (`@removed`, or the facet `deleted` of files):
    /// `deleted`, `changed`; empty if it does not say why.
    fn removed(&self) -> Option<String> {
        let facet = Json::encode(self).ok().and_then(|json| removed::facet_in(&json));
        removed::reason(self.extra(), facet)
    }

    /// Names this type in the object (`@odata.type`). An object that is sent where its base type is declared needs it:
    /// `file_attachment.typed().cast::<Attachment>()?`.
    fn typed(mut self) -> Self {
        if !Self::TYPE.is_empty() {
            self.extra_mut().insert(ODATA_TYPE, Value::from(format!("#{}", Self::TYPE)));
        }
        self
    }

    /// The same object as another type: a derived type, to reach what it adds, or a base type. What the other type does
    /// not know is in its `extra`, so that nothing is lost, there or back.
    fn cast<D: Model>(&self) -> Result<D, Error> {
        Json::encode(self)?.decode()
    }
}

/// Every table is one.
impl<T: Table + Clone + PartialEq + Serialize + DeserializeOwned> Model for T {
    const TYPE: &'static str = <T as Table>::TYPE;

    fn extra(&self) -> &Extra {
        (self as &dyn Object).extra()
    }

    fn extra_mut(&mut self) -> &mut Extra {
        (self as &mut dyn Object).extra_mut()
    }

    fn is_never_a_list(&self) -> bool {
        is_never_a_list(self)
    }

    fn says(&self, name: &str) -> Option<String> {
        says(self, name)
    }

    fn name_of<F>(field: fn(&Self) -> &F) -> Option<&'static str> {
        let value = Self::default();
        name_at(&value, std::ptr::from_ref(field(&value)).cast())
    }

    fn key(&self) -> Option<String> {
        says(self, T::KEY)
    }

    fn removed(&self) -> Option<String> {
        removed::reason(Model::extra(self), removed::facet(self))
    }

    fn settable(&self) -> Result<Json, Error> {
        Json::encode(&Settable::whole(self))
    }

    fn unfit(&self) -> Vec<Unfit> {
        let mut found = Vec::new();
        in_object(self, "", &mut found);
        found
    }

    fn from_json(body: &[u8]) -> Result<Self, Error> {
        let mut value = Self::default();
        match read(&mut value, type_name::<Self>(), body) {
            Ok(()) => Ok(value),
            Err(error) => Err(error),
        }
    }

    fn to_json(&self) -> Result<Vec<u8>, Error> {
        write(self, type_name::<Self>())
    }
}

/// Reads an object of whatever type: compiled once.
fn read(object: &mut dyn Object, type_name: &'static str, body: &[u8]) -> Result<(), Error> {
    exact::read(|| codec::decode_seed(ObjectSeed(object), body))
        .map_err(|error| Error::decode(type_name, error, body))
}

/// Writes an object of whatever type.
fn write(object: &dyn Object, type_name: &'static str) -> Result<Vec<u8>, Error> {
    serde_json::to_vec(&Written(object)).map_err(|error| Error::encode(type_name, error))
}

/// The name of the property whose value stands at an address.
fn name_at(object: &dyn Object, address: *const ()) -> Option<&'static str> {
    let names = object.names();
    (0..names.len()).find(|index| object.view(*index).address() == address).map(|index| names[index])
}

/// The text of a property that the type has, or else of one that it has not.
fn says(object: &dyn Object, name: &str) -> Option<String> {
    let index = object.names().iter().position(|known| *known == name);
    let known = index.and_then(|index| match object.view(index) {
        View::String(value) => value.clone(),
        View::Text(slot) => slot.get().map(str::to_owned),
        View::Int32(value) => value.map(|value| value.to_string()),
        View::Int64(value) => value.map(|value| value.to_string()),
        View::Json(slot) => text(slot.get()?),
        _ => None,
    });
    known.or_else(|| text_in_extra(object.extra(), name))
}

fn text_in_extra(extra: &Extra, name: &str) -> Option<String> {
    text(extra.get(name)?)
}

fn text(json: &Json) -> Option<String> {
    match json.raw().as_bytes().first() {
        Some(b'"') => json.as_str().map(Cow::into_owned),
        Some(b'-' | b'0'..=b'9') => Some(json.raw().to_owned()),
        _ => None,
    }
}

fn is_never_a_list(object: &dyn Object) -> bool {
    let names = object.names();
    let value = names.iter().position(|name| *name == "value");
    !names.is_empty() && value.is_none_or(|index| !object.view(index).may_be_a_list())
}
