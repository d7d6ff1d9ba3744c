//! The arguments of `diff`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use codegen::Weight;

/// Show what a change of the pages means for users of the crate: what breaks, what is new, which docs change.
///
/// Each side is a folder of pages, a crate that the generator has written, or either of them in a revision of a checkout:
/// `REV:FOLDER`, or `REV` alone for the folder that --docs names. Beside a crate, pages are read with the crate's settings.
#[derive(Args, Debug)]
pub(crate) struct Diff {
    /// The old side.
    pub(crate) old: String,
    /// The new side.
    pub(crate) new: String,
    /// The folder that a revision without a folder stands for; revisions are those of its checkout.
    ///
    /// Default: the folder that [workspace.metadata.codegen] in the workspace's Cargo.toml names.
    #[arg(long, value_name = "DIR", help_heading = "What is read")]
    pub(crate) docs: Option<PathBuf>,
    /// How to show the differences.
    #[arg(long, value_name = "FORMAT", default_value = "text", help_heading = "What is shown")]
    pub(crate) format: Format,
    /// Exit with 1 if there is such a difference, or a graver one.
    #[arg(long, value_name = "WEIGHT", help_heading = "What it means")]
    pub(crate) deny: Option<Denied>,
}

/// How differences are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// A line for each, by weight and module.
    Text,
    /// A section for a changelog.
    Markdown,
    /// One object with all differences.
    Json,
}

/// What must not be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Denied {
    Breaking,
    Additive,
    DocsOnly,
}

impl Denied {
    pub(super) fn takes(self, weight: Weight) -> bool {
        weight
            <= match self {
                Denied::Breaking => Weight::Breaking,
                Denied::Additive => Weight::Additive,
                Denied::DocsOnly => Weight::DocsOnly,
            }
    }
}
