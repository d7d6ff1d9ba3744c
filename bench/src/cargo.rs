//! Cargo on the crates of a bench.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;
use std::{env, io};

use anyhow::{Context, bail};
use serde::Deserialize;

use super::meter::{self, Cost};

/// Where the crates of a bench are built.
pub(super) struct Cargo {
    target: PathBuf,
    log: PathBuf,
}

/// A package on disk, with the features that it is built with.
#[derive(Clone, Debug)]
pub(super) struct Package {
    pub(super) folder: PathBuf,
    pub(super) name: String,
    pub(super) features: Vec<String>,
}

/// What `cargo metadata` says, as far as it matters here.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Known>,
}

#[derive(Deserialize)]
struct Known {
    name: String,
    manifest_path: PathBuf,
}

impl Cargo {
    pub(super) fn new(folder: &Path) -> Self {
        Cargo { target: folder.join("target"), log: folder.join("rustc.log") }
    }

    /// Compiles the package anew, once its dependencies are there, and tells what rustc took for it alone.
    pub(super) fn measure(&self, package: &Package, command: &[&str]) -> anyhow::Result<Cost> {
        touch(&package.folder)?;
        self.measure_crate(package, command, &package.name.replace('-', "_"))
    }

    /// Compiles a test of the package, and tells what rustc took for it beside the package's library.
    pub(super) fn measure_test(&self, package: &Package, test: &str) -> anyhow::Result<Cost> {
        touch(&package.folder)?;
        self.measure_crate(package, &["test", "--no-run", "--test", test], test)
    }

    /// The same for a dependency of the package that comes from a registry.
    pub(super) fn measure_dependency(&self, package: &Package, name: &str) -> anyhow::Result<Cost> {
        self.run(package, &["clean", "--package", name], &[])?;
        self.measure_crate(package, &["check"], &name.replace('-', "_"))
    }

    fn measure_crate(&self, package: &Package, command: &[&str], name: &str) -> anyhow::Result<Cost> {
        let _ = fs::remove_file(&self.log);
        self.build(package, command, &[])?;
        match meter::read(&self.log, name)?.as_slice() {
            [cost] => Ok(*cost),
            costs => bail!("{name} was compiled {} times", costs.len()),
        }
    }

    /// Builds the package with its features.
    pub(super) fn build(&self, package: &Package, command: &[&str], rustc: &[&str]) -> anyhow::Result<()> {
        let features = package.features.join(",");
        let mut arguments = command.to_vec();
        arguments.extend(["--features", &features]);
        self.run(package, &arguments, rustc)
    }

    /// Runs a command on the package.
    pub(super) fn run(&self, package: &Package, arguments: &[&str], rustc: &[&str]) -> anyhow::Result<()> {
        let mut command = self.command(&package.folder)?;
        command.args(arguments).arg("--quiet");
        if !rustc.is_empty() {
            command.arg("--").args(rustc);
        }
        let output = command.output().context("cargo cannot be run")?;
        if !output.status.success() {
            let text = String::from_utf8_lossy(&output.stderr);
            let head: Vec<&str> = text.lines().take(30).collect();
            bail!("cargo {} in {}:\n{}", arguments.join(" "), package.folder.display(), head.join("\n"));
        }
        Ok(())
    }

    /// Cargo as for a dependency from a registry: nothing incremental.
    pub(super) fn command(&self, folder: &Path) -> io::Result<Command> {
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.current_dir(folder).env("CARGO_TARGET_DIR", &self.target).env("CARGO_INCREMENTAL", "0");
        command.env("RUSTC_WRAPPER", env::current_exe()?).env(meter::LOG, &self.log);
        Ok(command)
    }

    /// The compiler's messages about the package.
    pub(super) fn complaints(&self, package: &Package) -> anyhow::Result<Option<String>> {
        let mut command = self.command(&package.folder)?;
        let output =
            command.args(["check", "--quiet", "--features", &package.features.join(",")]).output()?;
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        Ok((!output.status.success() || !text.is_empty()).then_some(text))
    }

    /// The folder of the sources of a dependency from a registry.
    pub(super) fn source(&self, package: &Package, name: &str) -> anyhow::Result<PathBuf> {
        let output = self.command(&package.folder)?.args(["metadata", "--format-version", "1"]).output()?;
        let metadata: Metadata = serde_json::from_slice(&output.stdout)?;
        let found = metadata.packages.into_iter().find(|package| package.name == name);
        let manifest =
            found.map(|package| package.manifest_path).context("cargo does not know the package")?;
        Ok(manifest.parent().map(Path::to_owned).unwrap_or_default())
    }

    /// The folder that a profile's crates are built in.
    pub(super) fn deps(&self, profile: &str) -> PathBuf {
        self.target.join(profile).join("deps")
    }
}

/// Makes cargo think that the package has changed.
fn touch(folder: &Path) -> anyhow::Result<()> {
    let root = folder.join("src/lib.rs");
    let file = File::options().append(true).open(&root).with_context(|| root.display().to_string())?;
    Ok(file.set_modified(SystemTime::now())?)
}
