//! What several pages document for one call: headers, query options, permissions and parameters of all of them.

use std::collections::BTreeSet;

use crate::model::{Named, Operation, PageRoute, Permission};
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

    /// Adds what another place says of the same call; `by` is its page's path. Of a page that has the call twice, the first is
    /// its place.
    pub(super) fn absorb(&mut self, operation: &mut Operation, other: Operation, by: &str) {
        let knows = |page| operation.places.iter().any(|place| place.page == page);
        let more: Vec<PageRoute> = other.places.iter().copied().filter(|place| !knows(place.page)).collect();
        if !more.is_empty() {
            operation.places.extend(more);
            operation.remarks.extend(other.remarks);
            operation.description.pages.extend(other.description.pages);
        }
        add(&mut operation.headers, other.headers, name, &mut self.headers);
        add(&mut operation.parameters, other.parameters, name, &mut self.parameters);
        add(&mut operation.options, other.options, name, &mut self.options);
        add(&mut operation.query, other.query, text, &mut self.query);
        add(&mut operation.about, other.about, text, &mut self.about);
        add_permissions(&mut operation.permissions, other.permissions, by);
    }
}

/// Adds what another page asks for: a kind of caller as it has it, with the page's name, if it allows anything new.
fn add_permissions(known: &mut Vec<Permission>, more: Vec<Permission>, by: &str) {
    if known.iter().all(|permission| permission.sets.is_empty()) {
        *known = more;
        return;
    }
    let is_new = |permission: &Permission| {
        let same = known.iter().filter(|one| one.kind.starts_with(&permission.kind));
        let sets: Vec<&Vec<String>> = same.flat_map(|one| &one.sets).collect();
        permission.sets.iter().any(|set| !sets.contains(&set))
    };
    let new = more
        .into_iter()
        .filter(is_new)
        .map(|permission| Permission { kind: format!("{}, by {by}", permission.kind), ..permission });
    let new: Vec<Permission> = new.collect();
    known.extend(new);
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
