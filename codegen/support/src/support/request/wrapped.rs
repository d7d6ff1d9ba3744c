//! What a function returns, with or without an object around it.

use std::any::type_name;
use std::collections::BTreeMap;

use serde_core::ser::{Error as _, Serialize, Serializer};
use serde_json::value::RawValue;

use super::element::Part;
use super::envelope::{Envelope, VALUE, is_nothing, mismatch, null};
use super::{Answer, Element};
use crate::support::json::codec;
use crate::support::model::exact;
use crate::support::{Error, Extra, Slot, Unfit};

/// The answer of a function: `{"value": …}`, or the value by itself. Both are read, and written as they were read.
///
/// An object is a wrapper when it has a `value` and all else in it are annotations (`@odata.context`). An object that
/// only has a property `value` of its own cannot be told from one; it is taken as a wrapper.
#[derive(Clone, Debug, PartialEq)]
pub struct Wrapped<T> {
    /// The value itself.
    pub value: T,
    /// The annotations beside it.
    pub extra: Extra,
    bare: bool,
}

impl<T: Element> Answer for Wrapped<T> {
    /// Counts are answered as plain text.
    const ACCEPT: &'static str = "application/json, text/plain";

    /// A `null` may be answered with nothing.
    fn from_response(head: &http::response::Parts, body: &[u8]) -> Result<Self, Error> {
        match T::null().filter(|_| is_nothing(head, body)) {
            Some(value) => Ok(Self { value, extra: Extra::default(), bare: false }),
            None => Self::decode(body),
        }
    }

    fn decode(body: &[u8]) -> Result<Self, Error> {
        let mut value = None;
        let (extra, bare) = read(T::slot(&mut value), type_name::<Self>(), body)?;
        match value.or_else(T::null) {
            Some(value) => Ok(Self { value, extra, bare }),
            None => Err(Error::decode(type_name::<Self>(), null(), body)),
        }
    }

    fn all_unfit(&self) -> Vec<Unfit> {
        self.value.part().map(|value| value.unfit(VALUE)).unwrap_or_default()
    }

    fn encode(&self) -> Result<Vec<u8>, Error> {
        write(self.value.part(), self.beside(), type_name::<Self>())
    }
}

impl<T: Element> Serialize for Wrapped<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = self.value.part().map_err(S::Error::custom)?;
        Written { value, extra: self.beside() }.serialize(serializer)
    }
}

impl<T> Wrapped<T> {
    fn beside(&self) -> Option<&Extra> {
        (!self.bare).then_some(&self.extra)
    }
}

/// An answer as it is written, whatever its type; without annotations, it has no object around it.
struct Written<'a> {
    value: Part<'a>,
    extra: Option<&'a Extra>,
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.extra {
            Some(extra) => super::envelope::write(serializer.serialize_map(None)?, extra, &self.value),
            None => self.value.serialize(serializer),
        }
    }
}

/// Reads an answer, whatever its type; says whether it was the bare value.
fn read(mut value: Slot<'_>, type_name: &'static str, body: &[u8]) -> Result<(Extra, bool), Error> {
    let bare = !is_wrapper(body);
    let extra = if bare {
        exact::read(|| codec::decode_seed(value.again(), body)).and_then(|unfit| match unfit {
            Some(json) => Err(mismatch(&json)),
            None => Ok(Extra::default()),
        })
    } else {
        exact::read(|| codec::decode_seed(Envelope(value.again()), body))
    };
    match extra {
        Ok(extra) => Ok((extra, bare)),
        Err(error) => Err(Error::decode(type_name, error, body)),
    }
}

fn write(
    value: Result<Part<'_>, Error>,
    extra: Option<&Extra>,
    type_name: &'static str,
) -> Result<Vec<u8>, Error> {
    let answer = Written { value: value?, extra };
    serde_json::to_vec(&answer).map_err(|error| Error::encode(type_name, error))
}

/// Whether a body is an object with a `value` and annotations.
pub(super) fn is_wrapper(body: &[u8]) -> bool {
    let members: BTreeMap<String, &RawValue> = codec::decode(body).unwrap_or_default();
    members.contains_key(VALUE) && members.keys().all(|name| name == VALUE || name.contains('@'))
}
