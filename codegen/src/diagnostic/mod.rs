//! What the generator has to say about the pages: a code, a severity, a message and the places.

mod allowances;
mod code;
mod each;
mod fix;

use std::collections::{BTreeMap, BTreeSet};

pub(crate) use allowances::{Allowed, without_allowed};
pub use code::{Code, Severity};
pub use fix::{Edit, Fix};

use crate::source::{FileId, Obstacle, Sources, Span};
use crate::visible::visible;

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of finding this is; decides the severity.
    pub code: Code,
    /// One sentence without a full stop.
    pub message: String,
    /// The place.
    pub span: Span,
    /// Further places, each with what stands there.
    pub related: Vec<(Span, String)>,
    /// A change of the page that mends it, where one is certain.
    pub fix: Option<Fix>,
    /// How many of the page's examples are not tests of the crate, for the reason that the finding gives.
    pub untested: usize,
}

impl Diagnostic {
    /// Says how the page is mended.
    pub(crate) fn with_fix(&mut self, fix: Option<Fix>) {
        self.fix = fix;
    }

    /// `path:line:column: severity[code]: message (what stands at a further place: path:line:column)`, on one line.
    pub fn line(&self, sources: &Sources) -> String {
        let further = match self.further(sources) {
            places if places.is_empty() => places,
            places => format!(" ({places})"),
        };
        let text = format!(
            "{}: {}[{}]: {}{further}",
            place(sources, self.span),
            self.code.severity(),
            self.code,
            self.message
        );
        visible(&text)
    }

    /// The further places, those of one kind together: `first here: a.md:1:1; used here: b.md:1:1, b.md:2:1`.
    fn further(&self, sources: &Sources) -> String {
        let kinds = self.related.chunk_by(|(_, one), (_, other)| one == other).map(|places| {
            let listed: Vec<String> = places.iter().map(|(span, _)| place(sources, *span)).collect();
            let label = places.first().map_or("", |(_, label)| label);
            format!("{label}: {}", listed.join(", "))
        });
        kinds.collect::<Vec<_>>().join("; ")
    }
}

/// `path:line:column`.
fn place(sources: &Sources, span: Span) -> String {
    format!("{}:{}", sources.display_path(span.file), sources.position(span))
}

/// Collects findings; nothing that reports here stops.
#[derive(Clone, Debug, Default)]
pub(crate) struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds a finding.
    pub(crate) fn report(&mut self, code: Code, span: Span, message: impl Into<String>) -> &mut Diagnostic {
        self.report_with(code, span, message, Vec::new())
    }

    /// Adds a finding with further places.
    pub(crate) fn report_with(
        &mut self,
        code: Code,
        span: Span,
        message: impl Into<String>,
        related: Vec<(Span, String)>,
    ) -> &mut Diagnostic {
        // The one place where a page's words come into a message.
        let related = related.into_iter().map(|(span, label)| (span, visible(&label))).collect();
        let message = visible(&message.into());
        let index = self.list.len();
        self.list.push(Diagnostic { code, message, span, related, fix: None, untested: 0 });
        &mut self.list[index]
    }

    /// Reports the places where no text could be had.
    pub(crate) fn report_unreadable(&mut self, sources: &Sources) {
        for (file, obstacle) in sources.unreadable() {
            let place = Span::top(file);
            match obstacle {
                Obstacle::Loop => {
                    self.report(Code::LinkLoop, place, "a symbolic link leads back to a folder above it");
                }
                Obstacle::Outside => {
                    let message =
                        "could not be read: a symbolic link leads out of the folder, and is not followed";
                    self.report(Code::UnreadableFile, place, message);
                }
                Obstacle::Refused(reason) => {
                    self.report(Code::UnreadableFile, place, format!("could not be read: {reason}"));
                }
            }
        }
    }

    /// The files with a finding of such a code.
    pub(crate) fn files(&self, is_such: impl Fn(Code) -> bool) -> BTreeSet<FileId> {
        self.list.iter().filter(|found| is_such(found.code)).map(|found| found.span.file).collect()
    }

    /// The places with a finding.
    pub(crate) fn places(&self) -> BTreeSet<Span> {
        self.list.iter().map(|found| found.span).collect()
    }

    /// Keeps the findings about some files only.
    pub(crate) fn retain(&mut self, keep: impl Fn(FileId) -> bool) {
        self.list.retain(|found| keep(found.span.file));
    }

    /// Takes back the findings of such a code about a place: they no longer hold.
    pub(crate) fn take_back(&mut self, place: Span, is_such: impl Fn(Code) -> bool) {
        let is_about = |found: &Diagnostic| {
            found.span == place || found.related.iter().any(|(related, _)| *related == place)
        };
        self.list.retain(|found| !is_such(found.code) || !is_about(found));
    }

    /// Takes out the findings of a code, by their files.
    pub(crate) fn take(&mut self, code: Code) -> BTreeMap<FileId, Vec<Diagnostic>> {
        let mut taken: BTreeMap<FileId, Vec<Diagnostic>> = BTreeMap::new();
        for found in self.list.extract_if(.., |found| found.code == code) {
            taken.entry(found.span.file).or_default().push(found);
        }
        taken
    }

    /// Takes over what was found elsewhere.
    pub(crate) fn extend(&mut self, found: impl IntoIterator<Item = Diagnostic>) {
        self.list.extend(found);
    }

    /// All findings in the order of their places, each once.
    pub(crate) fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.list.sort_by(|a, b| {
            (a.span, a.code, &a.message, &a.related).cmp(&(b.span, b.code, &b.message, &b.related))
        });
        self.list.dedup();
        self.list
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}
