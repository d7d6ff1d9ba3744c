//! Writing: each file appears whole or not at all, and a run that is interrupted anywhere can be made again.
//!
//! 1. The manifest takes in the old and the new content of every file, so that whatever follows leaves known files only.
//! 2. The new contents are written beside their places. Nothing of the crate has changed yet; if this fails (no permission,
//!    no space), what was written is taken back.
//! 3. They are moved to their places, then files that are no longer produced are deleted.
//! 4. The manifest is reduced to the new contents.
//!
//! A power cut may undo what the system has not kept yet, in any order. Each step therefore begins when the one before is
//! kept: the manifest before any content is moved, contents before their names, names before the manifest is reduced.
//! Within a step the order does not matter, so contents are written several at once, and then kept several at once.

use std::path::Path;

use super::disk::{Disk, System};
use super::manifest;
use super::place::beside;
use super::plan::Plan;
use super::staging::Staging;
use crate::settings;

/// Carries the plan out.
pub(crate) fn write(out: &Path, plan: &Plan) -> anyhow::Result<()> {
    write_on(&System, out, plan)
}

/// Replaces one file, or leaves it as it is.
pub(crate) fn replace(place: &Path, text: &str) -> anyhow::Result<()> {
    replace_on(&mut Staging::new(&System), place, text)
}

pub(super) fn write_on(disk: &dyn Disk, out: &Path, plan: &Plan) -> anyhow::Result<()> {
    if plan.is_current() {
        return Ok(());
    }
    let mut staging = Staging::new(disk);
    let manifest = out.join(manifest::NAME);
    sweep(disk, out, plan);
    if plan.manifest_before.as_ref() != Some(&plan.manifest_between) {
        replace_on(&mut staging, &manifest, &plan.manifest_between)
            .map_err(|error| error.context(UNCHANGED))?;
    }
    if let Err(error) = stage(&mut staging, out, plan) {
        // Without a manifest a folder must be empty, or the next run takes it for somebody else's.
        staging.take_back();
        restore(disk, &manifest, plan);
        return Err(error.context(UNCHANGED));
    }
    staging.publish()?;
    for change in plan.changes.iter().filter(|change| change.after.is_none()) {
        staging.delete(out, &change.path)?;
    }
    staging.keep_names()?;
    if plan.manifest_between == plan.manifest_after {
        return Ok(());
    }
    replace_on(&mut staging, &manifest, &plan.manifest_after)
}

const UNCHANGED: &str = "nothing was changed";

/// Writes the new contents beside their places.
fn stage(staging: &mut Staging<'_>, out: &Path, plan: &Plan) -> anyhow::Result<()> {
    let contents = plan
        .changes
        .iter()
        .filter_map(|change| Some((out.join(&change.path), change.after.as_deref()?)))
        .collect::<Vec<_>>();
    staging.add(&contents)?;
    staging.keep()
}

fn replace_on(staging: &mut Staging<'_>, place: &Path, text: &str) -> anyhow::Result<()> {
    staging.add(&[(place.to_owned(), text)])?;
    staging.keep()?;
    staging.publish()?;
    staging.keep_names()
}

/// Takes away what an interrupted run left beside the places of its files.
fn sweep(disk: &dyn Disk, out: &Path, plan: &Plan) {
    for path in plan.owned_before.iter().map(String::as_str).chain([settings::FILE]) {
        let _ = disk.remove(&beside(&out.join(path)));
    }
}

/// Nothing else was changed, so the manifest as it was is the true one. If this fails too, the wider one does no harm.
fn restore(disk: &dyn Disk, manifest: &Path, plan: &Plan) {
    match &plan.manifest_before {
        Some(text) => drop(replace_on(&mut Staging::new(disk), manifest, text)),
        None => drop(disk.remove(manifest)),
    }
}
