//! A name depends on its own page alone: other pages beside it change none, but for where its words are broken. A
//! resource's page settles that, or the operation's page that breaks the resource's name most. A page whose annotation was
//! copied has its own type's name only beside the page that it was copied from: nothing else tells that it was.

mod pages;

use std::collections::BTreeSet;
use std::path::Path;

use codegen::Input;

#[test]
fn a_page_gives_the_same_names_alone_and_among_others() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("pages");
    let unrelated = pages::files(&own);
    for folder in pages::entries(&pages::golden()) {
        let inputs = pages::files(&folder.join("pages"));
        let together = names(inputs.clone());
        let letters = letters_of(&together);
        let findings = std::fs::read_to_string(folder.join("expected/diagnostics.txt")).unwrap_or_default();
        let is_copied = |path: &str| {
            findings.lines().any(|it| it.starts_with(path) && it.contains("[copied-annotation]"))
        };
        for page in inputs.iter().filter(|page| !is_copied(&page.path)) {
            let alone = letters_of(&given_by(page));
            assert!(!alone.is_empty(), "{}: {}", folder.display(), page.path);
            let missing: Vec<_> = alone.difference(&letters).collect();
            assert!(missing.is_empty(), "{}: {} loses {missing:?}", folder.display(), page.path);
        }
        let among_others = names([inputs, unrelated.clone()].concat());
        let lost: Vec<_> = together.difference(&among_others).collect();
        assert!(lost.is_empty(), "{} loses {lost:?} among others", folder.display());
    }
}

/// The names without the breaks between their words.
fn letters_of(names: &BTreeSet<String>) -> BTreeSet<String> {
    names.iter().map(|name| name.replace('_', "")).collect()
}

/// What a page names: a page of operations its functions, a page of types the types with their fields. A type that an
/// example shows is another page's to name.
fn given_by(page: &Input) -> BTreeSet<String> {
    let mut names = names(vec![page.clone()]);
    if page.path.starts_with("api/") {
        names.retain(|name| name.contains(" fn ") || name.contains(" const "));
    }
    names
}

/// The public names of a crate's modules: `src/book.rs fn book_get`, `src/book.rs struct Book id`.
fn names(inputs: Vec<Input>) -> BTreeSet<String> {
    let files = pages::generated(inputs).files.into_iter();
    // These hold other modules' items.
    let is_index =
        |path: &str| ["src/areas.rs", "src/routes.rs", "src/types.rs", "src/off.rs"].contains(&path);
    let is_module = |path: &str| path.starts_with("src/") && !path.starts_with("src/support");
    let modules = files.filter(|(path, _)| is_module(path) && !is_index(path));
    // Where areas are features, a module's operations have a file of their own; their paths in the crate stay.
    modules.flat_map(|(path, text)| names_in(&path.replace("/operations.rs", ".rs"), &text)).collect()
}

fn names_in(path: &str, module: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut item = String::new();
    for line in module.lines() {
        let Some(public) = line.trim_start().strip_prefix("pub ") else { continue };
        let words: Vec<&str> = public
            .split(|c: char| !c.is_alphanumeric() && c != '_')
            .filter(|word| !word.is_empty())
            .collect();
        match words[..] {
            ["const", name, ..] => drop(names.insert(format!("{path} const {name}"))),
            // The name that another page gives the same operation.
            ["use", .., name] if !line.contains('*') => {
                let kind = if name.starts_with(char::is_uppercase) { "const" } else { "fn" };
                names.insert(format!("{path} {kind} {name}"));
            }
            [field, ..] if line.starts_with(' ') => drop(names.insert(format!("{item} {field}"))),
            ["use", ..] => {}
            [kind, name, ..] => {
                item = format!("{path} {kind} {name}");
                names.insert(item.clone());
            }
            _ => {}
        }
    }
    // The modules that need a feature.
    let declared = module.split_once("\nmodules! {\n").map_or("", |(_, groups)| groups);
    for (_, group) in declared.split(';').filter_map(|group| group.split_once("=>")) {
        names.extend(group.split_whitespace().map(|name| format!("{path} mod {name}")));
    }
    names
}
