//! The parsers, each behind a function of any text that panics where what it promises does not hold: what a fuzzer calls.
//! The tests below call it with the inputs of `fuzz/corpus`, and with changes of these.

use crate::diagnostic::Diagnostics;
use crate::options::Options;
use crate::path_template;
use crate::source::{Excerpt, FileId, Input, Sources, Span};
use crate::{generate, http, json, markdown};

/// Reads a text, which may be anything.
pub type Parser = fn(&str);

/// Every parser with the name of its corpus.
pub const PARSERS: [(&str, Parser); 5] = [
    ("json", json),
    ("markdown", markdown),
    ("path_template", path_template),
    ("http", http),
    ("page", page),
];

/// Every finding points into the text.
fn check(diagnostics: Diagnostics, text: &str) {
    for found in diagnostics.into_sorted() {
        assert!(text.get(found.span.range()).is_some(), "{found:?}");
    }
}

fn excerpt(text: &str) -> Excerpt {
    Excerpt::whole(text, FileId::default(), 0)
}

/// What is read as JSON is read as the same when it is written.
pub fn json(text: &str) {
    let mut diagnostics = Diagnostics::default();
    if let Some(value) = json::read(&excerpt(text), &mut diagnostics) {
        let written = value.to_string();
        let again = json::read(&excerpt(&written), &mut Diagnostics::default());
        assert_eq!(again.map(|value| value.to_string()), Some(written));
    }
    check(diagnostics, text);
}

/// Every block stands in the text.
pub fn markdown(text: &str) {
    let mut diagnostics = Diagnostics::default();
    for block in markdown::read(&excerpt(text), None, &mut diagnostics) {
        assert!(text.get(block.span.range()).is_some(), "{block:?}");
    }
    check(diagnostics, text);
}

/// A template and a query are read as themselves.
pub fn path_template(text: &str) {
    if let Ok(read) = path_template::read(text, Span::default()) {
        let address = read.address;
        let again = path_template::read(&address.path.to_string(), Span::default());
        assert_eq!(again.map(|again| again.address.path.to_string()), Ok(address.path.to_string()));
        assert_eq!(address.path.parameter_names().len(), address.path.parameters().count());
        let _ = address.path.matches(text);
    }
    let _ = path_template::read_query(text);
}

/// Every message of HTTP is read.
pub fn http(text: &str) {
    let mut diagnostics = Diagnostics::default();
    let _ = http::read(&excerpt(text), &mut diagnostics);
    check(diagnostics, text);
}

/// A page gives a crate, twice the same.
pub fn page(text: &str) {
    let input = Input { root: 0, path: "api/page.md".to_owned(), bytes: text.as_bytes().to_vec() };
    let sources = Sources::new(vec!["pages".to_owned()], vec![input]);
    let run = || generate(&sources, &Options { implied: true, ..Options::default() });
    if let (Ok(first), Ok(second)) = (run(), run()) {
        assert!(first == second, "the same page gives two crates");
    }
}

#[cfg(test)]
#[path = "../../fuzz/corpus_tests.rs"]
mod tests;
