//! The arguments of `lint`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::selector::Selector;

/// Find what is wrong with the pages, without writing a crate.
///
/// With no arguments, reads the pages that [workspace.metadata.codegen] in the workspace's Cargo.toml names.
#[derive(Args, Debug)]
pub(crate) struct Lint {
    /// Folder of pages, read with all folders below it; may be repeated, all are read as one API.
    #[arg(long, value_name = "DIR", help_heading = "What is read")]
    pub(crate) docs: Option<Vec<PathBuf>>,
    /// Show only these findings: a code, a severity, or a page as a path or pattern below its folder; may be repeated.
    #[arg(long, value_name = "CODE|SEVERITY|PAGE", help_heading = "What is shown")]
    pub(crate) only: Vec<Selector>,
    /// Also show findings about the crate: choices that the generator had to make where the page may be correct.
    #[arg(long, help_heading = "What is shown")]
    pub(crate) all: bool,
    /// Show only findings on pages that changed since this revision, uncommitted changes included.
    #[arg(long, value_name = "REV", help_heading = "What is shown")]
    pub(crate) changed_since: Option<String>,
    /// Leave out the findings that this file lists, so that only new ones are shown.
    #[arg(long, value_name = "FILE", help_heading = "What is shown")]
    pub(crate) baseline: Option<PathBuf>,
    /// Write the current findings to the file of --baseline.
    #[arg(long, requires = "baseline", conflicts_with_all = ["fix", "only", "changed_since"])]
    #[arg(help_heading = "What is shown")]
    pub(crate) write_baseline: bool,
    /// How to show them.
    #[arg(long, value_name = "FORMAT", default_value = "text", help_heading = "What is shown")]
    pub(crate) format: Format,
    /// Exit with 1 if such a finding is shown, and only then: a code, a severity (graver ones count too), or `none`; may be repeated.
    #[arg(long, value_name = "CODE|SEVERITY", default_value = "error", help_heading = "What it means")]
    pub(crate) deny: Vec<Selector>,
    /// Show the changes that certainly mend findings, as a diff.
    #[arg(long, help_heading = "What is changed", conflicts_with = "format")]
    pub(crate) fix: bool,
    /// With --fix: write the changes into the pages.
    #[arg(long, requires = "fix", help_heading = "What is changed")]
    pub(crate) yes: bool,
}

/// How findings are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// With the lines of the page, for people.
    Text,
    /// One object with all findings.
    Json,
    /// SARIF 2.1.0, for tools that show findings beside code.
    Sarif,
    /// Commands of GitHub's workflows, which show findings in a pull request.
    Github,
}
