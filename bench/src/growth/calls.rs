//! Routes, operations and their bodies, very many of them.

use super::page::{Pages, answer, book, each, operation, resource, resource_with, row};

pub(super) const CASES: [super::Case; 25] = [
    ("one route, again and again", 2_000, same_route),
    ("routes of a page", 12_500, routes),
    ("routes that differ in a key", 2_000, routes_of_keys),
    ("routes of a page, each with an example", 500, routes_with_examples),
    ("calls of a page, one after the other", 15, calls_of_page),
    ("paragraphs around the calls of a page", 500, around_calls),
    ("pages of a route", 500, pages_of_a_route),
    ("pages", 1_000, pages),
    ("pages with a key's name each", 1_000, pages_of_keys),
    ("functions of one name", 2_500, functions),
    ("segments of a route", 1_000, segments),
    ("parameters of a route", 500, parameters),
    ("routes, each longer than the last", 100, staircase),
    ("parameters of a call", 1_000, call),
    ("parameters of a query", 1_000, query),
    ("routes with a query each", 1_000, queries),
    ("rows of a table of parameters", 2_000, parameter_rows),
    ("rows of a table of a body", 2_000, body_rows),
    ("rows of headers", 2_000, headers),
    ("rows of permissions", 2_000, permissions),
    ("permissions of a row", 5_000, permissions_of_a_row),
    ("examples, each of a type that it names", 500, examples_of_types),
    ("examples that none of the types knows", 500, examples_of_no_type),
    ("examples that are no JSON", 500, broken_examples),
    ("properties that an example shows", 2_000, shown_properties),
];

fn same_route(count: usize) -> Pages {
    vec![operation("book-get", "Get book", &"GET /a/{id}\n".repeat(count), "")]
}

fn routes(count: usize) -> Pages {
    vec![operation("book-get", "Get book", &each(count, |number| format!("GET /shelf{number}/{{id}}\n")), "")]
}

fn routes_of_keys(count: usize) -> Pages {
    vec![operation("book-get", "Get book", &each(count, |number| format!("GET /books/{{id{number}}}\n")), "")]
}

fn routes_with_examples(count: usize) -> Pages {
    let examples = each(count, |number| {
        format!(
            "```http\nGET https://library.example/v1.0/shelf{number}/17\n```\n\n```http\nHTTP/1.1 200 OK\n\n{{ \"title\": \"a\" }}\n```\n\n"
        )
    });
    let routes = each(count, |number| format!("GET /shelf{number}/{{id}}\n"));
    vec![
        resource("book", &row("title", "String")),
        operation(
            "book-get",
            "Get book",
            &routes,
            &format!("## Response\n\nA [book](../resources/book.md).\n\n## Examples\n\n{examples}"),
        ),
    ]
}

fn calls_of_page(count: usize) -> Pages {
    vec![several_calls("", count)]
}

fn around_calls(count: usize) -> Pages {
    vec![several_calls(&"What holds for every call.\n\n".repeat(count), 15)]
}

/// A page with several calls, each with sections of its own, behind a section about all of them.
fn several_calls(about_all: &str, count: usize) -> (String, String) {
    let calls = each(count, |number| {
        format!(
            "## Call {number}\n\n```http\nPOST /rooms/{{id}}/call{number}\n```\n\n### Request body\n\n```json\n{{ \"name{number}\": string }}\n```\n\n### Response\n\n`204 No Content`.\n\n"
        )
    });
    let text =
        format!("---\ntitle: Rooms\n---\n\n# Rooms\n\nCalls of rooms.\n\n## Remarks\n\n{about_all}{calls}");
    ("api/rooms.md".to_owned(), text)
}

fn pages_of_a_route(count: usize) -> Pages {
    let page = |number| {
        operation(&format!("book-get{number}"), &format!("Get book {number}"), "GET /books/{id}", "")
    };
    (0..count).map(page).collect()
}

fn pages(count: usize) -> Pages {
    let page = |number| {
        let route = format!("GET /books{number}/{{id}}");
        operation(&format!("book{number}-get"), &format!("Get book{number}"), &route, "")
    };
    (0..count).map(page).collect()
}

fn pages_of_keys(count: usize) -> Pages {
    let page = |number| {
        let route = format!("GET /books/{{id}}/shelves/{{shelf{number}}}/mark{number}");
        operation(&format!("book-mark{number}"), &format!("book: mark{number}"), &route, "")
    };
    (0..count).map(page).collect()
}

fn functions(count: usize) -> Pages {
    let page = |number: usize| {
        let (_, text) = operation("", "List books", &format!("GET /shelf{number}/books"), "");
        (format!("api/folder{number}/book-list.md"), text)
    };
    (0..count).map(page).collect()
}

