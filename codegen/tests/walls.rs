//! The walls of the design, each as a few lines over the source files.

mod pages;
mod uses;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The source files by their paths below `src`, without comments and tests.
fn sources() -> Vec<(String, String)> {
    sources_of("src")
}

/// The same of another crate, given by the path of its folder from this one.
fn sources_of(folder: &str) -> Vec<(String, String)> {
    let files = pages::files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    let code = |bytes: Vec<u8>| {
        let text = String::from_utf8(bytes).expect("UTF-8");
        let program = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        program.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
    };
    // What calls the parsers for a fuzzer is a test, too.
    let is_program = |path: &str| {
        path.ends_with(".rs") && !path.ends_with("tests.rs") && !path.contains("/tests/") && path != "fuzz.rs"
    };
    let files = files.into_iter().filter(|file| is_program(&file.path));
    files.map(|file| (file.path, code(file.bytes))).collect()
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
    assert_eq!(files_with(&["quote::", "proc_macro2::"], &["emit", "format"]), [""; 0]);
    assert_eq!(files_with(&["prettyplease::"], &["format"]), [""; 0]);
    // What is written is read back, too.
    assert_eq!(files_with(&["syn::"], &["format", "surface"]), [""; 0]);
}

/// Each kind of text has one place in `format` that makes it safe: elsewhere, tokens come of `quote` and of identifiers.
#[test]
fn only_format_makes_tokens_of_text() {
    let words = [
        "format_ident",
        "parse_quote",
        "Ident::new",
        "Literal::string",
        "TokenStream::from_str",
        "parse::<TokenStream>",
        "parse::<Literal>",
        "[doc = #",
    ];
    assert_eq!(files_with(&words, &["format"]), [""; 0]);
}

#[test]
fn the_generator_touches_no_file_and_prints_nothing() {
    let words = ["std::fs", "std::env", "std::process", "std::io", "std::net", "std::time", "std::thread"];
    let macros = ["print!", "println!", "eprint!", "eprintln!", "dbg!"];
    assert_eq!(files_with(&words, &[]), [""; 0]);
    assert_eq!(files_with(&macros, &[]), [""; 0]);
}

/// The modules that a file declares, in its order, and which others each of them uses.
struct Modules {
    order: Vec<String>,
    uses: BTreeMap<String, BTreeSet<String>>,
}

/// The modules below `folder`, which `root` declares; `path` is what code elsewhere writes in front of their names.
fn modules(folder: &str, root: &str, path: &str) -> Modules {
    let sources = sources();
    let declared = |code: &str| -> Vec<String> {
        let names = code.lines().filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'));
        names.filter(|name| *name != "tests").map(str::to_owned).collect()
    };
    let is_root = |file: &&(String, String)| file.0 == format!("{folder}{root}");
    let order = sources.iter().find(is_root).map(|(_, code)| declared(code)).unwrap_or_default();
    let mut uses: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (file, code) in &sources {
        let Some(file) = file.strip_prefix(folder).filter(|file| *file != root) else { continue };
        let name = module(file);
        assert!(
            order.iter().any(|known| known == name),
            "{folder}{root} does not declare the module of {file}"
        );
        // In a module's own file its siblings are `super`'s too.
        let is_own = file == format!("{name}.rs") || file == format!("{name}/mod.rs");
        let paths = [Some(path), is_own.then_some("super::")];
        let named = paths.into_iter().flatten().flat_map(|path| code.split(path).skip(1));
        let named = named.filter_map(|rest| rest.split(|c| !is_part(c)).next());
        let others = named.filter(|used| *used != name && order.iter().any(|known| known == used));
        uses.entry(name.to_owned()).or_default().extend(others.map(str::to_owned));
    }
    Modules { order, uses }
}

impl Modules {
    /// What modules use although it does not stand above them.
    fn used_from_below(&self) -> Vec<String> {
        let place = |name: &String| self.order.iter().position(|known| known == name);
        let pairs = self.uses.iter().flat_map(|(name, all)| all.iter().map(move |used| (name, used)));
        let below = pairs.filter(|(name, used)| place(used) > place(name));
        below.map(|(name, used)| format!("{name} uses {used}")).collect()
    }
}

#[test]
fn a_module_uses_only_those_above_it() {
    let modules = modules("", "lib.rs", "crate::");
    assert!(modules.uses.values().any(|used| used.contains("source")), "no use is found");
    assert_eq!(modules.used_from_below(), [""; 0]);
}

#[test]
fn a_room_of_resolve_uses_only_those_above_it() {
    let rooms = modules("resolve/", "mod.rs", "crate::resolve::");
    assert!(rooms.uses["operations"].contains("types"), "no use is found");
    assert_eq!(rooms.used_from_below(), [""; 0]);
}

/// What two modules of a folder share stands in a third.
#[test]
fn no_modules_use_each_other_in_a_circle() {
    for folder in ["src", "../xtask/src", "../bench/src"] {
        let uses = uses::between_siblings(&sources_of(folder));
        assert!(!uses.is_empty(), "{folder}: no use is found");
        assert_eq!(uses::circles(&uses), [""; 0], "{folder}");
    }
}

#[test]
fn the_tour_lists_the_modules_in_their_order() {
    let tour = include_str!("../../ARCHITECTURE.md");
    let (_, table) = tour.split_once("| stage | module |").expect("the table of modules");
    let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    let cells = rows.filter_map(|row| row.split('|').nth(2));
    let listed: Vec<&str> = cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
    assert_eq!(listed, modules("", "lib.rs", "crate::").order);
}

/// Rules are learnt, pages are not. A name of several words is that of a resource and no word of English; with
/// `GRAPH_DOCS`, the resources of real references are looked for, too.
#[test]
fn no_resource_is_named_in_the_code() {
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("pages");
    let real = std::env::var_os("GRAPH_DOCS").map(std::path::PathBuf::from);
    let pages = [Some(committed), real].into_iter().flatten().flat_map(|folder| pages::files(&folder));
    let texts = pages.filter(|page| page.path.ends_with(".md"));
    let names: BTreeSet<String> = texts.filter_map(|page| resource(&page.bytes)).collect();
    assert!(names.contains("customerPayment"), "no resource is found");
    for (path, code) in sources() {
        let words = code.split(|letter| !is_part(letter));
        let named: BTreeSet<&str> = words.filter(|word| names.contains(*word)).collect();
        assert!(named.is_empty(), "{path} names {named:?}");
    }
}

/// The name in a resource page's title, where it has several words.
fn resource(page: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(page);
    let title = text.lines().find_map(|line| line.strip_prefix("# "))?;
    let name = title.trim().strip_suffix(" resource type")?;
    let is_word_break = |pair: &[u8]| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase();
    // What begins with a capital may be a type of ours.
    let is_resource = name.starts_with(|first: char| first.is_ascii_lowercase());
    (is_resource && name.as_bytes().windows(2).any(is_word_break)).then(|| name.to_owned())
}
