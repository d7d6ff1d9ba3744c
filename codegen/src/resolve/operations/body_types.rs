//! Types that are made for the body of one operation: the parameters of an action, or what only an example shows.

use std::collections::{BTreeMap, BTreeSet};

use super::calls::Call;
use super::evidence::{Tail, last_segment};
use super::inside;
use super::judge::Judge;
use super::sent_body::SentBody;
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Description, Property, QualifiedName, RequestBody, StructuredType, Type};
use crate::page::{Page, Route, Row};
use crate::primitive::Primitive;
use crate::resolve::types::from_row::from_row;
use crate::resolve::types::infer;
use crate::resolve::types::lookup::Lookup;
use crate::resolve::types::structured::Properties;
use crate::resolve::types::type_section::TypeSection;
use crate::source::{FileId, Sources, Span, file_stem};

/// Makes bodies, each type once.
pub(super) struct Maker<'a> {
    pub(super) judge: &'a Judge<'a>,
    pub(super) lookup: &'a Lookup<'a>,
    pub(super) sources: &'a Sources,
    pub(super) made: Vec<StructuredType>,
    /// The names of files that several pages have, in different folders.
    shared: BTreeSet<&'a str>,
    /// The routes of each page that send what no words and no table describe, and whether an example shows it.
    guessed: BTreeMap<(FileId, bool), Vec<(Span, String)>>,
}

impl<'a> Maker<'a> {
    pub(super) fn new(judge: &'a Judge<'a>, lookup: &'a Lookup<'a>, sources: &'a Sources) -> Self {
        let mut known = BTreeSet::new();
        let stems = lookup.pages.keys().map(|page| file_stem(&sources.get(*page).path));
        let shared = stems.filter(|stem| !known.insert(*stem)).collect();
        Maker { judge, lookup, sources, made: Vec::new(), shared, guessed: BTreeMap::new() }
    }

    /// The name of a type that is made for a page's operations: by its file's name, or by its path where another file has
    /// that name too.
    pub(super) fn name(&self, page: &Page, role: &str) -> QualifiedName {
        let path = self.sources.display_path(page.file);
        let word = match file_stem(&path) {
            stem if self.shared.contains(stem) => path.strip_suffix(".md").unwrap_or(&path),
            stem => stem,
        };
        QualifiedName::made(page.namespace(), word, role)
    }
}

impl Maker<'_> {
    /// The body that a page's route takes.
    pub(super) fn request(
        &mut self,
        page: &Page,
        route: &Route,
        taken: SentBody,
        diagnostics: &mut Diagnostics,
    ) -> RequestBody {
        let name = self.name(page, "Request");
        match taken {
            SentBody::Known(request) => return request,
            SentBody::Untold => {
                self.guess(page, route, false);
                return RequestBody::Json;
            }
            SentBody::OfExampleElements(shape) => {
                let element = match self.request(page, route, SentBody::OfExample(shape), diagnostics) {
                    RequestBody::Structured(name) => Type::Structured(name),
                    _ => Type::Primitive(Primitive::Untyped),
                };
                return RequestBody::Collection(element);
            }
            SentBody::Parameters if self.made.iter().any(|type_| type_.name == name) => {}
            SentBody::Parameters => {
                let body = of_rows(self.lookup, page, name.clone(), &page.api.request_body.rows, diagnostics);
                self.made.push(body);
            }
            SentBody::OfExample(shape) => {
                // An empty object leaves nothing to guess, and OData says what a reference is.
                if !shape.is_empty_object() && Tail::of_route(route) != Tail::Ref {
                    self.guess(page, route, true);
                }
                // What a route sends may differ from what the page's first one does.
                let own = self.name(page, &(last_segment(route) + "Request"));
                for name in [name, own] {
                    let mut types = Vec::new();
                    let place = (page.file, route.span);
                    infer::structured(name.clone(), Some(page.file), &shape, place, &mut types);
                    inside::describe(self.judge, self.lookup, page, &mut types, diagnostics);
                    match self.made.iter().find(|type_| type_.name == name) {
                        None => self.made.extend(types),
                        Some(known) if types.iter().any(|type_| covers(known, type_)) => {}
                        Some(_) => continue,
                    }
                    return RequestBody::Structured(name);
                }
                return RequestBody::Json;
            }
        }
        RequestBody::Structured(name)
    }
}

