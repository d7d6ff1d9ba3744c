//! The walls of the design, each as a few lines over the source files.

mod pages;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The source files by their paths below `src`, without comments and inline tests.
fn sources() -> Vec<(String, String)> {
    let files = pages::files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let code = |bytes: Vec<u8>| {
        let text = String::from_utf8(bytes).expect("UTF-8");
        let program = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        program.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
    };
    files.into_iter().map(|file| (file.path, code(file.bytes))).collect()
}

/// The module right below the root that a file belongs to.
fn module(path: &str) -> &str {
    path.split('/').next().unwrap_or(path).trim_end_matches(".rs")
}

/// The files outside these modules that have one of the words.
fn files_with(words: &[&str], allowed: &[&str]) -> Vec<String> {
    let is_outside = |path: &String| !allowed.contains(&module(path));
    let found = sources().into_iter().filter(|(path, _)| is_outside(path)).flat_map(|(path, code)| {
        let found = words.iter().filter(|word| has_word(&code, word)).map(|word| format!("{path}: {word}"));
        found.collect::<Vec<_>>()
    });
    found.collect()
}

/// Whether the code has the word and not only as a part of a longer one.
fn has_word(code: &str, word: &str) -> bool {
    code.match_indices(word)
        .any(|(at, _)| !code[..at].ends_with(is_part) && !code[at + word.len()..].starts_with(is_part))
}

fn is_part(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

#[test]
fn only_markdown_knows_the_markdown_parser() {
    assert_eq!(files_with(&["pulldown_cmark"], &["markdown"]), [""; 0]);
}

#[test]
fn only_emit_and_format_know_rust_syntax() {
    let words = ["quote", "syn", "proc_macro2", "prettyplease"].map(|name| format!("{name}::"));
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    assert_eq!(files_with(&words, &["emit", "format"]), [""; 0]);
}

#[test]
fn the_generator_touches_no_file_and_prints_nothing() {
    let words = ["std::fs", "std::env", "std::process", "std::io", "std::net", "std::time", "std::thread"];
    let macros = ["print!", "println!", "eprint!", "eprintln!", "dbg!"];
    assert_eq!(files_with(&words, &[]), [""; 0]);
    assert_eq!(files_with(&macros, &[]), [""; 0]);
}

/// The modules of `lib.rs` in their groups, and which others each of them uses.
struct Modules {
    groups: BTreeMap<String, usize>,
    uses: BTreeMap<String, BTreeSet<String>>,
}

fn modules() -> Modules {
    let sources = sources();
    let mut modules = Modules { groups: BTreeMap::new(), uses: BTreeMap::new() };
    // A comment starts each group: inside one, the formatter sorts the modules by name.
    let mut group = 0;
    for line in include_str!("../src/lib.rs").lines() {
        match line.strip_prefix("mod ").and_then(|line| line.strip_suffix(';')) {
            Some(name) => drop(modules.groups.insert(name.to_owned(), group)),
            None => group += 1,
        }
    }
    for (path, code) in sources.iter().filter(|(path, _)| path != "lib.rs") {
        let name = module(path);
        assert!(modules.groups.contains_key(name), "{path} is in no module of lib.rs");
        let uses = modules.uses.entry(name.to_owned()).or_default();
        let names = code.split("crate::").skip(1).filter_map(|rest| rest.split(|c| !is_part(c)).next());
        uses.extend(
            names.filter(|used| *used != name && modules.groups.contains_key(*used)).map(str::to_owned),
        );
    }
    modules
}

#[test]
fn a_module_uses_only_groups_above_it_and_its_own() {
    let Modules { groups, uses } = modules();
    let below = |name: &String, used: &String| groups[used] > groups[name];
    let found: Vec<_> = uses
        .iter()
        .flat_map(|(name, all)| all.iter().map(move |used| (name, used)))
        .filter(|(name, used)| below(name, used))
        .collect();
    assert_eq!(found, []);
}

#[test]
fn no_two_modules_use_each_other() {
    let mut uses = modules().uses;
    // What uses nothing that is left stands above the rest; a circle stays.
    while let Some(name) = uses
        .iter()
        .find(|(_, used)| !used.iter().any(|used| uses.contains_key(used)))
        .map(|(name, _)| name.clone())
    {
        uses.remove(&name);
    }
    assert_eq!(uses, BTreeMap::new());
}
