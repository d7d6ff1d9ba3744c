//! Parameters from tables that do not say which kind they list.

use super::{Page, Route, Row, parameters};
use crate::http::Method;

/// On a page that writes, parameters from a table without a kind are sent in the body if no route has a place for them.
pub(super) fn sort(page: &mut Page) {
    let unsorted = std::mem::take(&mut page.api.unsorted_parameters);
    let writes = |route: &Route| matches!(route.method, Method::Post | Method::Put | Method::Patch);
    let may_send = page.api.routes.iter().all(writes) && page.api.request_body.rows.is_empty();
    let is_sent =
        |row: &Row| may_send && row.type_.is_some() && !parameters::is_mentioned(page, &row.name.value);
    let (sent, placed): (Vec<Row>, Vec<Row>) = unsorted.into_iter().partition(is_sent);
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
