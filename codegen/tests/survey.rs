//! What became of pages: their items, and the items that findings concern.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod library;
mod pages;

use codegen::{Input, Options, Survey, SurveyedKind, survey};

fn of(inputs: Vec<Input>) -> Survey {
    let page_url = Some("https://example.org/{page}".to_owned());
    survey(&pages::sources(inputs), &Options { page_url, ..Options::default() }).unwrap()
}

/// The library with a change on one page.
fn changed(path: &str, from: &str, to: &str) -> Survey {
    let mut inputs = library::pages();
    let page = inputs.iter_mut().find(|page| page.path == path).unwrap();
    let text = String::from_utf8(page.bytes.clone()).unwrap();
    assert!(text.contains(from), "{text}");
    page.bytes = text.replacen(from, to, 1).into_bytes();
    of(inputs)
}

#[test]
fn each_page_has_its_items() {
    let survey = of(library::pages());
    let page = |path: &str| survey.pages.iter().find(|page| page.path == path).unwrap();
    let (create, book, binding) =
        (page("api/book-create.md"), page("resources/book.md"), page("resources/binding.md"));
    assert_eq!(create.kind, SurveyedKind::Operation);
    assert_eq!((book.kind, binding.kind), (SurveyedKind::Resource, SurveyedKind::Enum));
    assert_eq!(create.url.as_deref(), Some("https://example.org/book-create"));
    let operation = survey.operations.iter().find(|operation| operation.pages == [create.file]).unwrap();
    assert_eq!((&*operation.method, &*operation.path), ("POST", "/books"));
    assert_eq!(operation.item.path, "sample::library::book::create");
    assert_eq!(operation.item.doc, "sample/library/book/fn.create.html");
    let types = survey.types.iter().filter(|type_| type_.pages == [book.file]);
    let types: Vec<_> = types.map(|type_| (&*type_.name, &*type_.item.path)).collect();
    assert_eq!(types, [("sample.library.book", "sample::library::book::Book")]);
    // Two pages document one operation.
    let both = survey.operations.iter().find(|operation| operation.pages.len() == 2).unwrap();
    assert_eq!(both.pages, [page("api/book-get.md").file, page("api/book-peek.md").file]);
    assert_eq!(survey.summary.operations, survey.operations.len());
    assert_eq!(survey.summary.types, survey.types.len());
}

/// The items of a finding, by where rustdoc shows them.
fn items<'a>(survey: &'a Survey, code: &str) -> Vec<&'a str> {
    let found = survey.findings.iter().find(|found| found.diagnostic.code.as_str() == code);
    let found = found.unwrap_or_else(|| panic!("{code} is not in {:#?}", survey.findings));
    found.items.iter().map(|item| &*item.doc).collect()
}

#[test]
fn a_finding_concerns_what_its_lines_became() {
    let row = changed(
        "resources/measure.md",
        "| height | Double | The height. |",
        "| height | Doubl | The height. |",
    );
    assert_eq!(
        items(&row, "unresolved-type"),
        ["sample/library/measure/struct.Measure.html#structfield.height"]
    );
    let route = changed("api/book-burn.md", "POST /books/{id}/burn", "POST books/{id}/burn");
    assert_eq!(items(&route, "repaired-route"), ["sample/library/book/fn.burn.html"]);
}

#[test]
fn what_a_page_lets_stand_is_counted_and_not_listed() {
    let route = "POST books/{id}/burn";
    let before = changed("api/book-burn.md", "POST /books/{id}/burn", route);
    let mut inputs = library::pages();
    let page = inputs.iter_mut().find(|page| page.path == "api/book-burn.md").unwrap();
    let text = String::from_utf8(page.bytes.clone()).unwrap().replacen("POST /books/{id}/burn", route, 1);
    page.bytes = text
        .replacen("\n# ", "\n<!-- lint-allow repaired-route: as the readers write it -->\n\n# ", 1)
        .into_bytes();
    let after = of(inputs);
    assert_eq!((before.allowed, after.allowed), (0, 1));
    let codes = |survey: &Survey| -> Vec<_> {
        survey.findings.iter().map(|found| found.diagnostic.code.as_str()).collect()
    };
    assert_eq!(codes(&before), ["repaired-route", "duplicate-operation"]);
    assert_eq!(codes(&after), ["duplicate-operation"]);
}
