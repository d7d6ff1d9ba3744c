//! The manifest, read by a TOML parser.

use toml_edit::DocumentMut;

/// The tables that a manifest may have.
const TABLES: [&str; 6] = ["package", "lib", "features", "test", "dependencies", "lints"];

const DEPENDENCIES: [&str; 17] = [
    "base64",
    "chrono",
    "futures-core",
    "http",
    "httpdate",
    "jiff",
    "percent-encoding",
    "reqwest",
    "rust_decimal",
    "serde",
    "serde_core",
    "serde_json",
    "time",
    "tokio",
    "tracing",
    "ureq",
    "uuid",
];

pub(super) fn check(text: &str, report: &mut impl FnMut(String)) {
    let manifest: DocumentMut = match text.parse() {
        Ok(manifest) => manifest,
        Err(error) => return report(error.to_string()),
    };
    let mut check = |table: &toml_edit::Table, known: &[&str]| {
        for (key, _) in table.iter().filter(|(key, _)| !known.contains(key)) {
            report(format!("has `{key}`"));
        }
    };
    check(manifest.as_table(), &TABLES);
    if let Some(dependencies) = manifest["dependencies"].as_table() {
        check(dependencies, &DEPENDENCIES);
    }
}
