//! The rows of a body that say more than the docs of the type that is sent or answered.

use std::collections::{BTreeMap, BTreeSet};

use super::arguments::Called;
use super::fit;
use super::judge::Judge;
use super::made_bodies::MadeBodies;
use super::proposals::structured;
use super::sent_tables;
use crate::diagnostic::{Code, Diagnostics};
use crate::limits;
use crate::model::{QualifiedName, RequestBody};
use crate::page::{Page, Row, parameters};
use crate::resolve::introduction::words;
use crate::resolve::types::bases;
use crate::resolve::types::lookup::Lookup;
use crate::text::{Inline, RichText};

/// What the rows of the body say beyond the docs of the resource's properties. The page may send a type that is derived from it.
pub(super) fn further(
    page: &Page,
    name: &QualifiedName,
    judge: &Judge<'_>,
    lookup: &Lookup<'_>,
) -> Vec<RichText> {
    let rows = &page.api.request_body.rows;
    // The rows are the type's properties.
    if rows.is_empty() || sent_tables::describes(lookup, page).as_ref() == Some(name) {
        return Vec::new();
    }
    let known = by_name(may_be_sent(page, name, judge).flat_map(|name| with_bases(name, lookup)));
    let tells_more = |row: &&Row| {
        let known = known.get(&row.name.value.to_ascii_lowercase());
        known.is_none_or(|known| adds_to(&row.description, &known.description))
    };
    rows.iter().filter(tells_more).map(item).collect()
}

/// Names the rows for which neither the resource that is sent nor one that is derived from it has a property.
pub(super) fn report(page: &Page, name: &QualifiedName, judge: &Judge<'_>, diagnostics: &mut Diagnostics) {
    for row in &page.api.request_body.rows {
        let property = row.name.value.as_str();
        let mut types = may_be_sent(page, name, judge).chain(judge.tree.derived_from(name));
        if !property.contains('@') && types.all(|type_| fit::known(judge.types, type_, &[property]) == 0) {
            let message =
                format!("the table lists `{property}`; `{name}`, which is sent, has no such property");
            diagnostics.report(Code::RowWithoutProperty, row.span, message);
        }
    }
}

/// The resource that is sent, and those that the page names beside it: one of them may be derived from it.
fn may_be_sent<'a>(
    page: &Page,
    name: &'a QualifiedName,
    judge: &'a Judge<'_>,
) -> impl Iterator<Item = &'a QualifiedName> {
    let proposals = judge.proposals.get(&page.id);
    let proposed = proposals.into_iter().flat_map(|proposals| proposals.for_answer().chain(&proposals.sent));
    std::iter::once(name).chain(proposed.filter_map(structured))
}

/// The rows of the body that are neither properties of the type that was made for it nor parameters of the call.
pub(super) fn outside(
    page: &Page,
    request: &RequestBody,
    called: &Called,
    made: &MadeBodies,
) -> Vec<RichText> {
    let rows = &page.api.request_body.rows;
    if rows.is_empty() {
        return Vec::new();
    }
    let known = request.type_name().and_then(|name| made.names(name));
    let parameters: BTreeSet<String> =
        called.described.iter().map(|known| parameters::key(&known.name)).collect();
    let is_outside = |row: &&Row| {
        let name = &row.name.value;
        known.is_none_or(|known| !known.contains(&name.to_ascii_lowercase()))
            && !parameters.contains(&parameters::key(name))
            && !row.description.is_empty()
    };
    rows.iter().filter(is_outside).map(item).collect()
}

/// Whether the type of the answer has what the tables below *Response* list. One that no page describes is made of these, or of
/// an example.
pub(super) fn answer_has_rows(
    page: &Page,
    answer: Option<&QualifiedName>,
    lookup: &Lookup<'_>,
    made: &MadeBodies,
) -> bool {
    let Some(name) = answer else { return false };
    let tables = &page.api.response.tables;
    if lookup.declarations.get(name).is_none() {
        let mut rows = tables.iter().flat_map(|table| &table.rows);
        let has = |row: &Row, names: &BTreeSet<String>| names.contains(&row.name.value.to_ascii_lowercase());
        return made.names(name).is_none_or(|names| tables.is_empty() || rows.any(|row| has(row, names)));
    }
    let known = if tables.is_empty() { BTreeMap::new() } else { by_name(with_bases(name, lookup)) };
    let is_known = |row: &Row| known.contains_key(&row.name.value.to_ascii_lowercase());
    tables.iter().flat_map(|table| &table.rows).any(is_known)
}

/// Rows by their names in small letters, the first of each name.
fn by_name<'a>(rows: impl IntoIterator<Item = &'a Row>) -> BTreeMap<String, &'a Row> {
    let mut names = BTreeMap::new();
    for row in rows {
        names.entry(row.name.value.to_ascii_lowercase()).or_insert(row);
    }
    names
}

/// A row as an item of a list.
fn item(row: &Row) -> RichText {
    let mut parts = vec![Inline::Code(row.name.value.clone())];
    if !row.description.is_empty() {
        parts.push(Inline::Text(": ".to_owned()));
        parts.extend(row.description.parts.iter().cloned());
    }
    RichText { parts: parts.into(), span: row.span }.into_item(0)
}

/// The rows of a type and of those that it is derived from.
fn with_bases<'a>(name: &QualifiedName, lookup: &Lookup<'a>) -> Vec<&'a Row> {
    let line = bases::upwards(lookup, name.clone()).take(limits::BASES);
    let parts = line.flat_map(|name| lookup.declarations.parts(&name));
    parts.flat_map(|part| part.resource.rows()).collect()
}

/// Whether a description says more than another one: in a few words of its own, or that something is required.
fn adds_to(text: &RichText, known: &RichText) -> bool {
    if text.parts == known.parts {
        return false;
    }
    let [own, known] = [text, known].map(|text| words(text).collect::<BTreeSet<String>>());
    let mut added = own.difference(&known);
    added.clone().any(|word| word == "required") || added.nth(2).is_some()
}
