//! Types that are made for the body of one operation: the parameters of an action, or what only an example shows.

use std::collections::BTreeSet;

use super::calls::Call;
use super::evidence::{Tail, last_segment};
use super::guesses::{Guess, Guesses, Role};
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
use crate::shape::Shape;
use crate::source::{FileId, Sources, file_stem};

/// Makes bodies, each type once.
pub(super) struct Maker<'a> {
    pub(super) judge: &'a Judge<'a>,
    pub(super) lookup: &'a Lookup<'a>,
    pub(super) sources: &'a Sources,
    pub(super) made: Vec<StructuredType>,
    /// Of these, the answers that only examples show.
    pub(super) shown: BTreeSet<QualifiedName>,
    /// The names of files that several pages have, in different folders.
    shared: BTreeSet<&'a str>,
    pub(super) guesses: Guesses,
}

impl<'a> Maker<'a> {
    pub(super) fn new(judge: &'a Judge<'a>, lookup: &'a Lookup<'a>, sources: &'a Sources) -> Self {
        let mut known = BTreeSet::new();
        let files: BTreeSet<FileId> = lookup.pages.keys().map(|page| page.file).collect();
        let stems = files.into_iter().map(|file| file_stem(&sources.get(file).path));
        let shared = stems.filter(|stem| !known.insert(*stem)).collect();
        Maker {
            judge,
            lookup,
            sources,
            made: Vec::new(),
            shown: BTreeSet::new(),
            shared,
            guesses: Guesses::default(),
        }
    }

    /// The name of a type that is made for a page's operations: by its file's name, or by its path where another file has
    /// that name too. A page among others of its file adds the name that it has there, or else which of them it is.
    pub(super) fn name(&self, page: &Page, role: &str) -> QualifiedName {
        let path = self.sources.display_path(page.id.file);
        let word = match file_stem(&path) {
            stem if self.shared.contains(stem) => path.strip_suffix(".md").unwrap_or(&path),
            stem => stem,
        };
        let mut word = word.to_owned();
        if let Some(name) = &page.among.name {
            word = format!("{word}#{name}");
        }
        if page.among.shares_name() && page.id.part > 0 {
            word = format!("{word}#{}", page.id.part);
        }
        QualifiedName::made(page.namespace(), &word, role)
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
                self.guesses.add(page, route, Guess::Untold);
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
                    self.guesses.add(page, route, Guess::Shown(Role::Request));
                }
                let made = self.of_shape(page, route, Role::Request, &shape, diagnostics);
                return made.map_or(RequestBody::Json, RequestBody::Structured);
            }
        }
        RequestBody::Structured(name)
    }

    /// The type that examples show as what a route sends or answers. It may differ from what the page's first route does; none
    /// where it differs from another route with the same end as well.
    pub(super) fn of_shape(
        &mut self,
        page: &Page,
        route: &Route,
        role: Role,
        shape: &Shape,
        diagnostics: &mut Diagnostics,
    ) -> Option<QualifiedName> {
        let own = self.name(page, &(last_segment(route) + role.name()));
        for name in [self.name(page, role.name()), own] {
            let mut types = Vec::new();
            let place = (page.id.file, route.span);
            infer::structured(name.clone(), Some(page.id), shape, place, &mut types);
            inside::describe(self.judge, self.lookup, (page, role.section(page)), &mut types, diagnostics);
            match self.made.iter().find(|type_| type_.name == name) {
                None => self.made.extend(types),
                Some(known) if types.iter().any(|type_| covers(known, type_)) => {}
                Some(_) => continue,
            }
            return Some(name);
        }
        None
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
            body.description.add_page(page.id.file);
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
        owner: Some(page.id),
        base: None,
        is_abstract: false,
        open: false,
        key: None,
        properties: properties.list,
        description: Description { pages: vec![page.id.file], ..Description::default() },
    }
}
