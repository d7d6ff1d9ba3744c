//! What a page says of an operation, beside what that sends and answers.

use super::arguments::Called;
use super::decide::Decided;
use super::headers;
use crate::model::{Description, Named, Operation, Permission, Place};
use crate::page::{self, Page, Route, Row};
use crate::text::{Inline, RichText};

/// The operation of a page's route.
pub(super) fn operation(
    page: &Page,
    route: &Route,
    called: Called,
    place: Place,
    decided: &Decided,
) -> Operation {
    Operation {
        method: route.method,
        path: called.path,
        fixed_query: route.query.clone(),
        documented: route.text.trim().to_owned(),
        arguments: called.arguments.into_iter().chain(headers::required(page, route.method)).collect(),
        request: decided.request.clone(),
        names_type: decided.names_type,
        response: decided.response.clone(),
        basis: decided.basis,
        places: vec![place],
        implied: None,
        description: Description {
            text: introduction(page),
            deprecation: page.deprecation.clone(),
            pages: vec![page.file],
            places: Vec::new(),
        },
        permissions: page.api.permissions.iter().map(permission).collect(),
        query: page.api.query.text.clone(),
        headers: page.api.headers.iter().map(named).collect(),
        parameters: called.described,
        exchanges: Vec::new(),
    }
}

/// What the page says first: its summary, or else its description or title.
fn introduction(page: &Page) -> Vec<RichText> {
    if page.summary.iter().any(|text| !text.is_empty()) {
        return page.summary.clone();
    }
    let said = page.front.description.as_ref().unwrap_or(&page.title);
    match said.value.is_empty() {
        true => Vec::new(),
        false => vec![RichText { parts: vec![Inline::Text(said.value.clone())], span: said.span }],
    }
}

fn permission(row: &page::Permission) -> Permission {
    Permission { kind: row.kind.clone(), names: row.names.clone(), text: row.text.clone() }
}

fn named(row: &Row) -> Named {
    Named { name: row.name.value.clone(), description: row.description.clone() }
}
