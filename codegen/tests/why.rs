//! What an item of the crate rests on: the lines that say something of it, and which decided.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod pages;

use codegen::{Input, Options, Sources, Why};

const BOOK: &str = "---\ndoc_type: resourcePageType\n---\n# book resource type\n\nNamespace: library\n\nA book.\n\n\
    ## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n|id|String|The key.|\n|pages|String|How long it is.|\n\n\
    ## JSON representation\n\n<!-- { \"blockType\": \"resource\", \"@odata.type\": \"library.book\" } -->\n\
    ```json\n{\n  \"id\": \"String\",\n  \"pages\": 12\n}\n```\n";

const READER: &str = "---\ndoc_type: resourcePageType\n---\n# reader resource type\n\nNamespace: library\n\nA reader.\n\n\
    ## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n|id|String|The key.|\n\n\
    ## Relationships\n\n|Relationship|Type|Description|\n|:---|:---|:---|\n|loans|[book](book.md) collection|What they read.|\n";

const LIST: &str = "---\ndoc_type: apiPageType\n---\n# List loans\n\nNamespace: library\n\nLists what a reader has.\n\n\
    ## HTTP request\n\n```http\nGET /readers/{reader-id}/loans\n```\n\n## Response\n\n\
    `200 OK` and a collection of [book](../resources/book.md) objects.\n";

fn inputs() -> Vec<Input> {
    vec![
        pages::page("api/reader-list-loans.md", LIST),
        pages::page("resources/book.md", BOOK),
        pages::page("resources/reader.md", READER),
    ]
}

fn ask(question: &str) -> (Sources, Result<Why, String>) {
    let sources = pages::sources(inputs());
    let why = codegen::why(&sources, &Options::default(), question).unwrap();
    (sources, why)
}

/// Each piece of evidence with the line that it stands on.
fn reasons(question: &str) -> (String, Vec<String>) {
    let (sources, why) = ask(question);
    let why = why.unwrap();
    let line = |span: codegen::Span| {
        let (text, at) = (sources.text(span.file), sources.position(span).line);
        text.lines().nth(at - 1).unwrap().to_owned()
    };
    let told = why.reasons.iter().map(|reason| match reason.span {
        Some(span) => format!("{} <- {}", reason.text, line(span)),
        None => reason.text.clone(),
    });
    (why.item, told.collect())
}

#[test]
fn an_operation_rests_on_its_route_and_its_words() {
    let (item, told) = reasons("get /readers/{id}/loans");
    assert_eq!(item, "`GET /readers/{reader-id}/loans` is the function `library::reader::list_loans`");
    assert_eq!(told[0], "this route names the function <- GET /readers/{reader-id}/loans");
    let property = "`loans` leads to many `library.book`, through this property <- |loans|[book](book.md) collection|What they read.|";
    assert!(told.contains(&property.to_owned()), "{told:#?}");
    let words = "the words below *Response* name `library.book` <- `200 OK` and a collection of [book](../resources/book.md) objects.";
    assert!(told.contains(&words.to_owned()), "{told:#?}");
    assert!(
        told.contains(&"it answers a list of `library.book`, because of the route and the words".to_owned()),
        "{told:#?}"
    );
    assert_eq!(reasons("GET /readers/7/loans"), (item, told), "a concrete address is the same call");
}

#[test]
fn a_property_rests_on_its_row_and_what_contradicts_it_is_shown() {
    let (item, told) = reasons("Book.pages");
    assert_eq!(item, "`library.book.pages` is the field `library::book::Book::pages`, an `Edm.String`");
    assert!(told[0].ends_with("<- |pages|String|How long it is.|"), "{told:#?}");
    assert!(told.contains(&"the representation shows it <-   \"pages\": 12".to_owned()), "{told:#?}");
    let codes: Vec<String> =
        ask("book.pages").1.unwrap().findings.iter().map(|found| found.code.to_string()).collect();
    assert_eq!(codes, ["conflicting-type"]);
}

#[test]
fn a_type_tells_who_holds_it() {
    let (item, told) = reasons("library.book");
    assert_eq!(item, "`library.book` is the struct `library::book::Book`");
    assert!(told[0].ends_with("<- # book resource type"), "{told:#?}");
    assert!(
        told.iter().any(|reason| reason.starts_with("`library.reader.loans` holds it <- |loans|")),
        "{told:#?}"
    );
}

#[test]
fn what_is_not_there_is_answered_by_what_comes_near() {
    let nothing = |question: &str| ask(question).1.unwrap_err();
    assert_eq!(nothing("bok"), "there is no type `bok`: did you mean `library.book`?");
    assert_eq!(nothing("book.size"), "`library.book` has no property `size`; it has id, pages");
    assert_eq!(
        nothing("GET /reader/{id}/loans"),
        "no page documents `GET /reader/{id}/loans`: did you mean `GET /readers/{reader-id}/loans`?"
    );
    assert_eq!(nothing("whatever.that.is"), "there is no type `whatever.that`");
}
