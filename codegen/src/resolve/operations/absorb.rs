//! What several pages document for one call: headers, query options, permissions and parameters of all of them.

use std::collections::BTreeSet;

use crate::model::{Named, Operation};
use crate::text::RichText;

/// What has been said of an operation, by names and texts in small letters: each is taken once.
pub(super) struct KnownWords {
    headers: BTreeSet<String>,
    parameters: BTreeSet<String>,
    options: BTreeSet<String>,
    query: BTreeSet<String>,
    about: BTreeSet<String>,
}

impl KnownWords {
    /// What the first page says.
    pub(super) fn of(operation: &Operation) -> Self {
        let names = |list: &[Named]| list.iter().map(name).collect();
        let texts = |list: &[RichText]| list.iter().map(text).collect();
        KnownWords {
            headers: names(&operation.headers),
            parameters: names(&operation.parameters),
            options: names(&operation.options),
            query: texts(&operation.query),
            about: texts(&operation.about),
        }
    }

    /// Adds what another page says of the same call. Pages come in their order.
    pub(super) fn absorb(&mut self, operation: &mut Operation, other: Operation) {
        add(&mut operation.headers, other.headers, name, &mut self.headers);
        add(&mut operation.parameters, other.parameters, name, &mut self.parameters);
        add(&mut operation.options, other.options, name, &mut self.options);
        add(&mut operation.query, other.query, text, &mut self.query);
        add(&mut operation.about, other.about, text, &mut self.about);
        let last = operation.remarks.last().map(|last| last.page);
        operation.remarks.extend(other.remarks.into_iter().filter(|remarks| last != Some(remarks.page)));
        if operation.permissions.iter().all(|permission| permission.sets.is_empty()) {
            operation.permissions = other.permissions;
        }
        let last = operation.description.pages.last().copied();
        let pages = other.description.pages.into_iter().filter(|page| last != Some(*page));
        operation.description.pages.extend(pages);
    }
}

fn name(named: &Named) -> String {
    named.name.to_ascii_lowercase()
}

fn text(text: &RichText) -> String {
    text.plain().to_lowercase()
}

fn add<T>(list: &mut Vec<T>, more: Vec<T>, key: impl Fn(&T) -> String, known: &mut BTreeSet<String>) {
    list.extend(more.into_iter().filter(|one| known.insert(key(one))));
}
