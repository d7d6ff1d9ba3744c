//! Whole pages, made up: one well-formed page of each kind, and one page for each way in which a page can be broken.

use crate::diagnostic::Diagnostics;
use crate::http::{Body, Message, Method};
use crate::page::{Exchange, NameTable, Page, PageKind, Row, read};
use crate::source::{Input, Sources};
use crate::text::Inline;

/// A page among others, and the findings as `line:column code`.
fn read_among(path: &str, text: &[u8], others: &[(&str, &str)]) -> (Page, Vec<String>) {
    let input = |path: &str, bytes: &[u8]| Input { root: 0, path: path.to_owned(), bytes: bytes.to_vec() };
    let mut inputs: Vec<_> = others.iter().map(|(path, text)| input(path, text.as_bytes())).collect();
    inputs.push(input(path, text));
    let sources = Sources::new(vec!["docs".to_owned()], inputs);
    let file = sources.ids().find(|file| sources.get(*file).path == path).unwrap();
    let mut diagnostics = Diagnostics::default();
    let page = read(&sources, file, &mut diagnostics).swap_remove(0);
    let findings = diagnostics.into_sorted();
    let lines = findings.iter().map(|found| format!("{} {}", sources.position(found.span), found.code));
    (page, lines.collect())
}

fn read_one(text: &str) -> (Page, Vec<String>) {
    read_among("api/page.md", text.as_bytes(), &[])
}

const API: &str = r#"---
title: "Create widget"
description: Makes a widget.
ms.prod: "widgets"
doc_type: apiPageType
---

# Create widget

Namespace: microsoft.graph

Make a **widget**
in a box.

> [!CAUTION]
> This call is deprecated.

[!INCLUDE [beta](../../includes/beta.md)]

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|Widget.Create, Widget.ReadWrite.All|
|Delegated (personal Microsoft account)|Not supported.|

## HTTP request

<!-- { "blockType": "ignored" } -->

```http
POST /boxes/{id}/widgets
POST /boxes/{id}/widgets
POST /me/widgets
```

## Request headers

|Name|Description|
|:---|:---|
|Authorization|Bearer {token}. Required.|

## Request body

Supply a [widget](../resources/widget.md).

|Property|Type|Description|
|:---|:---|:---|
|**size**|Int32|How large. Required.|

## Response

Returns `201 Created`.

## Examples

### Request

<!-- { "blockType": "request", "name": "create_widget" } -->
# [HTTP](#tab/http)
```http
POST https://graph.microsoft.com/v1.0/me/widgets
Content-type: application/json

{ "size": 3 }
```

# [C#](#tab/csharp)
[!INCLUDE [code](../includes/code.md)]

---

### Response

<!-- { "blockType": "response", "truncated": true, "@odata.type": "microsoft.graph.widget" } -->
```http
HTTP/1.1 201 Created
Content-type: application/json

{ "id": "1", "size": 3 }
```
"#;

const RESOURCE: &str = r##"---
title: "widget resource type"
doc_type: resourcePageType
---

# widget resource type

Namespace: microsoft.graph

A thing. Inherits from [entity](entity.md).

## Methods

|Method|Return type|Description|
|:---|:---|:---|
|**Basics**|||
|[Create](../api/widget-create.md)|[widget](widget.md)|Makes one.|

## Properties

