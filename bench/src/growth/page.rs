//! Pages of a made-up library, with whatever there are many of.

use std::fmt::Display;

/// Files by their paths.
pub(super) type Pages = Vec<(String, String)>;

/// All of them, one behind the other.
pub(super) fn each<T: Display>(count: usize, one: impl Fn(usize) -> T) -> String {
    (0..count).map(|number| one(number).to_string()).collect()
}

/// A page about a type, with the rows of its table.
pub(super) fn resource(name: &str, rows: &str) -> (String, String) {
    resource_with(name, "", rows, "")
}

/// A page about a type, with the sentence that stands above its table and with what stands below it.
pub(super) fn resource_with(name: &str, above: &str, rows: &str, below: &str) -> (String, String) {
    let text = format!(
        "# {name} resource type\n\nSomething of the library.\n\n{above}\n\n## Properties\n\n\
         | Property | Type | Description |\n|---|---|---|\n{rows}\n{below}\n"
    );
    (format!("resources/{name}.md"), text)
}

/// A row of a table of properties.
pub(super) fn row(name: impl Display, type_: impl Display) -> String {
    format!("| {name} | {type_} | Some words. |\n")
}

/// A page about an operation, with its routes and with what stands below them.
pub(super) fn operation(file: &str, title: &str, routes: &str, below: &str) -> (String, String) {
    let text = format!(
        "# {title}\n\nDoes something in the library.\n\n## HTTP request\n\n```http\n{routes}\n```\n\n{below}\n"
    );
    (format!("api/{file}.md"), text)
}

/// A page about a type and one that answers it.
pub(super) fn book(below: &str) -> Pages {
    let rows = row("id", "String") + &row("title", "String");
    vec![resource("book", &rows), operation("book-get", "Get book", "GET /books/{id}", below)]
}

/// What an operation's page shows as its answer.
pub(super) fn answer(json: &str) -> String {
    format!(
        "## Response\n\n`200 OK` and a [book](../resources/book.md).\n\n## Example\n\n### Request\n\n\
         ```http\nGET https://library.example/v1.0/books/17\n```\n\n### Response\n\n\
         ```http\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{json}\n```\n"
    )
}
