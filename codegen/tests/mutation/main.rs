//! Pages, changed in ways that keep most of their structure: whatever becomes of them, no crate harms anybody.
//!
//! A few hundred cases over this project's own pages run with all tests. Over real pages, and as many as one likes:
//!
//! ```console
//! $ GRAPH_DOCS=path/to/references MUTATIONS=200000 cargo test --release -p codegen --test mutation -- --nocapture
//! ```
//!
//! (A case is a handful of pages: threads for each cost more than they save. Run several, each with its own seed.)
//!
//! `GRAPH_DOCS` names a folder of references. `MUTATION_SEED` begins elsewhere, `MUTATION_CASE` runs one case and shows its
//! pages, `MUTATION_CRATES` names a folder into which one crate of each thousand is written, to be compiled.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod case;
mod change;
mod hostile;
mod judge;
mod long;
#[path = "../oracle/mod.rs"]
mod oracle;
#[path = "../pages/mod.rs"]
mod pages;
mod random;

use std::env;
use std::path::{Path, PathBuf};

use case::Corpus;

/// The cases that run with all tests.
const CASES: u64 = 300;

/// The most faults that are shown.
const SHOWN: usize = 12;

fn number(name: &str) -> Option<u64> {
    env::var(name).ok()?.parse().ok()
}

#[test]
fn no_change_of_a_page_does_harm() {
    let is_asked = number("MUTATIONS").or(number("MUTATION_CASE")).is_some();
    let corpus = match env::var_os("GRAPH_DOCS").filter(|_| is_asked) {
        Some(docs) => Corpus::real(Path::new(&docs)),
        None => Corpus::own(),
    };
    let seed = number("MUTATION_SEED").unwrap_or(1);
    if let Some(case) = number("MUTATION_CASE") {
        let inputs = corpus.case(seed, case);
        inputs
            .iter()
            .for_each(|page| println!("--- {}\n{}", page.path, String::from_utf8_lossy(&page.bytes)));
        println!("{:#?}", judge::faults(inputs, true, true));
        return;
    }
    // One thread for the cases and for the generator: to hand each step over to another takes longer than the step.
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    one.install(|| all(&corpus, seed));
}

/// Judges all cases of a seed.
fn all(corpus: &Corpus, seed: u64) {
    let cases = number("MUTATIONS").unwrap_or(CASES);
    let crates = env::var_os("MUTATION_CRATES").map(PathBuf::from);
    let mut found = Vec::new();
    for case in 0..cases {
        let inputs = corpus.case(seed, case);
        if let Some(folder) = crates.as_ref().filter(|_| case % 1000 == 0) {
            judge::write_crate(inputs.clone(), &Path::new(folder).join(format!("c{case}")));
        }
        let is_long = number("MUTATIONS").is_some();
        let faults = judge::faults(inputs, is_long, !is_long || case % 4 == 0);
        if !faults.is_empty() {
            println!("case {case} of seed {seed}: {}", faults.join("\n  "));
            found.push(case);
        }
        if case % 10_000 == 9_999 {
            println!("{} cases, {} with faults", case + 1, found.len());
        }
        if found.len() >= SHOWN {
            break;
        }
    }
    println!("{cases} cases of seed {seed}, with faults: {found:?}");
    assert!(found.is_empty(), "cases of seed {seed}: {found:?}");
}
