//! What real pages give. `GRAPH_DOCS` names a folder that holds folders of them; without it, nothing is tested here.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod pages;

use std::path::PathBuf;

use codegen::{Input, Options, Sources};

/// The pages of some folders below `GRAPH_DOCS`, each a root.
fn roots(names: &[&str]) -> Option<Sources> {
    let Some(docs) = std::env::var_os("GRAPH_DOCS").map(PathBuf::from) else {
        println!("skipped: GRAPH_DOCS names no folder of real pages");
        return None;
    };
    let mut inputs = Vec::new();
    for (root, name) in names.iter().enumerate() {
        let files = pages::files(&docs.join(name)).into_iter();
        inputs.extend(files.filter(|file| file.path.ends_with(".md")).map(|file| Input { root, ..file }));
    }
    Some(Sources::new(names.iter().map(|name| (*name).to_owned()).collect(), inputs))
}

/// The page that only shows examples, in one root, and the page with the property table, in another, are about one type.
#[test]
fn pages_of_two_roots_make_one_type() {
    let Some(sources) = roots(&["seed", "beta-financials"]) else { return };
    let generated = codegen::generate(&sources, &Options::default()).unwrap();
    let defining: Vec<&String> =
        generated.files.values().filter(|text| text.contains("pub struct CustomerPayment {")).collect();
    assert_eq!(defining.len(), 1);
    for field in [
        "id: Option<Guid>",
        "amount: Option<Decimal>",
        "posting_date: Option<Date>",
        "line_number: Option<i32>",
    ] {
        assert!(defining[0].contains(field), "{field}");
    }
    let creating = generated
        .files
        .values()
        .filter(|text| text.contains("-> Request<&'a CustomerPayment, CustomerPayment>"));
    assert_eq!(creating.count(), 1);
}
