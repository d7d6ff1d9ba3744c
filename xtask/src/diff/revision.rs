//! A folder as it stands in a revision of a checkout.
//!
//! Its files are read from git's own store, so that the checkout stays as it is, and filters that the revision names do
//! not run. Links are left out, because their targets are unknown.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Component, Path, PathBuf};
use std::process::Stdio;
use std::thread;

use anyhow::{Context, bail};
use tempfile::TempDir;

use crate::origin;

/// Writes the pages of a revision, wherever they are, since they may include each other, and all files of a folder of it to a
/// folder that is gone once it is dropped.
pub(super) fn write(checkout: &Path, revision: &str, folder: &str) -> anyhow::Result<TempDir> {
    let commit = format!("{revision}^{{commit}}");
    let Ok(commit) =
        origin::git(checkout, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])
    else {
        bail!("the checkout {} has no revision `{revision}`", crate::paths::display(checkout));
    };
    let tree = origin::git(checkout, &["ls-tree", "-r", "-z", "--full-tree", &commit])?;
    let files: Vec<File<'_>> = tree.split('\0').filter_map(File::listed).collect();
    let is_below =
        |path: &str| folder.is_empty() || path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    if !files.iter().any(|file| is_below(file.path)) {
        bail!("the revision has no folder `{folder}`");
    }
    let is_page = |path: &str| Path::new(path).extension().is_some_and(|end| end.eq_ignore_ascii_case("md"));
    let is_wanted = |file: &&File<'_>| is_below(file.path) || is_page(file.path);
    let wanted: Vec<&File<'_>> = files.iter().filter(is_wanted).collect();

    let written = tempfile::tempdir().context("no folder for the revision")?;
    // Includes are looked for as far up as a checkout goes.
    fs::create_dir(written.path().join(".git"))?;
    copy(checkout, &wanted, written.path())?;
    Ok(written)
}

/// A file of a revision.
struct File<'a> {
    object: &'a str,
    path: &'a str,
}

impl<'a> File<'a> {
    /// `100644 blob <object>\t<path>`; links, and paths that lead elsewhere, are left out.
    fn listed(entry: &'a str) -> Option<Self> {
        let (what, path) = entry.split_once('\t')?;
        let mut words = what.split(' ');
        let (mode, object) = (words.next()?, words.nth(1)?);
        let is_below = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
        (mode.starts_with("100") && is_below).then_some(File { object, path })
    }
}

/// Copies files out of git's store.
fn copy(checkout: &Path, files: &[&File<'_>], to: &Path) -> anyhow::Result<()> {
    let mut git = origin::command(checkout, &["cat-file", "--batch"]);
    let mut running =
        git.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().context("git cannot be run")?;
    let (Some(mut asked), Some(answers)) = (running.stdin.take(), running.stdout.take()) else {
        bail!("git cannot be run");
    };
    let objects: String = files.iter().map(|file| format!("{}\n", file.object)).collect();
    // Git answers before it has read all that it is asked.
    let asking = thread::spawn(move || asked.write_all(objects.as_bytes()));
    let mut answers = BufReader::new(answers);
    for file in files {
        let bytes = blob(&mut answers).with_context(|| format!("git cannot read {}", file.path))?;
        let path: PathBuf = to.join(file.path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&path, bytes)?;
    }
    let _ = asking.join();
    running.wait()?;
    Ok(())
}

/// `<object> blob <size>\n<content>\n`
fn blob(answers: &mut impl BufRead) -> anyhow::Result<Vec<u8>> {
    let mut head = String::new();
    answers.read_line(&mut head)?;
    let size = head.trim_end().rsplit_once(" blob ").and_then(|(_, size)| size.parse().ok());
    let Some(size) = size else { bail!("the revision does not have it") };
    let mut bytes = Vec::new();
    answers.take(size).read_to_end(&mut bytes)?;
    answers.read_exact(&mut [0])?;
    Ok(bytes)
}
