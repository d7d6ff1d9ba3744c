//! `why`: what a type, a property or an operation of the crate rests on.

use std::path::Path;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use anyhow::bail;
use codegen::{Options, Reason, Sources};

use crate::lint::Pages;
use crate::outcome::Outcome;
use crate::progress::Progress;
use crate::report::{range, rendered};
use crate::terminal::SafeText;
use crate::{cli, input, settings, terminal};

pub(crate) fn run(arguments: &cli::Why) -> anyhow::Result<Outcome> {
    let (folders, named_in) = settings::folders_to_read(arguments.docs.as_deref())?;
    let progress = Progress::new();
    progress.step("reading the pages");
    let sources = input::read(&folders, &named_in, Path::new(""), &progress)?;
    progress.step(format!("checking {}", terminal::count(sources.count(), "page")));
    let options = Options { implied: arguments.implied, ..Options::default() };
    let question = arguments.question.join(" ");
    let why = codegen::why(&sources, &options, &question)?;
    drop(progress);

    let why = match why {
        Ok(why) => why,
        Err(nothing) => bail!("{nothing}"),
    };
    let pages = Pages { sources: &sources, folders: &folders };
    let path = |file| pages.path(file);
    let reasons = why.reasons.iter().map(|reason| reason_text(reason, &sources, &path) + "\n");
    let findings = why.findings.iter().map(|finding| rendered(&sources, finding, &path) + "\n\n");
    let text = format!("{}\n\n{}\n{}", why.item, reasons.collect::<String>(), findings.collect::<String>());
    terminal::stdout(&SafeText::painted(&text));
    Ok(Outcome::Done)
}

/// A piece of evidence with its line.
fn reason_text(reason: &Reason, sources: &Sources, path: &dyn Fn(codegen::FileId) -> String) -> String {
    let group = Group::with_title(Level::INFO.no_name().primary_title(&*reason.text));
    let group = match reason.span {
        None => group,
        Some(span) => group.element(
            Snippet::source(sources.text(span.file))
                .path(path(span.file))
                .annotation(AnnotationKind::Primary.span(range(sources, span))),
        ),
    };
    Renderer::styled().render(&[group])
}
