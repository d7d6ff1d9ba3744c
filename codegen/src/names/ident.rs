//! Rust identifiers from documented text: the only place that knows Rust's rules for them.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use heck::ToUpperCamelCase;
use unicode_ident::is_xid_start;

use super::file_name;
use crate::case::{self, UsedNames, composed, is_part};

/// An identifier. Only this file makes one, so each can be written into Rust. Paths repeat them, so all copies share their text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Ident(Arc<str>);

impl Ident {
    /// This identifier, or the first of those with a number behind it that is free, which is taken.
    pub(crate) fn unique(self, taken: &mut UsedNames) -> Self {
        Ident(taken.take(self.0.to_string()).into())
    }

    /// This name with another one behind it, both in camel case.
    pub(super) fn then(self, other: &Ident) -> Self {
        Ident(format!("{self}{other}").into())
    }

    /// The name that a user chose, if it is a fit name in Rust as it stands.
    pub(super) fn chosen(to: &str, near: Ident) -> Option<Self> {
        (&*near.0 == to).then_some(near)
    }

    /// The constant that goes with a function: its name in capitals, and what the constant holds.
    pub(crate) fn constant(&self, holds: &'static str) -> Self {
        Ident(format!("{}_{holds}", self.0.to_uppercase()).into())
    }

    /// A word of ours.
    pub(crate) fn word(word: &'static str) -> Self {
        Ident(word.into())
    }

    /// The crate's name where Rust names it.
    pub(crate) fn of_package(name: &str) -> Self {
        Ident(name.replace(|letter| !is_part(letter), "_").into())
    }

    /// The name as an argument that it stands for is written: `customer-id`.
    pub(crate) fn hyphenated(&self) -> String {
        self.0.replace('_', "-")
    }
}

impl Deref for Ident {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Ident {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Ident {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

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

/// The types of the prelude that generated code names.
const PRELUDE: [&str; 5] = ["Box", "Option", "Result", "String", "Vec"];

/// The modules that every crate has of its own: paths in generated code start with these names, too.
const OWN_MODULES: [&str; 4] = ["areas", "off", "routes", "types"];

/// A name in snake case: fields, parameters, functions.
pub(crate) fn snake(text: &str) -> Ident {
    Ident(safe(case::snake(text)).into())
}

/// A module's name: in snake case, and a file's name on every system that is not the crate's own.
pub(crate) fn module(text: &str) -> Ident {
    let name = file_name::free(safe(file_name::plain(&case::snake(text))));
    let name = if OWN_MODULES.contains(&name.as_str()) { name + "_" } else { name };
    Ident(name.into())
}

/// A name in camel case that keeps the documented capitals: `macOSDevice` is `MacOSDevice`.
pub(crate) fn camel(text: &str) -> Ident {
    let text = composed(text);
    let words = text.split(|letter| !is_part(letter)).filter(|word| !word.is_empty());
    let name: String = words.map(crate::text::upper_first).collect();
    let name = case::settled(name);
    let name = match name.chars().next() {
        None => "Blank".to_owned(),
        Some(first) if !is_xid_start(first) => format!("N{name}"),
        Some(_) if name == "Self" => "Self_".to_owned(),
        Some(_) => name,
    };
    Ident(name.into())
}

/// A type's name: in camel case, and different from those that generated code takes from the prelude.
pub(crate) fn type_name(text: &str) -> Ident {
    let name = camel(text);
    if PRELUDE.contains(&&*name) { Ident(format!("{name}_").into()) } else { name }
}

/// A type's name from words in snake case.
pub(crate) fn camel_of_words(words: &str) -> Ident {
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
        let fields: Vec<Ident> = names.iter().map(|name| snake(name)).collect();
        let fields: Vec<&str> = fields.iter().map(|field| &**field).collect();
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
        assert_eq!((&*snake("x²"), &*camel("x²")), ("x", "X"));
        assert_eq!((&*snake("½"), &*camel("½")), ("blank", "Blank"));
        assert_eq!((&*snake("٣x"), &*camel("Ⓐ٣")), ("n٣x", "N٣"));
    }

    #[test]
    fn members_become_variants_and_keep_their_capitals() {
        let names = ["low", "North America 5x7in", "macOS", "5x7", " ", "self", "a-b"];
        let variants: Vec<Ident> = names.iter().map(|name| camel(name)).collect();
        let variants: Vec<&str> = variants.iter().map(|variant| &**variant).collect();
        assert_eq!(variants, ["Low", "NorthAmerica5x7in", "MacOS", "N5x7", "Blank", "Self_", "AB"]);
    }

    #[test]
    fn types_leave_the_prelude_alone() {
        assert_eq!((&*type_name("option"), &*type_name("options")), ("Option_", "Options"));
    }

    #[test]
    fn modules_are_no_devices_of_windows_and_not_the_crate() {
        assert_eq!(&*module("con"), "con_");
        assert_eq!(&*module("LIB"), "lib_");
        assert_eq!(&*module("com1"), "com1_");
        assert_eq!(&*module("contact"), "contact");
        assert_eq!(&*module("support"), "support_");
        assert_eq!((&*module("Types"), &*snake("Types")), ("types_", "types"));
    }
}
