//! Bodies: lists, those that may be left out, and those that say which type they are of.

use crate::sample::{Importance, Line, Payment};
use crate::support::{Body, Content, Error, Json, Method, Model, Request};

fn sent<B: Body>(body: B) -> Option<String> {
    let request: Request<B, ()> = Request::new(Method::POST, "/lines", &[], body);
    text(&request)
}

fn text<B: Body>(request: &Request<B, ()>) -> Option<String> {
    let http = request.to_http("https://host").unwrap();
    assert_eq!(http.headers().contains_key("content-type"), !http.body().is_empty());
    let text = String::from_utf8(http.into_body()).unwrap();
    Some(text).filter(|text| !text.is_empty())
}

fn line(text: &str) -> Line {
    Line { text: Some(text.to_owned()), ..Line::default() }
}

#[test]
fn a_slice_is_an_array() {
    assert_eq!(sent([line("a"), line("b")].as_slice()).unwrap(), r#"[{"text":"a"},{"text":"b"}]"#);
    assert_eq!(sent([Json::null(), Json::from(serde_json::json!(1))].as_slice()).unwrap(), "[null,1]");
    assert_eq!(sent([Importance::High].as_slice()).unwrap(), r#"["high"]"#);
    assert_eq!(sent::<&[String]>(&[]).unwrap(), "[]");
}

#[test]
fn a_body_may_be_left_out() {
    let lines = [line("a")];
    assert_eq!(sent(Some(&lines[0])).unwrap(), r#"{"text":"a"}"#);
    assert_eq!(sent(Some(lines.as_slice())).unwrap(), r#"[{"text":"a"}]"#);
    assert_eq!(sent(Some(&Json::null())).unwrap(), "null");
    assert_eq!(sent(Some(Content::new("text/plain", "x"))).unwrap(), "x");
    assert_eq!(sent(None::<&Line>), None);
    assert_eq!(sent(None::<&[Line]>), None);
    assert_eq!(sent(None::<Content>), None);
}

#[test]
fn a_body_says_which_type_it_is_of() {
    let (line, lines) = (line("a"), [line("a"), line("b")]);
    let request = || -> Request<&Line, ()> { Request::new(Method::POST, "/lines", &[], &line) };
    let named = request().naming_type("sample.thickLine");
    assert_eq!(text(&named).unwrap(), r##"{"@odata.type":"#sample.thickLine","text":"a"}"##);
    // Encoding it first, or setting a property to `null`, changes nothing of it.
    assert_eq!(text(&named.encoded().unwrap()), text(&named));
    assert_eq!(
        text(&named.clone().clear_path("color")).unwrap(),
        r##"{"@odata.type":"#sample.thickLine","text":"a","color":null}"##
    );
    let many: Request<&[Line], ()> = Request::new(Method::POST, "/lines", &[], lines.as_slice());
    assert_eq!(
        text(&many.naming_type("sample.t")).unwrap(),
        r##"[{"@odata.type":"#sample.t","text":"a"},{"@odata.type":"#sample.t","text":"b"}]"##
    );
    let none: Request<Option<&Line>, ()> = Request::new(Method::POST, "/lines", &[], None);
    assert_eq!(text(&none.naming_type("sample.t")), None);
    let empty = Line::default();
    let empty: Request<Option<&Line>, ()> = Request::new(Method::POST, "/lines", &[], Some(&empty));
    assert_eq!(text(&empty.naming_type("sample.t")).unwrap(), r##"{"@odata.type":"#sample.t"}"##);
}

#[test]
fn a_property_of_any_body_is_cleared() {
    let lines = [line("a"), line("b")];
    let many: Request<&[Line], ()> = Request::new(Method::PATCH, "/lines", &[], lines.as_slice());
    assert_eq!(text(&many.clear_path("1/text")).unwrap(), r#"[{"text":"a"},{"text":null}]"#);
    let one: Request<Option<&Line>, ()> = Request::new(Method::PATCH, "/lines", &[], Some(&lines[0]));
    assert_eq!(text(&one.clear_path("text")).unwrap(), r#"{"text":null}"#);
    let none: Request<Option<&Line>, ()> = Request::new(Method::PATCH, "/lines", &[], None);
    assert_eq!(text(&none.clear_path("text")), None);
}

#[test]
fn a_type_that_the_body_says_by_itself_stays() {
    let mut line = line("a");
    line.extra.insert("@odata.type", serde_json::json!("#sample.thinLine"));
    let request: Request<&Line, ()> = Request::new(Method::POST, "/lines", &[], &line);
    let request = request.naming_type("sample.thickLine");
    assert_eq!(text(&request).unwrap(), r##"{"text":"a","@odata.type":"#sample.thinLine"}"##);
}

#[test]
fn digits_of_a_named_body_stay() {
    let payment = Payment::from_json(br#"{"amount":1.230000000000000000001}"#).unwrap();
    let request: Request<&Payment, ()> = Request::new(Method::POST, "/p", &[], &payment);
    let request = request.naming_type("sample.payment");
    let body = r##"{"@odata.type":"#sample.payment","amount":1.230000000000000000001}"##;
    assert_eq!(text(&request).unwrap(), body);
}

#[test]
fn bytes_have_no_type_to_name() {
    let request: Request<Content, ()> =
        Request::new(Method::PUT, "/p", &[], Content::new("image/png", [1, 2]));
    let error = request.naming_type("sample.p").to_http("https://host").unwrap_err();
    assert!(matches!(error, Error::Encode { .. }), "{error}");
}
