//! Reads API reference pages and writes the Rust crate that they describe.
//!
//! Text in, text out: this crate touches no file and prints nothing. The stages are, in the order of the modules below:
//! **read** each page by itself, **resolve** all pages to one model of the API, **assign** Rust names, **emit** the files.

// A module uses only those above it. An empty line keeps the formatter from sorting modules by name.

// ground
mod visible;

mod source;

mod correction;
mod diagnostic;

mod options;
mod refusal;

mod limits;

mod case;
mod plural;
mod primitive;
mod text;

// read
mod json;
mod markdown;
mod path_template;

mod http;
mod shape;

mod page;

// resolve
mod links;
mod model;
mod versions;

mod type_check;

mod resolve;

mod coverage;

mod corrections;

// assign
mod names;
mod slice;

// emit
mod format;

mod emit;

// explain
mod why;

mod survey;

// compare
mod surface;

mod compare;

pub use compare::{Difference, Happened, Item, Weight, compare};
pub use correction::{Change, Correction, Stale};
pub use diagnostic::{Code, Diagnostic, Edit, Fix, Severity};
pub use options::{
    Generated, LICENSE_OF_CODE, Lint, Options, Origin, Package, SerdeStyle, SliceTypes, Summary,
};
pub use refusal::Refusal;
pub use source::{FileId, Input, Obstacle, Position, Sources, Span, Unreadable};
pub use surface::{Docs, Function, Member, NotRust, Surface, TypeItem, surface};
pub use survey::{
    Survey, SurveyedFinding, SurveyedItem, SurveyedKind, SurveyedOperation, SurveyedPage, SurveyedType,
};
pub use visible::visible;
pub use why::{Reason, Why};

use std::collections::{BTreeMap, BTreeSet};

use diagnostic::{Allowed, Diagnostics};
use links::Links;
use model::{Model, Operations};
use names::Names;
use page::Page;
use rayon::prelude::*;
use resolve::Known;

/// Reads the pages and gives the crate that they describe.
///
/// What is wrong with a page becomes a diagnostic. Only what would make the crate as a whole wrong is refused.
pub fn generate(sources: &Sources, options: &Options) -> Result<Generated, Refusal> {
    let links = Links::new(sources);
    let judged = judge(sources, &links, options, &mut |_, _| {})?;
    let Judged { pages, model, names, slice, diagnostics, summary } = judged;
    // What the pages say is in the model.
    let emit = || emit::emit(&model, &names, sources, options, &links);
    let ((), mut files) = rayon::join(|| drop(pages), emit);
    files.insert("diagnostics.txt".to_owned(), emit::diagnostics(sources, &model, &diagnostics, summary));
    Ok(Generated {
        files: files.into_iter().map(|(path, file)| (path, file.into_text())).collect(),
        diagnostics,
        summary,
        elsewhere: slice.map_or_else(BTreeMap::new, |slice| slice.elsewhere),
    })
}

/// Reads the pages and gives what is wrong with them, without what they let stand themselves.
///
/// The findings are those of [`generate`], and one for each request to let a finding stand that nothing answers to.
pub fn lint(sources: &Sources, options: &Options) -> Result<Lint, Refusal> {
    let Judged { pages, diagnostics, summary, .. } =
        judge(sources, &Links::new(sources), options, &mut |_, _| {})?;
    Ok(without_allowed(&pages, diagnostics, summary))
}

/// Reads the pages and gives what becomes of each, and the findings of [`lint`] with the items that they concern.
pub fn survey(sources: &Sources, options: &Options) -> Result<Survey, Refusal> {
    let Judged { pages, model, names, diagnostics, summary, .. } =
        judge(sources, &Links::new(sources), options, &mut |_, _| {})?;
    let lint = without_allowed(&pages, diagnostics, summary);
    Ok(survey::survey(sources, options, &pages, &model, &names, lint))
}

fn without_allowed(pages: &BTreeMap<FileId, Page>, diagnostics: Vec<Diagnostic>, summary: Summary) -> Lint {
    let allowed: Vec<&Allowed> = pages.values().flat_map(|page| &page.allowed).collect();
    let (findings, let_stand) = diagnostic::without_allowed(diagnostics, &allowed);
    Lint { findings, let_stand, summary }
}

/// Says what a type, a property or an operation rests on: which page and line said what, and which decided.
///
/// A question is a type (`message`, `microsoft.graph.message`), a property (`message.subject`) or an operation
/// (`POST /me/sendMail`). One that fits nothing is answered by what comes near.
pub fn why(sources: &Sources, options: &Options, question: &str) -> Result<Result<Why, String>, Refusal> {
    let mut trail = Vec::new();
    let mut look = |operations: &Operations, known: &Known<'_>| {
        trail =
            why::operation(operations, question).map(|operation| known.trail(operation)).unwrap_or_default();
    };
    let judged = judge(sources, &Links::new(sources), options, &mut look)?;
    Ok(why::answer(&judged, &trail, question))
}