fn segments(count: usize) -> Pages {
    vec![operation(
        "book-get",
        "Get book",
        &format!("GET /books\nGET /books{}", each(count, |number| format!("/part{number}"))),
        "",
    )]
}

fn parameters(count: usize) -> Pages {
    vec![operation("book-get", "Get book", &format!("GET /books\nGET /books{}", "/{id}".repeat(count)), "")]
}

fn staircase(count: usize) -> Pages {
    let route =
        |number: usize| format!("GET /books{}\n", each(number + 1, |part| format!("/part{part}/{{id}}")));
    vec![operation("book-get", "Get book", &each(count, route), "")]
}

fn call(count: usize) -> Pages {
    let arguments: Vec<String> = (0..count).map(|number| format!("part{number}={{part{number}}}")).collect();
    vec![operation(
        "book-find",
        "book: find",
        &format!("GET /books\nGET /books/find({})", arguments.join(",")),
        "",
    )]
}

fn query(count: usize) -> Pages {
    let parts: Vec<String> = (0..count).map(|number| format!("part{number}={{part{number}}}")).collect();
    vec![operation("book-list", "List books", &format!("GET /books\nGET /books?{}", parts.join("&")), "")]
}

fn queries(count: usize) -> Pages {
    let routes = each(count, |number| format!("GET /books?part{number}={{part{number}}}\n"));
    vec![operation("book-list", "List books", &routes, "")]
}

fn parameter_rows(count: usize) -> Pages {
    let rows = each(count, |number| row(format!("part{number}"), "String"));
    let table = format!("## Query parameters\n\n| Parameter | Type | Description |\n|---|---|---|\n{rows}");
    vec![operation("book-list", "List books", "GET /books", &table)]
}

fn body_rows(count: usize) -> Pages {
    let rows = each(count, |number| row(format!("part{number}"), "String"));
    let table = format!(
        "## Request body\n\nProvide these:\n\n| Parameter | Type | Description |\n|---|---|---|\n{rows}"
    );
    vec![operation("book-lend", "book: lend", "POST /books/{id}/lend", &table)]
}

fn headers(count: usize) -> Pages {
    let rows = each(count, |number| format!("| Header{number} | some words |\n"));
    let table = format!("## Request headers\n\n| Name | Description |\n|---|---|\n{rows}");
    vec![operation("book-list", "List books", "GET /books", &table)]
}

fn permissions(count: usize) -> Pages {
    let rows = each(count, |number| format!("| Caller {number} | Book.Read{number}, Book.Write{number} |\n"));
    let table = format!("## Permissions\n\n| Permission type | Permissions |\n|---|---|\n{rows}");
    vec![operation("book-list", "List books", "GET /books", &table)]
}

fn permissions_of_a_row(count: usize) -> Pages {
    let names: Vec<String> = (0..count).map(|number| format!("Book.Read{number}")).collect();
    let table = format!(
        "## Permissions\n\n| Permission type | Permissions |\n|---|---|\n| Application | {} |\n",
        names.join(", ")
    );
    let mut pages = book(&answer("{ \"title\": \"a\" }"));
    pages.push(operation("book-list", "List books", "GET /books", &table));
    pages
}

fn examples_of_types(count: usize) -> Pages {
    let pages = (0..count).flat_map(|number| {
        let example = format!("{{ \"@odata.type\": \"#book{number}\", \"title{number}\": \"a\" }}");
        [derived(number), read(number, &answer(&example))]
    });
    pages.chain(book("")).collect()
}

fn examples_of_no_type(count: usize) -> Pages {
    let pages = (0..count).flat_map(|number| [derived(number), read(number, &answer("{ \"other\": 1 }"))]);
    pages.chain(book("")).collect()
}

fn broken_examples(count: usize) -> Pages {
    let pages = (0..count).map(|number| read(number, &answer("{ \"title\" \"a\"")));
    pages.chain(book("")).collect()
}

/// A type of book.
fn derived(number: usize) -> (String, String) {
    let base = "Inherits from [book](book.md).";
    resource_with(&format!("book{number}"), base, &row(format!("title{number}"), "String"), "")
}

/// A read with an example of its own.
fn read(number: usize, below: &str) -> (String, String) {
    let route = format!("GET /books{number}/{{id}}");
    let below = below.replace("/books/", &format!("/books{number}/"));
    operation(&format!("book{number}-get"), &format!("Get book{number}"), &route, &below)
}

fn shown_properties(count: usize) -> Pages {
    let members: Vec<String> = (0..count).map(|number| format!("\"part{number}\": \"a\"")).collect();
    let mut pages = book(&answer(&format!("{{ {} }}", members.join(", "))));
    pages[0] = resource("book", &each(count, |number| row(format!("part{number}"), "String")));
    pages
}