impl Maker<'_> {
    /// Adds what another page lists for the same call to the body that was made for the first page. A page that lists nothing of
    /// what the first one does may describe what is inside of it.
    pub(super) fn add_parameters(
        &mut self,
        body: &QualifiedName,
        first: &Call<'_>,
        other: &Call<'_>,
        diagnostics: &mut Diagnostics,
    ) {
        let Some(body) = self.made.iter_mut().find(|type_| type_.name == *body) else { return };
        let page = other.page;
        let mut known: BTreeSet<String> =
            body.properties.iter().map(|known| known.name.to_ascii_lowercase()).collect();
        let rows = &page.api.request_body.rows;
        if !rows.iter().any(|row| known.contains(&row.name.value.to_ascii_lowercase())) {
            return;
        }
        for row in rows {
            let name = &row.name.value;
            if !known.insert(name.to_ascii_lowercase()) {
                continue;
            }
            let message = format!(
                "this page lists `{name}` for `{} {}`, and another page does not; the body has the parameters of both pages",
                other.route.method, other.route.address.path
            );
            let related = vec![(first.route.span, "the other page".to_owned())];
            diagnostics.report_with(Code::DuplicateOperation, row.span, message, related);
            body.properties.push(from_row(self.lookup, TypeSection::of(page), row, false, diagnostics));
            if !body.description.pages.contains(&page.file) {
                body.description.pages.push(page.file);
            }
        }
    }

    fn guess(&mut self, page: &Page, route: &Route, is_shown: bool) {
        let called = format!("{} {}", route.method, route.address.path);
        self.guessed.entry((page.file, is_shown)).or_default().push((route.span, called));
    }

    /// Reports the bodies that only an example shows, or nothing at all, once for each page.
    pub(super) fn report_guessed(&mut self, diagnostics: &mut Diagnostics) {
        for ((_, is_shown), routes) in std::mem::take(&mut self.guessed) {
            let Some(((first, called), others)) = routes.split_first() else { continue };
            let send = match others.len() {
                0 => "sends".to_owned(),
                1 => "and another route of the page send".to_owned(),
                more => format!("and {more} other routes of the page send"),
            };
            let message = match is_shown {
                true => format!("only an example shows what `{called}` {send}"),
                false => format!("the page does not describe what `{called}` {send}; any JSON can be sent"),
            };
            let related = others.iter().map(|(span, _)| (*span, "the same".to_owned())).collect();
            diagnostics.report_with(Code::GuessedBody, *first, message, related);
        }
    }
}

/// Whether a type is another one of the same name, or has all of its properties.
fn covers(known: &StructuredType, other: &StructuredType) -> bool {
    let has = |property: &Property| {
        known.properties.iter().any(|one| one.name == property.name && one.type_ == property.type_)
    };
    known.name == other.name && other.properties.iter().all(has)
}

/// A body that a table of the page lists: the parameters of an action, or an answer.
pub(super) fn of_rows(
    lookup: &Lookup<'_>,
    page: &Page,
    name: QualifiedName,
    rows: &[Row],
    diagnostics: &mut Diagnostics,
) -> StructuredType {
    let mut properties = Properties::default();
    for row in rows {
        properties.add(from_row(lookup, TypeSection::of(page), row, false, diagnostics), diagnostics);
    }
    StructuredType {
        name,
        owner: Some(page.file),
        base: None,
        is_abstract: false,
        open: false,
        key: None,
        properties: properties.list,
        description: Description { pages: vec![page.file], ..Description::default() },
    }
}
