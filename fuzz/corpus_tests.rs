//! Runs the parsers of a module, `PARSERS`, with the texts of their corpora and with changes of these: a module of tests below
//! it, by path.

use std::fs;
use std::path::Path;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::PARSERS;

#[test]
fn every_parser_reads_its_corpus() {
    for (name, parser) in PARSERS {
        texts(name).iter().for_each(|text| parser(text));
    }
}

proptest! {
    /// Every parser keeps its promises on changed texts of its corpus.
    #[test]
    fn every_parser_reads_what_is_like_its_corpus((at, text) in changed(&PARSERS.map(|(name, _)| name))) {
        PARSERS[at].1(&text);
    }
}

/// The texts of a parser's corpus.
fn texts(name: &str) -> Vec<String> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let corpus = here.ancestors().map(|folder| folder.join("fuzz/corpus")).find(|folder| folder.is_dir());
    let folder = corpus.expect("the folder fuzz/corpus").join(name);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    assert!(files.len() >= 3, "{}", folder.display());
    files.iter().map(|file| String::from_utf8_lossy(&fs::read(file).expect("a file")).into_owned()).collect()
}

/// A text of one of these corpora, with parts of it lost, doubled and put elsewhere; and which corpus it is of.
fn changed(names: &[&str]) -> impl Strategy<Value = (usize, String)> {
    let all = (0..names.len()).flat_map(|at| texts(names[at]).into_iter().map(move |text| (at, text)));
    let change = (any::<Index>(), any::<Index>(), any::<Index>(), 0_u8..3);
    (select(all.collect::<Vec<_>>()), vec(change, 1..5)).prop_map(|((at, text), changes)| {
        let mut letters: Vec<char> = text.chars().collect();
        for (one, other, place, how) in changes {
            let (one, other) = (one.index(letters.len() + 1), other.index(letters.len() + 1));
            let part = one.min(other)..one.max(other);
            let taken: Vec<char> = letters[part.clone()].iter().copied().take(200).collect();
            if how > 0 {
                letters.drain(part);
            }
            if how < 2 {
                let place = place.index(letters.len() + 1);
                letters.splice(place..place, taken);
            }
        }
        (at, letters.into_iter().collect())
    })
}
