//! Real pages, where a folder of them is at hand: `GRAPH_DOCS` names it, each folder in it is a set of pages.

mod pages;

use std::path::Path;

use codegen::{Options, generate};

#[test]
fn every_example_is_a_test_or_has_a_finding() {
    let Some(folder) = std::env::var_os("GRAPH_DOCS") else {
        println!("skipped: GRAPH_DOCS names no folder with pages");
        return;
    };
    for folder in pages::entries(Path::new(&folder)).into_iter().filter(|folder| folder.is_dir()) {
        let pages = pages::files(&folder).into_iter().filter(|file| file.path.ends_with(".md"));
        let sources = pages::sources(pages.collect());
        let generated = generate(&sources, &Options::default()).expect("pages of one version");
        let out = generated.diagnostics.iter().filter(|diagnostic| diagnostic.code.takes_example_out());
        let out: usize = out.map(|diagnostic| 1 + diagnostic.related.len()).sum();
        let (examples, tested) = (generated.summary.examples, generated.summary.tested);
        println!("{}: {examples} examples, {tested} tested, {out} with a finding", folder.display());
        assert_eq!(tested + out, examples, "{}", folder.display());
    }
}
