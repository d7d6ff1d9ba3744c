//! What several pages document for one call: introductions, headers, query options, permissions and parameters of all of them.

use std::collections::BTreeSet;

use crate::model::{Argument, Named, Operation, PageRoute, Permission, Site};
use crate::resolve::introduction::Introduction;
use crate::text::RichText;

/// The names and texts of an operation so far, in small letters: each is taken once.
pub(super) struct KnownWords {
    headers: BTreeSet<String>,
    parameters: BTreeSet<String>,
    options: BTreeSet<String>,
    query: BTreeSet<String>,
    about: BTreeSet<String>,
    introduction: Introduction,
    /// Kinds of caller with sets of permissions.
    permissions: BTreeSet<(String, Vec<String>)>,
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
            introduction: Introduction::of(&operation.description.text),
            permissions: operation.permissions.iter().flat_map(allowed).collect(),
        }
    }

    /// Adds what another place says of the same call; `by` is its page's path. If a page has the call twice, its first
    /// place counts.
    pub(super) fn absorb(&mut self, operation: &mut Operation, other: Operation, by: &str) {
        let knows = |page| operation.places.iter().any(|place| place.page == page);
        let more: Vec<PageRoute> = other.places.iter().copied().filter(|place| !knows(place.page)).collect();
        if !more.is_empty() {
            // A caller who follows the page without it does not want it.
            operation.preferences.retain(|wish| other.preferences.contains(wish));
            operation.places.extend(more);
            operation.remarks.extend(other.remarks);
            operation.description.text.extend(self.introduction.more(other.description.text));
            for file in other.description.pages {
                operation.description.add_page(file);
            }
            operation.description.places.extend(other.description.places);
        }
        operation.empty_status = operation.empty_status.or(other.empty_status);
        add(&mut operation.headers, other.headers, name, &mut self.headers);
        add_options(&mut operation.arguments, other.arguments);
        add(&mut operation.parameters, other.parameters, name, &mut self.parameters);
        add(&mut operation.options, other.options, name, &mut self.options);
        add(&mut operation.query, other.query, text, &mut self.query);
        add(&mut operation.about, other.about, text, &mut self.about);
        self.add_permissions(&mut operation.permissions, other.permissions, by);
    }

    /// Adds what another page asks for: a kind of caller as it has it, with the page's name, if it allows anything new.
    fn add_permissions(&mut self, list: &mut Vec<Permission>, more: Vec<Permission>, by: &str) {
        let is_first = self.permissions.is_empty();
        if is_first {
            list.clear();
        }
        for mut permission in more {
            let allowed = allowed(&permission).filter(|one| self.permissions.insert(one.clone()));
            // Of the first page that names any, what is not supported counts as well.
            if allowed.count() == 0 && !is_first {
                continue;
            }
            if !is_first {
                permission.kind = format!("{}, by {by}", permission.kind);
            }
            list.push(permission);
        }
    }
}

/// Adds the options of the query that another page lists. A caller who follows the first page wants the call without them.
fn add_options(list: &mut Vec<Argument>, more: Vec<Argument>) {
    for option in more.into_iter().filter(|argument| argument.site == Site::Query) {
        if !list.iter().any(|known| known.name.eq_ignore_ascii_case(&option.name)) {
            list.push(Argument { required: false, ..option });
        }
    }
}

/// What a kind of caller may have: each set with the caller.
fn allowed(permission: &Permission) -> impl Iterator<Item = (String, Vec<String>)> {
    permission.sets.iter().map(|set| (permission.kind.clone(), set.clone()))
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