/// What the pages are, and what is wrong with them: all that is decided before a file is written.
struct Judged {
    pages: BTreeMap<FileId, Page>,
    model: Model,
    names: Names,
    slice: Option<slice::Slice>,
    diagnostics: Vec<Diagnostic>,
    summary: Summary,
}

/// `look` is shown the operations with the evidence for them.
fn judge(
    sources: &Sources,
    links: &Links,
    options: &Options,
    look: &mut dyn FnMut(&Operations, &Known<'_>),
) -> Result<Judged, Refusal> {
    let mut diagnostics = Diagnostics::default();
    diagnostics.report_unreadable(sources);
    let mut pages = read(sources, &mut diagnostics);
    versions::check(&pages, sources)?;
    resolve::unify_word_breaks(&mut pages, sources, &mut diagnostics);
    corrections::correct_routes(&mut pages, sources, &options.corrections, &mut diagnostics)?;
    let (mut model, routes) =
        resolve::resolve(&pages, sources, links, options.implied, look, &mut diagnostics);
    corrections::correct(&mut model, &options.corrections, &pages, &mut diagnostics)?;
    if !options.operations {
        model.operations.clear();
    }
    resolve::attach_examples(&mut model, &mut pages, &routes, &mut diagnostics);
    let mut names = Names::assign(&model, &pages, &mut diagnostics);
    names.rename(&model, &options.corrections)?;
    let slice = slice::take(&mut model, &mut names, &options.only)?;
    if let Some(slice) = &slice {
        // The account of a slice is that of its own pages; what could not be read may be one of them.
        diagnostics.retain(|id| slice.pages.contains(&id) || !pages.contains_key(&id));
        pages.retain(|id, _| slice.pages.contains(id));
    }
    let without_items = coverage::report(&pages, &model, &mut diagnostics);
    let summary = Summary {
        pages: pages.len(),
        without_items,
        types: model.structured.len() + model.enums.len(),
        operations: model.operations.len(),
        slice: slice.as_ref().map(|slice| slice.types),
        examples: model.examples.values().map(|count| count.shown).sum(),
        tested: model.tested(),
    };
    Ok(Judged { pages, model, names, slice, diagnostics: diagnostics.into_sorted(), summary })
}

/// Reads all pages. A file without a title that another page includes is a fragment: what it says is reported there.
fn read(sources: &Sources, diagnostics: &mut Diagnostics) -> BTreeMap<FileId, Page> {
    // A page is read by itself, so that all can be read at once.
    let ids: Vec<FileId> = sources.ids().filter(|id| !sources.get(*id).is_beside()).collect();
    let read = ids.into_par_iter().map(|id| {
        let mut found = Diagnostics::default();
        (id, page::read(sources, id, &mut found), found)
    });
    let read: Vec<_> = read.collect();
    // What only fragments include, and no page does, is nobody's part.
    let whole = read.iter().filter(|(_, page, _)| !page.is_fragment());
    let included: BTreeSet<FileId> = whole.flat_map(|(_, page, _)| &page.includes).copied().collect();
    let mut pages = BTreeMap::new();
    for (id, page, found) in read {
        // What is no UTF-8 may be a page that cannot be recognised.
        let is_readable = sources.get(id).not_utf8.is_none();
        if !(page.is_fragment() && included.contains(&id) && is_readable) {
            diagnostics.extend(found);
            pages.insert(id, page);
        }
    }
    page::report_front_matter(&pages, sources, diagnostics);
    report_missing_includes(&pages, diagnostics);
    pages
}

/// Reports each file that is not there once, at the first place that includes it.
fn report_missing_includes(pages: &BTreeMap<FileId, Page>, diagnostics: &mut Diagnostics) {
    let mut missing: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    for (path, span) in pages.values().flat_map(|page| &page.missing_includes) {
        missing.entry(path).or_default().push(*span);
    }
    for (path, spans) in missing {
        let Some((first, others)) = spans.split_first() else { continue };
        let message =
            format!("the page includes `{path}`, which is not among the files; its text is missing");
        let related = others.iter().map(|span| (*span, "also included here".to_owned())).collect();
        diagnostics.report_with(Code::MissingInclude, *first, message, related);
    }
}

/// The files that a page includes, by their paths below the page's root; what lies beside the root begins with `../`.
pub fn included(page: &Input) -> Vec<String> {
    let text = String::from_utf8_lossy(&page.bytes);
    markdown::included(&text).iter().filter_map(|target| source::path_from(&page.path, target)).collect()
}

/// Whether a text is a page that shows a route, the properties of a type or the members of an enum: what tells a folder of
/// pages from any other, where no page has front matter.
pub fn describes_api(page: Input) -> bool {
    let sources = Sources::new(Vec::new(), vec![page]);
    let mut pages = sources.ids().map(|id| page::read(&sources, id, &mut Diagnostics::default()));
    pages.any(|page| page.kind != page::PageKind::Other)
}

#[cfg(test)]
mod tests;
