//! One side of a comparison: pages, or a crate, in a folder or in a revision.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use codegen::{Options, Surface};
use tempfile::TempDir;
use walkdir::WalkDir;

use super::revision;
use crate::progress::Progress;
use crate::settings::{self, Run, Settings};
use crate::{includes, input, output, paths, terminal};

/// What is compared, in a folder.
pub(super) struct Side {
    /// What the user called it.
    named: String,
    /// The folder (a physical path).
    folder: PathBuf,
    /// The folder for the files of a revision, until they have been read.
    _written: Option<TempDir>,
}

impl Side {
    /// Finds what a user names. `docs` is the folder that a revision alone means.
    pub(super) fn find(named: &str, docs: Option<&Path>) -> anyhow::Result<Side> {
        if Path::new(named).is_dir() {
            let folder = dunce::canonicalize(named)?;
            return Ok(Side { named: named.to_owned(), folder, _written: None });
        }
        let (revision, below) = match named.split_once(':') {
            Some((revision, below)) => (revision, Some(below.trim_matches('/'))),
            None => (named, None),
        };
        let folder = place(docs, below.is_some())
            .with_context(|| format!("{named} is not a folder, so it must be a revision"))?;
        let Some(checkout) = includes::checkout(&folder) else {
            bail!(
                "{named} is neither a folder nor a revision: {} is not in a git checkout",
                paths::display(&folder)
            );
        };
        let own = paths::slashes(folder.strip_prefix(checkout).unwrap_or(&folder));
        let written = revision::write(checkout, revision, below.unwrap_or(&own))
            .with_context(|| format!("{named} cannot be read"))?;
        let folder = dunce::canonicalize(written.path())?.join(below.unwrap_or(&own));
        Ok(Side { named: named.to_owned(), folder, _written: Some(written) })
    }

    fn is_crate(&self) -> bool {
        self.folder.join(output::MANIFEST).is_file()
    }

    /// The items that users of the crate can name. Pages that are compared with a crate are generated with its settings.
    pub(super) fn surface(&self, other: &Side, progress: &Progress) -> anyhow::Result<Surface> {
        if self.is_crate() {
            let surface = codegen::surface(&rust_files(&self.folder)?)?;
            if let unread @ [first, ..] = surface.unread().as_slice() {
                let number = terminal::count(unread.len(), "item");
                let note = format!(
                    "note: {} does not say what the service calls {number}, {first} among them: another version of the \
                     generator wrote it; these are compared by their names in Rust\n",
                    self.named
                );
                terminal::stderr(&terminal::SafeText::plain(&note));
            }
            return Ok(surface);
        }
        let options = match other.is_crate() {
            true => Run::of(&Settings::of(std::slice::from_ref(&self.folder), other.folder.clone()))?.options,
            false => Options::default(),
        };
        let out = if other.is_crate() { other.folder.as_path() } else { Path::new("") };
        let sources = input::read(std::slice::from_ref(&self.folder), &self.named, out, progress)?;
        let generated = codegen::generate(&sources, &options)?;
        Ok(codegen::surface(&generated.files)?)
    }
}

/// The folder whose checkout is meant, and that a revision alone means.
fn place(docs: Option<&Path>, is_named: bool) -> anyhow::Result<PathBuf> {
    match docs {
        None if is_named => Ok(dunce::canonicalize(std::env::current_dir()?)?),
        docs => {
            let docs = docs.map(|docs| [docs.to_owned()]);
            let (folders, _) = settings::folders_to_read(docs.as_ref().map(<[_; 1]>::as_slice))?;
            match <[PathBuf; 1]>::try_from(folders) {
                Ok([folder]) => Ok(folder),
                Err(_) => bail!("several folders are read as one API: name one of them with --docs"),
            }
        }
    }
}

/// The source files of a crate.
fn rust_files(folder: &Path) -> anyhow::Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    for entry in WalkDir::new(folder.join("src")) {
        let entry =
            entry.with_context(|| format!("{} could not be read completely", paths::display(folder)))?;
        if entry.file_type().is_file() && entry.path().extension().is_some_and(|extension| extension == "rs")
        {
            let path = paths::slashes(entry.path().strip_prefix(folder)?);
            let text = fs::read_to_string(entry.path())
                .with_context(|| format!("{} cannot be read", paths::display(entry.path())))?;
            files.insert(path, text);
        }
    }
    Ok(files)
}
