//! Bad pages: what each finding is and where it points, and that every other page is generated all the same.

mod pages;

use codegen::Input;

/// A page that is in order, beside which each bad one is read.
const GOOD: &str =
    "---\ntitle: Delete book\n---\n# Delete book\n## HTTP request\n```http\nDELETE /books/{id}\n```\n";

/// Pages from texts whose lines begin at the margin, and the findings: code, line and column.
#[track_caller]
fn check(inputs: &[(&str, &[u8])], expected: &[&str]) {
    let good = pages::page("good/api/book-delete.md", GOOD);
    let inputs = inputs.iter().map(|(path, text)| pages::page(path, *text));
    let inputs: Vec<Input> = inputs.chain([good]).collect();
    let sources = pages::sources(inputs.clone());
    let generated = codegen::generate(&sources, &codegen::Options::default()).expect("one version");
    let place = |found: &codegen::Diagnostic| {
        let path = sources.display_path(found.span.file);
        let path = if inputs.len() > 2 { format!(" {path}") } else { String::new() };
        format!("{}{path} {}", found.code, sources.position(found.span))
    };
    let found: Vec<String> = generated.diagnostics.iter().map(place).collect();
    let messages: Vec<String> = generated.diagnostics.iter().map(|found| found.line(&sources)).collect();
    assert_eq!(found, expected, "{messages:#?}");
    let good = generated.files.get("src/book.rs").expect("the good page's module");
    assert!(good.contains("pub fn delete("), "{good}");
}

/// A page of an operation with a section for its routes and one for an example.
fn api(routes: &str, example: &str) -> String {
    format!(
        "---\ntitle: t\n---\n# Set x\n## HTTP request\n```http\n{routes}\n```\n## Example\n```http\n{example}\n```\n"
    )
}

/// A page of a resource with the rows of its table.
fn resource(rows: &str) -> String {
    format!(
        "---\ntitle: t\n---\n# x resource type\n## Properties\n|Property|Type|Description|\n|-|-|-|\n{rows}\n"
    )
}

#[track_caller]
fn check_api(text: &str, expected: &[&str]) {
    check(&[("api/x-set.md", text.as_bytes())], expected);
}

#[track_caller]
fn check_resource(text: &str, expected: &[&str]) {
    check(&[("resources/x.md", text.as_bytes())], expected);
}

#[test]
fn files_that_are_no_text() {
    check_api("", &["empty-page 1:1"]);
    check_api(" \r\n\n", &["empty-page 1:1"]);
    check(&[("api/x-set.md", b"---\ntitle: t\n---\n# T\xFFx\n")], &["nothing-generated 4:1", "not-utf8 4:4"]);
    check(&[("api/x-set.md", b"\xFE\xFF\0#\0x")], &["nothing-generated 1:1", "not-utf8 1:1"]);
}

#[test]
fn byte_order_marks_and_carriage_returns() {
    let page = api("DELETE /x", "DELETE /x");
    check_api(&format!("\u{FEFF}{page}"), &["byte-order-mark 1:1"]);
    check_api(&page.replace('\n', "\r\n"), &[]);
    check_resource(&resource("|a|Strin|b|").replace('\n', "\r\n"), &["unresolved-type 8:4"]);
}

#[test]
fn front_matter() {
    check_api("# Set x\n## HTTP request\n```http\nDELETE /x\n```\n", &["missing-front-matter 1:1"]);
    check_api(
        "---\ntitle: t\nstray\n---\n# Set x\n## HTTP request\n```http\nDELETE /x\n```\n",
        &["malformed-front-matter 3:1"],
    );
    check_api(
        "---\ntitle: t\n# Set x\n## HTTP request\n```http\nDELETE /x\n```\n",
        &["malformed-front-matter 1:1"],
    );
}

#[test]
fn sections_of_the_request() {
    check_api(
        "---\ndoc_type: apiPageType\n---\n# Set x\n## Response\n`204`.\n",
        &["missing-http-request 4:1"],
    );
    check_api(
        "---\ndoc_type: apiPageType\n---\n# Set x\n## HTTP request\nNone yet.\n",
        &["missing-http-request 4:1"],
    );
    check_api(
        "---\ntitle: t\n---\n# Set x\n## HTTP request\n```http\nDELETE /x\n```\n## HTTP request\n```http\nDELETE /y\n```\n",
        &["repeated-section 9:1"],
    );
}

#[test]
fn what_is_never_closed() {
    check_api(
        "---\ntitle: t\n---\n# Set x\n## HTTP request\n```http\nDELETE /x\n\n## Response\nNone.\n",
        &["unclosed-fence 6:1"],
    );
    check_api(
        "---\ntitle: t\n---\n# Set x\n## HTTP request\n```http\nDELETE /x\n```\n## Response\n<!-- { \"blockType\":\n```http\nHTTP/1.1 200 OK\n```\n",
        &["unclosed-comment 10:1"],
    );
}

#[test]
fn annotations() {
    let page = |annotation: &str| {
        let page = api("DELETE /x", "DELETE /x");
        page.replace("## Example\n", &format!("## Example\n<!-- {annotation} -->\n"))
    };
    check_api(&page("{ \"blockType\": \"request\", }"), &["repaired-json 10:30"]);
    check_api(&page("{ \"blockType\": \"request\" \"name\" }"), &["malformed-annotation 10:31"]);
    check_api(&page("{ blockType: \"request\" }"), &["repaired-json 10:8"]);
    check_api(&page("{ \"name\": \"x\" }"), &["malformed-annotation 10:6"]);
    check_api(&page("{ \"blockType\": \"request\""), &["malformed-annotation 10:30"]);
}

