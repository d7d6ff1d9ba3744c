//! What the parts of a big product are called: in words, as far as the pages have them.
//!
//! A file's name has a short or a glued word for the part: `tem`, `deviceconfig`. The title of the page that tells of the
//! part has the words ("Telecom expense management in Example"), or the names of the part's resources have, by their initials
//! or their breaks. A part of whose resources none is its own is no area: its pages are the product's.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToKebabCase;

use crate::page::{Page, PageKind};

/// The names of the parts of one product.
#[derive(Debug, Default)]
pub(super) struct Parts(BTreeMap<String, String>);

impl Parts {
    /// Finds the names. The pages come with the parts that their files' names name.
    pub(super) fn of<'a>(pages: impl IntoIterator<Item = (&'a Page, &'a str)>) -> Self {
        let (mut resources, mut titles) = (BTreeMap::<&str, BTreeSet<&str>>::new(), BTreeMap::new());
        for (page, part) in pages {
            match page.kind {
                PageKind::Api => _ = resources.entry(part).or_default().insert(&page.names.resource),
                PageKind::Other => titles.extend(titled(part, &page.title.value).map(|words| (part, words))),
                PageKind::Resource | PageKind::Enum => {}
            }
        }
        let own = |part: &str, resource: &str| {
            resources.iter().all(|(other, theirs)| *other == part || !theirs.contains(resource))
        };
        let names = resources.iter().filter_map(|(part, all)| {
            let own: Vec<&str> = all.iter().copied().filter(|resource| own(part, resource)).collect();
            let spelt = || {
                let initials = own.iter().find_map(|resource| spelt(part, resource));
                initials.or_else(|| own.iter().find_map(|resource| broken(part, resource)))
            };
            let name = titles.get(part).cloned().or_else(spelt).unwrap_or_else(|| (*part).to_lowercase());
            (!own.is_empty()).then(|| ((*part).to_owned(), name))
        });
        Parts(names.collect())
    }

    /// The name of a part; none if it is no area of its own.
    pub(super) fn name(&self, part: &str) -> Option<&str> {
        self.0.get(part).map(String::as_str)
    }
}

/// The words of a title that spells out a part: for `tem`, `telecom-expense-management` of "Telecom expense management in
/// Example".
fn titled(part: &str, title: &str) -> Option<String> {
    let words = title.split_once(" in ")?.0.to_kebab_case();
    let initials: String = words.split('-').filter_map(|word| word.chars().next()).collect();
    (initials == part.to_lowercase()).then_some(words)
}

/// A part's word in the words of a resource's name, whose first words it abbreviates by their initials, or runs together.
fn spelt(part: &str, resource: &str) -> Option<String> {
    let part = part.to_lowercase();
    let words: Vec<&str> = resource.split('_').collect();
    let initials =
        words.get(..part.len())?.iter().map(|word| &word[..word.chars().next().map_or(0, char::len_utf8)]);
    if part.len() > 2 && initials.collect::<String>() == part {
        return Some(words[..part.len()].join("-"));
    }
    None
}

/// The word with the breaks that the beginning of a resource's name has: `device-config` of `device_configuration`.
fn broken(part: &str, resource: &str) -> Option<String> {
    let part = part.to_lowercase();
    let mut rest = part.as_str();
    let mut words = Vec::new();
    for word in resource.split('_').filter(|word| !word.is_empty()) {
        match rest.strip_prefix(word) {
            Some(behind) => {
                words.push(word);
                rest = behind;
            }
            // A word of a letter or two is the plural's end.
            None if word.starts_with(rest) && rest.len() > 2 => {
                words.push(rest);
                rest = "";
            }
            None => return None,
        }
        if rest.is_empty() {
            return (words.len() > 1).then(|| words.join("-"));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_a_part_before_the_product() {
        assert_eq!(titled("isr", "In-house shelf repairs in Example"), None);
        assert_eq!(
            titled("ihsr", "In-house shelf repairs in Example").as_deref(),
            Some("in-house-shelf-repairs")
        );
        assert_eq!(titled("repairs", "How to mend shelves in Example"), None);
        assert_eq!(titled("s", "Shelves"), None);
    }

    #[test]
    fn a_resource_spells_what_the_part_shortens() {
        assert_eq!(spelt("ill", "inter_library_loan_request").as_deref(), Some("inter-library-loan"));
        assert_eq!(spelt("ill", "illness"), None);
        assert_eq!(broken("lateloan", "late_loan_notice").as_deref(), Some("late-loan"));
        assert_eq!(broken("bookconfig", "book_configuration").as_deref(), Some("book-config"));
        assert_eq!(broken("books", "book_store"), None);
        assert_eq!(broken("books", "bookshelf"), None);
    }
}
