//! A list where one object is expected: without a word, it would be an object without a property.

use serde_core::de::Error as _;

use super::envelope::VALUE;
use super::wrapped::is_wrapper;
use crate::support::model::ODATA_TYPE;
use crate::support::{Error, Extra};

/// Whether a body is a list, by what was left of it when an object was read. Most objects are done with after one look.
pub(super) fn is_list(extra: &Extra, body: &[u8]) -> bool {
    let starts_list = extra.get(VALUE).is_some_and(|value| value.raw().starts_with('['));
    starts_list && extra.get(ODATA_TYPE).is_none() && is_wrapper(body)
}

/// The error for a list in the place of an object of this type.
#[cold]
pub(super) fn refused(type_name: &'static str, body: &[u8]) -> Error {
    let message = "the service answered with a list (`value`), but one object was expected";
    Error::decode(type_name, serde_json::Error::custom(message), body)
}
