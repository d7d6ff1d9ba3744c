//! Options in a route's query of which a table says that they may be left out: the caller adds them, the address lacks them.

use std::collections::BTreeSet;

use super::{Page, Route, Row, parameters};
use crate::path_template::{ParameterKind, Piece, QueryOption, QueryTemplate};

/// Takes the options off the routes. An option that only some of the page's routes have remains theirs.
pub(super) fn take_off(page: &mut Page) {
    let api = &mut page.api;
    let lists = [&api.query.rows, &api.parameters, &api.unsorted_parameters];
    let free: BTreeSet<String> = lists
        .into_iter()
        .flatten()
        .filter(|row| row.required == Some(false))
        .map(|row| parameters::key(&row.name.value))
        .filter(|name| api.routes.iter().all(|route| has_place(route, name)))
        .collect();
    if free.is_empty() {
        return;
    }
    for route in &mut api.routes {
        let options = route.query.take().map(|query| query.options).unwrap_or_default();
        let bound = options.into_iter().filter(|option| !free.contains(&parameters::key(&option.name)));
        route.query = QueryTemplate::of(bound.collect());
    }
    let is_free = |row: &mut Row| free.contains(&parameters::key(&row.name.value));
    let mut moved: Vec<Row> = api.parameters.extract_if(.., is_free).collect();
    moved.extend(api.unsorted_parameters.extract_if(.., is_free));
    api.query.rows.extend(moved);
}

/// Whether a route's query has an option of this name whose value is nothing but a place.
fn has_place(route: &Route, name: &str) -> bool {
    let is_such = |option: &QueryOption| parameters::key(&option.name) == name && is_place(option);
    route.query.iter().flat_map(|query| &query.options).any(is_such)
}

fn is_place(option: &QueryOption) -> bool {
    matches!(option.value.as_deref(), Some([Piece::Parameter(place)]) if place.kind == ParameterKind::Segment)
}
