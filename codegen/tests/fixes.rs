//! Fixes: made on the page, each takes its finding away and brings no other.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod pages;

use codegen::{Diagnostic, Input, Options, lint};

const TYPE: &str = "---\ndoc_type: resourcePageType\n---\n# book resource type\n\nNamespace: library\n\nA book.\n\n\
    ## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n|id|String|The key.|\n|pageCount|Int32|How long it is.|\n\n\
    ## JSON representation\n\n<!-- {\n  \"blockType\": \"resource\",\n  \"@odata.type\": \"library.book\"\n}\n-->\n\
    ```json\n{\n  \"id\": \"String\",\n  \"pageCount\": 12\n}\n```\n";

const CALL: &str = "---\ndoc_type: apiPageType\n---\n# List books\n\nNamespace: library\n\nLists the books.\n\n## HTTP request\n\n\
    ```http\nGET /books\n```\n\n## Response\n\n`200 OK` and a collection of [book](../resources/book.md) objects.\n\n\
    ## Example\n\n```http\nGET https://library.example/v1.0/books\n```\n\n\
    <!-- { \"blockType\": \"response\", \"@odata.type\": \"library.book\", \"isCollection\": true } -->\n\
    ```http\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{\n  \"value\": [\n    { \"id\": \"1\", \"pageCount\": 12 }\n  ]\n}\n```\n\n\
    ## See also\n\n- [book](../resources/book.md)\n";

/// The two pages, with a part of one of them as a writer may have got it wrong.
fn with_slip(right: &str, wrong: &str) -> Vec<Input> {
    assert!(TYPE.contains(right) || CALL.contains(right), "{right}");
    let page = |path, text: &str| pages::page(path, text.replacen(right, wrong, 1));
    vec![page("resources/book.md", TYPE), page("api/book-list.md", CALL)]
}

fn findings(inputs: Vec<Input>) -> Vec<Diagnostic> {
    lint(&pages::sources(inputs), &Options::default()).unwrap().findings
}

/// The pages after all fixes.
fn fixed(mut inputs: Vec<Input>, findings: &[Diagnostic]) -> Vec<Input> {
    let sources = pages::sources(inputs.clone());
    let mut edits: Vec<_> =
        findings.iter().filter_map(|found| found.fix.as_ref()).flat_map(|fix| &fix.edits).collect();
    edits.sort_by_key(|edit| (edit.span.file, edit.span.start()));
    for edit in edits.iter().rev() {
        let (_, path) = sources.location(edit.span.file);
        let page = inputs.iter_mut().find(|input| input.path == path).unwrap();
        page.bytes.splice(edit.span.start()..edit.span.end(), edit.text.bytes());
    }
    inputs
}

#[test]
fn the_pages_are_right_without_a_slip() {
    assert_eq!(findings(with_slip("books", "books")), []);
}

