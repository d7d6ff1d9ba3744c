//! Reading the documentation folders.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use codegen::{Input, Obstacle, Sources, Unreadable, describes_api};
use walkdir::{DirEntry, WalkDir};

use crate::progress::Progress;
use crate::{includes, paths, settled};

/// Reads every Markdown file below the folders (physical paths), and nothing else. The output is left out where it lies
/// below one of them.
///
/// A folder without pages is refused: most likely it was mistyped, and it must not empty a crate.
pub(crate) fn read(
    docs: &[PathBuf],
    named_in: &str,
    out: &Path,
    progress: &Progress,
) -> anyhow::Result<Sources> {
    for (inner, outer) in docs.iter().flat_map(|inner| docs.iter().map(move |outer| (inner, outer))) {
        if inner != outer && inner.starts_with(outer) {
            let (inner, outer) = (paths::display(inner), paths::display(outer));
            bail!("the folder {inner} of {named_in} lies in {outer}, which is read too: leave one out");
        }
    }
    let mut inputs = Vec::new();
    let mut unreadable = Vec::new();
    for (index, root) in docs.iter().enumerate() {
        fs::read_dir(root)
            .with_context(|| format!("the folder {} of {named_in} cannot be listed", paths::display(root)))?;
        let first = inputs.len();
        walk(index, root, out, progress, &mut inputs, &mut unreadable).with_context(|| {
            format!("the folder {} of {named_in} could not be read completely", paths::display(root))
        })?;
        let beside = includes::read(index, root, &inputs[first..]);
        let pages: &[Input] = &inputs[first..];
        if !pages.iter().any(|page| has_front_matter(&page.bytes))
            && !pages.iter().cloned().any(describes_api)
        {
            bail!(
                "the folder {} of {named_in} holds no page: no .md file below it begins with front matter (`---`), \
                 lists a route or has a table of properties",
                paths::display(root),
            );
        }
        inputs.extend(beside);
    }
    Ok(Sources::new(display_names(docs), inputs).with_unreadable(unreadable))
}

/// A folder that cannot be listed is refused: its pages are unknown, and the crate must not lose them.
fn walk(
    root: usize,
    folder: &Path,
    out: &Path,
    progress: &Progress,
    inputs: &mut Vec<Input>,
    unreadable: &mut Vec<Unreadable>,
) -> anyhow::Result<()> {
    let below = |path: &Path| paths::slashes(path.strip_prefix(folder).unwrap_or(path));
    let is_wanted = |entry: &DirEntry| !(entry.file_type().is_dir() && entry.path() == out);
    let mut entries = WalkDir::new(folder).follow_links(true).into_iter().filter_entry(is_wanted);
    while let Some(entry) = entries.next() {
        let mut report =
            |path: &Path, obstacle| unreadable.push(Unreadable { root, path: below(path), obstacle });
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
                match (entry.path().to_str(), settled::read(entry.path())) {
                    (Some(_), Ok(Some(bytes))) => {
                        inputs.push(Input { root, path: below(entry.path()), bytes });
                        progress.count(inputs.len());
                    }
                    (Some(_), Ok(None)) => {
                        report(entry.path(), Obstacle::Refused("it changed while it was read".to_owned()));
                    }
                    (None, _) => report(entry.path(), Obstacle::Refused("its name is not UTF-8".to_owned())),
                    (_, Err(error)) => report(entry.path(), refused(&error)),
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
    Ok(())
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
fn refused(error: &std::io::Error) -> Obstacle {
    Obstacle::Refused(error.kind().to_string())
}

fn is_markdown(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md"))
}

/// Whether a text begins as a page of the format does.
fn has_front_matter(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    text.split(|byte| *byte == b'\n').next().is_some_and(|line| line.trim_ascii_end() == b"---")
}

/// The last parts of the folders' paths, as many as it takes to tell them apart.
fn display_names(docs: &[PathBuf]) -> Vec<String> {
    let last = |path: &PathBuf, parts: usize| {
        let names = path.components().collect::<Vec<_>>();
        paths::slashes(&names[names.len().saturating_sub(parts)..].iter().collect::<PathBuf>())
    };
    let longest = docs.iter().map(|path| path.components().count()).max().unwrap_or_default();
    let names_of = |parts| docs.iter().map(|path| last(path, parts)).collect::<Vec<_>>();
    let is_distinct =
        |names: &Vec<String>| names.iter().enumerate().all(|(index, name)| !names[..index].contains(name));
    (1..=longest).map(names_of).find(is_distinct).unwrap_or_else(|| names_of(longest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roots_are_named_as_shortly_as_they_can_be_told_apart() {
        let names = |paths: &[&str]| display_names(&paths.iter().map(PathBuf::from).collect::<Vec<_>>());
        assert_eq!(names(&["/docs/v1.0"]), ["v1.0"]);
        assert_eq!(names(&["/docs/seed", "/docs/beta"]), ["seed", "beta"]);
        assert_eq!(names(&["/graph/v1.0", "/finance/v1.0"]), ["graph/v1.0", "finance/v1.0"]);
    }

    #[test]
    fn front_matter_is_a_line_of_dashes_at_the_very_start() {
        for text in ["---\ntitle: x\n---\n", "---\r\n", "--- \n", "\u{feff}---\n"] {
            assert!(has_front_matter(text.as_bytes()), "{text:?}");
        }
        for text in ["", "# Read me\n---\n", "\n---\n", "----\n"] {
            assert!(!has_front_matter(text.as_bytes()), "{text:?}");
        }
    }
}
