//! What a run would do to the output, worked out in full before anything is done.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use anyhow::{Context, bail};
use rayon::prelude::*;

use super::manifest::{self, Manifest};
use super::place;
use crate::{corrections, paths, settings};

/// What would change, and what stands against it.
#[derive(Debug)]
pub(crate) struct Plan {
    /// The files that would be written or deleted, by path.
    pub(crate) changes: Vec<Change>,
    /// How many files are what they should be.
    pub(crate) unchanged: usize,
    /// The files among the changes whose content is not the generator's, each with how that came.
    pub(crate) not_ours: BTreeMap<String, &'static str>,
    /// The files that are the generator's now.
    pub(super) owned_before: Vec<String>,
    /// The manifest as it is, as it must be while files are replaced, and as it will be.
    pub(super) manifest_before: Option<String>,
    pub(super) manifest_between: String,
    pub(crate) manifest_after: String,
}

/// One file that would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    /// The path below the output, with `/`.
    pub(crate) path: String,
    /// What stands there now.
    pub(crate) before: Option<Vec<u8>>,
    /// What would stand there.
    pub(crate) after: Option<String>,
}

impl Plan {
    /// Compares the output with what it should be: the generated files and the file of settings.
    pub(crate) fn new(out: &Path, files: BTreeMap<String, String>, settings: &str) -> anyhow::Result<Plan> {
        let (manifest_before, owned) = read_manifest(out)?;
        let mut plan = Plan {
            changes: Vec::new(),
            unchanged: 0,
            not_ours: BTreeMap::new(),
            owned_before: owned.paths().map(str::to_owned).collect(),
            manifest_before,
            manifest_between: String::new(),
            manifest_after: String::new(),
        };
        let mut produced = Manifest::default();
        let looked_at = files.into_par_iter().map(|(path, text)| {
            if !place::is_below(&path)
                || [manifest::NAME, settings::FILE, corrections::NAME].contains(&path.as_str())
            {
                bail!("the generator gave a file with the path {path:?}, which it may not have");
            }
            let digest = manifest::digest(text.as_bytes());
            Ok((place::content(out, &path)?, path, text, digest))
        });
        for (before, path, text, digest) in looked_at.collect::<anyhow::Result<Vec<_>>>()? {
            produced.insert(&path, digest);
            plan.compare(&path, before, Some(text), |content| foreign(&owned, &path, content));
        }
        for path in owned.paths().filter(|path| !produced.owns(path)) {
            let before = place::content(out, path)?;
            plan.compare(path, before, None, |content| foreign(&owned, path, content));
        }
        // The file of settings is its user's as well, so that no content of it is somebody else's.
        plan.compare(settings::FILE, place::content(out, settings::FILE)?, Some(settings.to_owned()), |_| {
            None
        });
        plan.changes.sort_by(|a, b| a.path.cmp(&b.path));
        plan.manifest_after = produced.to_text();
        plan.manifest_between = produced.union(&owned).to_text();
        Ok(plan)
    }

    /// Whether the output is what it should be.
    pub(crate) fn is_current(&self) -> bool {
        self.changes.is_empty() && self.manifest_before.as_ref() == Some(&self.manifest_after)
    }

    /// The manifest's own change, where it is the only one to show.
    pub(crate) fn manifest_change(&self) -> Option<Change> {
        (self.changes.is_empty() && !self.is_current()).then(|| Change {
            path: manifest::NAME.to_owned(),
            before: self.manifest_before.clone().map(String::into_bytes),
            after: Some(self.manifest_after.clone()),
        })
    }

    fn compare(
        &mut self,
        path: &str,
        before: Option<Vec<u8>>,
        after: Option<String>,
        foreign: impl Fn(&[u8]) -> Option<&'static str>,
    ) {
        if before.as_deref() == after.as_deref().map(str::as_bytes) {
            self.unchanged += usize::from(after.is_some());
            return;
        }
        if let Some(why) = before.as_deref().and_then(foreign) {
            self.not_ours.insert(path.to_owned(), why);
        }
        self.changes.push(Change { path: path.to_owned(), before, after });
    }
}

/// How many files there are to compare, if all that stands in the output is what a manifest says, and the settings are these.
pub(crate) fn unchanged(out: &Path, manifest: &str, settings: &str) -> Option<usize> {
    let stands = |path: &str, is: &dyn Fn(&[u8]) -> bool| {
        place::content(out, path).is_ok_and(|content| content.is_some_and(|content| is(&content)))
    };
    let files = Manifest::parse(manifest).ok()?;
    let all = stands(manifest::NAME, &|content| content == manifest.as_bytes())
        && stands(settings::FILE, &|content| content == settings.as_bytes())
        && files.paths().all(|path| stands(path, &|content| files.wrote(path, content)));
    all.then(|| files.paths().count() + 1)
}

/// How a content came there that the generator did not write.
fn foreign(owned: &Manifest, path: &str, content: &[u8]) -> Option<&'static str> {
    match (owned.owns(path), owned.wrote(path, content)) {
        (_, true) if !bears_mark(path, content) => {
            Some("listed in codegen.lock, but not written by the generator")
        }
        (_, true) => None,
        (true, false) => Some("edited by hand"),
        (false, false) => Some("not written by the generator"),
    }
}

/// Whether the file is one that the generator writes: a manifest may come from anybody, and must not say which files go.
fn bears_mark(path: &str, content: &[u8]) -> bool {
    const MARK: &[u8] = b"@generated by pages-to-crate";
    let is_known = match path {
        "README.md" | "ATTRIBUTION.md" | "diagnostics.txt" | "src/examples.json" | "src/answers.json" => true,
        // Anybody's crate may have files of these names.
        "LICENSE-MIT" => content == include_bytes!("../../../LICENSE-MIT"),
        "LICENSE-APACHE" => content == include_bytes!("../../../LICENSE-APACHE"),
        _ => false,
    };
    let first = content.split(|byte| *byte == b'\n').next().unwrap_or_default();
    is_known || path.starts_with("tests/checker/") || first.windows(MARK.len()).any(|part| part == MARK)
}

/// The manifest of an output. A folder without one must be as good as empty, or it is somebody else's.
fn read_manifest(out: &Path) -> anyhow::Result<(Option<String>, Manifest)> {
    let entries = match fs::read_dir(out) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok((None, Manifest::default())),
        Err(error) => {
            return Err(error)
                .with_context(|| format!("the output folder {} cannot be listed", paths::display(out)));
        }
    };
    if let Some(bytes) = place::content(out, manifest::NAME)? {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let owned = Manifest::parse(&text).with_context(|| {
            let manifest = paths::display(&out.join(manifest::NAME));
            format!(
                "{manifest} is broken (restore it, or delete {} to start afresh)",
                paths::display_folder(out)
            )
        })?;
        return Ok((Some(text), owned));
    }
    for entry in entries {
        let name = entry.with_context(|| format!("{} cannot be listed", paths::display(out)))?.file_name();
        // What a user may well make before the first run: settings, corrections, a repository. And what an interrupted
        // first run left.
        let unfinished = format!("{}{}", manifest::NAME, place::WAITING);
        let expected = [settings::FILE, corrections::NAME, ".git", unfinished.as_str()];
        if !expected.iter().any(|expected| name == *expected) {
            bail!(
                "{} is not the generator's: it has no {} but holds {} (give an empty or a new folder to --out)",
                paths::display_folder(out),
                manifest::NAME,
                name.to_string_lossy(),
            );
        }
    }
    Ok((None, Manifest::default()))
}
