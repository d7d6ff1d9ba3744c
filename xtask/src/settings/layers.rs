//! Which place wins: the command line, then the workspace's table for the workspace's own output, then the output's file.

use std::path::PathBuf;

use anyhow::{Context, bail};
use codegen::Options;

use super::Settings;
use super::defaults::Defaults;
use super::file::SettingsFile;
use super::license;
use super::value::PackageName;
use crate::{corrections, origin, paths};

/// Everything that a run is told, from all places.
pub(crate) struct Run {
    /// The folders to read, physical, each once.
    pub(crate) docs: Vec<PathBuf>,
    /// Where the folders are named, for messages.
    pub(crate) docs_named_in: String,
    /// The folder to write, as it was given.
    pub(crate) out: PathBuf,
    /// The folder to write, physical.
    pub(crate) physical_out: PathBuf,
    /// What the generator is told.
    pub(crate) options: Options,
    /// The content of the output's file of settings from now on.
    pub(crate) settings_text: String,
}

impl Run {
    /// Puts together what was given on the command line with the workspace's table and the output's file.
    pub(crate) fn of(given: &Settings) -> anyhow::Result<Run> {
        let defaults = Defaults::find()?;
        let table = defaults.as_ref().map(|defaults| defaults.settings.clone()).unwrap_or_default();
        let Some(out) = given.out.clone().or(table.out.clone()) else {
            bail!(
                "no output folder: give --out, or set `out` in [workspace.metadata.codegen] of a Cargo.toml"
            );
        };
        let physical_out =
            paths::physical(&out).with_context(|| format!("the output folder {}", paths::display(&out)))?;
        let file = SettingsFile::read(&physical_out)?;

        // The table describes the workspace's own output. For another it only says what to read when nothing else does.
        let (mut own, mut rest) = (Settings::default(), Settings::default());
        match given.out {
            None => own = table,
            Some(_) => rest.docs = table.docs,
        }
        let docs_named_in = if given.docs.is_some() {
            "--docs".to_owned()
        } else if own.docs.is_none() && file.settings.docs.is_some() {
            paths::display(&out.join(super::file::NAME))
        } else {
            defaults.map(|defaults| paths::display(&defaults.manifest)).unwrap_or_default()
        };
        rest.name = PackageName::of_folder(&physical_out);
        let merged = given.clone().or(own).or(file.settings.clone()).or(rest);

        let docs = merged.docs.clone().unwrap_or_default();
        if docs.is_empty() {
            bail!(
                "no folder to read: give --docs, or set `docs` in {}",
                paths::display(&out.join(super::file::NAME))
            );
        }
        let docs = physical_folders(&docs, &docs_named_in)?;
        let origins = docs.iter().filter_map(|folder| origin::of(folder, &physical_out)).collect();
        let corrections = corrections::read(&physical_out)?;
        let mut options = Options { corrections, origins, ..merged.options() };
        let settings_text = file.text_for(&options, &docs, &physical_out);
        // Not kept: it names the commit.
        if merged.page_url.is_none() && docs.len() == 1 {
            options.page_url = options.origins.first().and_then(origin::page_url);
        }
        // Nor is what follows from the attribution.
        license::settle(&mut options)?;
        Ok(Run { docs, docs_named_in, out, physical_out, options, settings_text })
    }
}

/// The folders that a command reads which writes no crate: those that are given, else those of the workspace's table. Gives also
/// where they are named, for messages.
pub(crate) fn folders_to_read(given: Option<&[PathBuf]>) -> anyhow::Result<(Vec<PathBuf>, String)> {
    if let Some(given) = given {
        let named_in = "--docs".to_owned();
        return Ok((physical_folders(given, &named_in)?, named_in));
    }
    let defaults = Defaults::find()?;
    let Some((docs, manifest)) =
        defaults.and_then(|defaults| Some((defaults.settings.docs?, defaults.manifest)))
    else {
        bail!(
            "no folder to read: give --docs, or set `docs` in [workspace.metadata.codegen] of a Cargo.toml"
        );
    };
    let named_in = paths::display(&manifest);
    Ok((physical_folders(&docs, &named_in)?, named_in))
}

/// Where the folders to read lead, each once.
fn physical_folders(folders: &[PathBuf], named_in: &str) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for folder in folders {
        let physical = dunce::canonicalize(folder).with_context(|| {
            format!("the folder {} of {named_in} cannot be listed", paths::display(folder))
        })?;
        if !found.contains(&physical) {
            found.push(physical);
        }
    }
    Ok(found)
}
