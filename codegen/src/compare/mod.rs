//! What changes for the users of a crate in another version of it.
//!
//! An item is the same where JSON, or its route, has the same name for it; else where Rust has; else, of the members of one type,
//! where exactly one went and one came with the same words and the same type.
//!
//! | what | weight | because |
//! |---|---|---|
//! | function, type, field, variant, constant, feature, other name of a function: added | additive | structs are built with `..Default::default()`, enums are `non_exhaustive` |
//! | any of them removed, renamed, in another module | breaking | the old path does not compile |
//! | function renamed whose old name stays as another name | nothing | both compile |
//! | argument added, removed, retyped, in another order | breaking | the call does not compile, or sends values in the wrong places |
//! | argument renamed | docs-only | Rust does not name arguments |
//! | answer retyped, field retyped, struct that is an enum now | breaking | what reads it does not compile |
//! | route, or name in JSON, of an item that is called as before | breaking | it compiles and does something else |
//! | field that only the service sets, or no longer | additive | `changes_to` sends it or not; everything else stays |
//! | module that needs a feature, or another one | breaking | it is off for those who turned on what was enough |
//! | module that one more of the known features turns on | additive | it was off |
//! | item that is deprecated | additive | it compiles, with a warning |
//! | item that is deprecated no longer; another notice, other words, other permissions | docs-only | nothing else changes |
//!
//! cargo-semver-checks sees the same crates by rustdoc. It calls breaking what is breaking here of names, features, constants
//! and numbers of arguments. It calls a field more breaking as well, since a struct that is built field by field does not
//! compile; the crate's front page asks for `..Default::default()`. Types of fields and answers, and what is sent, it does not
//! compare. The support code, which no page changes, is compared by it alone.

mod features;
mod functions;
mod members;
mod pairs;
mod types;

use std::collections::BTreeMap;

use crate::surface::{Docs, Surface};

/// How much a difference asks of the users of a crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// What compiled may not, or does something else.
    Breaking,
    /// There is more than before.
    Additive,
    /// Only what people read is different.
    DocsOnly,
}

/// What happened to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Happened {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// Rust has another name for it.
    Renamed,
    /// It is in another module.
    Moved,
    /// It has another Rust type.
    Retyped,
    /// The same arguments stand in another order.
    Reordered,
    /// It is called as before, and the service knows it by another name.
    Rewired,
    /// Other features turn it on.
    Gated,
    /// It is deprecated, or no longer, or with another notice.
    Deprecated,
    /// The pages have other words for it.
    Documented,
}

/// A kind of item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// A cargo feature.
    Feature,
    /// A module, or its operations.
    Module,
    /// A request function.
    Function,
    /// An argument of one.
    Argument,
    /// All arguments of one.
    Arguments,
    /// What one answers.
    Answer,
    /// The constant that holds its permissions.
    Permissions,
    /// A struct or an enum.
    Type,
    /// A field of a struct.
    Field,
    /// A variant of an enum.
    Variant,
}

/// One thing that is different in another version of a crate.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// What it asks of users.
    pub weight: Weight,
    /// The module, as it is called now, or was called where it is gone; empty for the crate.
    pub module: String,
    /// The item below the module: `Message`, `Message::subject`, `copy`, `copy(body)`.
    pub name: String,
    /// Which kind of item it is.
    pub item: Item,
    /// What happened to it.
    pub happened: Happened,
    /// What was: a type, a route, a path, words.
    pub old: Option<String>,
    /// What is now.
    pub new: Option<String>,
}

/// The differences between two versions of a crate, the gravest first, then by module and name.
pub fn compare(old: &Surface, new: &Surface) -> Vec<Difference> {
    let mut found = Differences::default();
    features::compare(old, new, &mut found);
    types::compare(old, new, &mut found);
    functions::compare(old, new, &mut found);
    found.all.sort();
    found.all
}

/// What has been found so far.
#[derive(Debug, Default)]
struct Differences {
    all: Vec<Difference>,
    /// The paths that types have now, by those that they had.
    renamed: BTreeMap<String, String>,
}

/// What is compared: the item, and where it is.
#[derive(Clone, Copy, Debug)]
struct ItemPath<'a> {
    item: Item,
    path: &'a str,
    /// The field, variant or argument of the item at the path.
    part: Option<&'a str>,
}

impl ItemPath<'_> {
    fn of(item: Item, path: &str) -> ItemPath<'_> {
        ItemPath { item, path, part: None }
    }
}

impl Differences {
    fn add(
        &mut self,
        place: ItemPath<'_>,
        weight: Weight,
        happened: Happened,
        old: Option<&str>,
        new: Option<&str>,
    ) {
        let (module, name) = match place.item {
            Item::Module => (place.path, ""),
            _ => place.path.rsplit_once("::").unwrap_or(("", place.path)),
        };
        let name = match (place.part, place.item) {
            (None, _) => name.to_owned(),
            (Some(part), Item::Argument) => format!("{name}({part})"),
            (Some(part), _) => format!("{name}::{part}"),
        };
        self.all.push(Difference {
            weight,
            module: module.to_owned(),
            name,
            item: place.item,
            happened,
            old: old.map(str::to_owned),
            new: new.map(str::to_owned),
        });
    }

    /// A Rust type of the old crate with the paths that types have now.
    fn as_now(&self, type_: &str) -> String {
        let is_part = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
        let mut text = String::new();
        let mut rest = type_;
        while let Some(first) = rest.chars().next() {
            let end = rest.find(|letter| is_part(letter) != is_part(first)).unwrap_or(rest.len());
            let (piece, after) = rest.split_at(end);
            text.push_str(self.renamed.get(piece).map_or(piece, String::as_str));
            rest = after;
        }
        text
    }

    /// Compares two Rust types.
    fn type_(&mut self, place: ItemPath<'_>, old: &str, new: &str) {
        if self.as_now(old) != new {
            self.add(place, Weight::Breaking, Happened::Retyped, Some(old), Some(new));
        }
    }

    /// Compares the documentation of an item. It counts only if nothing else differs, since most other differences change
    /// it too.
    fn docs(&mut self, place: ItemPath<'_>, old: &Docs, new: &Docs, is_else_the_same: bool) {
        let (before, now) = (old.deprecated.as_deref(), new.deprecated.as_deref());
        if before != now {
            let weight = if before.is_none() { Weight::Additive } else { Weight::DocsOnly };
            self.add(place, weight, Happened::Deprecated, before, now);
        } else if is_else_the_same && old.words != new.words {
            let (old, new) = (different(&old.words, &new.words), different(&new.words, &old.words));
            self.add(place, Weight::DocsOnly, Happened::Documented, old, new);
        }
    }
}

/// The first paragraph of a text that another text does not have.
fn different<'a>(text: &'a str, other: &str) -> Option<&'a str> {
    let others: Vec<&str> = other.split("\n\n").collect();
    text.split("\n\n").find(|paragraph| !paragraph.is_empty() && !others.contains(paragraph))
}
