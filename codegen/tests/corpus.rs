//! Real pages, where folders of them are at hand: `GRAPH_DOCS` and `GRAPH_SIBLINGS` name them, each folder in these is a set
//! of pages.

mod pages;

use std::path::Path;

use codegen::{Options, generate};

#[test]
fn every_example_is_a_test_or_has_a_finding() {
    let named = ["GRAPH_DOCS", "GRAPH_SIBLINGS"].into_iter().filter_map(std::env::var_os);
    let folders: Vec<_> = named.flat_map(|folder| pages::entries(Path::new(&folder))).collect();
    if folders.is_empty() {
        println!("skipped: neither GRAPH_DOCS nor GRAPH_SIBLINGS names a folder with pages");
    }
    for folder in folders.into_iter().filter(|folder| folder.is_dir()) {
        let pages = pages::files(&folder).into_iter().filter(|file| file.path.ends_with(".md"));
        let sources = pages::sources(pages.collect());
        let generated = generate(&sources, &Options::default()).expect("pages of one version");
        let out: usize = generated.diagnostics.iter().map(|diagnostic| diagnostic.untested).sum();
        let (examples, tested) = (generated.summary.examples, generated.summary.tested);
        println!("{}: {examples} examples, {tested} tested, {out} with a finding", folder.display());
        assert_eq!(tested + out, examples, "{}", folder.display());
    }
}
