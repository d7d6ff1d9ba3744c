//! The crates that are made to be measured.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use codegen::{Input, Options, SerdeStyle, Sources, Surface};
use walkdir::WalkDir;

use super::cargo::Package;

/// Pages, and where the crates that are made of them lie.
pub(super) struct Scratch {
    pub(super) folder: PathBuf,
    sources: Sources,
}

/// The files of a crate by path.
pub(super) type Files = BTreeMap<String, String>;

/// A crate that was made.
pub(super) struct Crate {
    pub(super) package: Package,
    pub(super) surface: Surface,
    pub(super) files: Files,
}

impl Crate {
    /// The features that stand for areas.
    pub(super) fn areas(&self) -> BTreeSet<&str> {
        self.surface.gates.values().flatten().map(String::as_str).collect()
    }

    /// How many types are there with an area alone.
    pub(super) fn types_of(&self, area: &str) -> usize {
        let is_on = |path: &&String| {
            let modules = path.match_indices("::").map(|(end, _)| &path[..end]);
            modules.filter_map(|module| self.surface.gates.get(module)).all(|gate| gate.contains(area))
        };
        self.surface.types.keys().filter(is_on).count()
    }

    /// The sources that come of pages.
    pub(super) fn sources(&self) -> impl Iterator<Item = &str> {
        let is_source = |path: &str| path.starts_with("src/") && path.ends_with(".rs");
        let of_pages = move |path: &str| is_source(path) && !path.starts_with("src/support/");
        self.files.iter().filter(move |(path, _)| of_pages(path)).map(|(_, text)| text.as_str())
    }
}

impl Scratch {
    /// Reads pages. What they include from beside the folders is left out: it costs nothing to compile.
    pub(super) fn read(docs: &[PathBuf], folder: &Path) -> anyhow::Result<Self> {
        let inputs = read_pages(docs)?;
        let roots = docs.iter().map(|docs| docs.display().to_string()).collect();
        Ok(Scratch { folder: folder.to_owned(), sources: Sources::new(roots, inputs) })
    }

    /// Generates the whole crate, and writes it under a name of its own, with all areas on.
    pub(super) fn generate(&self, name: &str, serde: SerdeStyle) -> anyhow::Result<Crate> {
        self.write(name, Options { serde, ..Options::default() })
    }

    /// The same without operations.
    pub(super) fn generate_types(&self, name: &str, serde: SerdeStyle) -> anyhow::Result<Crate> {
        self.write(name, Options { serde, operations: false, ..Options::default() })
    }

    /// The same for a crate with one area only.
    pub(super) fn slice(&self, name: &str, area: &str) -> anyhow::Result<Crate> {
        self.write(name, Options { only: vec![area.to_owned()], ..Options::default() })
    }

    fn write(&self, name: &str, mut options: Options) -> anyhow::Result<Crate> {
        options.package.name = name.to_owned();
        let files = codegen::generate(&self.sources, &options)?.files;
        let surface = codegen::surface(&files)?;
        let features = if surface.gates.is_empty() { Vec::new() } else { vec!["full".to_owned()] };
        let package = write(&self.folder, name, &files)?;
        Ok(Crate { package: Package { features, ..package }, surface, files })
    }
}

/// All pages below the folders.
pub(super) fn read_pages(docs: &[PathBuf]) -> anyhow::Result<Vec<Input>> {
    let mut pages = Vec::new();
    for (root, docs) in docs.iter().enumerate() {
        for entry in WalkDir::new(docs).follow_links(true) {
            let path = entry?.into_path();
            if path.extension().is_some_and(|end| end == "md") {
                let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
                let below = path.strip_prefix(docs).unwrap_or(&path);
                pages.push(Input { root, path: below.to_string_lossy().replace('\\', "/"), bytes });
            }
        }
    }
    Ok(pages)
}

/// Writes files below a folder.
pub(super) fn write_files(folder: &Path, files: &Files) -> anyhow::Result<()> {
    for (path, text) in files {
        let path = folder.join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(&path, text).with_context(|| path.display().to_string())?;
    }
    Ok(())
}

/// Writes a package. Files that are what they should be are left alone: cargo goes by their times.
pub(super) fn write(folder: &Path, name: &str, files: &Files) -> anyhow::Result<Package> {
    let folder = folder.join(name);
    for (path, text) in files {
        let path = folder.join(path);
        // Not a member of any workspace that the folder happens to lie in.
        let text = if path.ends_with("Cargo.toml") { format!("{text}\n[workspace]\n") } else { text.clone() };
        if fs::read_to_string(&path).is_ok_and(|known| known == text) {
            continue;
        }
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(&path, text).with_context(|| path.display().to_string())?;
    }
    Ok(Package { folder, name: name.to_owned(), features: Vec::new() })
}

/// How many public fields the structs in these sources have.
pub(super) fn fields<'a>(sources: impl IntoIterator<Item = &'a str>) -> syn::Result<usize> {
    let mut count = 0;
    for source in sources {
        for item in syn::parse_file(source)?.items {
            let syn::Item::Struct(item) = item else { continue };
            let is_public = |field: &&syn::Field| {
                field.ident.is_some() && matches!(field.vis, syn::Visibility::Public(_))
            };
            count += item.fields.iter().filter(is_public).count();
        }
    }
    Ok(count)
}

#[cfg(test)]
mod tests {
    #[test]
    fn fields_are_counted() {
        let source = "pub struct A {\n    /// pub x: y\n    pub a: u8,\n    b: u8,\n}\nfn f() {}\npub struct B(pub u8);\n";
        assert_eq!(super::fields([source]).unwrap(), 1);
    }
}
