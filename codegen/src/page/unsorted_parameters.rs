//! Parameters from tables that do not say which kind they list, or that say another than the page's examples show.

use std::collections::BTreeSet;

use super::shown_calls::ShownCalls;
use super::{Exchange, Page, Route, Row, parameters};
use crate::diagnostic::{Code, Diagnostics};
use crate::http::Method;
use crate::path_template::concrete_query;

/// On a page that writes, parameters from a table without a kind are sent in the body if no route has a place for them. What an
/// example of the page has in its query is an option of the query.
pub(super) fn sort(page: &mut Page, diagnostics: &mut Diagnostics) {
    sort_arguments(page, diagnostics);
    let unsorted = std::mem::take(&mut page.api.unsorted_parameters);
    let writes = |route: &Route| matches!(route.method, Method::Post | Method::Put | Method::Patch);
    let may_send = page.api.routes.iter().all(writes) && page.api.request_body.rows.is_empty();
    let is_sent =
        |row: &Row| may_send && row.type_.is_some() && !parameters::is_mentioned(page, &row.name.value);
    let (sent, placed): (Vec<Row>, Vec<Row>) = unsorted.into_iter().partition(is_sent);
    let in_examples = if placed.is_empty() { BTreeSet::new() } else { options_of_examples(page) };
    let is_shown = |row: &Row| in_examples.contains(&parameters::key(&row.name.value));
    let is_free = |row: &Row| !parameters::is_mentioned(page, &row.name.value);
    // Where nothing is sent, what stands beside options and has no place in a route is an option too.
    let reads = page.api.routes.iter().all(|route| route.method == Method::Get);
    let lists_options = reads && placed.iter().any(|row| is_shown(row) && is_free(row));
    let is_option = |row: &Row| is_free(row) && (is_shown(row) || lists_options && row.type_.is_some());
    let (options, placed): (Vec<Row>, Vec<Row>) = placed.into_iter().partition(is_option);
    page.api.query.rows.extend(options);
    page.api.parameters.extend(placed);
    if sent.is_empty() {
        return;
    }
    let body = &mut page.api.request_body;
    // Words that say that no body is required mean that it may be left out.
    body.optional |= body.nothing;
    body.nothing = false;
    body.rows = sent;
}

/// Where an example has one of a function's arguments in its query, and none has one in parentheses, all that no route has a
/// place for are options of the query.
fn sort_arguments(page: &mut Page, diagnostics: &mut Diagnostics) {
    if page.api.function_parameters.is_empty() {
        return;
    }
    let (in_examples, calls) = (options_of_examples(page), ShownCalls::of(page));
    let rows = std::mem::take(&mut page.api.function_parameters);
    let (known, unknown): (Vec<Row>, Vec<Row>) =
        rows.into_iter().partition(|row| parameters::is_mentioned(page, &row.name.value));
    page.api.function_parameters = known;
    let is_called = unknown.iter().any(|row| calls.have(&row.name.value));
    let is_option = |row: &&Row| !is_called && in_examples.contains(&parameters::key(&row.name.value));
    let shown = unknown.iter().find(is_option);
    let (Some(shown), Some(route)) = (shown, page.api.routes.first()) else {
        page.api.function_parameters.extend(unknown);
        return;
    };
    let names: Vec<String> = unknown.iter().map(|row| format!("`{}`", row.name.value)).collect();
    let message = format!(
        "the route has no place for {}; an example has `{}` in its query, so {} read as {} of the query",
        names.join(", "),
        shown.name.value,
        if names.len() == 1 { "it is" } else { "they are" },
        if names.len() == 1 { "an option" } else { "options" },
    );
    diagnostics.report(Code::RepairedRoute, route.span, message);
    page.api.query.rows.extend(unknown);
}

/// The options in the queries of the examples' requests, each by its key.
fn options_of_examples(page: &Page) -> BTreeSet<String> {
    let requests = page.api.exchanges.iter().filter_map(Exchange::http_request);
    let options = requests.flat_map(|request| concrete_query(&request.url.value).split('&'));
    options.map(|option| parameters::key(option.split('=').next().unwrap_or_default())).collect()
}
