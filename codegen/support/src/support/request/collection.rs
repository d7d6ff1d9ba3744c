//! A page of a list.

use std::any::type_name;

use serde_core::de::{self, Deserialize, DeserializeOwned, DeserializeSeed, Deserializer};
use serde_core::ser::{Error as _, Serialize, Serializer};

use super::element::Part;
use super::envelope::{Envelope, VALUE, is_nothing, null};
use super::link::{Link, is_relative};
use super::parts::Parts;
use super::{Answer, Element, Request};
use crate::support::json::codec;
use crate::support::model::{exact, integer};
use crate::support::{Error, Extra, Slot, Unfit, put};

const CONTEXT: &str = "@odata.context";
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
    /// The address of the request that this answers, where a link is relative to it.
    pub address: Option<String>,
}

impl<T> Collection<T> {
    /// The request for the next page, if there is one. It has no headers: [`Request::next`] gives it those of the first.
    ///
    /// The link is followed as the service sent it, but only to the service that the request is sent to.
    pub fn next(&self) -> Option<Request<(), Self>> {
        Some(Request::from_parts(Parts::follow(self.link(&self.next_link)?), ()))
    }

    /// The request for what has changed since, on the last page of a list of changes.
    pub fn changes(&self) -> Option<Request<(), Self>> {
        Some(Request::from_parts(Parts::follow(self.link(&self.delta_link)?), ()))
    }

    /// The link to what has changed since, so that it means the same without this page.
    pub(super) fn saved_link(&self) -> Option<String> {
        let saved = self.delta_link.clone()?;
        let link = self.link(&self.delta_link).filter(|link| is_relative(&link.text));
        Some(link.and_then(|link| link.address()).unwrap_or(saved))
    }

    /// An empty link is the end.
    fn link(&self, link: &Option<String>) -> Option<Link> {
        let text = link.as_deref().filter(|link| !link.trim_ascii().is_empty())?;
        let context = self.extra.get(CONTEXT).and_then(|context| context.decode().ok());
        Some(Link { text: text.to_owned(), context, from: self.address.clone(), allow_http: false })
    }
}

impl<B, T> Request<B, Collection<T>> {
    /// The request for the page behind one that answers this request, with the same headers.
    pub fn next(&self, page: &Collection<T>) -> Option<Request<(), Collection<T>>> {
        Some(Request::from_parts(self.parts.follow_on(page.link(&page.next_link)?), ()))
    }

    /// The same for what has changed since.
    pub fn changes(&self, page: &Collection<T>) -> Option<Request<(), Collection<T>>> {
        Some(Request::from_parts(self.parts.follow_on(page.link(&page.delta_link)?), ()))
    }
}

impl<R> Request<(), R> {
    /// A request for a link that was saved: that of a list of changes, or of work that goes on. It leads to the service
    /// that the request is sent to, or is refused.
    pub fn link(saved: &str) -> Self {
        Self::from_parts(Parts::follow(Link { text: saved.to_owned(), ..Link::default() }), ())
    }
}

impl<T> Default for Collection<T> {
    fn default() -> Self {
        Self::of(Vec::new(), Page::default())
    }
}

impl<T: Element> Answer for Collection<T> {
    /// A list of nothing may be answered with nothing.
    fn from_response(head: &http::response::Parts, body: &[u8]) -> Result<Self, Error> {
        if is_nothing(head, body) { Ok(Self::default()) } else { Self::decode(body) }
    }

    fn decode(body: &[u8]) -> Result<Self, Error> {
        let mut list = None;
        let page = read(T::slots(&mut list), type_name::<Self>(), body)?;
        match list {
            Some(list) => Ok(Self::of(list, page)),
            None => Err(Error::decode(type_name::<Self>(), null(), body)),
        }
    }

    fn came_from(&mut self, address: &str) {
        let links = [&self.next_link, &self.delta_link];
        if links.into_iter().flatten().any(|link| is_relative(link)) {
            self.address = Some(address.to_owned());
        }
    }

    fn all_unfit(&self) -> Vec<Unfit> {
        T::parts(&self.value).map(|list| list.unfit(VALUE)).unwrap_or_default()
    }

    fn encode(&self) -> Result<Vec<u8>, Error> {
        write(self.head(), T::parts(&self.value), type_name::<Self>())
    }
}

impl<T: Element> Serialize for Collection<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = T::parts(&self.value).map_err(S::Error::custom)?;
        Written { head: self.head(), value: &value }.serialize(serializer)
    }
}

impl<'de, T: Element> Deserialize<'de> for Collection<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut list = None;
        let extra = Envelope(T::slots(&mut list)).deserialize(deserializer)?;
        Ok(Self::of(list.ok_or_else(null)?, Page::of(extra)?))
    }
}

impl<T> Collection<T> {
    fn of(value: Vec<T>, page: Page) -> Self {
        let Page { next_link, delta_link, count, extra } = page;
        Self { value, next_link, delta_link, count, extra, address: None }
    }

    fn head(&self) -> Head<'_> {
        Head {
            count: &self.count,
            next_link: &self.next_link,
            delta_link: &self.delta_link,
            extra: &self.extra,
        }
    }
}

/// What stands beside the list.
#[derive(Default)]
struct Page {
    next_link: Option<String>,
    delta_link: Option<String>,
    count: Option<i64>,
    extra: Extra,
}

impl Page {
    fn of<E: de::Error>(mut extra: Extra) -> Result<Self, E> {
        Ok(Self {
            next_link: take(&mut extra, NEXT_LINK)?,
            delta_link: take(&mut extra, DELTA_LINK)?,
            count: take_count(&mut extra),
            extra,
        })
    }
}

fn take<T: DeserializeOwned, E: de::Error>(extra: &mut Extra, name: &str) -> Result<Option<T>, E> {
    match extra.remove(name) {
        Some(json) => {
            serde_json::from_str(json.raw()).map_err(|error| E::custom(format_args!("{name}: {error}")))
        }
        None => Ok(None),
    }
}

/// A count in each spelling of a number: `57`, `"57"`, `57.0`. What is none stays where it is.
fn take_count(extra: &mut Extra) -> Option<i64> {
    let count = integer(extra.get(COUNT)?.raw())?;
    extra.remove(COUNT);
    Some(count)
}

/// Reads a page, whatever it is a list of.
fn read(mut list: Slot<'_>, type_name: &'static str, body: &[u8]) -> Result<Page, Error> {
    let page = exact::read(|| codec::decode_seed(Envelope(list.again()), body)).and_then(Page::of);
    page.map_err(|error| Error::decode(type_name, error, body))
}

/// What stands beside the list, as it is written.
struct Head<'a> {
    count: &'a Option<i64>,
    next_link: &'a Option<String>,
    delta_link: &'a Option<String>,
    extra: &'a Extra,
}

/// A page as it is written, whatever it is a list of.
struct Written<'a> {
    head: Head<'a>,
    value: &'a Part<'a>,
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        put(&mut map, COUNT, self.head.count)?;
        put(&mut map, NEXT_LINK, self.head.next_link)?;
        put(&mut map, DELTA_LINK, self.head.delta_link)?;
        super::envelope::write(map, self.head.extra, self.value)
    }
}

fn write(head: Head<'_>, value: Result<Part<'_>, Error>, type_name: &'static str) -> Result<Vec<u8>, Error> {
    let page = Written { head, value: &value? };
    serde_json::to_vec(&page).map_err(|error| Error::encode(type_name, error))
}
