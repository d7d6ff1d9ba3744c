//! Reading the documentation folders.

mod walk;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::Relaxed;

use anyhow::{Context, bail};
use codegen::{Input, Obstacle, Sources, Unreadable, describes_api};
use rayon::iter::Either;
use rayon::prelude::*;

use crate::progress::Progress;
use crate::{includes, paths, settled};
use walk::{below, refused, walk};

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
    let done = AtomicUsize::new(0);
    for (index, root) in docs.iter().enumerate() {
        fs::read_dir(root)
            .with_context(|| format!("the folder {} of {named_in} cannot be listed", paths::display(root)))?;
        let files = walk(index, root, out, &mut unreadable).with_context(|| {
            format!("the folder {} of {named_in} could not be read completely", paths::display(root))
        })?;
        let counted = |file: PathBuf| {
            let read = read_file(index, root, &file);
            progress.count(done.fetch_add(1, Relaxed) + 1);
            read
        };
        let (refused, pages): (Vec<Unreadable>, Vec<Input>) =
            files.into_par_iter().partition_map(|file| Either::from(counted(file)));
        unreadable.extend(refused);
        let beside = includes::read(index, root, &pages);
        if !pages.iter().any(|page| has_front_matter(&page.bytes))
            && !pages.iter().cloned().any(describes_api)
        {
            bail!(
                "the folder {} of {named_in} holds no page: no .md file below it begins with front matter (`---`), \
                 lists a route or has a table of properties",
                paths::display(root),
            );
        }
        inputs.extend(pages);
        inputs.extend(beside);
    }
    Ok(Sources::new(display_names(docs), inputs).with_unreadable(unreadable))
}

fn read_file(root: usize, folder: &Path, file: &Path) -> Result<Input, Unreadable> {
    let path = below(file, folder);
    match settled::read(file) {
        Ok(Some(bytes)) => Ok(Input { root, path, bytes }),
        Ok(None) => {
            let obstacle = Obstacle::Refused("it changed while it was read".to_owned());
            Err(Unreadable { root, path, obstacle })
        }
        Err(error) => Err(Unreadable { root, path, obstacle: refused(&error) }),
    }
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
