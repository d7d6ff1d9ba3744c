//! Every page ends as a part of the crate or in a finding that says why not. Reads that no page documents are findings
//! too.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::ApiModel;
use crate::page::{Page, PageKind, Pages};
use crate::source::{FileId, Span};

/// Names each page that nothing in the crate comes from, and counts them; and each implied read. A page that an error or a
/// correction names already is named.
pub(crate) fn report(pages: &Pages, model: &ApiModel, diagnostics: &mut Diagnostics) -> usize {
    name_implied(model, diagnostics);
    let used = used(model);
    let unused: Vec<&Page> =
        pages.values().map(Arc::as_ref).filter(|page| !used.contains(&page.id.file)).collect();
    let is_named = |code: Code| code.severity() == Severity::Error || code == Code::Corrected;
    let named = diagnostics.files(is_named);
    let silent = unused.iter().filter(|page| !named.contains(&page.id.file));
    let (overviews, others): (Vec<&Page>, Vec<&Page>) = silent.partition(|page| is_overview(page));
    for page in others {
        let code =
            if page.kind == PageKind::Other { Code::ResourceWithoutType } else { Code::NothingGenerated };
        diagnostics.report(code, title(page), reason(page));
    }
    name_overviews(&overviews, diagnostics);
    unused.len()
}

/// Whether a page is not meant to become code: it is not labelled as a resource's, or it only links others.
fn is_overview(page: &Page) -> bool {
    page.kind == PageKind::Other && !(page.is_resources() && page.resource.methods.is_empty())
}

/// Names the pages that describe nothing, all in one finding, since nobody has to act on them.
fn name_overviews(pages: &[&Page], diagnostics: &mut Diagnostics) {
    let Some((first, others)) = pages.split_first() else { return };
    let message = match others.len() {
        0 => "the page describes no operation and no type".to_owned(),
        _ => format!("{} pages, including this one, describe neither an operation nor a type", pages.len()),
    };
    let related = others.iter().map(|page| (title(page), "the others".to_owned())).collect();
    diagnostics.report_with(Code::NothingGenerated, title(first), message, related);
}

fn title(page: &Page) -> Span {
    Span::new(page.id.file, page.title.span.range())
}

/// Names each read that no page documents, at the place that implies it.
fn name_implied(model: &ApiModel, diagnostics: &mut Diagnostics) {
    for operation in model.operations.values() {
        let Some(implied) = &operation.implied else { continue };
        let Some((first, others)) = implied.from.split_first() else { continue };
        let reason = implied.rule.reason();
        let message = format!("`{} {}` is implied: {reason}", operation.method, operation.path);
        let related = others.iter().map(|span| (*span, "this implies it too".to_owned())).collect();
        diagnostics.report_with(Code::ImpliedOperation, *first, message, related);
    }
}

/// The files that something in the crate comes from.
pub(crate) fn used(model: &ApiModel) -> BTreeSet<FileId> {
    let structured = model.structured.values().map(|type_| &type_.description);
    let enums = model.enums.values().map(|type_| &type_.description);
    let operations = model.operations.values().map(|operation| &operation.description);
    structured.chain(enums).chain(operations).flat_map(|description| &description.pages).copied().collect()
}

fn reason(page: &Page) -> &'static str {
    match page.kind {
        PageKind::Other => {
            "the page says that it describes a resource, but has neither a property table nor a representation"
        }
        PageKind::Api => "no operation comes from the page's routes",
        PageKind::Resource => "another kind of type has the name of the page's type",
        PageKind::Enum => "a structured type has the name of the page's enum",
    }
}
