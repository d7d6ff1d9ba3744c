//! Names in snake case: the one spelling of what files, paths and placeholders are called.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use heck::ToSnakeCase;
use unicode_ident::is_xid_continue;
use unicode_normalization::UnicodeNormalization;

use crate::visible::is_hidden;

/// A name in snake case, with letters, digits and single separators only. A name without letters or digits becomes
/// `blank`.
pub(crate) fn snake(text: &str) -> String {
    if is_snake(text) {
        return text.to_owned();
    }
    if is_plain(text) {
        return broken(text).into_owned();
    }
    let text: String =
        composed(text).chars().map(|letter| if is_part(letter) { letter } else { '_' }).collect();
    let name = settled(broken(text.trim_matches('_')).into_owned());
    if name.is_empty() { "blank".to_owned() } else { name }
}

/// A name after its letters changed case. Some letters (`İ`) leave a combining mark behind, which belongs to a name only
/// if it combines with its letter.
pub(crate) fn settled(name: String) -> String {
    if name.is_ascii() {
        return name;
    }
    composed(&name).chars().filter(|letter| is_part(*letter) || *letter == '_').collect()
}

/// The text with its letters and their marks put together (NFC), as Rust compares names.
pub(crate) fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// A text with its words apart. The plural of an abbreviation is one word: `missingKBs` is `missing_kbs`.
pub(crate) fn broken(text: &str) -> Cow<'_, str> {
    let text = text.trim_matches(|letter: char| !letter.is_alphanumeric());
    if is_snake(text) {
        return Cow::Borrowed(text);
    }
    if is_plain(text) {
        let mut name = String::with_capacity(text.len() + 4);
        for (at, letter) in text.char_indices() {
            if at > 0 && letter.is_ascii_uppercase() {
                name.push('_');
            }
            name.push(letter.to_ascii_lowercase());
        }
        return Cow::Owned(name);
    }
    let letters: Vec<char> = text.chars().collect();
    let is_upper = |at: usize| letters.get(at).is_some_and(|letter| letter.is_uppercase());
    let ends =
        |at: usize| letters.get(at).is_none_or(|letter| !letter.is_lowercase() && !letter.is_ascii_digit());
    let is_many =
        |at: usize| letters[at] == 's' && ends(at + 1) && at > 1 && is_upper(at - 1) && is_upper(at - 2);
    let capitals = (0..letters.len()).map(|at| match is_many(at) {
        true => 'S',
        false => letters[at],
    });
    let with_break = |(at, letter): (usize, char)| {
        // What follows such a plural is another word.
        let follows = at > 0 && is_many(at - 1);
        follows.then_some('_').into_iter().chain([letter])
    };
    Cow::Owned(capitals.enumerate().flat_map(with_break).collect::<String>().to_snake_case())
}

/// Whether the text needs no change, as most words of prose.
fn is_snake(text: &str) -> bool {
    let mut before = b'_';
    let is_next = |byte: u8| {
        let is_next = match byte {
            b'_' => before != b'_',
            _ => byte.is_ascii_lowercase() || byte.is_ascii_digit(),
        };
        before = byte;
        is_next
    };
    text.bytes().all(is_next) && before != b'_'
}

/// Whether each capital starts a word, and nothing else does: `journalDisplayName`.
fn is_plain(text: &str) -> bool {
    let pairs = text.as_bytes().windows(2);
    !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_alphabetic())
        && !pairs.into_iter().any(|pair| pair.iter().all(u8::is_ascii_uppercase))
}

/// A letter or a digit that a name may hold: there are others, such as `²`, and letters that nobody sees.
pub(crate) fn is_part(letter: char) -> bool {
    letter.is_alphanumeric() && is_xid_continue(letter) && !is_hidden(letter)
}

/// Names of which no two may be alike.
#[derive(Debug, Default)]
pub(crate) struct UsedNames {
    names: BTreeSet<String>,
    /// The numbers that the next of its kind may have: all below are taken.
    next: BTreeMap<String, usize>,
}

impl UsedNames {
    pub(crate) fn contains(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// Takes the first of `name`, `name_2`, `name_3`, … that is free.
    pub(crate) fn take(&mut self, name: String) -> String {
        if self.names.insert(name.clone()) {
            return name;
        }
        let separator = if name.chars().next().is_some_and(char::is_uppercase) { "" } else { "_" };
        let stem = format!("{}{separator}", name.trim_end_matches('_'));
        let next = self.next.entry(stem.clone()).or_insert(2);
        loop {
            let candidate = format!("{stem}{next}");
            *next += 1;
            if self.names.insert(candidate.clone()) {
                return candidate;
            }
        }
    }
}

impl<N: AsRef<str>> FromIterator<N> for UsedNames {
    fn from_iter<I: IntoIterator<Item = N>>(names: I) -> Self {
        let names = names.into_iter().map(|name| name.as_ref().to_owned()).collect();
        UsedNames { names, next: BTreeMap::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_separate_words_and_are_left_out() {
        let names = ["journalDisplayName", "@odata.type", "a - b", "_id", "x²", "½", "\u{3164}", ""];
        let snakes: Vec<String> = names.iter().map(|name| snake(name)).collect();
        assert_eq!(
            snakes,
            ["journal_display_name", "odata_type", "a_b", "id", "x", "blank", "blank", "blank"]
        );
    }

    #[test]
    fn plain_names_are_broken_as_others_are() {
        for name in ["journalDisplayName", "Id", "aB", "A", "aBC", "payment", "Payment"] {
            let other = format!("{name}_x");
            assert_eq!(format!("{}_x", broken(name)), broken(&other));
            assert_eq!(broken(&format!("({name}).")), broken(name));
        }
    }

    #[test]
    fn names_that_need_no_change_are_told_from_those_that_do() {
        for name in ["a", "1", "a_b", "a1_2b", "_", "a_", "_a", "a__b", "", "A", "a-b", "aB"] {
            assert_eq!(is_snake(name), !name.is_empty() && name.to_snake_case() == name, "{name:?}");
        }
    }

    #[test]
    fn one_letter_is_one_however_it_is_written() {
        assert_eq!(snake("Gro\u{308}\u{DF}e"), "gr\u{F6}\u{DF}e");
        assert_eq!(snake("\u{130}d"), "id");
    }

    #[test]
    fn abbreviations_stay_together() {
        let names =
            ["URLClickAction", "missingKBs", "SPHubSite", "userIDsAndURLs", "macOSDevice", "isHTTPS", "KBs"];
        let snakes: Vec<String> = names.iter().map(|name| snake(name)).collect();
        assert_eq!(
            snakes,
            [
                "url_click_action",
                "missing_kbs",
                "sp_hub_site",
                "user_ids_and_urls",
                "mac_os_device",
                "is_https",
                "kbs"
            ]
        );
    }

    #[test]
    fn a_taken_name_gets_a_number() {
        let mut taken: UsedNames = ["id", "self_", "Low", "Low2"].iter().collect();
        let names = ["id", "self_", "Low", "id", "free", "id_4", "id"];
        let unique = names.map(|name| taken.take(name.to_owned()));
        assert_eq!(unique, ["id_2", "self_2", "Low3", "id_3", "free", "id_4", "id_5"]);
    }
}
