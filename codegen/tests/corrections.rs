//! A user's corrections: each kind applied, and refused where it does not apply.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod library;
mod pages;

use codegen::{Change, Correction, Generated, Options, Refusal, generate};

fn corrected(changes: Vec<Change>) -> Result<Generated, Refusal> {
    let corrections = changes.into_iter().zip(1..).map(|(change, line)| Correction {
        change,
        reason: "The service says so.".to_owned(),
        place: format!("corrections.toml:{line}"),
    });
    let options = Options { corrections: corrections.collect(), ..Options::default() };
    generate(&pages::sources(library::pages()), &options)
}

fn rename(item: &str, to: &str) -> Change {
    Change::Rename { item: format!("sample::library::{item}"), to: to.to_owned() }
}

fn retype(property: &str, to: &str) -> Change {
    Change::Retype { property: format!("sample.library.{property}"), to: to.to_owned() }
}

fn omit(item: &str) -> Change {
    Change::Omit { item: item.to_owned() }
}

/// The text of a module of the corrected crate.
fn module(given: &Generated, name: &str) -> String {
    given.files[&format!("src/sample/library/{name}.rs")].clone()
}

/// What is said against corrections that cannot be applied.
fn refused(changes: Vec<Change>) -> String {
    match corrected(changes) {
        Err(refusal @ Refusal::Stale(_)) => refusal.to_string(),
        other => panic!("not refused: {:?}", other.map(|given| given.files.into_keys().collect::<Vec<_>>())),
    }
}

