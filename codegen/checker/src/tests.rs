//! What an example finds out about a function, and what it lets through.

use crate::checker::{Check, Example, run};
use crate::support::{Collection, Json, Method, Reply, Request};

/// How `item::put` is called by the examples below.
const CHECKS: &[(&str, Check)] = &[("item::put", |example: &Example| {
    let body = example.json();
    let request: Request<&Json, Reply<Json>> =
        Request::new(Method::PUT, "/items/{id}", &[example.argument(0)], &body);
    example.check(request)
})];

/// An exchange with this request and this response.
fn data(request: &str, response: &str) -> String {
    format!(
        r#"[{{"page":"api/item-put.md","operation":"item::put","route":"/items/{{id}}","arguments":["7"],
            "request":{{"line":3,"method":"PUT","path":"/items/7",{request}}},"response":{{"line":9,{response}}}}}]"#
    )
}

/// The message with which the examples fail, if they do.
fn failure(data: &str) -> Option<String> {
    let failed = std::panic::catch_unwind(|| run(data, 1, 0, CHECKS)).err()?;
    failed.downcast_ref::<String>().cloned()
}

#[test]
fn an_exchange_holds_that_the_function_makes() {
    let data = data(r#""body":{"a":1.50,"b":null}"#, r#""status":200,"body":{"a":1.5}"#);
    assert_eq!(failure(&data), None);
}

#[test]
fn a_number_that_no_float_holds_is_compared_by_its_digits() {
    let data = data(r#""body":{"a":2e999}"#, r#""status":200,"body":{"a":-2.5e999}"#);
    assert_eq!(failure(&data), None);
}

#[test]
fn an_update_is_compared_with_its_nulls_and_without_escapes() {
    let checks: &[(&str, Check)] = &[("item::patch", |example: &Example| {
        let body: Json = serde_json::from_str(r#"{"state":"Not_x0020_Started","note":null}"#).unwrap();
        let request: Request<&Json, Reply<Json>> =
            Request::new(Method::PATCH, "/items/{id}", &[example.argument(0)], &body);
        example.check(request)
    })];
    let data = data(r#""body":{"state":"Not Started","note":null}"#, r#""status":204"#)
        .replace("item::put", "item::patch")
        .replace("PUT", "PATCH");
    run(&data, 1, 0, checks);
    let without = data.replace(r#","note":null"#, "");
    assert!(std::panic::catch_unwind(|| run(&without, 1, 0, checks)).is_err());
}

#[test]
fn another_address_is_found() {
    let data = data(r#""body":{}"#, r#""status":204"#).replace("/items/7", "/items/8");
    let message = failure(&data).unwrap();
    assert!(message.contains("api/item-put.md:3: line 3: the path is\n    /items/7\n"), "{message}");
}

#[test]
fn an_answer_that_cannot_be_read_is_found() {
    let data = data(r#""body":{}"#, r#""status":200,"text":"<html>""#);
    let message = failure(&data).unwrap();
    assert!(message.contains("line 9: the response does not decode: "), "{message}");
}

#[test]
fn a_value_that_does_not_fit_is_found() {
    let page = r#"[{"page":"api/collection-get.md","operation":"list::get","route":"/lists/{id}","arguments":["7"],
        "response":{"line":9,"status":200,"body":{"value":[7]}}}]"#;
    let checks: &[(&str, Check)] = &[("list::get", |example: &Example| {
        let request: Request<(), Collection<String>> =
            Request::new(Method::GET, "/lists/{id}", &[example.argument(0)], ());
        example.check(request)
    })];
    assert!(std::panic::catch_unwind(|| run(page, 1, 0, checks)).is_err());
    run(&page.replace("[7]", "[\"7\"]"), 1, 0, checks);
}

#[test]
fn an_error_that_is_documented_is_an_error_of_the_service() {
    let data = data(r#""body":{}"#, r#""status":404,"body":{"error":{"code":"notFound"}}"#);
    assert_eq!(failure(&data), None);
}

#[test]
fn what_is_known_not_to_hold_is_let_through() {
    let data = data(r#""holds":false,"body":[1]"#, r#""holds":false,"status":200,"body":{"a":2}"#);
    assert_eq!(failure(&data), None);
}

#[test]
fn an_operation_that_is_not_there_is_found() {
    let data = data(r#""body":{}"#, r#""status":204"#).replace("item::put", "item::get");
    let message = failure(&data).unwrap();
    assert!(message.contains("there is no operation `item::get`"), "{message}");
}
