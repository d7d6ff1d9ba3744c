//! `explain`: what a diagnostic's code means.

use codegen::Code;

use crate::terminal::Shown;
use crate::{Outcome, cli, terminal};

/// Prints the paragraph of one code, or a line for each.
pub(crate) fn run(arguments: &cli::Explain) -> anyhow::Result<Outcome> {
    let wanted = |code: &&Code| arguments.code.as_deref().is_none_or(|name| name == code.as_str());
    let text: String = Code::ALL.iter().filter(wanted).map(|code| explain(*code)).collect();
    terminal::stdout(&Shown::painted(&text));
    Ok(Outcome::Done)
}

fn explain(code: Code) -> String {
    let style = terminal::severity_style(code.severity());
    format!("{style}{}[{code}]{style:#}: {}\n", code.severity(), code.explanation().trim())
}
