//! What all structured types share.

use serde_core::de::DeserializeOwned;
use serde_core::ser::Serialize;

use super::{Object, Table};
use crate::support::{Error, Extra, Json};

/// The property in which JSON names the type of an object.
const ODATA_TYPE: &str = "@odata.type";

/// A structured type of the API: an entity type or a complex type.
pub trait Model: Clone + Default + PartialEq + Serialize + DeserializeOwned {
    /// The qualified name: `microsoft.graph.customerPayment`.
    const TYPE: &'static str;

    /// The properties that the type does not know.
    fn extra(&self) -> &Extra;

    /// The properties that the type does not know, to change them.
    fn extra_mut(&mut self) -> &mut Extra;

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
}
