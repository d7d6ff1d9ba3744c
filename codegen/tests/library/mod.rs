//! A small API of a library: resources that hold and are derived from each other, with operations on them.

#![allow(dead_code, reason = "each test uses a part of it")]

use crate::pages::page;
use codegen::Input;

const RESOURCES: [(&str, &str, &str); 8] = [
    ("item", "", "id: String\ntitle: String"),
    (
        "book",
        "item",
        "pages: Int32\nsize: [measure](measure.md)\nbinding: [binding](binding.md)\n> shelf: [shelf](shelf.md)",
    ),
    ("measure", "", "height: Double\nunit: String"),
    ("shelf", "", "id: String\nwidth: [measure](measure.md)\nfloor: [floor](floor.md)"),
    ("floor", "", "level: Int32"),
    ("reader", "item", "name: String\ncard: [card](card.md)"),
    ("card", "", "number: String"),
    ("fine", "", "amount: Decimal\nfloor: [floor](floor.md)"),
];

const OPERATIONS: [(&str, &str, &str, &str); 10] = [
    ("book-get", "GET /books/{id}", "", "book"),
    ("book-peek", "GET /books/{isbn}", "", "book"),
    ("book-create", "POST /books", "book", "book"),
    ("book-burn", "POST /books/{id}/burn", "", ""),
    ("book-move", "POST /books/{id}/move", "to: [shelf](../resources/shelf.md)", ""),
    ("reader-get", "GET /readers/{id}", "", "reader"),
    ("reader-list-books", "GET /readers/{id}/books", "", "book"),
    ("reader-list-fines", "GET /readers/{id}/fines", "", "fine"),
    ("reader-list-liked", "GET /readers/{id}/liked", "", "item"),
    ("shelf-get", "GET /shelves/{id}", "", "shelf"),
];

/// The pages of the library.
pub(crate) fn pages() -> Vec<Input> {
    let resources = RESOURCES
        .iter()
        .map(|(name, base, rows)| page(&format!("resources/{name}.md"), resource(name, base, rows)));
    let operations = OPERATIONS.iter().map(|(stem, route, sent, answered)| {
        page(&format!("api/{stem}.md"), operation(stem, route, sent, answered, "v1.0"))
    });
    let binding = ENUM.to_owned();
    resources.chain(operations).chain([page("resources/binding.md", binding)]).collect()
}

/// A page of a resource: a row for each line, a relationship behind `>`.
fn resource(name: &str, base: &str, rows: &str) -> String {
    let table = |mark: &str| -> String {
        let rows = rows.lines().filter(|row| row.starts_with("> ") != mark.is_empty());
        rows.filter_map(|row| row.trim_start_matches(mark).split_once(": "))
            .map(|(name, type_)| format!("| {name} | {type_} | The {name}. |\n"))
            .collect()
    };
    let base =
        if base.is_empty() { String::new() } else { format!("Inherits from [{base}]({base}.md).\n\n") };
    format!(
        "---\ntitle: \"{name} resource type\"\n---\n\n# {name} resource type\n\nNamespace: sample.library\n\nA {name}.\n\n\
         {base}## Properties\n\n| Property | Type | Description |\n|---|---|---|\n{}\n\
         ## Relationships\n\n| Relationship | Type | Description |\n|---|---|---|\n{}",
        table(""),
        table("> "),
    )
}

/// A page of an operation that sends a resource or, as a row of a table, the parameter of an action.
pub(crate) fn operation(stem: &str, route: &str, sent: &str, answered: &str, version: &str) -> String {
    let body = match sent.split_once(": ") {
        Some((name, type_)) => format!(
            "These parameters.\n\n| Parameter | Type | Description |\n|---|---|---|\n| {name} | {type_} | Where. |\n"
        ),
        None if sent.is_empty() => "Nothing.\n".to_owned(),
        None => format!("A [{sent}](../resources/{sent}.md).\n"),
    };
    let answer = match answered {
        "" => "`204 No Content`.".to_owned(),
        name => format!("`200 OK` and a [{name}](../resources/{name}.md)."),
    };
    let (method, path) = route.split_once(' ').expect("method and path");
    let path = path.replace("{id}", "17").replace("{isbn}", "17");
    format!(
        "---\ntitle: \"{stem}\"\ndoc_type: apiPageType\n---\n\n# {stem}\n\nNamespace: sample.library\n\nDoes it.\n\n\
         ## HTTP request\n\n```http\n{route}\n```\n\n## Request body\n\n{body}\n## Response\n\n{answer}\n\n\
         ## Example\n\n```http\n{method} https://library.example/{version}{path}\n```\n"
    )
}

const ENUM: &str = "---\ntitle: \"binding enum type\"\n---\n\n# binding enum type\n\nNamespace: sample.library\n\nHow it is bound.\n\n\
    ## Members\n\n| Member | Value | Description |\n|---|---|---|\n| paper | 0 | In paper. |\n| cloth | 1 | In cloth. |\n";
