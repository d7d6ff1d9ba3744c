//! A folder for each phenomenon: pages in, Rust and diagnostics out, compared as files.
//!
//! `UPDATE_GOLDEN=1 cargo test -p codegen --test golden` writes what the generator gives; read it before it is committed.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod pages;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use codegen::{Options, SerdeStyle, generate};

#[test]
fn every_golden_folder_gives_what_is_expected() {
    let update = std::env::var_os("UPDATE_GOLDEN").is_some_and(|value| value == "1");
    let folders = pages::entries(&pages::golden());
    let findings: Vec<String> = folders.iter().flat_map(|folder| check(folder, update)).collect();
    assert!(!folders.is_empty());
    assert!(findings.is_empty(), "{}\nUPDATE_GOLDEN=1 rewrites the expected files", findings.join("\n"));
}

/// What differs between the expected files of a folder and those that its pages give.
fn check(folder: &Path, update: bool) -> Vec<String> {
    let name = folder.file_name().unwrap().to_str().unwrap();
    let serde = if name == "serde-derive" { SerdeStyle::Derive } else { SerdeStyle::Table };
    let sources = pages::sources(pages::files(&folder.join("pages")));
    let options = Options { serde, implied: name == "implied-reads", ..Options::default() };
    let mut given = generate(&sources, &options).expect("one version").files;
    given.retain(|path, text| tells_something(path, text) || name == WHOLE && tells_of_the_crate(path));

    // What a macro takes is laid out by itself, and so are the parts of a module's words that need a feature.
    let is_laid_out = |path: &str| OF_THE_CRATE.contains(&path);
    let modules = given
        .iter()
        .filter(|(path, text)| path.ends_with(".rs") && !text.contains("! {") && !is_laid_out(path));
    for (path, text) in modules {
        assert_eq!(written_lines(text), written_lines(&pretty(text)), "{name}/{path}");
    }

    let folder = folder.join("expected");
    if update {
        write(&folder, &given);
    }
    let expected = pages::files(&folder).into_iter();
    let expected: BTreeMap<String, String> =
        expected.map(|file| (file.path, String::from_utf8(file.bytes).unwrap())).collect();
    let paths = expected.keys().chain(given.keys().filter(|path| !expected.contains_key(*path)));
    let difference = |path: &String| match (expected.get(path), given.get(path)) {
        (Some(expected), Some(given)) => first_difference(expected, given),
        (Some(_), None) => Some(" is expected, but not given".to_owned()),
        _ => Some(" is given, but not expected".to_owned()),
    };
    paths.filter_map(|path| Some(format!("{name}/expected/{path}{}", difference(path)?))).collect()
}

/// What prettyplease makes of a file.
fn pretty(text: &str) -> String {
    prettyplease::unparse(&syn::parse_file(text).unwrap())
}

/// The lines of a file but those that are blank, and the comment at its head.
fn written_lines(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with("// ")).collect()
}

/// The folder that shows the crate as a whole.
const WHOLE: &str = "areas-of-an-api";

/// The files below `src` that tell of all modules at once.
const OF_THE_CRATE: [&str; 4] = ["src/lib.rs", "src/areas.rs", "src/routes.rs", "src/types.rs"];

/// What the crate says of itself and its parts.
fn tells_of_the_crate(path: &str) -> bool {
    ["Cargo.toml", "README.md"].contains(&path) || OF_THE_CRATE.contains(&path)
}

/// The modules of types and operations, answers that pages describe in words, and the diagnostics: the other files say the same
/// for all pages.
fn tells_something(path: &str, text: &str) -> bool {
    let is_module = path.starts_with("src/")
        && path.ends_with(".rs")
        && !path.starts_with("src/support")
        && !OF_THE_CRATE.contains(&path);
    let has_answers = path == "src/answers.json" && text.contains("route");
    is_module || has_answers || path == "diagnostics.txt"
}

fn first_difference(expected: &str, given: &str) -> Option<String> {
    let mut pairs = expected.lines().chain(["(end)"]).zip(given.lines().chain(["(end)"]));
    let difference = pairs.by_ref().enumerate().find(|(_, (expected, given))| expected != given);
    match difference {
        Some((line, (expected, given))) => {
            Some(format!(":{}:\n  expected: {expected}\n     given: {given}", line + 1))
        }
        None => (expected != given).then(|| " differs in its line ends".to_owned()),
    }
}

fn write(folder: &Path, files: &BTreeMap<String, String>) {
    if folder.exists() {
        fs::remove_dir_all(folder).unwrap();
    }
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}
