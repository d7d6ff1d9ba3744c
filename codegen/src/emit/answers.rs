//! Answers without a body that no example shows, with the status that the page names: for programs that run offline.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Crate;
use crate::format::File;
use crate::model::{Operation, ResponseBody};

/// One line of the data, which `support::examples` reads.
#[derive(Serialize, PartialEq, Eq, PartialOrd, Ord)]
struct EmptyAnswer {
    route: String,
    method: &'static str,
    status: u16,
}

/// The data.
pub(crate) fn file(krate: &Crate<'_>) -> File {
    let answers: BTreeSet<EmptyAnswer> = krate.model.operations.values().filter_map(answer).collect();
    File::json(answers)
}

/// What an operation answers; none where an example shows that, or where it is not certain.
fn answer(operation: &Operation) -> Option<EmptyAnswer> {
    let is_shown = operation.exchanges.iter().any(|exchange| exchange.response.is_some());
    let is_empty = operation.response == ResponseBody::None && operation.fixed_query.is_none() && !is_shown;
    let status = operation.empty_status.filter(|_| is_empty)?;
    Some(EmptyAnswer { route: operation.path.to_string(), method: operation.method.as_str(), status })
}
