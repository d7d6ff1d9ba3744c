//! The generator's program, built as it is shipped.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, bail};

use super::meter::{self, Cost};

/// The generator's program.
pub(super) struct Generator {
    program: PathBuf,
    log: PathBuf,
}

impl Generator {
    /// Builds it.
    pub(super) fn build(target: &Path, folder: &Path) -> anyhow::Result<Self> {
        let log = folder.join("generator.log");
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        let build = ["build", "--release", "--quiet", "--package", "xtask"];
        let status = cargo.args(build).status().context("cargo cannot be run")?;
        if !status.success() {
            bail!("the generator does not build");
        }
        Ok(Generator { program: target.join("release").join("pages-to-crate"), log })
    }

    /// Starts it, to hear what it says.
    pub(super) fn start(&self, arguments: &[&OsStr]) -> anyhow::Result<Child> {
        let mut command = Command::new(&self.program);
        command.arg("codegen").arg("--quiet").args(arguments);
        command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().context("the generator does not start")
    }

    /// One run, on all cores, with whatever else it is told.
    pub(super) fn run(&self, arguments: &[&OsStr]) -> anyhow::Result<Cost> {
        let mut all: Vec<&OsStr> = vec!["codegen".as_ref(), "--quiet".as_ref()];
        all.extend(arguments);
        meter::run(&self.program, &all, &self.log)
    }
}
