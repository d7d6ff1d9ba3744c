//! Answers without a body that the pages describe in words.

use std::collections::BTreeMap;

use crate::support::Json;

/// A call that answers a status and no body.
pub(super) struct EmptyAnswer {
    pub(super) route: String,
    pub(super) method: String,
    pub(super) status: u16,
}

/// Reads the data; none of it where it is no such data.
pub(super) fn read(data: &str) -> Vec<EmptyAnswer> {
    let lines: Vec<BTreeMap<String, Json>> = serde_json::from_str(data).unwrap_or_default();
    lines.iter().filter_map(answer).collect()
}

fn answer(line: &BTreeMap<String, Json>) -> Option<EmptyAnswer> {
    Some(EmptyAnswer {
        route: line.get("route")?.decode().ok()?,
        method: line.get("method")?.decode().ok()?,
        status: line.get("status")?.decode().ok()?,
    })
}
