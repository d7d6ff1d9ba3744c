//! A user's corrections of calls: another route, another body, another answer; each refused where it does not apply.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod library;
mod pages;

use codegen::{Change, Correction, Generated, Options, Refusal, generate};

/// A page whose route, body and answer are wrong, with an example that has the same mistake, and one with a query.
const LEND: &str = r#"---
title: "Lend a book"
doc_type: apiPageType
---

# Lend a book

Namespace: sample.library

Lends a book.

## HTTP request

```http
POST /reader/{id}/loans
POST /reader/{id}/loans?notify=true
```

## Request body

| Parameter | Type | Description |
|---|---|---|
| isbn | String | Which book. |

## Response

`200 OK` and a [card](../resources/card.md).

## Example

```http
POST https://library.example/v1.0/reader/17/loans

{"isbn": "5"}
```

```http
HTTP/1.1 200 OK

{"number": "3"}
```
"#;

fn corrected(changes: Vec<Change>) -> Result<Generated, Refusal> {
    let corrections = changes.into_iter().zip(1..).map(|(change, line)| Correction {
        change,
        reason: "The service says so.".to_owned(),
        place: format!("corrections.toml:{line}"),
    });
    let options = Options { corrections: corrections.collect(), ..Options::default() };
    let mut inputs = library::pages();
    inputs.push(pages::page("api/book-lend.md", LEND));
    generate(&pages::sources(inputs), &options)
}

fn route(item: &str, to: &str) -> Change {
    Change::Route { item: item.to_owned(), to: to.to_owned() }
}

fn body(item: &str, is: &str) -> Change {
    Change::Body { item: item.to_owned(), is: is.to_owned() }
}

fn answer(item: &str, is: &str) -> Change {
    Change::Answer { item: item.to_owned(), is: is.to_owned() }
}

/// The text of a module of the corrected crate.
fn module(given: &Generated, name: &str) -> String {
    given.files[&format!("src/sample/library/{name}.rs")].clone()
}

/// The findings of the corrected crate.
fn findings(given: &Generated) -> &str {
    &given.files["diagnostics.txt"]
}

/// What is said against a correction that cannot be applied.
fn refused(change: Change) -> String {
    match corrected(vec![change]) {
        Err(refusal @ Refusal::Stale(_)) => {
            let message = refusal.to_string();
            message.strip_prefix("corrections.toml:1: the correction does not apply: ").unwrap().to_owned()
        }
        other => panic!("not refused: {:?}", other.map(|given| given.files.into_keys().collect::<Vec<_>>())),
    }
}

#[test]
fn a_corrected_route_has_all_its_functions_and_examples() {
    let given = corrected(vec![route("POST /reader/{id}/loans", "POST /readers/{id}/loans")]).unwrap();
    let book = module(&given, "book");
    assert!(book.contains("= \"/readers/{id}/loans\";"), "{book}");
    assert!(book.contains("= \"/readers/{id}/loans?notify=true\";"), "{book}");
    assert!(!book.contains("/reader/"), "{book}");
    let examples = &given.files["src/examples.json"];
    assert!(examples.contains("/readers/17/loans"), "{examples}");
    let found = findings(&given);
    let note =
        "note[corrected]: taken as `POST /readers/{id}/loans`, as a correction says: The service says so.";
    assert_eq!(found.matches(note).count(), 2, "{found}");
    assert!(!found.contains("example-without-route"), "{found}");
}

#[test]
fn a_corrected_method_takes_the_example_along() {
    let given = corrected(vec![route("POST /reader/{id}/loans", "PUT /reader/{id}/loans/{isbn}")]).unwrap();
    let book = module(&given, "book");
    assert!(book.contains("= \"/reader/{id}/loans/{isbn}\";"), "{book}");
    assert!(book.contains("Method::PUT") || book.contains("\"PUT\""), "{book}");
    // The address has a place that no example fills: the page's example is named.
    assert!(findings(&given).contains("warning[example-without-route]"), "{}", findings(&given));
    let given = corrected(vec![route("POST /reader/{id}/loans", "PUT /reader/{id}/loans")]).unwrap();
    assert!(!findings(&given).contains("example-without-route"), "{}", findings(&given));
}

