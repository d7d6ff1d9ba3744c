//! A page of a list.

use serde_core::de::{Deserialize, DeserializeOwned, Deserializer, Error};
use serde_core::ser::{Serialize, SerializeMap, Serializer};

use super::envelope::{Envelope, VALUE};
use super::parts::Parts;
use super::{Answer, Request};
use crate::support::{self, Extra};

const NEXT_LINK: &str = "@odata.nextLink";
const DELTA_LINK: &str = "@odata.deltaLink";
const COUNT: &str = "@odata.count";

/// A page of a list: the elements, and where to read on.
#[derive(Clone, Debug, PartialEq)]
pub struct Collection<T> {
    /// The elements of this page.
    pub value: Vec<T>,
    /// The link to the next page, if there is one (`@odata.nextLink`).
    pub next_link: Option<String>,
    /// The link to what has changed since, on the last page of a list of changes (`@odata.deltaLink`).
    pub delta_link: Option<String>,
    /// The number of elements on all pages, if it was asked for (`@odata.count`).
    pub count: Option<i64>,
    /// What else the service said.
    pub extra: Extra,
}

impl<T> Collection<T> {
    /// The request for the next page, if there is one. It has no headers: give it those of the first, if it had any.
    ///
    /// The link is followed as the service sent it, but only to the service that the request is sent to.
    pub fn next(&self) -> Option<Request<(), Self>> {
        self.next_link.as_deref().map(|link| Request::from_parts(Parts::follow(link), ()))
    }

    /// The request for what has changed since, on the last page of a list of changes.
    pub fn changes(&self) -> Option<Request<(), Self>> {
        self.delta_link.as_deref().map(|link| Request::from_parts(Parts::follow(link), ()))
    }
}

impl<T> Default for Collection<T> {
    fn default() -> Self {
        Self { value: Vec::new(), next_link: None, delta_link: None, count: None, extra: Extra::default() }
    }
}

impl<T: Serialize + DeserializeOwned> Answer for Collection<T> {
    fn decode(body: &[u8]) -> Result<Self, support::Error> {
        super::answer::json(body)
    }

    fn encode(&self) -> Result<Vec<u8>, support::Error> {
        super::answer::to_json(self)
    }
}

impl<T: Serialize> Serialize for Collection<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        support::put(&mut map, COUNT, &self.count)?;
        support::put(&mut map, NEXT_LINK, &self.next_link)?;
        support::put(&mut map, DELTA_LINK, &self.delta_link)?;
        for (name, value) in self.extra.iter() {
            map.serialize_entry(name, value)?;
        }
        map.serialize_entry(VALUE, &self.value)?;
        map.end()
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Collection<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Envelope { value, mut extra } = Envelope::deserialize(deserializer)?;
        Ok(Self {
            value,
            next_link: take(&mut extra, NEXT_LINK)?,
            delta_link: take(&mut extra, DELTA_LINK)?,
            count: take(&mut extra, COUNT)?,
            extra,
        })
    }
}

fn take<T: DeserializeOwned, E: Error>(extra: &mut Extra, name: &str) -> Result<Option<T>, E> {
    match extra.remove(name) {
        Some(json) => {
            serde_json::from_str(json.as_str()).map_err(|error| E::custom(format_args!("{name}: {error}")))
        }
        None => Ok(None),
    }
}
