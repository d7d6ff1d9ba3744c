//! Writing: each file appears whole or not at all, and a run that is interrupted anywhere can be made again.
//!
//! 1. The manifest takes in the old and the new content of every file, so that whatever follows leaves known files only.
//! 2. The new contents are written beside their places. Nothing of the crate has changed yet; if this fails (no permission,
//!    no space), what was written is taken back.
//! 3. They are moved to their places, then files that are no longer produced are deleted.
//! 4. The manifest is reduced to the new contents.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::manifest;
use super::place::beside;
use super::plan::Plan;
use crate::{paths, settings};

/// Carries the plan out.
pub(crate) fn write(out: &Path, plan: &Plan) -> anyhow::Result<()> {
    if plan.is_current() {
        return Ok(());
    }
    let mut staging = Staging::default();
    sweep(out, plan);
    if plan.manifest_before.as_ref() != Some(&plan.manifest_between) {
        staging.add(&out.join(manifest::NAME), &plan.manifest_between).context(UNCHANGED)?;
        staging.publish()?;
    }
    for change in &plan.changes {
        let Some(text) = &change.after else { continue };
        if let Err(error) = staging.add(&out.join(&change.path), text) {
            restore_manifest(out, plan);
            return Err(error.context(UNCHANGED));
        }
    }
    staging.publish()?;
    for change in plan.changes.iter().filter(|change| change.after.is_none()) {
        delete(out, &change.path)?;
    }
    staging.add(&out.join(manifest::NAME), &plan.manifest_after)?;
    staging.publish()
}

/// Replaces one file, or leaves it as it is.
pub(crate) fn replace(place: &Path, text: &str) -> anyhow::Result<()> {
    let mut staging = Staging::default();
    staging.add(place, text)?;
    staging.publish()
}

const UNCHANGED: &str = "nothing was changed";

/// Takes away what an interrupted run left beside the places of its files.
fn sweep(out: &Path, plan: &Plan) {
    for path in plan.owned_before.iter().map(String::as_str).chain([settings::FILE]) {
        let _ = fs::remove_file(beside(&out.join(path)));
    }
}

/// Nothing else was changed, so the manifest as it was is the true one. If this fails too, the wider one does no harm.
fn restore_manifest(out: &Path, plan: &Plan) {
    let path = out.join(manifest::NAME);
    let _ = match &plan.manifest_before {
        Some(text) => write_new(&path, text),
        None => fs::remove_file(path),
    };
}

/// Writes a file that is new: what stood there goes, and no link is written through.
fn write_new(path: &Path, text: &str) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    OpenOptions::new().write(true).create_new(true).open(path)?.write_all(text.as_bytes())
}

fn delete(out: &Path, path: &str) -> anyhow::Result<()> {
    let file = out.join(path);
    match fs::remove_file(&file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(error).with_context(|| format!("{} cannot be deleted", paths::shown(&file)));
        }
        _ => {}
    }
    // A folder goes with its last file; one that holds anything else refuses to.
    for folder in file.ancestors().skip(1).take_while(|folder| *folder != out) {
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}

/// Contents that wait beside their places, and the folders made for them. What still waits goes when this goes, and
/// so do the folders that nothing was put into.
#[derive(Default)]
struct Staging {
    waiting: Vec<PathBuf>,
    folders: Vec<PathBuf>,
}

impl Staging {
    /// Writes a content beside its place.
    fn add(&mut self, place: &Path, text: &str) -> anyhow::Result<()> {
        self.make_folder(place.parent().unwrap_or(place))
            .and_then(|()| {
                self.waiting.push(place.to_owned());
                write_new(&beside(place), text)
            })
            .with_context(|| format!("{} cannot be written", paths::shown(place)))
    }

    /// Moves everything that waits to its place.
    fn publish(&mut self) -> anyhow::Result<()> {
        while let Some(place) = self.waiting.last() {
            fs::rename(beside(place), place)
                .with_context(|| format!("{} cannot be written; run again to finish", paths::shown(place)))?;
            self.waiting.pop();
        }
        Ok(())
    }

    fn make_folder(&mut self, folder: &Path) -> io::Result<()> {
        if folder.is_dir() {
            return Ok(());
        }
        if let Some(parent) = folder.parent() {
            self.make_folder(parent)?;
        }
        fs::create_dir(folder)?;
        self.folders.push(folder.to_owned());
        Ok(())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        for place in &self.waiting {
            let _ = fs::remove_file(beside(place));
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}
