//! Contents that wait beside their places until all of them can be moved there.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::disk::Disk;
use super::place::beside;
use crate::paths;

/// Contents that wait beside their places, and the folders made for them. What still waits goes when this goes, and
/// so do the folders that nothing was put into.
pub(super) struct Staging<'a> {
    disk: &'a dyn Disk,
    waiting: Vec<PathBuf>,
    folders: Vec<PathBuf>,
    /// The folders whose names have changed since they were kept.
    changed: BTreeSet<PathBuf>,
}

impl<'a> Staging<'a> {
    pub(super) fn new(disk: &'a dyn Disk) -> Self {
        Staging { disk, waiting: Vec::new(), folders: Vec::new(), changed: BTreeSet::new() }
    }

    /// Writes contents beside their places.
    pub(super) fn add(&mut self, contents: &[(PathBuf, &str)]) -> anyhow::Result<()> {
        let folders: BTreeSet<&Path> = contents.iter().filter_map(|(place, _)| place.parent()).collect();
        for folder in folders {
            self.make_folder(folder)
                .with_context(|| format!("the folder {} cannot be made", paths::display(folder)))?;
        }
        // Wherever it fails, any of them may have been written.
        self.waiting.extend(contents.iter().map(|(place, _)| place.clone()));
        self.disk
            .each(contents.len(), &|at| {
                let (place, text) = &contents[at];
                self.disk.create_anew(&beside(place), text)
            })
            .or_else(|(at, error)| not_written(error, &contents[at].0))
    }

    /// Waits until a power cut would leave the contents that wait: a name must never be that of half a content.
    pub(super) fn keep(&self) -> anyhow::Result<()> {
        self.disk
            .each(self.waiting.len(), &|at| self.disk.keep(&beside(&self.waiting[at])))
            .or_else(|(at, error)| not_written(error, &self.waiting[at]))
    }

    /// Moves everything that waits to its place.
    pub(super) fn publish(&mut self) -> anyhow::Result<()> {
        while let Some(place) = self.waiting.last() {
            self.disk.rename(&beside(place), place).with_context(|| {
                format!("{} cannot be written; run again to finish", paths::display(place))
            })?;
            self.changed.extend(place.parent().map(Path::to_owned));
            self.waiting.pop();
        }
        Ok(())
    }

    /// Takes a file away, and its folders with their last file.
    pub(super) fn delete(&mut self, out: &Path, path: &str) -> anyhow::Result<()> {
        let file = out.join(path);
        self.disk
            .remove_if_there(&file)
            .with_context(|| format!("{} cannot be deleted", paths::display(&file)))?;
        // A folder that holds anything else refuses to go.
        for folder in file.ancestors().skip(1) {
            self.changed.insert(folder.to_owned());
            if folder == out || self.disk.remove_folder(folder).is_err() {
                break;
            }
            self.changed.remove(folder);
        }
        Ok(())
    }

    /// Waits until a power cut would leave every name as it is now.
    pub(super) fn keep_names(&mut self) -> anyhow::Result<()> {
        while let Some(folder) = self.changed.pop_first() {
            self.disk.keep_names(&folder).with_context(|| {
                format!("{} cannot be written; run again to finish", paths::display(&folder))
            })?;
        }
        Ok(())
    }

    /// Takes away what waits, and the folders that were made for it and hold nothing.
    pub(super) fn take_back(&mut self) {
        for place in self.waiting.drain(..) {
            let _ = self.disk.remove(&beside(&place));
        }
        let mut inner = std::mem::take(&mut self.folders);
        while let Some(folder) = inner.pop() {
            if self.disk.remove_folder(&folder).is_err() {
                self.folders.insert(0, folder);
            }
        }
    }

    fn make_folder(&mut self, folder: &Path) -> io::Result<()> {
        if folder.is_dir() {
            return Ok(());
        }
        if let Some(parent) = folder.parent() {
            self.make_folder(parent)?;
            self.changed.insert(parent.to_owned());
        }
        self.disk.create_folder(folder)?;
        self.folders.push(folder.to_owned());
        Ok(())
    }
}

impl Drop for Staging<'_> {
    fn drop(&mut self) {
        self.take_back();
    }
}

fn not_written(error: io::Error, place: &Path) -> anyhow::Result<()> {
    Err(error).with_context(|| format!("{} cannot be written", paths::display(place)))
}
