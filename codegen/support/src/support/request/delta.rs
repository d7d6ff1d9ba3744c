//! A list of changes.

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
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Delta<T> {
    /// What is new or has changed, in the order in which the service told it.
    pub changed: Vec<T>,
    /// What is no longer in the list: [`Model::removed`] says why. These objects have little more than their key.
    pub removed: Vec<T>,
    /// The link to what changes from now on (`@odata.deltaLink`): [`Request::link`](super::Request::link) takes it. Only the
    /// last page has one.
    pub link: Option<String>,
}

impl<T: Model> Delta<T> {
    /// Adds a page.
    pub fn add(&mut self, page: Collection<T>) {
        for item in page.value {
            let list = if item.removed().is_some() { &mut self.removed } else { &mut self.changed };
            list.push(item);
        }
        self.link = page.delta_link;
    }
}

impl<T> Default for Delta<T> {
    fn default() -> Self {
        Self { changed: Vec::new(), removed: Vec::new(), link: None }
    }
}
