//! `diff`: what users of the crate meet when the pages change.

mod arguments;
mod json;
mod markdown;
mod revision;
mod side;
mod text;
mod words;

use codegen::{Difference, Weight};

pub(crate) use arguments::Diff;
use arguments::Format;
use side::Side;

use crate::outcome::Outcome;
use crate::progress::Progress;
use crate::terminal;
use crate::terminal::SafeText;

pub(crate) fn run(arguments: &Diff) -> anyhow::Result<Outcome> {
    let progress = Progress::new();
    progress.step("finding both sides");
    let docs = arguments.docs.as_deref();
    let (old, new) = (Side::find(&arguments.old, docs)?, Side::find(&arguments.new, docs)?);
    progress.step(format!("reading {}", arguments.old));
    let before = old.surface(&new, &progress)?;
    progress.step(format!("reading {}", arguments.new));
    let now = new.surface(&old, &progress)?;
    let differences = codegen::compare(&before, &now);
    drop(progress);

    terminal::stdout(&SafeText::plain(&match arguments.format {
        Format::Text => text::render(&differences),
        Format::Markdown => markdown::render(&differences),
        Format::Json => json::render(&differences),
    }));
    terminal::stderr(&SafeText::plain(&summary(&differences)));
    let is_denied = |found: &Difference| arguments.deny.is_some_and(|denied| denied.takes(found.weight));
    Ok(if differences.iter().any(is_denied) { Outcome::CheckFailed } else { Outcome::Done })
}

/// `2 breaking, 3 additive, 1 docs-only`
fn summary(differences: &[Difference]) -> String {
    let number = |weight| differences.iter().filter(|found| found.weight == weight).count();
    format!(
        "{} breaking, {} additive, {} docs-only\n",
        number(Weight::Breaking),
        number(Weight::Additive),
        number(Weight::DocsOnly)
    )
}
