//! Which lines of the pages become which items.

use std::collections::{BTreeMap, BTreeSet};

use super::SurveyedItem;
use crate::diagnostic::Diagnostic;
use crate::model::{ApiModel, Example, Operation, by_page};
use crate::names::Names;
use crate::page::Pages;
use crate::source::{FileId, Sources, Span};

/// The most items of one finding: what is true of more is true of the page.
const MOST: usize = 8;

/// The lines of the pages that items come from.
pub(super) struct Places<'a> {
    sources: &'a Sources,
    items: Vec<SurveyedItem>,
    /// Of each page: first line, last line, and the item's position.
    lines: BTreeMap<FileId, Vec<(usize, usize, usize)>>,
}

impl<'a> Places<'a> {
    pub(super) fn of(sources: &'a Sources, pages: &Pages, model: &ApiModel, names: &Names) -> Self {
        let mut places = Places { sources, items: Vec::new(), lines: BTreeMap::new() };
        for (name, type_) in &model.structured {
            let Some(item) = names.type_(name).map(|name| SurveyedItem::new(name, "struct")) else {
                continue;
            };
            for (property, field) in type_.properties.iter().zip(names.fields(name)) {
                places.add(item.member(field, "structfield"), [property.span]);
            }
        }
        for (name, type_) in &model.enums {
            let Some(item) = names.type_(name).map(|name| SurveyedItem::new(name, "enum")) else { continue };
            for (member, variant) in type_.members.iter().zip(names.variants(name)) {
                places.add(item.member(variant, "variant"), [member.span]);
            }
        }
        for (key, operation) in by_page(&model.operations) {
            let Some(names) = names.operation(key) else { continue };
            let route = |place: &crate::model::PageRoute| pages.get(&place.page)?.route(place.route);
            let routes = operation.places.iter().filter_map(route).map(|route| route.span);
            let examples = examples(operation).map(|example| example.span);
            places.add(SurveyedItem::of_operation(names), routes.chain(examples));
        }
        places
    }

    fn add(&mut self, item: SurveyedItem, spans: impl IntoIterator<Item = Span>) {
        let index = self.items.len();
        self.items.push(item);
        for span in spans {
            let (first, last) = self.lines_of(span);
            self.lines.entry(span.file).or_default().push((first, last, index));
        }
    }

    /// The items that come of the lines of a finding.
    pub(super) fn items(&self, diagnostic: &Diagnostic) -> Vec<SurveyedItem> {
        let (first, last) = self.lines_of(diagnostic.span);
        let lines = self.lines.get(&diagnostic.span.file).map_or(&[][..], Vec::as_slice);
        let of_lines = lines.iter().filter(|(from, to, _)| *from <= last && first <= *to);
        let items: BTreeSet<usize> = of_lines.map(|(_, _, index)| *index).collect();
        if items.len() > MOST {
            return Vec::new();
        }
        items.into_iter().map(|index| self.items[index].clone()).collect()
    }

    fn lines_of(&self, span: Span) -> (usize, usize) {
        let last = span.end().saturating_sub(1).max(span.start());
        let line = |at| self.sources.position(Span::new(span.file, at..at)).line;
        (line(span.start()), line(last))
    }
}

/// The messages that pages show as examples of an operation.
pub(super) fn examples(operation: &Operation) -> impl Iterator<Item = &Example> + Clone {
    operation.exchanges.iter().flat_map(|exchange| {
        let request = exchange.request.as_ref().map(|request| &request.example);
        request.into_iter().chain(exchange.response.as_ref().map(|response| &response.example))
    })
}
