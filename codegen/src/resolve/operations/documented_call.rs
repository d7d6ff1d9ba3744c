//! What a page says of an operation, beside what that sends and answers.

use std::collections::BTreeSet;

use super::arguments::Called;
use super::body_rows::{answer_has_rows, further, outside};
use super::cases;
use super::decide::Decided;
use super::headers;
use super::judge::Judge;
use super::made_bodies::MadeBodies;
use crate::model::{Description, Named, Operation, PageRoute, QualifiedName, Remarks, RequestBody, Section};
use crate::page::{Page, Route, Row, outline, parameters};
use crate::resolve::types::lookup::Lookup;
use crate::text::{Inline, RichText};

/// The operation of a page's route.
pub(super) fn operation(
    page: &Page,
    route: &Route,
    called: Called,
    place: PageRoute,
    decided: &Decided,
    (judge, lookup): (&Judge<'_>, &Lookup<'_>),
    made: &MadeBodies,
) -> Operation {
    let options = options(page, route, &called);
    let remarks = remarks(page, decided, &called, (judge, lookup), made);
    Operation {
        method: route.method,
        path: called.path,
        fixed_query: route.query.clone(),
        documented: route.text.trim().to_owned(),
        arguments: called.arguments.into_iter().chain(headers::required(page, route.method)).collect(),
        request: decided.request.clone(),
        names_type: decided.names_type,
        response: decided.response.clone(),
        empty_status: page.api.response.empty_status(),
        basis: decided.basis,
        places: vec![place],
        implied: None,
        description: Description {
            text: introduction(page),
            deprecation: page.deprecation.clone(),
            pages: vec![page.id.file],
            places: heading(page).into_iter().collect(),
            ..Description::default()
        },
        permissions: cases::of(page, route),
        query: page.api.query.text.clone(),
        options,
        about: about(route),
        remarks: vec![remarks],
        headers: page.api.headers.iter().map(named).collect(),
        preferences: headers::preferences(page, route.method),
        parameters: called.described,
        exchanges: Vec::new(),
    }
}

/// Where the page begins, if its file has others.
fn heading(page: &Page) -> Option<Section> {
    let anchor = || outline::anchor(&page.title.value);
    (!page.among.is_alone()).then(|| Section { page: page.id.file, anchor: Some(anchor()) })
}

/// What the page says first: its summary, or else its description or title.
fn introduction(page: &Page) -> Vec<RichText> {
    if page.summary.iter().any(|text| !text.is_empty()) {
        return page.summary.clone();
    }
    let text = page.front.description.as_ref().unwrap_or(&page.title);
    match text.value.is_empty() {
        true => Vec::new(),
        false => vec![RichText { parts: [Inline::Text(text.value.clone())].into(), span: text.span }],
    }
}

/// The options that the page's table lists and the function does not take as arguments.
fn options(page: &Page, route: &Route, called: &Called) -> Vec<Named> {
    let known: BTreeSet<String> = called.described.iter().map(|known| parameters::key(&known.name)).collect();
    let is_known = |row: &&Row| known.contains(&parameters::key(&row.name.value));
    let rows = page.api.query.rows.iter();
    rows.filter(|row| !is_argument(route, row) && !is_known(row)).map(named).collect()
}

/// Whether a row describes what the function takes as an argument.
fn is_argument(route: &Route, row: &Row) -> bool {
    parameters::has_place(route, &row.name.value) || parameters::has_option(route, &row.name.value)
}

/// What the page says of this route alone, and for which of its zones it is.
fn about(route: &Route) -> Vec<RichText> {
    let only = route.only.as_ref().map(|only| RichText {
        parts: [
            Inline::Text("This route is only for ".to_owned()),
            Inline::Code(only.clone()),
            Inline::Text(".".to_owned()),
        ]
        .into(),
        span: route.span,
    });
    route.about.iter().cloned().chain(only).collect()
}

/// What the page says of all its calls; of a body that is a resource, the names of what its tables list.
fn remarks(
    page: &Page,
    decided: &Decided,
    called: &Called,
    (judge, lookup): (&Judge<'_>, &Lookup<'_>),
    made: &MadeBodies,
) -> Remarks {
    let (own, request) = (&page.api.remarks, &decided.request);
    Remarks {
        page: page.id,
        notes: own.notes.iter().chain(&own.routes).cloned().collect(),
        permissions: own.permissions.clone(),
        request_body: match sent_resource(request, lookup) {
            Some(name) => [own.resource_body.clone(), further(page, name, judge, lookup)].concat(),
            None => [own.request_body.clone(), outside(page, request, called, made)].concat(),
        },
        response: match answer_has_rows(page, decided.response.type_name(), lookup, made) {
            true => own.response.clone(),
            false => own.listed_response.clone(),
        },
        examples: own.examples.clone(),
    }
}

/// The type that is sent, if a page describes it.
pub(super) fn sent_resource<'a>(request: &'a RequestBody, lookup: &Lookup<'_>) -> Option<&'a QualifiedName> {
    request.type_name().filter(|name| lookup.declarations.get(name).is_some())
}

fn named(row: &Row) -> Named {
    Named { name: row.name.value.clone(), description: row.description.clone() }
}
