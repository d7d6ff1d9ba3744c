//! Enums of which several members hold at once.

use std::convert::Infallible;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde_core::de::{Deserialize, Deserializer};
use serde_core::ser::{Serialize, Serializer};

use super::text::read_text;
use super::{OpenEnum, Text};

/// Several members of an enum at once: a list with commas between in JSON (`"read,write"`), kept as that text.
///
/// Two are equal when they hold the same members, in any order.
pub struct Flags<E> {
    text: Box<str>,
    members: PhantomData<fn() -> E>,
}

impl<E: OpenEnum> Flags<E> {
    /// Whether the member is among them.
    pub fn contains(&self, member: &E) -> bool {
        self.names().any(|name| name == member.as_str())
    }

    /// The members in the order of the text; none for an empty text.
    pub fn iter(&self) -> impl Iterator<Item = E> + '_ {
        self.names().map(E::from_text)
    }
}

impl<E> Flags<E> {
    /// The text, as it was given.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.text.split(',').map(str::trim).filter(|name| !name.is_empty())
    }
}

impl<E: OpenEnum> FromIterator<E> for Flags<E> {
    fn from_iter<I: IntoIterator<Item = E>>(members: I) -> Self {
        let names: Vec<String> = members.into_iter().map(|member| member.as_str().to_owned()).collect();
        Self::from(names.join(",").as_str())
    }
}

impl<E: OpenEnum> From<E> for Flags<E> {
    fn from(member: E) -> Self {
        Self::from(member.as_str())
    }
}

impl<E> From<&str> for Flags<E> {
    fn from(text: &str) -> Self {
        Self { text: text.into(), members: PhantomData }
    }
}

impl<E> From<String> for Flags<E> {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl<E> FromStr for Flags<E> {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self::from(text))
    }
}

impl<E> AsRef<str> for Flags<E> {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl<E> Text for Flags<E> {
    fn from_text(text: &str) -> Self {
        Self::from(text)
    }

    fn as_text(&self) -> &str {
        &self.text
    }
}

impl<E> Clone for Flags<E> {
    fn clone(&self) -> Self {
        Self { text: self.text.clone(), members: PhantomData }
    }
}

impl<E> fmt::Debug for Flags<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Flags").field(&self.text).finish()
    }
}

impl<E> fmt::Display for Flags<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl<E> PartialEq for Flags<E> {
    fn eq(&self, other: &Self) -> bool {
        let within =
            |few: &Self, many: &Self| few.names().all(|name| many.names().any(|other| other == name));
        within(self, other) && within(other, self)
    }
}

impl<E> Eq for Flags<E> {}

impl<E> Serialize for Flags<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de, E> Deserialize<'de> for Flags<E> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_text(deserializer)
    }
}
