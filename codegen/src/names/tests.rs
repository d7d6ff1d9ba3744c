//! What holds of the name that any text becomes.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use unicode_normalization::UnicodeNormalization;

use super::ident::{Ident, camel, camel_of_words, is_taken, module, snake, type_name};
use crate::case::{self, UsedNames};

/// What Rust, a file system or a reader takes for something else, and plain words.
const WORDS: [&str; 44] = [
    "self",
    "Self",
    "type",
    "async",
    "gen",
    "crate",
    "support",
    "types",
    "routes",
    "Option",
    "String",
    "con",
    "com1",
    "lib",
    "_",
    "__",
    "-",
    ".",
    "@odata.",
    "microsoft.graph.",
    "5",
    "10",
    "id",
    "ID",
    "IDs",
    "KBs",
    "URL",
    "macOS",
    "customer",
    "Payment",
    "größe",
    "gro\u{308}\u{df}e",
    "ß",
    "İ",
    "ŉ",
    "ǰ",
    "ﬁ",
    "Ⓐ",
    "٣",
    "½",
    "²",
    "年",
    "\u{3164}",
    "\u{200b}",
];

fn name() -> impl Strategy<Value = String> {
    let words =
        vec(prop_oneof![4 => select(&WORDS[..]), 1 => Just(" ")], 0..6).prop_map(|words| words.concat());
    prop_oneof![2 => words, 1 => any::<String>(), 1 => "[a-zA-Z0-9_]{0,100}"]
}

/// Every way from a text to a name.
const WAYS: [fn(&str) -> Ident; 5] =
    [snake, module, camel, type_name, |text| camel_of_words(&case::snake(text))];

proptest! {
    /// Whatever a page calls something, Rust takes its name for an identifier, written as it is.
    #[test]
    fn every_name_is_an_identifier(text in name()) {
        for way in WAYS {
            let name = way(&text);
            let parsed = syn::parse_str::<syn::Ident>(&name);
            prop_assert!(parsed.is_ok_and(|ident| ident == *name), "{name}");
            prop_assert!(!is_taken(&name), "{name}");
            prop_assert!(name.nfc().eq(name.chars()), "{name}");
        }
    }

    /// A name is its own name: what is read back from a crate is found again.
    #[test]
    fn a_name_is_its_own_name(text in name()) {
        for way in [snake, module, camel, type_name] {
            let name = way(&text);
            // A module's name that had to be cut is that of this text alone, and capitals of mathematics (`𝓐`) are always
            // capitals.
            let is_odd = |letter: char| letter.is_uppercase() && letter.to_lowercase().eq([letter]);
            if name.len() <= 70 && !name.contains(is_odd) {
                prop_assert_eq!(way(&name), name);
            }
        }
    }

    /// A letter is the same whether its mark stands with it or behind it.
    #[test]
    fn one_letter_is_one_however_it_is_written(text in name()) {
        for way in WAYS {
            prop_assert_eq!(way(&text.nfd().collect::<String>()), way(&text.nfc().collect::<String>()));
        }
    }

    /// A module is a file on every system: ASCII, short, and nothing that one keeps for itself.
    #[test]
    fn a_module_is_a_file_on_every_system(text in name()) {
        let name = module(&text);
        let is_plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
        prop_assert!(name.chars().all(is_plain) && name.len() <= 90, "{name}");
        prop_assert!(!["con", "aux", "nul", "prn", "com1", "lpt9", "lib", "types", "support"].contains(&&*name));
    }

    /// Names differ in more than the case of their letters where words do: no words get lost.
    #[test]
    fn snake_case_keeps_every_letter(words in vec("[a-z][a-z0-9]{0,7}", 1..5)) {
        let documented: String = words.iter().map(|word| crate::text::upper_first(word)).collect();
        let letters = |text: &str| text.replace('_', "").to_lowercase();
        prop_assert_eq!(letters(&case::snake(&documented)), letters(&documented));
        prop_assert_eq!(case::snake(&words.join("_")), words.join("_"));
    }

    /// No two things get one name, and the first one of a name keeps it.
    #[test]
    fn no_two_things_get_one_name(texts in vec(name(), 1..12)) {
        for way in WAYS {
            let mut taken = UsedNames::default();
            let unique: Vec<Ident> = texts.iter().map(|text| way(text).unique(&mut taken)).collect();
            let mut sorted: Vec<String> = unique.iter().map(ToString::to_string).collect();
            sorted.sort();
            sorted.dedup();
            prop_assert_eq!(sorted.len(), texts.len(), "{:?}", unique);
            prop_assert_eq!(&unique[0], &way(&texts[0]));
            for name in &unique {
                prop_assert!(syn::parse_str::<syn::Ident>(name).is_ok(), "{name}");
            }
        }
    }
}
