//! The properties of an object that its type does not know.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde_core::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_core::ser::{Serialize, SerializeMap, Serializer};

use super::Json;

/// The properties of an object that its type does not know: kept as JSON, in order, and written back after the known
/// ones. It is a null pointer as long as there are none.
///
/// A property of the type that is set wins over one of the same name in here. What the type cannot hold comes to stand
/// here too: a list of texts with a `null` among them is kept under its own name, and the field is `None`.
#[derive(Clone, Default)]
pub struct Extra(Option<Box<Entries>>);

#[derive(Clone, Default)]
struct Entries {
    list: Vec<(Box<str>, Json)>,
    null: bool,
}

impl Extra {
    /// The value of a property.
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.iter().find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// Sets a property, and gives the value that it had. A new one comes last.
    pub fn insert(&mut self, name: &str, value: impl Into<Json>) -> Option<Json> {
        let entries = self.0.get_or_insert_default();
        match entries.list.iter_mut().find(|(key, _)| **key == *name) {
            Some((_, old)) => Some(std::mem::replace(old, value.into())),
            None => {
                entries.list.push((name.into(), value.into()));
                None
            }
        }
    }

    /// Removes a property, and gives its value.
    pub fn remove(&mut self, name: &str) -> Option<Json> {
        let entries = self.0.as_mut()?;
        let index = entries.list.iter().position(|(key, _)| **key == *name)?;
        Some(entries.list.remove(index).1)
    }

    /// Names and values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Json)> {
        self.0.iter().flat_map(|entries| &entries.list).map(|(name, value)| (&**name, value))
    }

    /// How many properties there are.
    #[inline]
    pub fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |entries| entries.list.len())
    }

    /// Whether it is empty.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether the service sent `null` in place of the object, as an element of a list. As long as nothing is set in
    /// the object, it is written as `null` again.
    #[inline]
    pub fn is_null(&self) -> bool {
        self.0.as_ref().is_some_and(|entries| entries.null && entries.list.is_empty())
    }

    /// What stands in an object that the service sent `null` for.
    pub(crate) fn of_null() -> Self {
        Self(Some(Box::new(Entries { list: Vec::new(), null: true })))
    }

    /// Adds a property that was read. [`settle`](Self::settle) follows.
    pub(crate) fn push(&mut self, name: Box<str>, value: Json) {
        self.0.get_or_insert_default().list.push((name, value));
    }

    /// Leaves the last of properties with one name, as JSON readers do. One pass, however many there are.
    pub(crate) fn settle(&mut self) {
        let Some(entries) = self.0.as_mut().filter(|entries| entries.list.len() > 1) else { return };
        let mut names = BTreeSet::new();
        let last: Vec<bool> = entries.list.iter().rev().map(|(name, _)| names.insert(name)).collect();
        if last.contains(&false) {
            let mut last = last.into_iter().rev();
            entries.list.retain(|_| last.next().unwrap_or(true));
        }
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_null() { f.write_str("null") } else { f.debug_map().entries(self.iter()).finish() }
    }
}

impl PartialEq for Extra {
    /// In any order, like JSON objects. Mostly it is the same, and then nothing is sorted.
    fn eq(&self, other: &Self) -> bool {
        if self.is_null() != other.is_null() || self.len() != other.len() {
            return false;
        }
        if self.iter().zip(other.iter()).all(|((name, _), (other, _))| name == other) {
            return self.iter().zip(other.iter()).all(|((_, value), (_, other))| value == other);
        }
        let (ours, theirs): (BTreeMap<&str, &Json>, BTreeMap<&str, &Json>) =
            (self.iter().collect(), other.iter().collect());
        ours == theirs
    }
}

impl<N: AsRef<str>, V: Into<Json>> FromIterator<(N, V)> for Extra {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(entries: I) -> Self {
        let mut extra = Self::default();
        entries.into_iter().for_each(|(name, value)| extra.push(name.as_ref().into(), value.into()));
        extra.settle();
        extra
    }
}

impl Serialize for Extra {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.len()))?;
        for (name, value) in self.iter() {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Extra {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ExtraVisitor)
    }
}

struct ExtraVisitor;

impl<'de> Visitor<'de> for ExtraVisitor {
    type Value = Extra;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Extra, A::Error> {
        let mut extra = Extra::default();
        while let Some((name, value)) = map.next_entry()? {
            extra.push(name, value);
        }
        extra.settle();
        Ok(extra)
    }
}