#[test]
fn a_query_is_named_and_corrected_with_its_route() {
    let given = corrected(vec![route("POST /reader/{id}/loans?notify=true", "POST /readers/{id}/notices")]);
    let book = module(&given.unwrap(), "book");
    assert!(book.contains("= \"/reader/{id}/loans\";"), "{book}");
    assert!(book.contains("= \"/readers/{id}/notices\";"), "{book}");
    let given = corrected(vec![route("POST /reader/{id}/loans?notify=true", "POST /reader/{id}/loans")]);
    let book = module(&given.unwrap(), "book");
    assert_eq!(book.matches("_PATH: &str = \"/reader/{id}/loans").count(), 1, "{book}");
}

#[test]
fn a_corrected_route_that_another_page_has_is_one_operation_with_it() {
    let given = corrected(vec![route("POST /books/{id}/burn", "POST /books/{id}/move")]).unwrap();
    let book = module(&given, "book");
    assert!(!book.contains("/burn"), "{book}");
    assert!(book.contains("pub use crate::sample::library::book::") && book.contains(" as "), "{book}");
    assert_eq!(book.matches("= \"/books/{id}/move\";").count(), 1, "{book}");
}

#[test]
fn a_route_that_does_not_apply_is_refused() {
    for (item, to, why) in [
        ("GET /tomes", "GET /volumes", "no page has `GET /tomes`"),
        (
            "GET /book/{id}",
            "GET /books/{id}",
            "no page has `GET /book/{id}`, and `GET /books/{id}` is there already: remove the entry",
        ),
        (
            "GET /book/{id}",
            "GET /tomes/{id}",
            "no page has `GET /book/{id}`: did you mean `GET /books/{id}`?",
        ),
        (
            "PUT /books/{id}",
            "GET /tomes/{id}",
            "no page has `PUT /books/{id}`: did you mean `GET /books/{id}`?",
        ),
        ("GET /books/{id}", "GET /books/{id}", "the pages already have `GET /books/{id}`: remove this entry"),
        ("GET /books/{id}", "FETCH /books/{id}", "there is no method `FETCH`"),
        ("GET /books/{id}", "GET books/{id}", "`GET books/{id}` has a slip: the leading slash is missing"),
        (
            "GET /books/{id}",
            "GET https://library.example/v1.0/books/{id}",
            "`GET https://library.example/v1.0/books/{id}` has a slip: host and version left out",
        ),
        ("GET /books/{id}", "GET **", "`GET **` cannot be read: `**` stands where the address should be"),
        ("book", "GET /tomes", "`book`: an operation is written `METHOD /path`"),
    ] {
        assert_eq!(refused(route(item, to)), why, "{item} to {to}");
    }
}

#[test]
fn a_body_is_corrected_and_what_only_it_used_is_gone() {
    for (is, sent) in [
        ("sample.library.book", "book: &Book"),
        ("Collection(sample.library.book)", "&'a [Book]"),
        ("Collection(Edm.String)", "&'a [String]"),
        ("bytes", "body: Content"),
        ("json", "&'a Json"),
        ("sample.library.book?", "Option<&'a Book>"),
        ("none", "pub fn lend(reader_id: &str) -> Request<(), Card>"),
    ] {
        let given = corrected(vec![body("POST /reader/{id}/loans", is)]).unwrap();
        let book = module(&given, "book");
        assert!(book.contains(sent), "{is}: {book}");
        assert!(!book.contains("BookLendRequest"), "{book}");
        let note = format!("note[corrected]: `{is}` is sent, as a correction says: The service says so.");
        assert!(findings(&given).contains(&note), "{}", findings(&given));
    }
}

#[test]
fn a_body_that_is_derived_from_the_pages_says_what_it_is() {
    let given = corrected(vec![
        body("POST /books", "sample.library.item"),
        body("POST /books", "sample.library.reader"),
    ]);
    let book = module(&given.unwrap(), "book");
    assert!(book.contains(".naming_type(\"sample.library.reader\")"), "{book}");
    let plain = module(&corrected(vec![body("POST /books", "sample.library.item")]).unwrap(), "book");
    assert!(!plain.contains("naming_type"), "{plain}");
}

