//! What the documents of the repository say of it.

mod pages;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The documents for people, by their paths in the repository.
fn documents() -> Vec<(String, String)> {
    let entries = ["", "docs"].into_iter().flat_map(|folder| pages::entries(&repository().join(folder)));
    let documents = entries.filter(|path| path.extension().is_some_and(|extension| extension == "md"));
    let documents = documents.map(|path| {
        let below = path.strip_prefix(repository()).expect("a path in the repository");
        (below.to_string_lossy().into_owned(), fs::read_to_string(&path).expect("a text"))
    });
    documents.collect()
}

/// The names of the functions in all tests, with their files' in front: `walls::only_markdown_knows_the_markdown_parser`.
fn tests() -> BTreeSet<String> {
    let mut open = ["codegen/tests", "codegen/support/src/tests", "codegen/src", "xtask/tests"]
        .map(|folder| repository().join(folder))
        .to_vec();
    let mut tests = BTreeSet::new();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(pages::entries(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("a text");
            let file = path.file_stem().and_then(|name| name.to_str()).expect("a name");
            let folder =
                path.parent().and_then(Path::file_name).and_then(|name| name.to_str()).expect("a name");
            let after = text.split("#[test]\n").skip(1);
            let names = after.filter_map(|rest| rest.split_once("fn ")?.1.split_once('('));
            tests.extend(names.flat_map(|(name, _)| [file, folder].map(|place| format!("{place}::{name}"))));
        }
    }
    tests
}

#[test]
fn each_invariant_names_the_tests_that_hold_it() {
    let tour = fs::read_to_string(repository().join("ARCHITECTURE.md")).expect("the tour");
    let (_, table) = tour.split_once("| | what always holds | held by |").expect("the invariants");
    let rows: Vec<&str> = table.lines().skip(2).take_while(|line| line.starts_with('|')).collect();
    let tests = tests();
    for row in &rows {
        let cell = row.split('|').nth(3).expect("three cells");
        let named: Vec<&str> = cell.split('`').skip(1).step_by(2).collect();
        assert!(!named.is_empty(), "no test holds {row}");
        for name in named {
            assert!(tests.contains(name), "there is no test {name}");
        }
    }
    assert_eq!(rows.len(), 11);
}

#[test]
fn links_between_documents_lead_somewhere() {
    for (path, text) in documents() {
        let folder = repository().join(&path).parent().expect("a folder").to_owned();
        // Code may show links of pages.
        let prose = text.split("```").step_by(2);
        let targets =
            prose.flat_map(|text| text.split("](").skip(1)).filter_map(|rest| rest.split(')').next());
        for target in targets.filter(|target| !target.contains(':') && !target.starts_with('#')) {
            let (file, _) = target.split_once('#').unwrap_or((target, ""));
            assert!(folder.join(file).exists() || target.contains('…'), "{path} links {target}");
        }
    }
}

#[test]
fn paths_in_documents_are_there() {
    for (path, text) in documents() {
        let spans = text.split("```").step_by(2).flat_map(|text| text.split('`').skip(1).step_by(2));
        let ours = ["codegen/", "xtask/", "generated/", ".ci/", "docs/", "bench/", "fuzz/"];
        for span in spans.filter(|span| ours.iter().any(|folder| span.starts_with(folder))) {
            if span.contains([' ', '*', '<']) {
                continue;
            }
            assert!(repository().join(span).exists(), "{path} speaks of {span}");
        }
    }
}

/// The code blocks of a language, each with all that its fence holds.
fn blocks<'t>(text: &'t str, fence: &str, language: &str) -> Vec<&'t str> {
    let opening = format!("\n{fence}{language}\n");
    let closing = format!("\n{fence}\n");
    let rest = text.split(&opening).skip(1);
    rest.map(|rest| rest.split_once(&closing).expect("a closed block").0).collect()
}

/// The Rust of a file without what stands in it for people.
fn without_comments(text: &str) -> String {
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    text.lines().filter(is_code).map(|line| format!("{line}\n")).collect()
}

#[test]
fn the_pages_of_the_readme_give_its_rust() {
    let readme = fs::read_to_string(repository().join("README.md")).expect("the readme");
    let (_, table) = readme.split_once("<table>").expect("the table of pages and Rust");
    let (table, _) = table.split_once("</table>").expect("its end");
    let [resource] = blocks(table, "```", "markdown")[..] else { panic!("a resource's page") };
    let [operation] = blocks(table, "````", "markdown")[..] else { panic!("an operation's page") };
    let generated = pages::generated(vec![
        pages::page("resources/customerpayment.md", resource),
        pages::page("api/customerpayment-create.md", operation),
    ]);
    let module = without_comments(&generated.files["src/customer_payment.rs"]);
    let shown = blocks(table, "```", "rust");
    assert_eq!(shown.len(), 2);
    for rust in shown {
        let rust = without_comments(rust);
        assert!(module.contains(rust.trim_end()), "{rust}\nis not in\n{module}");
    }
}

#[test]
fn the_programs_that_are_compared_are_those_that_are_compiled() {
    let comparison = fs::read_to_string(repository().join("docs/comparison.md")).expect("the comparison");
    let lengths = ["generated", "graph_rs_sdk", "reqwest"].map(|name| {
        let path = repository().join(".ci/comparison").join(name).with_extension("rs");
        let program = fs::read_to_string(path).expect("a program");
        assert!(
            comparison.contains(&format!("```rust\n{program}```\n")),
            "{name} stands otherwise in the document"
        );
        program.lines().filter(|line| !line.trim().is_empty()).count().to_string()
    });
    let row = format!("| lines that are not blank | {} |", lengths.join(" | "));
    assert!(comparison.contains(&row), "the document counts otherwise than {row}");
}
