//! Which files a documentation folder has.

use std::path::{Path, PathBuf};

use anyhow::Context;
use codegen::{Obstacle, Unreadable};
use walkdir::{DirEntry, WalkDir};

use crate::paths;

/// Lists the files to read. A folder that cannot be listed is refused: its pages are unknown, and the crate must not lose them.
pub(super) fn walk(
    root: usize,
    folder: &Path,
    out: &Path,
    unreadable: &mut Vec<Unreadable>,
) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let is_wanted = |entry: &DirEntry| !(entry.file_type().is_dir() && entry.path() == out);
    let mut entries = WalkDir::new(folder).follow_links(true).into_iter().filter_entry(is_wanted);
    while let Some(entry) = entries.next() {
        let mut report = |path: &Path, obstacle| {
            unreadable.push(Unreadable { root, path: below(path, folder), obstacle });
        };
        match entry {
            Ok(entry) if entry.path_is_symlink() && leads_out(entry.path(), folder) => {
                report(entry.path(), Obstacle::Outside);
                if entry.file_type().is_dir() {
                    entries.skip_current_dir();
                }
            }
            Ok(entry) if is_special(&entry) && is_markdown(entry.path()) => {
                report(entry.path(), Obstacle::Refused("it is not a regular file".to_owned()));
            }
            Ok(entry) if entry.file_type().is_file() && is_markdown(entry.path()) => {
                match entry.path().to_str() {
                    Some(_) => files.push(entry.into_path()),
                    None => report(entry.path(), Obstacle::Refused("its name is not UTF-8".to_owned())),
                }
            }
            Ok(_) => {}
            Err(error) if is_folder(error.path()) && error.loop_ancestor().is_none() => {
                let path = error.path().map(paths::display).unwrap_or_default();
                return Err(error).with_context(|| format!("{path} cannot be listed"));
            }
            Err(error) => {
                let obstacle = match (error.loop_ancestor(), error.io_error()) {
                    (None, Some(error)) => refused(error),
                    _ => Obstacle::Loop,
                };
                report(error.path().unwrap_or(folder), obstacle);
            }
        }
    }
    Ok(files)
}

/// Whether a link leads to a place that is not below the folder (a physical path).
fn leads_out(link: &Path, folder: &Path) -> bool {
    !dunce::canonicalize(link).is_ok_and(|place| place.starts_with(folder))
}

/// Whether this is neither a file nor a folder: to read a pipe or a device may never end.
fn is_special(entry: &DirEntry) -> bool {
    !entry.file_type().is_file() && !entry.file_type().is_dir()
}

fn is_folder(path: Option<&Path>) -> bool {
    path.is_some_and(Path::is_dir)
}

/// The kind of error only: the system's number and words differ between machines, and findings are committed.
pub(super) fn refused(error: &std::io::Error) -> Obstacle {
    Obstacle::Refused(error.kind().to_string())
}

fn is_markdown(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md"))
}

/// A path below a folder, with `/` between its parts.
pub(super) fn below(path: &Path, folder: &Path) -> String {
    paths::slashes(path.strip_prefix(folder).unwrap_or(path))
}
