//! What the caller may choose, and what the run gives back.

use std::collections::BTreeMap;

use crate::correction::Correction;
use crate::diagnostic::{Diagnostic, Severity};

/// The licence of the generator's own code: of the code that it writes, and of the code that it copies.
pub const LICENSE_OF_CODE: &str = "MIT OR Apache-2.0";

/// What the caller may choose.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Options {
    /// The package table of the crate's manifest.
    pub package: Package,
    /// How the structs implement serde's traits.
    pub serde: SerdeStyle,
    /// Address of a page for people: `{path}` is its path without `.md`, `{page}` the same without `api/` in front.
    pub page_url: Option<String>,
    /// Resources to generate, with what they need; everything if there are none.
    pub only: Vec<String>,
    /// What the user corrects.
    pub corrections: Vec<Correction>,
    /// Where the text comes from and under which licence, for the crate's README, its front page and a file of its own.
    pub attribution: Option<String>,
    /// The licences that the attribution names, as SPDX writes them.
    pub page_licenses: Vec<String>,
    /// Where the pages come from, for the crate's README and front page: of each folder that is a checkout.
    pub origins: Vec<Origin>,
    /// Whether the crate has the reads that OData implies although no page documents them.
    pub implied: bool,
    /// Whether the crate has request functions. Without them it has the same types; the bench compares the cost of both.
    pub operations: bool,
}

/// The package table of the crate's manifest.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Package {
    /// The crate's name.
    pub name: String,
    /// The crate's version.
    pub version: String,
    /// One sentence.
    pub description: Option<String>,
    /// An SPDX expression.
    pub license: Option<String>,
    /// Address of the repository.
    pub repository: Option<String>,
}

/// Where pages come from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Origin {
    /// The folder below the repository's root, with `/`; empty for all of it.
    pub folder: String,
    /// The address of the repository.
    pub repository: Option<String>,
    /// The commit's whole hash.
    pub commit: String,
    /// The day of the commit: `2026-05-04`.
    pub date: String,
}

/// How the structs implement serde's traits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SerdeStyle {
    /// By a table of names and one shared visitor: cheap to compile.
    #[default]
    Table,
    /// By serde's derive.
    Derive,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            package: Package {
                name: "generated".to_owned(),
                version: "0.1.0".to_owned(),
                description: None,
                license: None,
                repository: None,
            },
            serde: SerdeStyle::Table,
            page_url: None,
            only: Vec::new(),
            corrections: Vec::new(),
            attribution: None,
            page_licenses: Vec::new(),
            origins: Vec::new(),
            implied: false,
            operations: true,
        }
    }
}

/// What a run gives back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Generated {
    /// The files by path below the output folder, with `/`.
    pub files: BTreeMap<String, String>,
    /// The findings in the order of their places.
    pub diagnostics: Vec<Diagnostic>,
    /// What the run counted.
    pub summary: Summary,
    /// The types that operations send or answer on pages named for a slice's resources although the operations belong to
    /// other resources, with the number of these operations.
    pub elsewhere: BTreeMap<String, usize>,
}

/// What is wrong with the pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lint {
    /// The findings in the order of their places.
    pub findings: Vec<Diagnostic>,
    /// How many more there are that the pages allow.
    pub allowed: usize,
    /// What the run counted.
    pub summary: Summary,
}

/// What the run counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Pages that were read.
    pub pages: usize,
    /// Pages of these that nothing in the crate comes from; each has a finding that says why.
    pub without_items: usize,
    /// Structs and enums.
    pub types: usize,
    /// Request functions.
    pub operations: usize,
    /// Messages that the pages show as examples.
    pub examples: usize,
    /// Those that test the crate; each of the others has a finding.
    pub tested: usize,
    /// Where the types of a slice come from; `None` if everything is generated.
    pub slice: Option<SliceTypes>,
}

/// Where the types of a slice come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SliceTypes {
    /// The resources that were asked for, and what their operations send and answer.
    pub own: usize,
    /// What these hold, directly or not.
    pub needed: usize,
}

impl Summary {
    /// The line of counts, with these findings.
    pub(crate) fn line(&self, findings: &[Diagnostic]) -> String {
        let counted = |count: usize, word: &str| match count {
            1 => format!("1 {word}"),
            count => format!("{count} {word}s"),
        };
        let without = match self.without_items {
            0 => String::new(),
            count => format!(" ({count} without items)"),
        };
        let origins = match self.slice {
            None => String::new(),
            Some(SliceTypes { own, needed }) => format!(" ({own} of its own, {needed} that these need)"),
        };
        let found = |severity| count(findings, severity);
        format!(
            "{}{without}, {}{origins}, {}; {}, {}, {}",
            counted(self.pages, "page"),
            counted(self.types, "type"),
            counted(self.operations, "operation"),
            counted(found(Severity::Error), "error"),
            counted(found(Severity::Warning), "warning"),
            counted(found(Severity::Note), "note"),
        )
    }
}

impl Generated {
    /// The counts on one line: `12 pages (1 without items), 3 types, 9 operations; 0 errors, 2 warnings, 1 note`. A slice's
    /// types are told apart: `7 types (2 of its own, 5 that these need)`.
    pub fn summary_line(&self) -> String {
        self.summary.line(&self.diagnostics)
    }

    /// How many findings have this severity.
    pub fn count(&self, severity: Severity) -> usize {
        count(&self.diagnostics, severity)
    }
}

fn count(findings: &[Diagnostic], severity: Severity) -> usize {
    findings.iter().filter(|finding| finding.code.severity() == severity).count()
}
