//! A slice of the API: some resources, their operations, and what these need.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod library;
mod pages;

use codegen::{Generated, Input, Options, Refusal, SliceTypes, generate};

fn sliced_from(inputs: Vec<Input>, only: &[&str]) -> Result<Generated, Refusal> {
    let only = only.iter().map(|name| (*name).to_owned()).collect();
    generate(&pages::sources(inputs), &Options { only, ..Options::default() })
}

fn slice(only: &[&str]) -> Generated {
    sliced_from(library::pages(), only).unwrap()
}

/// The modules of the library that a crate has.
fn modules(given: &Generated) -> Vec<&str> {
    let below = given.files.keys().filter_map(|path| path.strip_prefix("src/sample/library/"));
    below.map(|path| path.trim_end_matches(".rs")).collect()
}

fn module<'a>(given: &'a Generated, name: &str) -> &'a str {
    &given.files[&format!("src/sample/library/{name}.rs")]
}

fn functions(given: &Generated) -> Vec<&str> {
    let texts = modules(given).into_iter().map(|name| module(given, name));
    let lines = texts.flat_map(str::lines).filter_map(|line| line.strip_prefix("pub fn "));
    lines.filter_map(|line| line.split(['(', '<']).next()).collect()
}

#[test]
fn a_resource_comes_with_its_operations_and_what_they_hold() {
    let given = slice(&["book"]);
    // The list of a reader's books is the books'; moving a book to a shelf is the shelves'.
    assert_eq!(functions(&given), ["burn", "create", "get", "list_books"]);
    assert_eq!(modules(&given), ["binding", "book", "measure", "reader"]);
    assert_eq!(given.summary.slice, Some(SliceTypes { own: 1, needed: 2 }));
    assert!(given.summary_line().contains("3 types (1 of its own, 2 that these need), 4 operations"));
    assert_eq!(given.elsewhere.iter().collect::<Vec<_>>(), [(&"shelf".to_owned(), &1)]);
    // What a navigation property leads to is not a part of the slice: its JSON is kept.
    assert!(module(&given, "book").contains("pub shelf: Option<Related<Json>>"));
    assert!(!module(&given, "reader").contains("struct"));
}

#[test]
fn an_operation_that_carries_only_a_base_stays_with_its_page() {
    let given = slice(&["reader"]);
    assert_eq!(functions(&given), ["get", "list_liked"]);
    assert_eq!(modules(&given), ["card", "item", "reader"]);
    assert_eq!(given.summary.slice, Some(SliceTypes { own: 2, needed: 1 }));
    let elsewhere: Vec<(&str, usize)> =
        given.elsewhere.iter().map(|(name, count)| (name.as_str(), *count)).collect();
    assert_eq!(elsewhere, [("book", 1), ("fine", 1)]);
}

#[test]
fn slices_add_up_and_an_item_is_the_same_in_each() {
    let given = slice(&["reader", "book", "shelf"]);
    let all = sliced_from(library::pages(), &[]).unwrap();
    assert_eq!(all.summary.slice, None);
    let listed = functions(&all);
    let expected: Vec<&str> = listed.into_iter().filter(|name| *name != "list_fines").collect();
    assert_eq!(functions(&given), expected);
    assert_eq!(module(&given, "book"), module(&all, "book"));
    assert_eq!(module(&given, "shelf"), module(&all, "shelf"));
}

#[test]
fn a_resource_is_named_in_any_case_and_with_its_namespace_or_by_its_module() {
    let expected = functions(&slice(&["book"])).join(" ");
    for name in ["Book", "sample.library.book"] {
        assert_eq!(functions(&slice(&[name])).join(" "), expected, "{name}");
    }
    // No page describes the museum itself.
    let museum = pages::page(
        "api/museum-open.md",
        library::operation("museum-open", "POST /museum/open", "", "", "v1.0"),
    );
    let given = sliced_from([library::pages(), vec![museum]].concat(), &["museum"]).unwrap();
    assert_eq!((functions(&given), modules(&given)), (vec!["open"], vec!["museum"]));
}

#[test]
fn a_name_that_no_resource_has_is_refused_with_those_near_it() {
    let message = |name: &str| sliced_from(library::pages(), &["book", name]).unwrap_err().to_string();
    assert_eq!(message("books"), "no page describes a resource or an area `books`: did you mean `book`?");
    assert_eq!(message("zebra"), "no page describes a resource or an area `zebra`");
    assert_eq!(
        message("BookMoveRequest"),
        "no page describes a resource or an area `BookMoveRequest`: did you mean `book`?"
    );
}

#[test]
fn the_account_is_that_of_the_slices_own_pages() {
    let broken = |stem: &str| {
        let text = library::operation(stem, "GET /x", "", "", "v1.0").replace("```http\nGET /x\n```\n", "");
        pages::page(&format!("api/{stem}.md"), text)
    };
    let inputs = [library::pages(), vec![broken("book-mend"), broken("shelf-mend")]].concat();
    let given = sliced_from(inputs, &["book"]).unwrap();
    let findings = &given.files["diagnostics.txt"];
    assert!(findings.contains("api/book-mend.md:6:1: error[missing-http-request]"), "{findings}");
    assert!(!findings.contains("shelf-mend"), "{findings}");
    // Those of the types and operations that there are, and the one that nothing comes from.
    assert_eq!((given.summary.pages, given.summary.without_items), (9, 1));
}

#[test]
fn an_area_has_what_its_pages_have() {
    let mut inputs = library::pages();
    for page in inputs.iter_mut().filter(|page| page.path.contains("fine")) {
        let text = String::from_utf8(std::mem::take(&mut page.bytes)).unwrap();
        page.bytes = text.replacen("---\n", "---\nms.prod: \"lost and found\"\n", 1).into_bytes();
    }
    let all = sliced_from(inputs.clone(), &[]).unwrap();
    assert!(all.files["Cargo.toml"].contains("\nlost-and-found = ["));
    let given = sliced_from(inputs, &["lost-and-found"]).unwrap();
    assert_eq!(functions(&given), ["list_fines"]);
    assert_eq!(given.summary.slice, Some(SliceTypes { own: 1, needed: 1 }));
    assert!(module(&given, "fine").contains("pub struct Fine {"));
    // Who asked for a part has it all.
    assert!(!given.files["Cargo.toml"].contains("lost-and-found"));
}
