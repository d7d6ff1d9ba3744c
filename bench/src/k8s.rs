//! The neighbour: the newest k8s-openapi, which is generated and emits its serde code by hand.

use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::cargo::{Cargo, Package};
use super::scratch::{self, Files};

/// A package that depends on it.
pub(super) struct K8s {
    package: Package,
    /// How many public fields it has.
    pub(super) fields: usize,
    pub(super) version: String,
}

const NAME: &str = "k8s-openapi";

impl K8s {
    /// Downloads it.
    pub(super) fn prepare(folder: &Path, cargo: &Cargo) -> anyhow::Result<Self> {
        let manifest = format!(
            "[package]\nname = \"k8s\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
             {NAME} = {{ version = \"*\", features = [\"latest\"] }}\n"
        );
        let files =
            Files::from([("Cargo.toml".to_owned(), manifest), ("src/lib.rs".to_owned(), String::new())]);
        let package = scratch::write(folder, "k8s", &files)?;
        cargo.run(&package, &["update"], &[])?;
        cargo.build(&package, &["check"], &[])?;
        let source = cargo.source(&package, NAME)?;
        let newest = newest(&source.join("src"));
        let texts: Vec<String> = WalkDir::new(newest)
            .into_iter()
            .filter_map(|entry| std::fs::read_to_string(entry.ok()?.path()).ok())
            .collect();
        let version = source.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(K8s { package, fields: scratch::fields(texts.iter().map(String::as_str))?, version })
    }

    /// CPU seconds of checking it.
    pub(super) fn check(&self, cargo: &Cargo) -> anyhow::Result<f64> {
        Ok(cargo.measure_dependency(&self.package, NAME)?.cpu)
    }
}

/// The sources of the newest version of Kubernetes: `src/v1_34`.
fn newest(src: &Path) -> PathBuf {
    let entries = WalkDir::new(src).max_depth(1).into_iter().filter_map(Result::ok);
    let versions = entries.filter_map(|entry| {
        let minor = entry.file_name().to_str()?.strip_prefix("v1_")?.parse::<u32>().ok()?;
        entry.file_type().is_dir().then(|| (minor, entry.into_path()))
    });
    versions.max().map_or_else(|| src.to_owned(), |(_, path)| path)
}
