//! `lint`: what is wrong with the pages, without a crate.

mod arguments;
mod baseline;
mod changed;
mod finding;
mod fix;
mod github;
mod json;
mod sarif;
mod selector;
mod text;

use std::path::Path;

use codegen::{Options, Severity};

use arguments::Format;
pub(crate) use arguments::Lint;
use finding::Finding;
pub(crate) use finding::Pages;
use selector::Selector;

use crate::outcome::Outcome;
use crate::progress::Progress;
use crate::terminal::{SafeText, count};
use crate::{input, program, settings, terminal};

pub(crate) fn run(arguments: &Lint) -> anyhow::Result<Outcome> {
    let (folders, named_in) = settings::folders_to_read(arguments.docs.as_deref())?;
    let progress = Progress::new();
    progress.step("reading the pages");
    let sources = input::read(&folders, &named_in, Path::new(""), &progress)?;
    progress.step(format!("checking {}", count(sources.count(), "page")));
    let lint = codegen::lint(&sources, &Options::default())?;
    let changed =
        arguments.changed_since.as_deref().map(|since| changed::since(since, &folders)).transpose()?;
    drop(progress);

    let pages = Pages { sources: &sources, folders: &folders };
    let is_wanted = |finding: &Finding<'_>| {
        let only = &arguments.only;
        let is_named = || {
            only.iter()
                .any(|selector| matches!(selector, Selector::Code(code) if *code == finding.diagnostic.code))
        };
        (arguments.all || !finding.diagnostic.code.is_about_crate() || is_named())
            && (only.is_empty() || only.iter().any(|selector| selector.takes_exactly(finding)))
            && changed
                .as_ref()
                .is_none_or(|files| files.contains(&pages.physical(finding.diagnostic.span.file)))
    };
    let all = lint.findings.iter().map(|diagnostic| pages.finding(diagnostic));
    let mut findings: Vec<Finding<'_>> = all.filter(is_wanted).collect();
    let mut hidden = Hidden { allowed: lint.allowed, ..Hidden::default() };
    if let Some(file) = &arguments.baseline {
        if arguments.write_baseline {
            baseline::write(file, &findings)?;
            say(&format!("wrote {} to {}\n", count(findings.len(), "finding"), crate::paths::display(file)));
            return Ok(Outcome::Done);
        }
        (findings, hidden.known, hidden.gone) = baseline::apply(file, findings)?;
    }
    if arguments.fix {
        return mend(&findings, &pages, arguments);
    }
    let report = match arguments.format {
        Format::Text => SafeText::painted(&text::render(&findings, &pages)),
        Format::Json => SafeText::plain(&json::render(&findings, &pages)),
        Format::Sarif => SafeText::plain(&sarif::render(&findings, &pages)),
        Format::Github => SafeText::plain(&github::render(&findings)),
    };
    terminal::stdout(&report);
    say(&summary(&findings, &hidden, lint.summary.pages));
    if let (Format::Text, Some(first)) = (arguments.format, findings.first()) {
        let code = first.diagnostic.code;
        say(&format!(
            "to see what a code means and how to fix it, run: {} explain {code}\n",
            program::name()
        ));
    }
    let denied =
        findings.iter().filter(|finding| arguments.deny.iter().any(|selector| selector.takes(finding)));
    Ok(if denied.count() > 0 { Outcome::CheckFailed } else { Outcome::Done })
}

/// Findings that are not shown.
#[derive(Default)]
struct Hidden {
    /// Their pages ask to leave them out.
    allowed: usize,
    /// The baseline has them.
    known: usize,
    /// The baseline has them, and the pages do not.
    gone: usize,
}

fn mend(findings: &[Finding<'_>], pages: &Pages<'_>, arguments: &Lint) -> anyhow::Result<Outcome> {
    let mended = fix::mend(findings, pages)?;
    terminal::stdout(&SafeText::painted(&fix::diff(&mended)));
    let number: usize = mended.iter().map(|page| page.findings).sum();
    let left = count(findings.len() - number, "finding");
    let (fixes, on) = (count(number, "finding"), count(mended.len(), "page"));
    if arguments.yes {
        fix::write(&mended)?;
        say(&format!("mended {fixes} on {on}; {left} left\n"));
    } else {
        say(&format!(
            "{fixes} on {on} can be mended this way, {left} cannot; add --yes to write the changes\n"
        ));
    }
    Ok(Outcome::Done)
}

/// `2 errors, 3 warnings, 1 note on 12 pages; 2 can be mended: add --fix`
fn summary(findings: &[Finding<'_>], hidden: &Hidden, pages: usize) -> String {
    let number =
        |severity| findings.iter().filter(|found| found.diagnostic.code.severity() == severity).count();
    let mut text = format!(
        "{}, {}, {} on {}",
        count(number(Severity::Error), "error"),
        count(number(Severity::Warning), "warning"),
        count(number(Severity::Note), "note"),
        count(pages, "page"),
    );
    let fixes = findings.iter().filter(|finding| finding.diagnostic.fix.is_some()).count();
    let parts = [
        (fixes, "can be mended: add --fix"),
        (hidden.allowed, "allowed by the pages"),
        (hidden.known, "known to the baseline"),
        (hidden.gone, "of the baseline are gone: --write-baseline takes them out"),
    ];
    for (number, what) in parts.into_iter().filter(|(number, _)| *number > 0) {
        text += &format!("; {number} {what}");
    }
    text + "\n"
}

fn say(text: &str) {
    terminal::stderr(&SafeText::plain(text));
}
