//! The crates that are made to be measured.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use codegen::{Input, Options, SerdeStyle, Sources};
use walkdir::WalkDir;

use super::cargo::Package;

/// Pages, and where the crates that are made of them lie.
pub(super) struct Scratch {
    pub(super) folder: PathBuf,
    sources: Sources,
    options: Options,
}

/// The files of a crate by path.
pub(super) type Files = BTreeMap<String, String>;

impl Scratch {
    /// Reads pages. What they include from beside the folders is left out: it costs nothing to compile.
    pub(super) fn read(docs: &[PathBuf], folder: &Path) -> anyhow::Result<Self> {
        let mut inputs = Vec::new();
        for (root, docs) in docs.iter().enumerate() {
            for entry in WalkDir::new(docs).follow_links(true) {
                let path = entry?.into_path();
                if path.extension().is_some_and(|end| end == "md") {
                    let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
                    let below = path.strip_prefix(docs).unwrap_or(&path);
                    inputs.push(Input { root, path: below.to_string_lossy().replace('\\', "/"), bytes });
                }
            }
        }
        let roots = docs.iter().map(|docs| docs.display().to_string()).collect();
        Ok(Scratch {
            folder: folder.to_owned(),
            sources: Sources::new(roots, inputs),
            options: Options::default(),
        })
    }

    /// Generates the crate, and writes it under a name of its own, with all areas on.
    pub(super) fn generate(
        &self,
        name: &str,
        serde: SerdeStyle,
        operations: bool,
    ) -> anyhow::Result<(Package, Files)> {
        let mut options = self.options.clone();
        options.package.name = name.to_owned();
        options.serde = serde;
        options.operations = operations;
        let files = codegen::generate(&self.sources, &options)?.files;
        let features = if areas(&files).is_empty() { Vec::new() } else { vec!["full".to_owned()] };
        let package = write(&self.folder, name, &files)?;
        Ok((Package { features, ..package }, files))
    }
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

/// The features of a crate that stand for areas.
pub(super) fn areas(files: &Files) -> Vec<String> {
    let manifest = files.get("Cargo.toml").map_or("", String::as_str);
    let list = manifest.split_once("full = [").and_then(|(_, rest)| rest.split_once(']'));
    let names = list.map_or("", |(list, _)| list).split(',').map(|name| name.trim().trim_matches('"'));
    names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// The generated sources, without the support module, each with the path of its module.
pub(super) fn modules(files: &Files) -> impl Iterator<Item = (String, &str)> {
    let sources = files.iter().filter_map(|(path, text)| {
        let path = path.strip_prefix("src/")?.strip_suffix(".rs")?;
        (path != "lib" && !path.starts_with("support")).then_some((path, text.as_str()))
    });
    sources.map(|(path, text)| {
        // What a private module holds is found in the one around it.
        let outer = path.rsplit_once('/').filter(|(outer, inner)| {
            let outer = files.get(&format!("src/{outer}.rs"));
            outer.is_some_and(|text| text.contains(&format!("pub use {inner}::*;")))
        });
        (outer.map_or(path, |(outer, _)| outer).replace('/', "::"), text)
    })
}

/// How many public fields the structs in these sources have.
pub(super) fn fields<'a>(sources: impl IntoIterator<Item = &'a str>) -> usize {
    let is_field = |line: &str| {
        let name = line.trim_start().strip_prefix("pub ").and_then(|rest| rest.split_once(": "));
        line.starts_with(' ') && name.is_some_and(|(name, _)| !name.contains([' ', '(']))
    };
    sources.into_iter().flat_map(str::lines).filter(|line| is_field(line)).count()
}

#[cfg(test)]
mod tests {
    #[test]
    fn fields_are_counted() {
        let source = "pub struct A {\n    /// pub x: y\n    pub a: u8,\n    b: u8,\n}\nfn f() {}\n    pub fn g(x: u8) {}\n";
        assert_eq!(super::fields([source]), 1);
    }
}
