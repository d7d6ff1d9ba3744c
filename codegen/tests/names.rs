//! A name depends on its own page alone: other pages beside it change none.

mod pages;

use std::collections::{BTreeMap, BTreeSet};

use codegen::Input;

/// The public names that each page gives, as `item` and `Struct::field`, by the files that hold them.
type Given = BTreeMap<String, BTreeSet<String>>;

/// The pages of all golden folders as one reference, each folder in its own namespace of paths.
fn folders() -> Vec<Vec<Input>> {
    let folders = pages::entries(&pages::golden()).into_iter();
    folders.map(|folder| pages::files(&folder.join("pages"))).collect()
}

/// The names in the modules that a run wrote.
fn names(inputs: Vec<Input>) -> Given {
    let files = pages::generated(inputs).files.into_iter();
    let modules = files.filter(|(path, _)| {
        path.starts_with("src/") && !path.starts_with("src/support") && path != "src/lib.rs"
    });
    modules.map(|(path, text)| (path, names_in(&text))).collect()
}

fn names_in(module: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut owner = String::new();
    for line in module.lines() {
        let item = line.trim_start().strip_prefix("pub ").unwrap_or_default();
        let mut words =
            item.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty());
        match (words.next(), words.next()) {
            (Some("struct" | "enum"), Some(name)) => {
                owner = name.to_owned();
                names.insert(owner.clone());
            }
            (Some("fn" | "const"), Some(name)) => drop(names.insert(name.to_owned())),
            (Some(field), _) if line.starts_with("    pub ") => {
                drop(names.insert(format!("{owner}::{field}")))
            }
            _ => {}
        }
    }
    names
}
