//! `explain`: what the codes of findings mean. The catalogue is the library's; here it is shown.

mod document;
mod html;
mod text;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Args;
use codegen::{Code, Severity};

pub(crate) use document::Document;

use crate::outcome::Outcome;
use crate::terminal::{SafeText, count};
use crate::{paths, terminal};

/// Explain a code of a finding, with examples, or list them all.
#[derive(Args, Debug)]
pub(crate) struct Explain {
    /// The code, as it stands between the brackets of `error[code]`.
    #[arg(value_parser = clap::builder::PossibleValuesParser::new(Code::ALL.iter().map(|code| code.as_str())))]
    #[arg(hide_possible_values = true)]
    pub(crate) code: Option<String>,
    /// Write all codes to a web page, which needs nothing from the network.
    #[arg(long, value_name = "FILE", conflicts_with = "code")]
    pub(crate) html: Option<PathBuf>,
}

/// Explains one code, lists all, or writes the page of all.
pub(crate) fn run(arguments: &Explain) -> anyhow::Result<Outcome> {
    if let Some(file) = &arguments.html {
        return write(file);
    }
    let text = match arguments.code.as_deref().and_then(Code::named) {
        Some(code) => text::one(code),
        None => text::all(),
    };
    terminal::stdout(&SafeText::painted(&text));
    Ok(Outcome::Done)
}

fn write(file: &Path) -> anyhow::Result<Outcome> {
    let path = paths::display(file);
    fs::write(file, html::page()).with_context(|| format!("{path} cannot be written"))?;
    let text = format!("wrote {} to {path}\n", count(Code::ALL.len(), "code"));
    terminal::stderr(&SafeText::plain(&text));
    Ok(Outcome::Done)
}

/// The severities, gravest first, each with a heading.
const SEVERITIES: [(Severity, &str); 3] = [
    (Severity::Error, "Errors: something on the page is missing from the crate"),
    (Severity::Warning, "Warnings: it is there, but guessed"),
    (Severity::Note, "Notes: repaired without loss"),
];

/// The codes of a severity, in the order of their names.
fn of(severity: Severity) -> Vec<Code> {
    let mut codes: Vec<Code> = Code::ALL.iter().copied().filter(|code| code.severity() == severity).collect();
    codes.sort_by_key(|code| code.as_str());
    codes
}

/// The sentence about codes that `lint` leaves out unless it is asked for them.
fn remark(code: Code) -> Option<String> {
    let words = format!(
        "The page may be right as it is: `lint` shows this finding only with `--all` or `--only {code}`."
    );
    code.is_about_crate().then_some(words)
}
