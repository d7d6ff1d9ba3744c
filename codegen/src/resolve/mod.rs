//! From what each page says to what the API is: names first, bodies second, then operations.

mod introduction;

mod types;

mod operations;

mod examples;

mod area_names;

mod areas;
mod copied_annotations;
mod word_breaks;

mod steps;

pub(crate) use copied_annotations::drop_names as drop_copied_annotations;
pub(crate) use word_breaks::unify as unify_word_breaks;

pub(crate) use examples::attach::{ExampleRoutes, attach as judge_examples};
pub(crate) use operations::trail::{CallEvidence, Clue};

use crate::diagnostic::Diagnostics;
use crate::links::Links;
use crate::model::{ApiModel, Operations};
use crate::page::Pages;
use crate::source::Sources;
use steps::{RowEnums, Step};
use types::lookup::Lookup;
use types::unused_enums;

/// Resolves all pages to one model. `look` is shown the operations with the evidence for them, which is gone afterwards. The
/// examples are judged later, by the corrected model.
pub(crate) fn resolve(
    pages: &Pages,
    sources: &Sources,
    links: &Links<'_>,
    with_implied: bool,
    look: &mut dyn FnMut(&Operations, &CallEvidence<'_>),
    diagnostics: &mut Diagnostics,
) -> (ApiModel, ExampleRoutes) {
    let row_enums = RowEnums::of(pages, sources);
    let (declarations, missing) = steps::declare(&row_enums, pages, links, sources, diagnostics);
    let lookup = Lookup { pages, links, declarations: &declarations };
    let mut step = Step { lookup: &lookup, sources, diagnostics };
    let mut types = step.describe_types(&missing);
    let calls = step.find_calls(&mut types.structured, with_implied, look);
    step.correct_types(&mut types, &calls);
    let enums = step.describe_enums(&types.structured, &calls);
    let areas = areas::resolve(&types.structured, &enums, pages, sources);
    let model = ApiModel {
        structured: types.structured,
        enums,
        operations: calls.operations,
        areas,
        root: calls.root,
        ..ApiModel::default()
    };
    unused_enums::report(&model, &declarations, diagnostics);
    (model, calls.routes)
}
