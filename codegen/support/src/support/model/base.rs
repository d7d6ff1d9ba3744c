//! What all structured types share.

use std::any::type_name;

use serde_core::de::DeserializeOwned;
use serde_core::ser::Serialize;

use super::read::ObjectSeed;
use super::write::Written;
use super::{Object, Table, Unfit, in_object};
use crate::support::json::codec;
use crate::support::{Error, Extra, Json};

/// The property in which JSON names the type of an object.
pub(crate) const ODATA_TYPE: &str = "@odata.type";

/// A structured type of the API: an entity type or a complex type.
pub trait Model: Clone + Default + PartialEq + Serialize + DeserializeOwned {
    /// The qualified name: `microsoft.graph.customerPayment`.
    const TYPE: &'static str;

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

    /// The values that the service sent and that do not fit their properties, those of objects inside too. They are kept
    /// in `extra`, and the fields are `None`. (A type with serde's derive refuses them.)
    fn unfit(&self) -> Vec<Unfit> {
        Vec::new()
    }

    /// Encodes the object as JSON.
    fn to_json(&self) -> Result<Vec<u8>, Error> {
        codec::encode(self)
    }

    /// The type that the object says it is of, which may be derived from this one: `#microsoft.graph.fileAttachment`.
    fn odata_type(&self) -> Option<String> {
        self.extra().get(ODATA_TYPE)?.decode().ok()
    }

    /// Says in the object that it is of this type. An object that is sent where a base type is declared needs it:
    /// `file_attachment.typed().cast::<Attachment>()?`.
    fn typed(mut self) -> Self {
        self.extra_mut().insert(ODATA_TYPE, serde_json::Value::from(format!("#{}", Self::TYPE)));
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
    codec::decode_seed(ObjectSeed(object), body).map_err(|error| Error::decode(type_name, error, body))
}

/// Writes an object of whatever type.
fn write(object: &dyn Object, type_name: &'static str) -> Result<Vec<u8>, Error> {
    serde_json::to_vec(&Written(object)).map_err(|error| Error::encode(type_name, error))
}

fn is_never_a_list(object: &dyn Object) -> bool {
    let names = object.names();
    let value = names.iter().position(|name| *name == "value");
    !names.is_empty() && value.is_none_or(|index| !object.view(index).may_be_a_list())
}
