//! What a run says at its end: the findings in the pages, and the counts.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet};
use codegen::{Diagnostic, FileId, Generated, Severity, Sources, Span};

use crate::output::Plan;
use crate::terminal::count;

/// The most findings that are shown; the rest is in the output.
const SHOWN: usize = 20;

/// The most places on other pages whose lines are shown with a finding.
const FURTHER: usize = 2;

/// The file of the output that lists all findings.
const LIST: &str = "diagnostics.txt";

/// The findings with the places that they are about, the gravest first.
pub(crate) fn findings(sources: &Sources, generated: &Generated, folder: &str) -> String {
    let mut gravest: Vec<&Diagnostic> = generated.diagnostics.iter().collect();
    gravest.sort_by_key(|diagnostic| diagnostic.code.severity());
    let path = |file| sources.display_path(file);
    let mut text: String =
        gravest.iter().take(SHOWN).map(|diagnostic| rendered(sources, diagnostic, &path) + "\n\n").collect();
    if let Some(more @ 1..) = gravest.len().checked_sub(SHOWN) {
        text += &format!("… and {} in {folder}{LIST}\n\n", count(more, "more finding"));
    }
    text
}

/// What a slice leaves to others although a reader may look for it there; nothing where there is nothing.
pub(crate) fn elsewhere(generated: &Generated) -> String {
    let mut others: Vec<(&String, &usize)> = generated.elsewhere.iter().collect();
    if others.is_empty() {
        return String::new();
    }
    others.sort_by_key(|(_, number)| std::cmp::Reverse(**number));
    let named = others.iter().take(SHOWN).map(|(name, number)| format!("{name} ({number})"));
    let mut list = named.collect::<Vec<_>>().join(", ");
    if let Some(more @ 1..) = others.len().checked_sub(SHOWN) {
        list += &format!(" and {more} more");
    }
    format!("left out, since they belong to other resources (add them with --only): {list}\n")
}

/// What a run wrote.
pub(crate) fn written(plan: &Plan, folder: &str) -> String {
    let removed = plan.changes.iter().filter(|change| change.after.is_none()).count();
    totals(plan.changes.len() - removed, removed, plan.unchanged, folder)
}

/// `wrote 12 files, removed 1, 300 unchanged in generated/`
pub(crate) fn totals(wrote: usize, removed: usize, unchanged: usize, folder: &str) -> String {
    format!("wrote {}, removed {removed}, {unchanged} unchanged in {folder}\n", count(wrote, "file"))
}

/// A finding with the lines that it is about, and with the change that mends it. `path` shows where a page stands.
pub(crate) fn rendered(
    sources: &Sources,
    diagnostic: &Diagnostic,
    path: &dyn Fn(FileId) -> String,
) -> String {
    let level = match diagnostic.code.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let group = Group::with_title(level.primary_title(&*diagnostic.message).id(diagnostic.code.as_str()));
    let place = diagnostic.span;
    // A place without a text, such as a file that could not be read, has a path all the same.
    if sources.text(place.file).is_empty() {
        let group = group.element(Origin::path(path(place.file)));
        return Renderer::styled().render(&[group]);
    }
    let (here, elsewhere): (Vec<_>, Vec<_>) =
        diagnostic.related.iter().partition(|(span, _)| span.file == place.file);
    let labels = here
        .into_iter()
        .map(|(span, label)| AnnotationKind::Context.span(range(sources, *span)).label(label.as_str()));
    let primary = AnnotationKind::Primary.span(range(sources, place));
    let mut group = group.element(snippet(sources, place, path).annotation(primary).annotations(labels));
    for (span, label) in elsewhere.iter().take(FURTHER) {
        let annotation = AnnotationKind::Context.span(range(sources, *span)).label(label.as_str());
        group = group.element(snippet(sources, *span, path).annotation(annotation));
    }
    if let Some(more @ 1..) = elsewhere.len().checked_sub(FURTHER) {
        group = group.element(Level::NOTE.message(format!("the same at {}", count(more, "more place"))));
    }
    let Some(fix) = &diagnostic.fix else { return Renderer::styled().render(&[group]) };
    let patches = fix.edits.iter().map(|edit| Patch::new(range(sources, edit.span), edit.text.as_str()));
    let source = Snippet::source(sources.text(place.file)).path(path(place.file));
    let help = Group::with_title(Level::HELP.secondary_title(&*fix.title)).element(source.patches(patches));
    Renderer::styled().render(&[group, help])
}

fn snippet<'a>(
    sources: &'a Sources,
    span: Span,
    path: &dyn Fn(FileId) -> String,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    Snippet::source(sources.text(span.file)).path(path(span.file))
}

/// The span without the end of its line, which is not a part of what is shown.
pub(crate) fn range(sources: &Sources, span: Span) -> Range<usize> {
    let range = sources.range(span);
    range.start..range.start + sources.text(span.file)[range.clone()].trim_end().len()
}

#[cfg(test)]
mod tests;
