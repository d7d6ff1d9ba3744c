//! The API that the pages describe, with its names in Rust: all that is decided before a file is written.

use crate::diagnostic::{Allowed, Diagnostic, Diagnostics};
use crate::links::Links;
use crate::model::{ApiModel, Operations};
use crate::names::Names;
use crate::options::{Lint, Options, Summary};
use crate::page::{self, Pages, ReadFile};
use crate::refusal::Refusal;
use crate::resolve::{self, CallEvidence};
use crate::slice::{self, Slice};
use crate::source::Sources;
use crate::{corrections, coverage, diagnostic, versions};

/// The API, and what is wrong with the pages.
pub(crate) struct Api {
    pub(crate) pages: Pages,
    pub(crate) model: ApiModel,
    pub(crate) names: Names,
    pub(crate) slice: Option<Slice>,
    pub(crate) diagnostics: Vec<Diagnostic>,
    pub(crate) summary: Summary,
}

impl Api {
    /// Repairs the pages that were read by each other, resolves them to a model and corrects it, judges the examples by it,
    /// names everything, and cuts out what is wanted. `look` is shown the operations with the evidence for them.
    pub(crate) fn of(
        read: Vec<ReadFile>,
        sources: &Sources,
        links: &Links<'_>,
        options: &Options,
        look: &mut dyn FnMut(&Operations, &CallEvidence<'_>),
    ) -> Result<Api, Refusal> {
        let mut found = Diagnostics::default();
        let mut pages = page::gather(read, sources, &mut found);
        repair(&mut pages, sources, options, &mut found)?;
        let (mut model, routes) = resolve::resolve(&pages, sources, links, options.implied, look, &mut found);
        correct(&mut model, &pages, options, &mut found)?;
        resolve::judge_examples(&mut model, &mut pages, &routes, &mut found);
        let mut names = name(&model, &pages, options, &mut found)?;
        let slice = cut(&mut model, &mut names, &mut pages, options, &mut found)?;
        let without_items = coverage::report(&pages, &model, &mut found);
        let summary = summary(&pages, without_items, &model, slice.as_ref());
        Ok(Api { pages, model, names, slice, diagnostics: found.into_sorted(), summary })
    }

    /// The findings without those that the pages allow.
    pub(crate) fn lint(&self) -> Lint {
        let allowed: Vec<&Allowed> = self.pages.values().flat_map(|page| &page.allowed).collect();
        let (findings, number) = diagnostic::without_allowed(self.diagnostics.clone(), &allowed);
        Lint { findings, allowed: number, summary: self.summary }
    }
}

/// Refuses pages that are not one API, and mends each page by all the others and by what the user knows of its routes.
fn repair(
    pages: &mut Pages,
    sources: &Sources,
    options: &Options,
    found: &mut Diagnostics,
) -> Result<(), Refusal> {
    versions::check(pages, sources)?;
    resolve::drop_copied_annotations(pages, sources, found);
    resolve::unify_word_breaks(pages, sources, found);
    Ok(corrections::correct_routes(pages, sources, &options.corrections, found)?)
}

/// Changes the model as the user has written.
fn correct(
    model: &mut ApiModel,
    pages: &Pages,
    options: &Options,
    found: &mut Diagnostics,
) -> Result<(), Refusal> {
    corrections::correct(model, &options.corrections, pages, found)?;
    if !options.operations {
        model.operations.clear();
    }
    Ok(())
}

/// Gives every item its name in Rust, or the one that the user has chosen.
fn name(
    model: &ApiModel,
    pages: &Pages,
    options: &Options,
    found: &mut Diagnostics,
) -> Result<Names, Refusal> {
    let mut names = Names::assign(model, pages, found);
    names.rename(model, &options.corrections)?;
    Ok(names)
}

/// Leaves only what is wanted. The findings of a slice are those of its own pages; what could not be read may be one of
/// them.
fn cut(
    model: &mut ApiModel,
    names: &mut Names,
    pages: &mut Pages,
    options: &Options,
    found: &mut Diagnostics,
) -> Result<Option<Slice>, Refusal> {
    let slice = slice::take(model, names, &options.only)?;
    if let Some(slice) = &slice {
        found.retain(|id| slice.pages.contains(&id) || page::of_file(pages, id).next().is_none());
        pages.retain(|id, _| slice.pages.contains(&id.file));
    }
    Ok(slice)
}

fn summary(pages: &Pages, without_items: usize, model: &ApiModel, slice: Option<&Slice>) -> Summary {
    Summary {
        pages: pages.keys().filter(|id| id.part == 0).count(),
        without_items,
        types: model.structured.len() + model.enums.len(),
        operations: model.operations.len(),
        slice: slice.map(|slice| slice.types),
        examples: model.examples.values().map(|count| count.total).sum(),
        tested: model.tested(),
    }
}
