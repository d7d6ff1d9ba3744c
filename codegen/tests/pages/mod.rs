//! The pages that the tests generate from, as the driver would hand them in.

#![allow(dead_code, reason = "each test uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};

use codegen::{Generated, Input, Options, Sources, generate};

/// The folder of the golden folders.
pub(crate) fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// The entries of a folder in the order of their names.
pub(crate) fn entries(folder: &Path) -> Vec<PathBuf> {
    let listing = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut entries: Vec<_> = listing.map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries
}

/// The files below a folder, by their paths with `/`; none where there is no folder.
pub(crate) fn files(folder: &Path) -> Vec<Input> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(entries(&path));
        } else if path.is_file() {
            let below = path.strip_prefix(folder).unwrap().to_str().unwrap();
            let bytes = fs::read(&path).unwrap();
            found.push(Input { root: 0, path: below.replace('\\', "/"), bytes });
        }
    }
    found
}

/// A page made in a test.
pub(crate) fn page(path: &str, text: impl Into<Vec<u8>>) -> Input {
    Input { root: 0, path: path.to_owned(), bytes: text.into() }
}

/// The texts of one root.
pub(crate) fn sources(inputs: Vec<Input>) -> Sources {
    Sources::new(vec!["pages".to_owned()], inputs)
}

/// The crate that the pages give with the default options.
pub(crate) fn generated(inputs: Vec<Input>) -> Generated {
    generate(&sources(inputs), &Options::default())
}
