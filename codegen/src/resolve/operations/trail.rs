//! The evidence for what a call answers, step by step: where its route leads in the tree, and what its pages say.

use std::collections::BTreeMap;

use super::proposals::Proposals;
use super::tree::Tree;
use crate::model::{Operation, Type};
use crate::page::Pages;
use crate::path_template::PathTemplate;
use crate::source::{PageId, Span};
use crate::text::RichText;

/// A piece of evidence, and its place if it is on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clue {
    pub(crate) text: String,
    pub(crate) span: Option<Span>,
}

impl Clue {
    pub(crate) fn new(text: impl Into<String>, span: impl Into<Option<Span>>) -> Self {
        Clue { text: text.into(), span: span.into() }
    }
}

/// The evidence for what all operations answer.
pub(crate) struct CallEvidence<'a> {
    pub(crate) tree: &'a Tree<'a>,
    pub(crate) proposals: &'a BTreeMap<PageId, Proposals>,
    pub(crate) pages: &'a Pages,
}

impl CallEvidence<'_> {
    /// The evidence for an operation, in the order in which it is weighed.
    pub(crate) fn trail(&self, operation: &Operation) -> Vec<Clue> {
        let mut clues = self.steps(&operation.path);
        for page in operation.places.iter().filter_map(|place| self.pages.get(&place.page)) {
            let Some(proposals) = self.proposals.get(&page.id) else { continue };
            let place = |texts: &[RichText]| texts.first().map(|text| text.span);
            let words = place(&page.api.response.text);
            clues.extend(named("the words below *Response* name", &proposals.answer, words));
            let body = place(&page.api.request_body.text);
            clues.extend(named("the words below *Request body* name", &proposals.taken, body));
            let examples = page.api.exchanges.iter().filter_map(|exchange| exchange.response.as_ref());
            let annotation =
                examples.filter_map(|example| example.annotation.as_ref()?.odata_type.as_ref()).next();
            let annotated = annotation.map(|name| name.span);
            clues.extend(named("the examples are annotated as", &proposals.answered, annotated));
            clues.extend(named("a table of methods says", &proposals.methods, None));
            let file = proposals.file.iter().cloned().collect::<Vec<_>>();
            clues.extend(named("the page is named for", &file, page.title.span));
        }
        clues
    }

    /// Where each name of the route leads.
    fn steps(&self, path: &PathTemplate) -> Vec<Clue> {
        let mut clues = Vec::new();
        for end in 1..=path.segments.len() {
            let before = PathTemplate { segments: path.segments[..end].into() };
            let found = self.tree.end(&before);
            let Some(type_) = found.type_.as_ref().filter(|_| !found.keyed && !found.call) else { continue };
            let many = if found.many == Some(true) { "many " } else { "" };
            let by = match (found.property, found.doubtful) {
                (None, _) => "as the pages say whose routes go there",
                (Some(_), true) => "through a property of one of several derived types",
                (Some(_), false) => "through this property",
            };
            let written = before.to_string();
            let name = written.rsplit('/').next().unwrap_or_default();
            clues.push(Clue::new(format!("`{name}` leads to {many}`{}`, {by}", type_), found.property));
        }
        clues
    }
}

fn named(what: &str, types: &[Type], span: impl Into<Option<Span>>) -> Option<Clue> {
    let names: Vec<String> = types.iter().map(|type_| format!("`{}`", type_)).collect();
    (!names.is_empty()).then(|| Clue::new(format!("{what} {}", names.join(", ")), span))
}
