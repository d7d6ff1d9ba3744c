//! The same pages written in other ways give the same crate, docs aside.
//!
//! Where it is asked, pages in which a few differences are the rewriting's own are compared too, and what differs is printed:
//! those of the golden folders, or those of the references in `GRAPH_DOCS`.
//!
//! ```console
//! $ GRAPH_DOCS=path/to/references REWRITTEN=1 cargo test --release -p codegen --test rewriting -- --nocapture
//! ```
//!
//! `REWRITTEN` may also be a part of the name of one way to write.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod headings;
#[path = "../library/mod.rs"]
mod library;
mod marks;
#[path = "../pages/mod.rs"]
mod pages;
mod sections;
mod tables;
mod text;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use codegen::Input;

/// A way to write a page: its name, and what it makes of a page's Markdown.
type Way = (&'static str, fn(&str) -> String);

const WAYS: [Way; 23] = [
    ("line ends of Windows", |page| page.replace('\n', "\r\n")),
    ("white space at the ends of lines", marks::with_spaces),
    ("fences of tildes", marks::with_tildes),
    ("links by reference", marks::with_references),
    ("bodies on one line", marks::with_compact_json),
    ("closed headings", |page| headings::each(page, |level, words| format!("{level} {words} {level}"))),
    ("headings of a lower level", |page| headings::each(page, |level, words| format!("{level}# {words}"))),
    ("headings with colons", |page| headings::each(page, |level, words| format!("{level} {words}:"))),
    ("headings with numbers", headings::numbered),
    ("underlined headings", headings::underlined),
    ("headings in capitals", headings::in_capitals),
    ("headings in other words", headings::in_other_words),
    ("headings in bold", headings::in_bold),
    ("comments below headings", |page| {
        headings::each(page, |level, words| format!("{level} {words}\n\n<!-- May -->\n"))
    }),
    ("examples before the call", sections::examples_first),
    ("sections in reverse", sections::reversed),
    ("tables in HTML", tables::in_html),
    ("types in the last column", tables::types_last),
    ("names in bold", |page| tables::names(page, "**")),
    ("names in code", |page| tables::names(page, "`")),
    ("types in the names of Edm", tables::edm_types),
    ("collections in brackets", tables::bracketed_collections),
    ("properties in lists", tables::as_lists),
];

#[test]
fn pages_written_in_other_ways_give_the_same_crate() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("pages");
    let sound = pages::golden().join("pages-without-a-fault/pages");
    let folders = [pages::files(&own), pages::files(&sound), library::pages()];
    let folders = folders.map(|pages| (code(pages.clone()), pages));
    for (name, rewrite) in WAYS {
        let mut changed = false;
        for (expected, pages) in &folders {
            let others = rewritten(pages, rewrite);
            changed |= pages.iter().zip(&others).any(|(page, other)| page.bytes != other.bytes);
            assert_eq!(first_of(expected, &code(others)), None, "{name}");
        }
        assert!(changed, "no page has {name}");
    }
}

#[test]
fn real_pages_are_compared_where_it_is_asked() {
    let Ok(asked) = std::env::var("REWRITTEN") else { return };
    let docs = std::env::var_os("GRAPH_DOCS").map(PathBuf::from);
    let golden = || pages::entries(&pages::golden()).into_iter().map(|folder| folder.join("pages")).collect();
    let folders = docs.map_or_else(golden, |docs| pages::entries(&docs));
    for folder in folders.into_iter().filter(|folder| folder.is_dir()) {
        let pages = pages::files(&folder);
        let expected = code(pages.clone());
        for (name, rewrite) in WAYS.iter().filter(|(name, _)| asked == "1" || name.contains(&asked)) {
            let given = code(rewritten(&pages, *rewrite));
            if let Some(first) = first_of(&expected, &given) {
                let differing = expected.symmetric_difference(&given).count();
                let folder = folder.display();
                println!("{folder}, {name}: {differing} of {} lines; {first}", expected.len());
            }
        }
    }
}

fn rewritten(pages: &[Input], rewrite: fn(&str) -> String) -> Vec<Input> {
    let rewritten = |page: &Input| {
        let text = String::from_utf8_lossy(&page.bytes).replace("\r\n", "\n");
        let bytes = if page.path.ends_with(".md") { rewrite(&text).into_bytes() } else { page.bytes.clone() };
        Input { bytes, ..page.clone() }
    };
    pages.iter().map(rewritten).collect()
}

/// The code of the crate that the pages give, line by line with its file; its docs may tell in other words.
fn code(pages: Vec<Input>) -> BTreeSet<String> {
    let files = pages::generated(pages).files;
    let modules = files.iter().filter(|(path, _)| path.starts_with("src/") && path.ends_with(".rs"));
    let lines = modules.flat_map(|(path, text)| text.lines().map(move |line| (path, line)));
    let code = lines.filter(|(_, line)| !line.trim_start().starts_with("//"));
    code.map(|(path, line)| format!("{path}: {line}")).collect()
}

/// A line that only one of two crates has.
fn first_of(expected: &BTreeSet<String>, given: &BTreeSet<String>) -> Option<String> {
    let lost = expected.difference(given).next().map(|line| format!("lost: {line}"));
    lost.or_else(|| given.difference(expected).next().map(|line| format!("new: {line}")))
}
