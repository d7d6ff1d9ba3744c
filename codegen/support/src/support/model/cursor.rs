//! Finding the property that a key names.

use std::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, Error, Visitor};

/// Where the reader is in a table. As a seed, it reads a key.
pub(super) struct Cursor {
    type_name: &'static str,
    names: &'static [&'static str],
    /// The index behind the last property that was found: the next one mostly stands there.
    next: usize,
}

/// A key that was read.
pub(super) enum Key {
    /// The property with this index.
    Known(usize),
    /// No property of the type.
    Unknown(Box<str>),
}

impl Cursor {
    pub(super) fn new(type_name: &'static str, names: &'static [&'static str]) -> Self {
        Self { type_name, names, next: 0 }
    }

    pub(super) fn name(&self, index: usize) -> &'static str {
        self.names[index]
    }

    /// Puts the property in front of an error. A position at the end of the message stays there, where `serde_json`
    /// finds it again.
    #[cold]
    pub(super) fn locate<E: Error>(&self, index: usize, error: E) -> E {
        E::custom(format_args!("{}.{}: {error}", self.type_name, self.name(index)))
    }

    fn find(&self, key: &str) -> Option<usize> {
        let (before, behind) = self.names.split_at(self.next);
        let place = |names: &[&str]| names.iter().position(|name| *name == key);
        place(behind).map(|index| index + self.next).or_else(|| place(before))
    }
}

impl<'de> DeserializeSeed<'de> for &mut Cursor {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for &mut Cursor {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the name of a property of {}", self.type_name)
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Key, E> {
        Ok(match self.find(name) {
            Some(index) => {
                self.next = index + 1;
                Key::Known(index)
            }
            None => Key::Unknown(name.into()),
        })
    }
}