#[test]
fn a_renamed_type_is_renamed_wherever_it_is_used() {
    let given = corrected(vec![rename("book::Book", "Volume")]).unwrap();
    let book = module(&given, "book");
    for part in ["pub struct Volume {", "table!(Volume);", "volume: &Volume", "Request<&Volume, Volume>"] {
        assert!(book.contains(part), "{part} is not in\n{book}");
    }
    // The service goes on calling it as it does.
    assert!(book.contains(r#"const TYPE: &'static str = "sample.library.book";"#), "{book}");
    assert!(module(&given, "reader").contains("use crate::sample::library::book::Volume;"));
    // The copied files have examples with books of their own.
    let mut written = given.files.iter().filter(|(path, _)| !path.starts_with("src/support/"));
    assert!(!written.any(|(_, text)| text.contains("Book {") || text.contains("::Book")));
}

#[test]
fn a_renamed_function_takes_its_constants_along() {
    let given = corrected(vec![rename("book::get", "fetch"), rename("book::peek", "glance")]).unwrap();
    let book = module(&given, "book");
    assert!(book.contains("pub const FETCH_PATH: &str") && book.contains("pub fn fetch("), "{book}");
    for alias in ["fetch as glance", "FETCH_PATH as GLANCE_PATH"] {
        assert!(book.contains(&format!("pub use crate::sample::library::book::{alias};")), "{book}");
    }
    assert!(!book.contains("fn get") && !book.contains(" GET_"), "{book}");
    assert!(given.files["tests/examples.rs"].contains("\"sample::library::book::fetch\""));
    assert!(given.files["src/examples.json"].contains("\"sample::library::book::fetch\""));
}

#[test]
fn fields_and_variants_are_renamed_and_keep_their_json() {
    let given = corrected(vec![
        rename("book::Book::pages", "page_count"),
        rename("binding::Binding::Paper", "Paperback"),
    ])
    .unwrap();
    let book = module(&given, "book");
    assert!(book.contains("pub page_count: Option<i32>") && book.contains("\"pages\""), "{book}");
    assert!(book.contains("Slot::Int32(&mut self.page_count)"), "{book}");
    let binding = module(&given, "binding");
    assert!(binding.contains("Paperback,") && binding.contains("\"paper\""), "{binding}");
}

#[test]
fn names_are_exchanged_at_once() {
    let given = corrected(vec![
        rename("measure::Measure::height", "unit"),
        rename("measure::Measure::unit", "height"),
        // The path is that before the type is renamed.
        rename("measure::Measure", "Length"),
    ])
    .unwrap();
    let measure = module(&given, "measure");
    assert!(measure.contains("pub unit: Option<f64>") && measure.contains("pub height: Option<String>"));
    assert!(measure.contains("pub struct Length {"), "{measure}");
}

#[test]
fn a_rename_that_cannot_be_is_refused() {
    for (item, to, why) in [
        (
            "book::Volume",
            "Tome",
            "the crate has no type, field, variant or function `sample::library::book::Volume`",
        ),
        (
            "book::Tome",
            "Book",
            "the crate has no `sample::library::book::Tome`; it now has `sample::library::book::Book`",
        ),
        ("book::Book", "Book", "`sample::library::book::Book` has that name already: remove the entry"),
        ("book::Book", "volume", "`volume` is not a valid Rust name for this item: write `Volume`"),
        ("book::Book", "Option", "`Option` is not a valid Rust name for this item: write `Option_`"),
        ("book::Book::pages", "type", "`type` is not a valid Rust name for this item: write `type_`"),
        ("book::Book::pages", "a-b", "`a-b` is not a valid Rust name for this item: write `a_b`"),
        ("book::Book::pages", "size", "the name `size` is taken there"),
        ("book::Book::pages", "extra", "the name `extra` is taken there"),
        ("binding::Binding::Paper", "Cloth", "the name `Cloth` is taken there"),
        ("binding::Binding::Paper", "Unlisted", "the name `Unlisted` is taken there"),
        ("book::get", "burn", "the name `burn` is taken there"),
        ("book::get", "peek", "the name `peek` is taken there"),
        ("book::Book", "BookMoveRequest", "the name `BookMoveRequest` is taken there"),
    ] {
        let message = refused(vec![rename("reader::Reader", "Person"), rename(item, to)]);
        assert_eq!(
            message,
            format!("corrections.toml:2: the correction does not apply: {why}"),
            "{item} to {to}"
        );
    }
    let twice = refused(vec![rename("book::Book", "Tome"), rename("book::Book", "Volume")]);
    assert!(twice.ends_with("`sample::library::book::Book` is renamed twice"), "{twice}");
}

#[test]
fn a_property_is_retyped_wherever_it_is_inherited() {
    let given = corrected(vec![retype("item.title", "Collection(Edm.String)")]).unwrap();
    for name in ["item", "book", "reader"] {
        assert!(module(&given, name).contains("pub title: Option<Vec<String>>"), "{name}");
    }
    let given = corrected(vec![retype("book.title", "Edm.Decimal")]).unwrap();
    assert!(module(&given, "book").contains("pub title: Option<Decimal>"));
    assert!(module(&given, "item").contains("pub title: Option<String>"));
    let note =
        given.files["diagnostics.txt"].lines().find(|line| line.contains("[corrected]")).unwrap().to_owned();
    let expected = "note[corrected]: taken as `Edm.Decimal`, as a correction says: The service says so.";
    assert!(note.starts_with("resources/item.md:16:") && note.ends_with(expected), "{note}");
}

#[test]
fn a_property_may_become_an_object_or_cease_to_be_one() {
    let given = corrected(vec![
        retype("shelf.floor", "sample.library.shelf"),
        retype("book.shelf", "Edm.String"),
        retype("card.number", "sample.library.binding"),
    ])
    .unwrap();
    assert!(module(&given, "shelf").contains("pub floor: Option<Box<Shelf>>"), "a value of itself is boxed");
    assert!(module(&given, "book").contains("pub shelf: Option<String>"));
    assert!(module(&given, "card").contains("pub number: Option<Binding>"));
}

#[test]
fn a_retyping_that_does_not_apply_is_refused() {
    for (property, to, why) in [
        (
            "book.title",
            "Edm.String",
            "`sample.library.book.title` is already `Edm.String`: remove this entry",
        ),
        ("book.titel", "Edm.Decimal", "`sample.library.book` has no property `titel`"),
        ("tome.title", "Edm.Decimal", "no page describes a type `sample.library.tome`"),
        ("book.title", "sample.library.tome", "there is no type `sample.library.tome`"),
    ] {
        let message = refused(vec![retype(property, to)]);
        assert_eq!(message, format!("corrections.toml:1: the correction does not apply: {why}"));
    }
}

#[test]
fn what_is_omitted_is_gone_and_accounted_for() {
    let given = corrected(vec![
        omit("POST /books/{id}/move"),
        omit("GET /books/{id}"),
        omit("sample.library.item.title"),
    ])
    .unwrap();
    let book = module(&given, "book");
    for gone in ["fn move_", "BookMoveRequest", "fn get", "peek", "title"] {
        assert!(!book.contains(gone), "{gone} is in\n{book}");
    }
    assert!(!module(&given, "reader").contains("title"));
    let findings: Vec<&str> = given.files["diagnostics.txt"].lines().skip(1).collect();
    let pages = ["api/book-get.md", "api/book-move.md", "api/book-peek.md", "resources/item.md"];
    let corrected = "note[corrected]: left out, as a correction says: The service says so.";
    for page in pages {
        assert!(
            findings.iter().any(|line| line.starts_with(page) && line.ends_with(corrected)),
            "{page}: {findings:?}"
        );
    }
    assert!(!findings.iter().any(|line| line.contains("nothing-generated")), "{findings:?}");
    assert_eq!(given.summary.without_items, 3);
}

#[test]
fn an_omission_that_does_not_apply_is_refused() {
    for (item, why) in [
        ("GET /tomes", "no page has `GET /tomes`"),
        ("GET /books/{key}", "no page has `GET /books/{key}`: did you mean `GET /books/{id}`?"),
        ("get /books/{id}", "no page has `get /books/{id}`: did you mean `GET /books/{id}`?"),
        ("sample.library.book.titel", "`sample.library.book` has no property `titel`"),
        ("book", "what is left out is written `namespace.type.property` or `METHOD /path`"),
    ] {
        let message = refused(vec![omit(item)]);
        assert_eq!(message, format!("corrections.toml:1: the correction does not apply: {why}"));
    }
    let twice = refused(vec![omit("GET /books/{id}"), omit("GET /books/{id}")]);
    assert!(twice.starts_with("corrections.toml:2: "), "{twice}");
}
