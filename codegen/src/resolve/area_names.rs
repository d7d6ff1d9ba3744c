//! The names of the parts of a big product: in full words, as far as the pages have them.
//!
//! A file's name has a short or a glued word for the part: `tem`, `deviceconfig`. The title of the page that tells of the
//! part has the words ("Telecom expense management in Example"), or the names of the part's resources have, by their
//! initials or their breaks. A word that appears in no name on the part's pages is a code name: the words that all names
//! of the part's resources share take its place. A part without a resource of its own is not an area; its pages belong to
//! the product.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToKebabCase;

use crate::page::{Page, PageKind};
use crate::text::RichText;

/// The names of the parts of one product.
#[derive(Debug, Default)]
pub(super) struct Parts(BTreeMap<String, String>);

impl Parts {
    /// Finds the names. The pages come with the parts that their files' names name.
    pub(super) fn of<'a>(pages: impl IntoIterator<Item = (&'a Page, &'a str)>) -> Self {
        let mut resources = BTreeMap::<&str, BTreeSet<&str>>::new();
        let (mut titles, mut in_texts) = (Vec::new(), BTreeSet::new());
        for (page, part) in pages {
            match page.kind {
                PageKind::Api => _ = resources.entry(part).or_default().insert(&page.names.resource),
                PageKind::Other => titles.push(page.title.value.as_str()),
                PageKind::Resource | PageKind::Enum => {}
            }
            in_texts.extend(says(page, part).then_some(part));
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
            let coded = || (!in_texts.contains(part)).then(|| shared(part, &own)).flatten();
            let titled = titles.iter().find_map(|title| titled(part, title));
            let name = titled.or_else(spelt).or_else(coded).unwrap_or_else(|| (*part).to_lowercase());
            (!own.is_empty()).then(|| ((*part).to_owned(), name))
        });
        Parts(names.collect())
    }

    /// The name of a part; none if it is not an area of its own.
    pub(super) fn name(&self, part: &str) -> Option<&str> {
        self.0.get(part).map(String::as_str)
    }
}

/// The words of a title that spells out a part: for `tem`, `telecom-expense-management` of "Telecom expense management in
/// Example".
fn titled(part: &str, title: &str) -> Option<String> {
    let words = title.split_once(" in ")?.0.to_kebab_case();
    let initials: String = words.split('-').filter_map(|word| word.chars().next()).collect();
    (initials == part.to_lowercase() || broken(part, &words.replace('-', "_")).is_some()).then_some(words)
}

/// Whether a page says the word of its part, or one that begins like it.
fn says(page: &Page, part: &str) -> bool {
    let part = part.to_lowercase();
    let description = page.front.description.as_ref().map(|description| description.value.clone());
    let rows = page.resources().flat_map(|resource| &resource.properties);
    let rows = rows.map(|row| format!("{} {}", row.name.value, row.description.plain()));
    let texts = page.summary.iter().map(RichText::plain).chain(description).chain(rows);
    texts.chain([page.title.value.clone()]).any(|text| text.to_lowercase().contains(&part))
}

/// The words that all resources of a part have in their names, in their order: for `nimbus`, `late-fee` of `late_fee` and
/// `overdue_late_fee`. None where one of them begins like the part's word, as `audit_event` does of `auditing`.
fn shared(part: &str, resources: &[&str]) -> Option<String> {
    const BEGINNING: usize = 4;
    let beginning: String = part.to_lowercase().chars().take(BEGINNING).collect();
    let (first, others) = resources.split_first()?;
    if others.is_empty() || resources.iter().any(|resource| resource.contains(&beginning)) {
        return None;
    }
    let has = |resource: &str, word: &str| resource.split('_').any(|known| known == word);
    let words = first.split('_').filter(|word| others.iter().all(|other| has(other, word)));
    let words: Vec<&str> = words.collect();
    (words.len() > 1).then(|| words.join("-"))
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
        assert_eq!(
            titled("lateloan", "Late loans and fees in Example").as_deref(),
            Some("late-loans-and-fees")
        );
        assert_eq!(titled("late", "Late loans in Example"), None);
    }

    #[test]
    fn what_the_resources_share_stands_for_a_code_name() {
        assert_eq!(shared("nimbus", &["late_fee", "overdue_late_fee"]).as_deref(), Some("late-fee"));
        assert_eq!(shared("nimbus", &["late_fee", "late_loan"]), None);
        assert_eq!(shared("feeding", &["late_fee_notice", "late_feeder_notice"]), None);
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