|Property|Type|Description|
|:---|:---|:---|
|**Identity**|||
|id|String|The key.|
|[colour](#colour-values)|widgetColour collection|One of `red`,
`green`.|
|size (deprecated)|Int32||
<!--|weight|Int32|Not yet.|-->

### widgetColour values

|Member|Value|Description|
|:---|:---|:---|
|red|0|Like a rose.|
|green|1||

## Relationships

|Relationship|Type|Description|
|:---|:---|:---|
|parts|[part](part.md) collection|What it is made of.|

## JSON representation

<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.widget", "baseType": "microsoft.graph.entity" } -->
``` json
{ "@odata.type": "#microsoft.graph.widget", "id": "String (identifier)" }
```
"##;

const ENUM: &str = "---\ndoc_type: enumPageType\n---\n# state enum type\n\nNamespace: microsoft.graph\n\nHow it is.\n\n## Members\n|Member|Value|Description|\n|:---|:---|:---|\n|on|0|It runs.|\n|off|1|It does not.|\n";

fn names(rows: &[Row]) -> Vec<&str> {
    rows.iter().map(|row| row.name.value.as_str()).collect()
}

/// Method or status, and whether there is a body: `POST+ 201+`.
fn show(exchange: &Exchange) -> String {
    let body = |body: &Body| if *body == Body::Empty { "" } else { "+" };
    let show = |message: &Message| match message {
        Message::Request(request) => format!("{}{}", request.method.value, body(&request.body)),
        Message::Response(response) => format!("{}{}", response.status.value, body(&response.body)),
        Message::Body(inner) => body(inner).to_owned(),
    };
    let sides = [&exchange.request, &exchange.response].map(|side| side.as_ref());
    sides.map(|side| side.map_or("-".to_owned(), |example| show(&example.message))).join(" ")
}

fn exchanges(page: &Page) -> Vec<String> {
    page.api.exchanges.iter().map(show).collect()
}

#[test]
fn an_operation_is_read() {
    let (page, findings) = read_one(API);
    assert_eq!(findings, [""; 0]);
    assert_eq!(page.kind, PageKind::Api);
    assert_eq!(page.front.product.unwrap().value, "widgets");
    assert_eq!(page.title.value, "Create widget");
    assert_eq!(page.namespace.unwrap().value, "microsoft.graph");
    assert_eq!(page.summary.iter().map(|text| text.plain()).collect::<Vec<_>>(), ["Make a widget in a box."]);
    assert_eq!(page.deprecation.unwrap().plain(), "This call is deprecated.");
    let routes: Vec<_> = page.api.routes.iter().map(|route| (route.method, route.text.as_str())).collect();
    assert_eq!(routes, [(Method::Post, "POST /boxes/{id}/widgets"), (Method::Post, "POST /me/widgets")]);
    let permissions: Vec<_> =
        page.api.permissions.iter().map(|p| (p.kind.as_str(), p.sets.concat().join(" "))).collect();
    assert_eq!(
        permissions,
        [
            ("Delegated (work or school account)", "Widget.Create Widget.ReadWrite.All".to_owned()),
            ("Delegated (personal Microsoft account)", String::new()),
        ]
    );
    assert_eq!(names(&page.api.headers), ["Authorization"]);
    assert_eq!(names(&page.api.request_body.rows), ["size"]);
    assert_eq!(page.api.request_body.text[0].links()[0].target, "../resources/widget.md");
    assert!(page.api.response.text[0].parts.contains(&Inline::Code("201 Created".to_owned())));
    assert!(page.resource.properties.is_empty() && page.enums.is_empty());
    let exchange = &page.api.exchanges[0];
    assert_eq!(show(exchange), "POST+ 201+");
    let annotation = exchange.request.as_ref().unwrap().annotation.as_ref().unwrap();
    assert_eq!(annotation.name.as_deref(), Some("create_widget"));
}

#[test]
fn a_resource_is_read() {
    let (page, findings) = read_among("resources/widget.md", RESOURCE.as_bytes(), &[]);
    assert_eq!(findings, ["26:1 cell-count"]);
    assert_eq!(page.kind, PageKind::Resource);
    let resource = &page.resource;
    assert_eq!(names(&resource.properties), ["id", "colour", "size"]);
    assert_eq!(resource.properties[1].description.plain(), "One of red, green.");
    assert!(resource.properties[2].deprecated);
    assert_eq!(names(&resource.relationships), ["parts"]);
    assert_eq!(resource.base.as_ref().unwrap().name, "entity");
    assert_eq!(resource.methods.len(), 1);
    assert_eq!(resource.representations.len(), 1);
    assert_eq!(page.enums[0].name.value, "widgetColour");
    let members: Vec<_> = page.enums[0].members.iter().map(|m| (m.name.value.as_str(), m.value)).collect();
    assert_eq!(members, [("red", Some(0)), ("green", Some(1))]);
}

#[test]
fn an_enum_is_read() {
    let (page, findings) = read_among("resources/enums-state.md", ENUM.as_bytes(), &[]);
    assert_eq!(findings, [""; 0]);
    assert_eq!((page.kind, page.enums.len()), (PageKind::Enum, 1));
    assert_eq!((page.enums[0].name.value.as_str(), page.enums[0].members.len()), ("state", 2));
}

#[test]
fn annotations_and_labels_are_not_needed() {
    let text = "# Get x\n\n## HTTP Request (v2.0)\n```\nGET companies({id})/x\n```\n\n## Response\n\n**Request**\n\n```json\nPOST https://a/x\nContent-type: application/json\n```\n```json\n{ \"a\": 1 }\n```\n\n**Response**\n\n```json\n{ \"b\": 1 }\n```\n";
    let (page, _) = read_one(text);
    assert_eq!(page.kind, PageKind::Api);
    assert_eq!(page.api.routes.len(), 1);
    assert_eq!(exchanges(&page), ["POST+ +"]);
}

#[test]
fn a_response_finds_its_request_by_name() {
    let fence =
        |annotation: &str, text: &str| format!("<!-- {{ {annotation} }} -->\n```http\n{text}\n```\n\n");
    let text = format!(
        "# T\n## HTTP request\n```http\nGET /a\n```\n## Examples\n{}{}{}{}",
        fence(r#""blockType": "request", "name": "one""#, "GET /a"),
        fence(r#""blockType": "request", "name": "two""#, "DELETE /a"),
        fence(r#""blockType": "response", "name": "one""#, "HTTP/1.1 200 OK"),
        fence(r#""blockType": "ignored""#, "HTTP/1.1 204 No Content"),
    );
    assert_eq!(exchanges(&read_one(&text).0), ["GET 200", "DELETE 204"]);
}

#[test]
fn permissions_may_be_included() {
    let table = "|Permission type|Least privileged|Higher privileged|\n|-|-|-|\n|Application|A.Read|A.All|\n";
    let text = "# T\n## Permissions\n<!-- { \"blockType\": \"permissions\", \"name\": \"t\" } -->\n[!INCLUDE [p](../Includes/p.md)]\n## HTTP request\n```http\nGET /a\n```\n";
    let (page, findings) = read_among("api/t.md", text.as_bytes(), &[("includes/p.md", table)]);
    assert_eq!(
        (page.api.permissions[0].sets.concat().join(" "), findings),
        ("A.Read A.All".to_owned(), Vec::<String>::new())
    );
    let (page, _) = read_among("api/t.md", text.as_bytes(), &[]);
    let missing: Vec<&str> = page.missing_includes.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(missing, ["Includes/p.md"]);
}

#[test]
fn line_ends_and_marks_do_not_matter() {
    let show =
        |page: Page| (page.api.routes.len(), names(&page.api.request_body.rows).join(" "), exchanges(&page));
    let plain = show(read_one(API).0);
    let (page, findings) = read_one(&format!("\u{feff}{}", API.replace('\n', "\r\n")));
    assert_eq!(show(page), plain);
    assert_eq!(findings, ["1:1 byte-order-mark"]);
}

/// What is said of a broken page, and how many routes it still has.
#[track_caller]
fn check_broken(text: &str, findings: &[&str], routes: usize) {
    let (page, found) = read_one(text);
    assert_eq!(found, findings);
    assert_eq!(page.api.routes.len(), routes);
}

#[test]
fn broken_files_are_reported() {
    check_broken("", &["1:1 empty-page"], 0);
    check_broken(" \n\n", &["1:1 empty-page"], 0);
    check_broken("# T\n", &[], 0);
    let (page, findings) = read_among("api/p.md", b"---\ntitle: a\n---\n# Caf\xE9\n", &[]);
    assert_eq!((page.title.value.as_str(), findings), ("Caf\u{fffd}", vec!["4:6 not-utf8".to_owned()]));
}

#[test]
fn missing_and_repeated_sections_are_understood() {
    let front = "---\ndoc_type: apiPageType\n---\n# T\n";
    check_broken(front, &["4:1 missing-http-request"], 0);
    check_broken(&format!("{front}## HTTP request\nText.\n"), &["4:1 missing-http-request"], 0);
    check_broken(&format!("{front}## Get the root\n```http\nGET /root\n```\n## Example\n"), &[], 1);
    let section = |path: &str| format!("### HTTP request\n```http\nGET {path}\n```\n");
    check_broken(&format!("{front}{}{}", section("/a"), section("/b")), &["9:1 repeated-section"], 2);
    let resource = front.replace("api", "resource") + &section("/a");
    check_broken(&resource, &["2:11 doc-type-mismatch"], 1);
}

#[test]
fn routes_without_slash_or_method_are_reported() {
    let section = |lines: &str| format!("---\ntitle: t\n---\n# T\n## HTTP request\n```http\n{lines}\n```\n");
    check_broken(&section("GET a/b"), &["7:1 repaired-route"], 1);
    check_broken(&section("/a/b"), &["7:1 malformed-route"], 0);
    check_broken(&section("GET /a\n\nAccept: x"), &["9:1 stray-route-line"], 1);
}

#[test]
fn a_section_of_routes_without_a_route_is_an_error_whatever_the_page_says_it_is() {
    let page = |section: &str| format!("---\ntitle: t\n---\n# T\n## HTTP request\n{section}\n");
    check_broken(&page("See the manual."), &["4:1 missing-http-request"], 0);
    check_broken(&page("```http\nFIND /loans\n```"), &["7:1 malformed-route"], 0);
    // A key of somebody's is not a part of a route.
    let example = "## Example\n<!-- { \"blockType\": \"request\" } -->\n```http\nGET /loans/L-20391\n```";
    check_broken(&page(example), &["4:1 missing-http-request"], 0);
}

#[test]
fn all_tables_of_an_answer_are_kept_with_what_introduces_them_and_of_a_request_the_rows() {
    let table =
        |first: &str, name: &str| format!("|{first}|Type|Description|\n|-|-|-|\n|{name}|String|x|\n\n");
    let tables = format!(
        "Give these.\n\n{}And these.\n\n{}{}### Of a parcel\n\n{}|Code|Meaning|\n|-|-|\n|1|x|\n",
        table("Parameter", "a"),
        table("Field", "b"),
        table("Property", "c"),
        table("Name", "d"),
    );
    let (page, _) = read_one(&format!(
        "---\ntitle: t\n---\n# T\n## HTTP request\n```http\nPOST /x\n```\n\
         ## Request body\n{tables}## Response\n{tables}"
    ));
    let title = |table: &NameTable| table.title.as_ref().map(|title| title.plain());
    let answered = page.api.response.tables.iter().map(|table| (title(table), names(&table.rows).join(" ")));
    let expected = [("Give these.", "a"), ("And these.", "b"), ("", "c"), ("Of a parcel", "d")];
    let expected =
        expected.map(|(title, name)| (Some(title.to_owned()).filter(|it| !it.is_empty()), name.to_owned()));
    assert_eq!(answered.collect::<Vec<_>>(), expected);
    assert_eq!(names(&page.api.request_body.rows), ["a", "b", "c", "d"]);
}

#[test]
fn all_tables_of_query_parameters_are_read() {
    let table = |names: &[&str]| {
        let rows: String = names.iter().map(|name| format!("|{name}|Range|x|\n")).collect();
        format!("|Name|Type|Description|\n|-|-|-|\n{rows}\n")
    };
    let (page, found) = read_one(&format!(
        "---\ntitle: t\n---\n# T\n## HTTP request\n```http\nGET /x\n```\n\
         ## Query parameters\nGive this.\n\n{}And, if you like:\n\n{}What `until` holds:\n\n{}",
        table(&["from"]),
        table(&["from", "until"]),
        table(&["hour"])
    ));
    assert_eq!(names(&page.api.query.rows), ["from", "until"]);
    assert!(found.iter().any(|found| found.ends_with("inner-table")), "{found:?}");
}

#[test]
fn what_is_not_closed_does_not_hide_what_follows() {
    let front = "---\ntitle: t\n---\n# T\n## HTTP request\n```http\nGET /a\n";
    check_broken(&format!("{front}## Example\n"), &["6:1 unclosed-fence"], 1);
    let reopened = format!("{front}## Example\n```http\nGET /a\n```\n```http\nHTTP/1.1 200 OK\n```\n");
    assert_eq!(exchanges(&read_one(&reopened).0), ["GET 200"]);
    check_broken(&format!("{front}```\n<!-- {{\n\n## Example\n"), &["9:1 unclosed-comment"], 1);
}

#[test]
fn examples_and_annotations_are_read_as_far_as_they_go() {
    let page = |annotation: &str, body: &str| {
        format!(
            "---\ntitle: t\n---\n# T\n## HTTP request\n```http\nGET /a\n```\n## Example\n<!-- {annotation} -->\n```json\n{body}\n```\n"
        )
    };
    let fine = r#"{ "blockType": "response" }"#;
    check_broken(&page(fine, r#"{ "a": 1, }"#), &["12:9 repaired-json"], 1);
    check_broken(&page(fine, "{ \"a\": 1 // one\n}"), &["12:10 repaired-json"], 1);
    check_broken(&page(fine, r#"{ "a": "#), &["12:7 unreadable-json"], 1);
    check_broken(&page(r#"{ "blockType": "response", }"#, "{}"), &["10:31 repaired-json"], 1);
    check_broken(
        &page(r#"{ "blockType" "response" }"#, "{}"),
        &["10:6 malformed-annotation", "10:20 malformed-annotation"],
        1,
    );
    check_broken(&page(fine, "nothing"), &["11:1 malformed-http"], 1);
}

#[test]
fn rows_are_completed_or_reported() {
    let rows = |rows: &str| {
        let text =
            format!("---\ntitle: t\n---\n# T\n## Properties\n|Property|Type|Description|\n|-|-|-|\n{rows}\n");
        let (page, findings) = read_one(&text);
        (names(&page.resource.properties).join(" "), findings.join(", "))
    };
    assert_eq!(rows("|a|String|x|y|"), ("a".to_owned(), "8:12 cell-count".to_owned()));
    assert_eq!(rows("|a|String|"), ("a".to_owned(), "8:1 cell-count".to_owned()));
    assert_eq!(rows("|a||x|"), ("a".to_owned(), "8:1 missing-type".to_owned()));
    assert_eq!(rows("||String|x|"), (String::new(), "8:1 incomplete-row".to_owned()));
    assert_eq!(rows("a|String|x"), ("a".to_owned(), String::new()));
}

#[test]
fn every_prefix_of_a_page_is_read() {
    for text in [API, RESOURCE, ENUM, &API.replace('\n', "\r\n")] {
        for end in 0..text.len() {
            read_among("api/page.md", &text.as_bytes()[..end], &[]);
        }
    }
}
