//! Rust identifiers from documented text: the only place that knows Rust's rules for them.

use heck::ToUpperCamelCase;
use unicode_ident::is_xid_start;

use crate::case::{self, is_part};

/// Keywords of all editions, reserved ones included, and names of modules that paths in generated code start with.
const TAKEN: [&str; 63] = [
    "abstract",
    "alloc",
    "as",
    "async",
    "await",
    "become",
    "bool",
    "box",
    "break",
    "char",
    "const",
    "continue",
    "core",
    "crate",
    "do",
    "dyn",
    "else",
    "enum",
    "extern",
    "false",
    "final",
    "fn",
    "for",
    "gen",
    "http",
    "if",
    "impl",
    "in",
    "let",
    "loop",
    "macro",
    "match",
    "mod",
    "move",
    "mut",
    "override",
    "priv",
    "pub",
    "ref",
    "return",
    "self",
    "serde",
    "serde_core",
    "serde_json",
    "static",
    "std",
    "str",
    "struct",
    "super",
    "support",
    "trait",
    "true",
    "try",
    "type",
    "typeof",
    "unsafe",
    "unsized",
    "use",
    "virtual",
    "where",
    "while",
    "yield",
    "_",
];

/// Names that Windows keeps for devices, whatever the extension.
const DEVICES: [&str; 6] = ["aux", "con", "nul", "prn", "com", "lpt"];

/// The types of the prelude that generated code names.
const PRELUDE: [&str; 5] = ["Box", "Option", "Result", "String", "Vec"];

/// A name in snake case: fields, parameters, functions.
pub(crate) fn snake(text: &str) -> String {
    safe(case::snake(text))
}

/// A module's name: in snake case, and a file's name on every system that is not the crate's own.
pub(crate) fn module(text: &str) -> String {
    let name = snake(text);
    let device = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let is_device = DEVICES.contains(&device) && name.len() <= device.len() + 1;
    if is_device || name == "lib" { format!("{name}_") } else { name }
}

/// A name in camel case that keeps the documented capitals: `macOSDevice` is `MacOSDevice`.
pub(crate) fn camel(text: &str) -> String {
    let words = text.split(|letter| !is_part(letter)).filter(|word| !word.is_empty());
    let name: String = words.map(crate::text::upper_first).collect();
    match name.chars().next() {
        None => "Blank".to_owned(),
        Some(first) if !is_xid_start(first) => format!("N{name}"),
        Some(_) if name == "Self" => "Self_".to_owned(),
        Some(_) => name,
    }
}

/// A type's name: in camel case, and none of those that generated code takes from the prelude.
pub(crate) fn type_name(text: &str) -> String {
    let name = camel(text);
    if PRELUDE.contains(&name.as_str()) { format!("{name}_") } else { name }
}

/// A type's name from words in snake case.
pub(crate) fn camel_of_words(words: &str) -> String {
    camel(&words.to_upper_camel_case())
}

/// Whether Rust or the generated code needs this name itself.
pub(crate) fn is_taken(name: &str) -> bool {
    TAKEN.contains(&name)
}

fn safe(name: String) -> String {
    match name.chars().next() {
        Some(first) if !is_xid_start(first) => format!("n{name}"),
        _ if is_taken(&name) => format!("{name}_"),
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn property_names_become_fields() {
        let names =
            ["journalDisplayName", "type", "self", "@odata.type", "sha256Hash", "_id", "5x7", "", "Größe"];
        let fields: Vec<String> = names.iter().map(|name| snake(name)).collect();
        assert_eq!(
            fields,
            [
                "journal_display_name",
                "type_",
                "self_",
                "odata_type",
                "sha256_hash",
                "id",
                "n5x7",
                "blank",
                "größe"
            ]
        );
    }

    #[test]
    fn letters_and_digits_that_rust_does_not_take_are_left_out() {
        assert_eq!((snake("x²"), camel("x²")), ("x".to_owned(), "X".to_owned()));
        assert_eq!((snake("½"), camel("½")), ("blank".to_owned(), "Blank".to_owned()));
        assert_eq!((snake("٣x"), camel("Ⓐ٣")), ("n٣x".to_owned(), "N٣".to_owned()));
    }

    #[test]
    fn members_become_variants_and_keep_their_capitals() {
        let names = ["low", "North America 5x7in", "macOS", "5x7", " ", "self", "a-b"];
        let variants: Vec<String> = names.iter().map(|name| camel(name)).collect();
        assert_eq!(variants, ["Low", "NorthAmerica5x7in", "MacOS", "N5x7", "Blank", "Self_", "AB"]);
    }

    #[test]
    fn types_leave_the_prelude_alone() {
        assert_eq!((type_name("option"), type_name("options")), ("Option_".to_owned(), "Options".to_owned()));
    }

    #[test]
    fn modules_are_no_devices_of_windows_and_not_the_crate() {
        assert_eq!(module("con"), "con_");
        assert_eq!(module("LIB"), "lib_");
        assert_eq!(module("com1"), "com1_");
        assert_eq!(module("contact"), "contact");
        assert_eq!(module("support"), "support_");
    }
}
