//! The page: a frame that is the same for all references, and the data. Scripts put the data into the frame, as text.

use serde_json::Value;

use crate::web::{WebPage, embedded};

const STYLE: &str = include_str!("page.css");
const FRAME: &str = include_str!("page.html");

/// Each uses those above it.
const SCRIPT: &str = concat!(
    "\"use strict\";\n",
    include_str!("scripts/data.js"),
    include_str!("scripts/elements.js"),
    include_str!("scripts/table.js"),
    include_str!("scripts/matrix.js"),
    include_str!("scripts/entries.js"),
    include_str!("scripts/list.js"),
    include_str!("scripts/overview.js"),
    include_str!("scripts/routes.js"),
    include_str!("scripts/address.js"),
);

/// The page that shows the data.
pub(super) fn page(data: &Value) -> String {
    let data = embedded(&data.to_string());
    let body = format!("{FRAME}<script type=\"application/json\" id=\"data\">{data}</script>\n");
    WebPage { title: "What became of the pages", style: STYLE, body: &body, script: SCRIPT }.html()
}
