//! Responses, decoded.

use http::Response;

use crate::sample::{Payment, create_payment, delete_payment, list_payments};
use crate::support::{Collection, Error, Json, Method, Request, Wrapped};

fn get<R>() -> Request<(), R> {
    Request::new(Method::GET, "/x", &[], ())
}

fn answer(body: &str) -> Response<&[u8]> {
    Response::new(body.as_bytes())
}

#[test]
fn each_type_is_decoded() {
    let created: Payment =
        create_payment("c", "j", &Payment::default()).decode(answer(r#"{"lineNumber":1,"x":2}"#)).unwrap();
    assert_eq!(created.line_number, Some(1));
    delete_payment("p").decode(Response::builder().status(204).body(Vec::new()).unwrap()).unwrap();
    assert_eq!(get::<Vec<u8>>().decode(answer("\u{0}raw")).unwrap(), b"\0raw");
    assert_eq!(get::<Json>().decode(answer("[1.10]")).unwrap().raw(), "[1.10]");
    assert_eq!(get::<Option<Payment>>().decode(answer("")).unwrap(), None);
    assert_eq!(get::<Option<Payment>>().decode(answer("\u{feff}{}")).unwrap(), Some(Payment::default()));
    let redirected: Payment = delete_payment("p").answering().decode(answer("{}")).unwrap();
    assert_eq!(redirected, Payment::default());
}

#[test]
fn json_shows_what_was_taken_away() {
    let list = answer(r#"{"value":[{"id":"7","comment":null}]}"#);
    assert_eq!(list_payments("j").decode(list.clone()).unwrap().value[0].comment, None);
    let raw = list_payments("j").answering::<Collection<Json>>().decode(list).unwrap();
    assert_eq!(raw.value[0].raw(), r#"{"id":"7","comment":null}"#);
}

#[test]
fn what_a_function_returns_may_be_wrapped() {
    for json in [r#"{"@odata.context":"c","value":7}"#, "7"] {
        let wrapped = get::<Wrapped<i64>>().decode(answer(json)).unwrap();
        assert_eq!(wrapped.value, 7);
        assert_eq!(serde_json::to_string(&wrapped).unwrap(), json);
    }
    for json in [r#"{"value":{"comment":"c"}}"#, r#"{"comment":"c"}"#, r#"{"comment":"c","value":1}"#] {
        let wrapped = get::<Wrapped<Payment>>().decode(answer(json)).unwrap();
        assert_eq!(wrapped.value.comment.as_deref(), Some("c"), "{json}");
        assert_eq!(serde_json::to_string(&wrapped).unwrap(), json);
    }
    let error = get::<Wrapped<Payment>>().decode(answer(r#"{"value":[]}"#)).unwrap_err();
    assert!(error.to_string().contains("`value` is of another kind: []"), "{error}");
    assert_eq!(
        get::<Wrapped<i64>>().to_http("https://h").unwrap().headers()["accept"],
        "application/json, text/plain"
    );
}

#[test]
fn null_is_a_value_where_the_type_has_one() {
    for json in [r#"{"value":null}"#, "null"] {
        let wrapped = get::<Wrapped<Json>>().decode(answer(json)).unwrap();
        assert!(wrapped.value.is_null());
        assert_eq!(serde_json::to_string(&wrapped).unwrap(), json);
        let wrapped = get::<Wrapped<Payment>>().decode(answer(json)).unwrap();
        assert!(wrapped.value.extra.is_null());
        assert_eq!(serde_json::to_string(&wrapped).unwrap(), json);
        let error = get::<Wrapped<i64>>().decode(answer(json)).unwrap_err().to_string();
        assert!(error.contains("`value` is null"), "{error}");
    }
    let list = get::<Collection<Payment>>().decode(answer(r#"{"value":null}"#)).unwrap_err();
    assert!(list.to_string().contains("`value` is null"), "{list}");
    let twice = get::<Collection<Payment>>().decode(answer(r#"{"value":[],"value":[]}"#)).unwrap_err();
    assert!(twice.to_string().contains("duplicate field `value`"), "{twice}");
}

#[test]
fn any_format_reads_and_writes_a_page() {
    let json =
        serde_json::json!({"@odata.count": 2, "x": [1.5], "value": [{"comment": "a"}, {"posted": true}]});
    let page: Collection<Payment> = serde_json::from_value(json.clone()).unwrap();
    assert_eq!(page.value[1].posted, Some(true));
    assert_eq!(serde_json::to_value(&page).unwrap(), json);
    let texts: Collection<String> = serde_json::from_value(serde_json::json!({"value": ["a", "b"]})).unwrap();
    assert_eq!(texts.value, ["a", "b"]);
}

#[test]
fn a_collection_leads_to_its_next_page() {
    let json = concat!(
        r#"{"@odata.count":3,"@odata.nextLink":"https://HOST/v1.0/x?$skiptoken=a%2Fb'c'","#,
        r#""@odata.context":"c","value":[{"comment":"a"},null]}"#
    );
    let page: Collection<Payment> = list_payments("c").decode(answer(json)).unwrap();
    assert_eq!((page.value.len(), page.count, page.extra.len()), (2, Some(3), 1));
    assert_eq!(serde_json::to_string(&page).unwrap(), json);
    assert!(page.changes().is_none());
    let next = page.next().unwrap();
    assert_eq!(
        (next.method(), next.path().unwrap()),
        (&Method::GET, "https://HOST/v1.0/x?$skiptoken=a%2Fb'c'")
    );
    let http = next.to_http("https://host:443/v1.0").unwrap();
    assert_eq!(
        http.uri().to_string(),
        "https://HOST/v1.0/x?$skiptoken=a%2Fb'c'".replace("HOST", http.uri().host().unwrap())
    );
    assert_eq!(
        next.top(1).to_http("https://host").unwrap().uri().query(),
        Some("$skiptoken=a%2Fb'c'&$top=1")
    );

    let texts: Collection<String> = get().decode(answer(r#"{"value":["a"]}"#)).unwrap();
    assert_eq!(texts.value, ["a"]);
    assert!(texts.next().is_none());
    let missing = get::<Collection<String>>().decode(answer("{}")).unwrap_err().to_string();
    assert!(missing.contains("missing field `value`"), "{missing}");
}

#[test]
fn a_decode_error_keeps_what_was_sent() {
    let body = "{\"lines\":\n{\"text\":\"a}}";
    let Error::Decode(error) = get::<Payment>().decode(answer(body)).unwrap_err() else { panic!() };
    assert_eq!(error.body(), body.as_bytes());
    assert_eq!(error.json().line(), 2);
    assert!(error.type_name().ends_with("sample::Payment"));
    let message = error.to_string();
    assert!(message.starts_with("JSON cannot be decoded as "), "{message}");
    assert!(message.contains("sample.payment.lines: EOF while parsing a string"), "{message}");
    assert!(get::<Payment>().decode(answer("")).is_err());
}
