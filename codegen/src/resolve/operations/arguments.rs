//! The arguments of an operation: what its path has places for, and what the page's tables say of them.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Argument, Named, Site, Type};
use crate::page::parameters::{self, has_option, has_place, is_same};
use crate::page::{Page, Route, Row};
use crate::path_template::{Call, NamedArgument, PathTemplate, QueryTemplate};
use crate::resolve::types::lookup::Lookup;

/// The arguments of a page's route.
pub(crate) struct Called {
    pub(crate) path: PathTemplate,
    /// One for each place in the path and in the query that belongs to the call, in order, then those with names.
    pub(crate) arguments: Vec<Argument>,
    /// What the page says of them.
    pub(crate) described: Vec<Named>,
}

/// The call that a route of a page documents.
pub(crate) fn of(lookup: &Lookup<'_>, page: &Page, route: &Route) -> Called {
    let path = with_enums(lookup, page, &route.address.path);
    let in_query = route.query.iter().flat_map(QueryTemplate::parameters);
    let mut arguments: Vec<Argument> = path
        .parameters()
        .chain(in_query)
        .map(|place| {
            let type_ = place.argument.as_ref().and_then(|name| declared(lookup, page, name));
            Argument { type_, ..Argument::of(place) }
        })
        .collect();
    arguments.extend(parameters::calls(route).flat_map(|call| aliases(lookup, page, &call)));
    let options = options(page, route).into_iter().map(|row| Argument {
        name: row.name.value.clone(),
        type_: type_of(lookup, page, row),
        required: row.required == Some(true),
        site: Site::Query,
    });
    arguments.extend(options);
    Called { path, arguments, described: described(page, route) }
}

/// The declared type of an argument or an option of the query.
pub(crate) fn declared(lookup: &Lookup<'_>, page: &Page, name: &str) -> Option<Type> {
    let of_calls = parameters::of_calls(page).into_iter().map(|(_, row)| row);
    let mut rows = of_calls.chain(&page.api.query.rows).filter(|row| is_same(&row.name.value, name));
    rows.find_map(|row| type_of(lookup, page, row))
}

fn type_of(lookup: &Lookup<'_>, page: &Page, row: &Row) -> Option<Type> {
    row.type_.as_ref().and_then(|spelling| lookup.spelled(page, spelling))
}

/// The arguments whose value stands behind an alias in the query.
fn aliases(lookup: &Lookup<'_>, page: &Page, call: &Call) -> Vec<Argument> {
    let aliases = call.arguments.iter().filter_map(|argument| {
        let alias = argument.sample().filter(|sample| sample.starts_with('@'))?;
        let type_ = declared(lookup, page, &argument.name);
        Some(Argument { name: alias.to_owned(), type_, required: true, site: Site::Alias })
    });
    aliases.collect()
}

/// The path with the name of its type before each bare member of an enum: `kind=model.kind'{kind}'`.
fn with_enums(lookup: &Lookup<'_>, page: &Page, path: &PathTemplate) -> PathTemplate {
    let mut with_enums = path.clone();
    for (index, segment) in path.segments.iter().enumerate() {
        let Some(mut call) = Call::of(segment) else { continue };
        for argument in &mut call.arguments {
            if let (Some((placeholder, "")), Some(Type::Enum(name))) =
                (argument.placeholder(), declared(lookup, page, &argument.name))
            {
                let before = format!("{name}'");
                *argument =
                    NamedArgument::place(&argument.name, placeholder, &before, argument.is_optional());
            }
        }
        with_enums.replace(index, call.into_segment());
    }
    with_enums
}

/// The options that only the table of query parameters has. OData's own are methods of every request; what a route of the
/// page writes out is that route's, also as an argument of a call.
fn options<'a>(page: &'a Page, route: &Route) -> Vec<&'a Row> {
    let path = route.address.path.key();
    let same_path = || page.api.routes.iter().filter(|other| other.address.path.key() == path);
    let rows = page.api.query.rows.iter().filter(|row| is_option(row) && !has_place(route, &row.name.value));
    rows.filter(|row| !same_path().any(|other| has_option(other, &row.name.value))).collect()
}

/// Whether a row describes an option: with a type, and a name that can stand in a query.
fn is_option(row: &Row) -> bool {
    let name = &row.name.value;
    row.type_.is_some()
        && !name.is_empty()
        && name.chars().all(|letter| letter.is_alphanumeric() || letter == '_')
}

/// What the tables say of the arguments of one route.
fn described(page: &Page, route: &Route) -> Vec<Named> {
    let is_own = |row: &&Row| has_place(route, &row.name.value);
    let of_calls = parameters::of_calls(page).into_iter().map(|(_, row)| row);
    let of_query = page.api.query.rows.iter().filter(|row| is_own(row)).chain(options(page, route));
    let mut known = BTreeSet::new();
    let rows = of_calls.filter(is_own).chain(of_query);
    let rows = rows.filter(|row| known.insert(parameters::key(&row.name.value)));
    rows.map(|row| Named { name: row.name.value.clone(), description: row.description.clone() }).collect()
}

/// Reports the rows that do not become an argument.
pub(crate) fn report(lookup: &Lookup<'_>, page: &Page, diagnostics: &mut Diagnostics) {
    let api = &page.api;
    let of_calls = api.function_parameters.iter().chain(&api.parameters).map(|row| (row, false));
    let of_query = api.query.rows.iter().map(|row| (row, is_option(row)));
    for (row, is_option) in of_calls.chain(of_query) {
        let name = &row.name.value;
        // OData's own options are methods of every request.
        if name.is_empty() || name.starts_with('$') {
            continue;
        }
        if !is_option && !parameters::is_mentioned(page, name) {
            let message = format!("the table lists `{name}`; no route of the page has a place for it");
            diagnostics.report(Code::ParameterWithoutPlace, row.span, message);
        } else if let (Some(spelling), None) = (&row.type_, type_of(lookup, page, row)) {
            let message = format!("no page describes the type `{}`; `{name}` is sent as text", spelling.name);
            diagnostics.report(Code::UnresolvedType, spelling.span, message);
        }
    }
}
