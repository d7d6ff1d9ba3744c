//! The pages that changed since a revision.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::{includes, origin, paths};

/// The files below the folders (physical paths) that differ from a revision, or that git does not know yet.
pub(super) fn since(revision: &str, folders: &[PathBuf]) -> anyhow::Result<BTreeSet<PathBuf>> {
    let mut changed = BTreeSet::new();
    for folder in folders {
        let Some(checkout) = includes::checkout(folder) else {
            bail!("--changed-since: the folder {} is not in a git checkout", paths::display(folder));
        };
        let differ = [
            "diff",
            "--name-only",
            "-z",
            "--no-ext-diff",
            "--no-renames",
            "--end-of-options",
            revision,
            "--",
            ".",
        ];
        let new = ["ls-files", "--others", "--exclude-standard", "--full-name", "-z"];
        for arguments in [differ.as_slice(), new.as_slice()] {
            let output = origin::git(folder, arguments).with_context(|| {
                format!("--changed-since {revision}: git cannot compare {} with it", paths::display(folder))
            })?;
            changed.extend(
                output.split('\0').filter(|path| !path.is_empty()).map(|path| absolute(checkout, path)),
            );
        }
    }
    Ok(changed)
}

fn absolute(checkout: &Path, path: &str) -> PathBuf {
    checkout.join(path)
}
