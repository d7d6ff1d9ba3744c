//! A place in the output: what stands there, looked at without leaving the folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::paths;

/// Whether a path of the generator leads below the folder that it is taken from, on every system.
pub(super) fn is_below(path: &str) -> bool {
    let parts_are_names = path.split('/').all(|part| !matches!(part, "" | "." | ".."));
    parts_are_names && !path.contains(['\\', ':', '\n', '\r', '\0'])
}

/// What the name of a waiting content ends with.
pub(super) const WAITING: &str = ".codegen-new";

/// Where a content waits. The name is always the same, so that the next run knows what an interrupted one left.
pub(super) fn beside(place: &Path) -> PathBuf {
    let mut name = place.file_name().unwrap_or_default().to_owned();
    name.push(WAITING);
    place.with_file_name(name)
}

/// The content of the file that stands there, if one does.
///
/// What is not a file where a file must go, or not a folder where a folder must go, is an error: nothing that the generator
/// made is of that kind. That goes for links to folders too, which lead out of the output.
pub(super) fn content(out: &Path, path: &str) -> anyhow::Result<Option<Vec<u8>>> {
    let mut place = out.to_owned();
    let mut parts = path.split('/').peekable();
    while let Some(part) = parts.next() {
        place.push(part);
        let name = || paths::display(&place);
        let is_folder_needed = parts.peek().is_some();
        let found = match fs::symlink_metadata(&place) {
            Ok(found) => found,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error).with_context(|| format!("{} cannot be inspected", name())),
        };
        match (is_folder_needed, found.is_dir(), found.is_file()) {
            (true, true, _) => {}
            (true, ..) => bail!("{} is in the way: a folder must go there", name()),
            (false, _, true) => {
                return fs::read(&place).map(Some).with_context(|| format!("{} cannot be read", name()));
            }
            (false, ..) => bail!("{} is in the way: a file must go there", name()),
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_below() {
        for path in ["Cargo.toml", "src/a/b.rs", "..a/b", ".gitattributes"] {
            assert!(is_below(path), "{path}");
        }
        for path in ["", "/etc/passwd", "../a", "a/../b", "a//b", "a/", "./a", "c:/a", "a\\..\\b", "a\nb"] {
            assert!(!is_below(path), "{path:?}");
        }
    }
}
