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

mod api;

// emit
mod format;

mod emit;

// explain
mod why;

mod survey;

// compare
mod surface;

mod compare;

#[cfg(any(test, feature = "fuzz"))]
#[doc(hidden)]
pub mod fuzz;

pub use compare::{Difference, Happened, Item, Weight, compare};
pub use correction::{Change, Correction, Stale};
pub use diagnostic::{Code, Diagnostic, Edit, Fix, Severity};
pub use options::{
    Generated, LICENSE_OF_CODE, Lint, Options, Origin, Package, SerdeStyle, SliceTypes, Summary,
};
pub use page::KeptPages;
pub use refusal::Refusal;
pub use source::{FileId, Input, Obstacle, Position, Sources, Span, Unreadable};
pub use surface::{Docs, Function, Member, NotRust, Surface, TypeItem, surface};
pub use survey::{
    Survey, SurveyedFinding, SurveyedItem, SurveyedKind, SurveyedOperation, SurveyedPage, SurveyedType,
};
pub use visible::visible;
pub use why::{Reason, Why};

use api::Api;
use diagnostic::Diagnostics;
use links::Links;
use model::Operations;
use page::ReadFile;
use resolve::CallEvidence;

/// Reads the pages and gives the crate that they describe.
///
/// What is wrong with a page becomes a diagnostic. Only what would make the crate as a whole wrong is refused.
pub fn generate(sources: &Sources, options: &Options) -> Result<Generated, Refusal> {
    in_the_pool(|| generate_from(page::read_all(sources), sources, options))
}

/// [`generate`] for a program that generates again and again: it reads only the pages that have changed.
pub fn generate_again(
    sources: &Sources,
    options: &Options,
    kept: &mut KeptPages,
) -> Result<Generated, Refusal> {
    in_the_pool(|| generate_from(kept.read_all(sources), sources, options))
}

/// Runs in one of rayon's threads, where the steps that are split run too: memory that one thread frees is not at once another's.
fn in_the_pool<T: Send>(run: impl FnOnce() -> T + Send) -> T {
    rayon::scope(|_| run())
}

fn generate_from(read: Vec<ReadFile>, sources: &Sources, options: &Options) -> Result<Generated, Refusal> {
    let links = Links::new(sources);
    let Api { pages, model, names, slice, diagnostics, summary } =
        Api::of(read, sources, &links, options, &mut |_, _| {})?;
    // What the pages say is in the model.
    let beside = || {
        drop(pages);
        emit::diagnostics(sources, &model, &diagnostics, summary)
    };
    let emit = || emit::emit(&model, &names, sources, options, &links);
    let (findings, mut files) = rayon::join(beside, emit);
    files.insert("diagnostics.txt".to_owned(), findings);
    // To free so many small pieces of memory takes a while, and nobody needs to wait for it.
    rayon::spawn(|| drop((model, names)));
    Ok(Generated {
        files: files.into_iter().map(|(path, file)| (path, file.into_text())).collect(),
        diagnostics,
        summary,
        elsewhere: slice.map(|slice| slice.elsewhere).unwrap_or_default(),
    })
}

/// Reads the pages and gives what is wrong with them, without the findings that the pages themselves ask to leave out.
///
/// The findings are those of [`generate`], and one for each request to leave out findings where there are none.
pub fn lint(sources: &Sources, options: &Options) -> Result<Lint, Refusal> {
    let read = page::read_all(sources);
    Ok(Api::of(read, sources, &Links::new(sources), options, &mut |_, _| {})?.lint())
}

/// Reads the pages and gives what becomes of each, the findings of [`lint`] with the items that they concern, and the crate.
pub fn survey(sources: &Sources, options: &Options) -> Result<Survey, Refusal> {
    let links = Links::new(sources);
    let api = Api::of(page::read_all(sources), sources, &links, options, &mut |_, _| {})?;
    Ok(survey::survey(sources, options, &links, &api))
}

/// Says what a type, a property or an operation rests on: which page and line said what, and which decided.
///
/// A question is a type (`message`, `microsoft.graph.message`), a property (`message.subject`) or an operation (`POST
/// /me/sendMail`). A question that fits nothing is answered by suggestions.
pub fn why(sources: &Sources, options: &Options, question: &str) -> Result<Result<Why, String>, Refusal> {
    let mut trail = Vec::new();
    let mut look = |operations: &Operations, evidence: &CallEvidence<'_>| {
        trail = why::operation(operations, question)
            .map(|operation| evidence.trail(operation))
            .unwrap_or_default();
    };
    let api = Api::of(page::read_all(sources), sources, &Links::new(sources), options, &mut look)?;
    Ok(why::answer(&api, &trail, question))
}

/// The files that a page includes, by their paths below the page's root; what lies beside the root begins with `../`.
pub fn included(page: &Input) -> Vec<String> {
    let text = String::from_utf8_lossy(&page.bytes);
    markdown::included(&text).iter().filter_map(|target| source::path_from(&page.path, target)).collect()
}

/// Whether a text is a page that shows a route, the properties of a type or the members of an enum: this recognises a
/// folder of pages whose pages lack front matter.
pub fn describes_api(page: Input) -> bool {
    let sources = Sources::new(Vec::new(), vec![page]);
    let mut pages = sources.ids().flat_map(|id| page::read(&sources, id, &mut Diagnostics::default()));
    pages.any(|page| page.kind != page::PageKind::Other)
}

#[cfg(test)]
mod tests;