#[test]
fn a_fix_gives_the_page_that_was_meant() {
    for (code, right, wrong) in [
        ("repaired-json", "\"pageCount\": 12\n}", "\"pageCount\": 12,\n}"),
        ("repaired-json", "\"id\": \"String\",\n", "\"id\": \"String\"\n"),
        ("repaired-json", "\"pageCount\": 12\n}", "“pageCount”: 12\n}"),
        ("repaired-json", "\"pageCount\": 12\n}", "'pageCount': 12\n}"),
        ("repaired-json", "\"pageCount\": 12\n}", "\"pageCount\":\u{a0}12\n}"),
        ("repaired-json", "\"isCollection\": true }", "\"isCollection\": true, }"),
        ("repaired-json", "{ \"id\": \"1\"", "{ id: \"1\""),
        ("unreadable-json", "{ \"id\": \"1\"", "{ id\": \"1\""),
        ("unreadable-json", "{ \"id\": \"1\"", "{ \"id: \"1\""),
        ("unreadable-json", "\"pageCount\": 12 }\n  ]\n}", "\"pageCount\": 12 }\n  ]"),
        ("malformed-annotation", "\"@odata.type\": \"library.book\"\n", "\"@odata.type\": \"library.book\n"),
        ("misspelt-annotation", "\"isCollection\"", "\"isColection\""),
        ("misspelt-annotation", "\"isCollection\"", "\"iscollection\""),
        ("doc-type-mismatch", "resourcePageType", "apiPageType"),
        ("doc-type-mismatch", "apiPageType", "resourcePageType"),
        ("repaired-route", "GET /books\n", "GET /books/\n"),
        ("repaired-route", "GET /books\n", "GET books\n"),
        ("spelling-differs", "\"pageCount\": 12\n}", "\"pagecount\": 12\n}"),
        ("unclosed-fence", "  ]\n}\n```\n", "  ]\n}\n"),
        ("unclosed-comment", "\"isCollection\": true } -->", "\"isCollection\": true }"),
    ] {
        let wrong_pages = with_slip(right, wrong);
        let found = findings(wrong_pages.clone());
        let of_code = found.iter().filter(|found| found.code.as_str() == code);
        assert_eq!(of_code.filter(|found| found.fix.is_some()).count(), 1, "{wrong}: {found:#?}");
        let fixed = fixed(wrong_pages, &found);
        assert_eq!(findings(fixed.clone()), [], "{wrong}");
        for (fixed, right) in fixed.iter().zip(with_slip("books", "books")) {
            let shape = |bytes: &[u8]| {
                String::from_utf8(bytes.to_vec()).unwrap().split_whitespace().collect::<String>()
            };
            assert_eq!(shape(&fixed.bytes), shape(&right.bytes), "{wrong}");
        }
    }
}

/// Where several changes would do, or where a person may have meant what stands there, nothing is offered.
#[test]
fn no_fix_is_offered_where_a_writer_must_choose() {
    for (right, wrong) in [
        ("\"pageCount\": 12\n}", "\"pageCount\": 12 // pages\n}"),
        ("\"pageCount\": 12\n}", "\"pageCount\": 12, ...\n}"),
        ("\"pageCount\": 12\n}", "\"pageCount\": twelve pages\n}"),
        ("GET /books\n", "GET /books/{id\n"),
    ] {
        let found = findings(with_slip(right, wrong));
        assert!(!found.is_empty() && found.iter().all(|found| found.fix.is_none()), "{wrong}: {found:#?}");
    }
}

#[test]
fn a_page_lets_findings_stand() {
    let slip = "\"pageCount\": 12,\n}";
    let found = |comment: &str| {
        let mut inputs = with_slip("\"pageCount\": 12\n}", slip);
        let text = String::from_utf8(std::mem::take(&mut inputs[0].bytes)).unwrap();
        inputs[0].bytes = comment
            .split_once('@')
            .map(|(place, comment)| text.replacen(place, &format!("{comment}\n\n{place}"), 1))
            .unwrap()
            .into_bytes();
        let lint = lint(&pages::sources(inputs), &Options::default()).unwrap();
        let codes: Vec<&str> = lint.findings.iter().map(|found| found.code.as_str()).collect();
        (codes.join(" "), lint.allowed)
    };
    let stands = (String::new(), 1);
    assert_eq!(found("<!-- {@<!-- lint-allow repaired-json: shown as the service sends it -->"), stands);
    assert_eq!(found("## JSON@<!-- lint-allow repaired-json: the whole section -->"), stands);
    assert_eq!(found("# book@<!-- lint-allow repaired-json: the whole page -->"), stands);
    assert_eq!(
        found(
            "## JSON@<!-- { \"type\": \"#page.annotation\", \"suppressions\": [\"repaired-json\", \"Error: x\"] } -->"
        ),
        stands
    );
    let found_at = |comment| found(comment).0;
    assert_eq!(found_at("<!-- {@<!-- lint-allow repaired-json -->"), "malformed-suppression");
    assert_eq!(
        found_at("## JSON@<!-- lint-allow repaired-jsn: why -->"),
        "malformed-suppression repaired-json"
    );
    assert_eq!(
        found_at("## Properties@<!-- lint-allow repaired-json: elsewhere -->"),
        "unused-suppression repaired-json"
    );
}
