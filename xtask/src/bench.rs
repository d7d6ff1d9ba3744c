//! `cargo xtask bench`: the bench is a program of its own, which cargo builds and runs.

use std::env;
use std::ffi::OsString;
use std::process::Command;

use anyhow::Context;
use clap::Args;

use crate::outcome::Outcome;

/// Measure what the generator and the crates that it writes cost.
#[derive(Args, Debug)]
#[command(disable_help_flag = true)]
pub(crate) struct Bench {
    /// Arguments for the bench program; `--help` lists them.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<OsString>,
}

pub(crate) fn run(bench: &Bench) -> anyhow::Result<Outcome> {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["run", "--quiet", "--package", "bench", "--"]).args(&bench.arguments);
    let status = cargo.status().context("cargo cannot be run")?;
    match status.code() {
        Some(0) => Ok(Outcome::Done),
        Some(1) => Ok(Outcome::CheckFailed),
        _ => anyhow::bail!("the bench failed"),
    }
}