#[test]
fn json() {
    let page = |body: &str| api("POST /x", &format!("POST /x\n\n{body}"));
    // Nothing but the example tells what is sent.
    let guess = "guessed-body 7:1";
    check_api(&page("{\n  \"a\": 1,\n}"), &[guess, "repaired-json 14:9"]);
    check_api(&page("{\n  // one\n  \"a\": 1 /* two */\n}"), &[guess, "repaired-json 14:3"]);
    check_api(&page("{\n  \"a\": 1,\n  \"b\": [1,"), &["unreadable-json 15:11"]);
    check_api(&page("{\n  \"a\": 1,\n  \"a\": 2\n}"), &[guess, "duplicate-member 15:3"]);
    check_api(&page("{\n  \"a\": 1 \"b\": 2\n}"), &["unreadable-json 14:10"]);
    check_api(&page("{\n  \"a\": one\n}"), &["unreadable-json 14:8"]);
}

#[test]
fn routes() {
    check_api(&api("DELETE x", "DELETE /x"), &["repaired-route 7:1"]);
    check_api(&api("DELETE /x\n/y", "DELETE /x"), &["repaired-route 8:1"]);
    check_api(&api("DELETE /x\nFETCH /y", "DELETE /x"), &["malformed-route 8:1"]);
    check_api(&api("DELETE /x\nor\nDELETE /y", "DELETE /x"), &["stray-route-line 8:1"]);
    check_api(&api("DELETE /x/{id", "DELETE /x/1"), &["repaired-route 7:1"]);
    check_api(&api("DELETE /x", "DELETE /y"), &["example-without-route 11:8"]);
    check_api(&api("/x", "DELETE /x"), &["malformed-route 7:1"]);
    check_api(&api("", ""), &["missing-http-request 4:1"]);
}

#[test]
fn tables() {
    check_resource(&resource("|a|String|"), &["cell-count 8:1"]);
    check_resource(&resource("|a|String|b|c|"), &["cell-count 8:12"]);
    check_resource(&resource("|a|String|b|\n| |String|b|"), &["incomplete-row 9:1"]);
    check_resource(&resource("|a|Strin|b|"), &["unresolved-type 8:4"]);
}

#[test]
fn two_pages_that_claim_one_operation() {
    let text = api("DELETE /x", "DELETE /x");
    check(
        &[("api/x-set.md", text.as_bytes()), ("api/y-set.md", text.as_bytes())],
        &["duplicate-operation api/y-set.md 7:1"],
    );
}

#[test]
fn a_property_with_two_types() {
    check_resource(&resource("|a|String|b|\n|a|Int32|b|"), &["conflicting-type 9:1"]);
    check_resource(&resource("|a|String|b|\n|a|String|b|"), &["duplicate-property 9:1"]);
}

#[test]
fn identifiers_that_collide() {
    check_resource(&resource("|fooBar|String|b|\n|foo-bar|String|b|"), &["name-collision 9:1"]);
    check_resource(&resource("|extra|String|b|"), &["name-collision 8:1"]);
    let text = api("DELETE /x", "DELETE /x");
    let other = api("DELETE /y", "DELETE /y");
    check(
        &[("api/x-set.md", text.as_bytes()), ("more/api/x-set.md", other.as_bytes())],
        &["name-collision more/api/x-set.md 7:1"],
    );
}

#[test]
fn a_property_with_two_types_in_table_and_json() {
    let json = "```json\n{\n  \"a\": 1\n}\n```\n";
    let page = resource("|a|String|b|\n## JSON representation\n") + json;
    check_resource(&page, &["conflicting-type 13:8"]);
}

#[test]
fn a_row_without_a_type() {
    check_resource(&resource("|a| |b|"), &["missing-type 8:1"]);
}

#[test]
fn a_type_that_inherits_too_much() {
    let derived =
        resource("|own|String|One.|").replace("## Properties", "Inherits from [y](y.md).\n## Properties");
    let rows: Vec<String> = (0..210).map(|at| format!("|p{at}|String|One.|")).collect();
    let table = resource(&rows.join("\n")).replace("# x", "# y");
    let both = |base: &str, expected: &[&str]| {
        check(&[("resources/x.md", derived.as_bytes()), ("resources/y.md", base.as_bytes())], expected);
    };
    both(&table, &["over-limit resources/x.md 9:1"]);
    // What only a representation shows counts as well.
    let members: Vec<String> = (0..210).map(|at| format!("\"p{at}\": \"String\"")).collect();
    let json = format!(
        "---\ntitle: t\n---\n# y resource type\n## JSON representation\n```json\n{{{}}}\n```\n",
        members.join(", ")
    );
    both(&json, &["over-limit resources/x.md 9:1", "representation-only resources/y.md 7:2"]);
}

#[test]
fn a_type_that_too_many_pages_claim() {
    let claims = |count: usize| {
        let base = |at: usize| {
            let page = resource("|id|String|One.|").replace("# x", &format!("# y{at}"));
            let page = page.replace("## Properties", "The derived types are [x](x.md).\n## Properties");
            (format!("resources/y{at}.md"), page)
        };
        (0..count).map(base).chain([("resources/x.md".to_owned(), resource("|own|String|One.|"))])
    };
    let found = |count: usize, expected: &[&str]| {
        let pages: Vec<(String, String)> = claims(count).collect();
        let pages: Vec<_> = pages.iter().map(|(path, text)| (path.as_str(), text.as_bytes())).collect();
        check(&pages, expected);
    };
    found(30, &[]);
    found(31, &["over-limit resources/x.md 1:1"]);
}
