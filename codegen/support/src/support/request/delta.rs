//! A list of changes.

use std::collections::BTreeMap;

use super::Collection;
use crate::support::Model;

/// What has changed in a list, with the removed objects in a list of their own.
///
/// ```no_run
/// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
/// # use library::*;
/// # fn example(page: Collection<Book>) {
/// # let mut store = std::collections::BTreeMap::new();
/// let mut delta = Delta::default();
/// delta.add(page);
/// for gone in delta.removed { store.remove(&gone.key()); }
/// for book in delta.changed { store.insert(book.key(), book); }
/// # }
/// ```
///
/// A service that is asked for nothing but the changed properties (`Prefer: return=minimal`) sends `null` for a value that was
/// taken away. A field has no `null`: it is `None`, as if the property had not changed. Read such changes as JSON:
///
/// ```no_run
/// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
/// # use library::*;
/// let call = book::delta().prefer("return=minimal").answering::<Collection<Json>>();
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Delta<T> {
    /// What is new or has changed, in the order in which the service reported it. What was removed after that is not in here.
    pub changed: Vec<T>,
    /// What is no longer in the list: [`Model::removed`] says why. These objects have little more than their key. What came
    /// back after that is not in here.
    pub removed: Vec<T>,
    /// The link to what changes from now on (`@odata.deltaLink`): [`Request::link`](super::Request::link) takes it. Only the
    /// last page has one.
    pub link: Option<String>,
}

impl<T: Model> Delta<T> {
    /// Adds a page.
    pub fn add(&mut self, page: Collection<T>) {
        self.link = page.saved_link();
        // What the service tells last of an object counts: whether it is there.
        let mut is_there = BTreeMap::new();
        let mut items = Vec::new();
        for item in page.value.into_iter().rev() {
            let (key, is_here) = (item.key(), item.removed().is_none());
            if key.is_none_or(|key| *is_there.entry(key).or_insert(is_here) == is_here) {
                items.push((is_here, item));
            }
        }
        let told = |item: &T| is_there.get(&item.key()?).copied();
        if is_there.values().any(|is_there| !is_there) {
            self.changed.retain(|item| told(item) != Some(false));
        }
        self.removed.retain(|item| told(item) != Some(true));
        for (is_here, item) in items.into_iter().rev() {
            let list = if is_here { &mut self.changed } else { &mut self.removed };
            list.push(item);
        }
    }
}

impl<T> Default for Delta<T> {
    fn default() -> Self {
        Self { changed: Vec::new(), removed: Vec::new(), link: None }
    }
}
