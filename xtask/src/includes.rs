//! Files beside a documentation folder that its pages include: `[!INCLUDE [note](../../includes/note.md)]`.
//!
//! A page may name any path. Only Markdown files of the same checkout are read, wherever links lead; outside a checkout, only
//! those in a folder `includes` beside the documentation.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use codegen::{Input, included};
use rayon::prelude::*;

use crate::settled;

/// Reads the files beside a folder (a physical path) that the texts from it include, and those that these include.
pub(crate) fn read(root: usize, folder: &Path, texts: &[Input]) -> Vec<Input> {
    let Some(allowed) = allowed(folder) else { return Vec::new() };
    let beside = |text: &Input| included(text).into_iter().filter(|path| path.starts_with("../"));
    let mut wanted: Vec<String> = texts.par_iter().flat_map_iter(beside).collect();
    let mut known = BTreeSet::new();
    let mut found = Vec::new();
    while let Some(path) = wanted.pop() {
        if known.insert(path.clone())
            && let Some(bytes) = read_file(&folder.join(&path), &allowed)
        {
            let input = Input { root, path, bytes };
            wanted.extend(beside(&input));
            found.push(input);
        }
    }
    found
}

/// The folder that includes may lie in.
fn allowed(folder: &Path) -> Option<PathBuf> {
    checkout(folder).map(Path::to_owned).or_else(|| Some(folder.parent()?.join("includes")))
}

/// The folder of the checkout that a folder belongs to.
pub(crate) fn checkout(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|ancestor| ancestor.join(".git").exists())
}

fn read_file(path: &Path, allowed: &Path) -> Option<Vec<u8>> {
    let physical = dunce::canonicalize(path).ok()?;
    let is_markdown = physical.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md"));
    // To read a pipe or a device may never end.
    if !is_markdown || !physical.is_file() || !physical.starts_with(dunce::canonicalize(allowed).ok()?) {
        return None;
    }
    settled::read(&physical).ok()?
}
