//! The command's own parsers, each behind a function of any text that panics where what it promises does not hold: what a fuzzer
//! calls. The tests below call it with the inputs of `fuzz/corpus`, and with changes of these.

use crate::{corrections, settings};

/// Reads a text, which may be anything.
pub(crate) type Parser = fn(&str);

/// Every parser with the name of its corpus.
pub(crate) const PARSERS: [(&str, Parser); 3] = [
    ("corrections", corrections),
    ("settings", settings::fuzz::file),
    ("command_line", settings::fuzz::command_line),
];

/// Each correction that is read has its place, and an error names one.
fn corrections(text: &str) {
    match corrections::parse(text, "corrections.toml") {
        Ok(entries) => assert!(entries.iter().all(|entry| entry.place.starts_with("corrections.toml:"))),
        Err(error) => assert!(error.to_string().starts_with("corrections.toml:"), "{error}"),
    }
}

#[cfg(test)]
#[path = "../../fuzz/inputs.rs"]
mod inputs;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_parser_reads_its_corpus() {
        for (name, parser) in PARSERS {
            inputs::of(name).iter().for_each(|text| parser(text));
        }
    }

    proptest! {
        /// Every parser keeps its promises on changed texts of its corpus.
        #[test]
        fn every_parser_reads_what_is_like_its_corpus(
            (at, text) in inputs::changed(&PARSERS.map(|(name, _)| name)),
        ) {
            PARSERS[at].1(&text);
        }
    }
}