#[test]
fn an_answer_is_corrected() {
    for (is, answered) in [
        ("sample.library.book", "Request<&'a BookLendRequest, Book>"),
        ("Collection(sample.library.card)", "Collection<Card>"),
        ("Edm.String", "Wrapped<String>"),
        ("sample.library.binding", "Wrapped<Binding>"),
        ("bytes", "Vec<u8>>"),
        ("json", "Json>"),
        ("sample.library.card?", "Reply<Card>"),
        ("none", "()>"),
    ] {
        let given = corrected(vec![answer("POST /reader/{id}/loans", is)]).unwrap();
        let book = module(&given, "book");
        assert!(book.contains(answered), "{is}: {book}");
        let note = format!("note[corrected]: `{is}` is answered, as a correction says: The service says so.");
        assert_eq!(findings(&given).matches(&note).count(), 2, "{}", findings(&given));
        assert!(findings(&given).contains("answers rest on: a correction 2, "), "{}", findings(&given));
    }
}

#[test]
fn a_guess_that_is_corrected_is_none_any_more() {
    let page = LEND.replace("`200 OK` and a [card](../resources/card.md).", "").replace("number", "colour");
    let page = page.replace("Lends a book.", "Lends a [book](../resources/book.md).");
    let run = |corrections| {
        let mut inputs = library::pages();
        inputs.push(pages::page("api/book-lend.md", page.clone()));
        generate(&pages::sources(inputs), &Options { corrections, ..Options::default() }).unwrap()
    };
    let plain = run(Vec::new());
    assert!(findings(&plain).contains("guessed-answer"), "{}", findings(&plain));
    let given = run(vec![Correction {
        change: answer("POST /reader/{id}/loans", "sample.library.card"),
        reason: "Seen.".to_owned(),
        place: "corrections.toml:1".to_owned(),
    }]);
    assert!(!findings(&given).contains("guessed-answer"), "{}", findings(&given));
}

#[test]
fn a_guessed_body_that_is_corrected_is_none_any_more() {
    let table = "| Parameter | Type | Description |\n|---|---|---|\n| isbn | String | Which book. |\n";
    let page = LEND.replace(table, "A loan.\n");
    let run = |corrections| {
        let mut inputs = library::pages();
        inputs.push(pages::page("api/book-lend.md", page.clone()));
        generate(&pages::sources(inputs), &Options { corrections, ..Options::default() }).unwrap()
    };
    let guesses = |given: &Generated| findings(given).matches("warning[guessed-body]").count();
    assert!(guesses(&run(Vec::new())) > 0);
    let given = run(vec![Correction {
        change: body("POST /reader/{id}/loans", "sample.library.book"),
        reason: "Seen.".to_owned(),
        place: "corrections.toml:1".to_owned(),
    }]);
    assert_eq!(guesses(&given), 0, "{}", findings(&given));
}

#[test]
fn a_body_or_an_answer_that_does_not_apply_is_refused() {
    for (change, why) in [
        (
            body("POST /books", "sample.library.book"),
            "`POST /books` already sends `sample.library.book`: remove this entry",
        ),
        (body("POST /books", "sample.library.tome"), "there is no type `sample.library.tome`"),
        (
            body("POST /books", "Collection(book)"),
            "there is no type `book`: did you mean `sample.library.book`?",
        ),
        (
            body("POST /books", "Edm.String"),
            "`Edm.String` alone cannot be a body: name an object's type, or `Collection(Edm.String)`",
        ),
        (body("POST /books", "none?"), "the question mark of `none?` has no meaning: write `none`"),
        (body("GET /books/{id}", "json"), "`GET /books/{id}`: a GET sends no body"),
        (body("POST /tomes", "json"), "no page has `POST /tomes`"),
        (
            answer("GET /books/{id}", "sample.library.book"),
            "`GET /books/{id}` already answers `sample.library.book`: remove this entry",
        ),
        (
            answer("GET /books/{id}", "sample.book"),
            "there is no type `sample.book`: did you mean `sample.library.book`?",
        ),
        (answer("GET /books/{id}", "json??"), "the question mark of `json??` has no meaning: write `json?`"),
        (
            answer("GET /books/{key}", "json"),
            "no page has `GET /books/{key}`: did you mean `GET /books/{id}`?",
        ),
        (answer("book", "json"), "`book`: an operation is written `METHOD /path`"),
    ] {
        let told = refused(change.clone());
        assert_eq!(told, why, "{change:?}");
    }
}
