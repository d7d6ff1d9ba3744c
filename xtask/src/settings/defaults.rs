//! The workspace's table: what is read and written when nothing else says so.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde::Deserialize;

use super::Settings;

/// `[workspace.metadata.codegen]` and the manifest that it stands in.
pub(super) struct Defaults {
    pub(super) settings: Settings,
    pub(super) manifest: PathBuf,
}

#[derive(Deserialize)]
struct Manifest {
    workspace: Option<Workspace>,
}

#[derive(Deserialize)]
struct Workspace {
    metadata: Option<Metadata>,
}

#[derive(Deserialize)]
struct Metadata {
    codegen: Option<Settings>,
}

impl Defaults {
    /// The table of the workspace that cargo runs this program from, else of the nearest one above the current folder.
    pub(super) fn find() -> anyhow::Result<Option<Defaults>> {
        let own =
            env::var_os("CARGO_MANIFEST_DIR").and_then(|dir| Path::new(&dir).parent().map(PathBuf::from));
        let here = env::current_dir().context("the current folder is gone")?;
        let folders = own.iter().map(PathBuf::as_path).chain(here.ancestors());
        for manifest in folders.map(|folder| folder.join("Cargo.toml")).filter(|path| path.is_file()) {
            if let Some(settings) = table(&manifest)? {
                return Ok(Some(Defaults { settings: settings.below(&manifest), manifest }));
            }
        }
        Ok(None)
    }
}

fn table(manifest: &Path) -> anyhow::Result<Option<Settings>> {
    let read = || {
        let text = crate::paths::read_text(manifest)?;
        anyhow::Ok(toml_edit::de::from_str::<Manifest>(&text)?)
    };
    let parsed = read().with_context(|| format!("{} cannot be read", manifest.display()))?;
    Ok(parsed.workspace.and_then(|workspace| workspace.metadata).and_then(|metadata| metadata.codegen))
}

impl Settings {
    /// The same with its folders taken from the one that the file stands in.
    pub(super) fn below(mut self, file: &Path) -> Settings {
        let folder = file.parent().unwrap_or(Path::new("."));
        for path in self.docs.iter_mut().flatten().chain(&mut self.out) {
            *path = folder.join(&*path);
        }
        self
    }
}
