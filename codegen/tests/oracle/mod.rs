//! What no page may do to a crate: each file is read back with the parser of its kind, and holds what it is meant to.

#![allow(dead_code, reason = "each test uses a part of it")]

mod doc;
mod manifest;
mod rust;
mod text;

use codegen::{Generated, Sources};

/// What is wrong with a crate; nothing if nobody is harmed.
pub(crate) fn faults(sources: &Sources, generated: &Generated) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, text) in generated.files.iter().filter(|(path, _)| !is_ours(path)) {
        let mut report = |fault: String| faults.push(format!("{path}: {fault}"));
        text::check(path, text, &mut report);
        match path.as_str() {
            "Cargo.toml" => manifest::check(text, &mut report),
            "README.md" => doc::check(text, doc::Kind::Page, &mut report),
            "diagnostics.txt" => text::check_findings(text, generated, &mut report),
            path if path.ends_with(".json") => text::check_json(text, &mut report),
            _ => {}
        }
    }
    for diagnostic in &generated.diagnostics {
        let place = sources.text(diagnostic.span.file).get(diagnostic.span.start()..diagnostic.span.end());
        if place.is_none() || text::hidden(&diagnostic.message).is_some() {
            faults.push(format!("finding {}: {:?}", diagnostic.code, diagnostic.message));
        }
    }
    rust::check(generated, &mut faults);
    faults
}

/// Whether a file is written by hand, and the same in every crate.
pub(crate) fn is_ours(path: &str) -> bool {
    path.starts_with("src/support/") || path.starts_with("tests/checker/")
}
