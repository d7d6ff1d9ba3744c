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
#[path = "../../fuzz/corpus_tests.rs"]
mod tests;
