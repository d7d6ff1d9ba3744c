//! Errors that the service answers with.

use std::time::Duration;

use http::{Response, StatusCode};

use crate::sample::Payment;
use crate::support::{Error, Method, Request, ServiceError};

fn get<R>() -> Request<(), R> {
    Request::new(Method::GET, "/x", &[], ())
}

fn error(status: u16, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> ServiceError {
    let mut response = Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    match get::<Payment>().decode(response.body(body).unwrap()).unwrap_err() {
        Error::Service(error) => *error,
        other => panic!("{other}"),
    }
}

#[test]
fn a_service_error_is_typed() {
    let body = r#"{"error":{"code":"itemNotFound","message":"No such item.","target":"id",
        "innerError":{"request-id":"r-1","date":"d"}}}"#;
    let response = Response::builder().status(404).header("Retry-After", "7").body(body).unwrap();
    let error = get::<Payment>().decode(response).unwrap_err();
    let error = error.as_service().unwrap();
    assert_eq!(error.status, StatusCode::NOT_FOUND);
    assert_eq!(error.code.as_deref(), Some("itemNotFound"));
    assert_eq!(error.message.as_deref(), Some("No such item."));
    assert_eq!(error.target.as_deref(), Some("id"));
    assert_eq!(error.inner.as_ref().unwrap().value().unwrap()["date"], "d");
    assert_eq!(error.request_id.as_deref(), Some("r-1"));
    assert_eq!(error.retry_after, Some(Duration::from_secs(7)));
    assert_eq!(error.body, body.as_bytes());
    let message = "the service answered 404 Not Found: itemNotFound: No such item. (request r-1)";
    assert_eq!(error.to_string(), message);
}

#[test]
fn another_error_is_none_of_the_service() {
    let response = Response::builder().status(200).body("[").unwrap();
    assert!(get::<Payment>().decode(response).unwrap_err().as_service().is_none());
}

#[test]
fn a_service_error_may_be_anything() {
    let decode = |status: u16, body: &'static [u8]| {
        let response = Response::builder().status(status).header("request-id", "r").body(body).unwrap();
        match get::<()>().decode(response).unwrap_err() {
            Error::Service(error) => *error,
            other => panic!("{other}"),
        }
    };
    for body in [b"".as_slice(), b"<html>", b"\xff\xfe", b"null", b"[]", b"5", b"{\"error\":[]}"] {
        let error = decode(502, body);
        assert_eq!((error.code.as_ref(), error.message.as_ref(), error.body.as_slice()), (None, None, body));
        assert_eq!(error.to_string(), "the service answered 502 Bad Gateway (request r)");
        assert!(format!("{error:?}").contains("502"));
    }
    let token = decode(400, br#"{"error":"invalid_grant","error_description":"Expired."}"#);
    assert_eq!((token.code.as_deref(), token.message.as_deref()), (Some("invalid_grant"), Some("Expired.")));
    assert_eq!(decode(302, b"").status, StatusCode::FOUND);
}

#[test]
fn code_and_message_are_found_in_each_shape() {
    for (body, code, message) in [
        ("\u{feff}{\"error\":{\"code\":\"c\",\"message\":\"m\"}}", Some("c"), Some("m")),
        (r#"{"error":{"code":"c","message":{"lang":"en","value":"m"}}}"#, Some("c"), Some("m")),
        (r#"{"odata.error":{"code":"c","message":{"lang":"en","value":"m"}}}"#, Some("c"), Some("m")),
        (r#"{"error":{"code":400,"message":"m"}}"#, Some("400"), Some("m")),
        (r#"{"error":{"code":-2147024809,"message":null}}"#, Some("-2147024809"), None),
        (r#"{"Message":"m"}"#, None, Some("m")),
        (r#"{"code":"c","message":"m"}"#, Some("c"), Some("m")),
        (r#"{"error":"c","error_description":"m"}"#, Some("c"), Some("m")),
        (r#"{"error":"c"}"#, Some("c"), None),
        (r#""m""#, None, Some("m")),
    ] {
        let error = error(400, &[], body);
        assert_eq!((error.code.as_deref(), error.message.as_deref()), (code, message), "{body}");
    }
}

#[test]
fn of_what_is_no_json_the_beginning_is_told() {
    let page = "<!DOCTYPE html>\n<html><head><title>503 Busy</title><style>p { a < b }</style>\n\
                <SCRIPT>if (a < b) {}</SCRIPT><!-- a > b --></head><body><p>Try\n later</p></body></html>";
    assert_eq!(error(503, &[], page).message.as_deref(), Some("503 Busy Try later"));
    assert_eq!(error(503, &[], "Busy").to_string(), "the service answered 503 Service Unavailable: Busy");
    let long = error(503, &[], "ä".repeat(100_000)).message.unwrap();
    assert_eq!(long, format!("{}…", "ä".repeat(200)));
    assert_eq!(error(503, &[], "<a".repeat(100_000)).message, None);
}

#[test]
fn the_headers_are_there() {
    let challenge = r#"Bearer error="insufficient_claims""#;
    let error = error(401, &[("www-authenticate", challenge), ("x-ms-request-id", "r-2")], "");
    assert_eq!(error.headers["www-authenticate"], challenge);
    assert_eq!(error.request_id.as_deref(), Some("r-2"));
    let response = Response::builder().status(201).header("request-id", "r").body("{}").unwrap();
    let answer = get::<Payment>().with_headers().decode(response).unwrap();
    assert_eq!(
        (answer.status(), &answer.headers()["request-id"]),
        (StatusCode::CREATED, &"r".parse().unwrap())
    );
    assert_eq!(answer.into_body(), Payment::default());
}

#[test]
fn how_long_to_wait_is_read_in_each_form() {
    let date = ("date", "Fri, 31 Dec 2027 23:59:29 GMT");
    let wait = |text: &str| error(429, &[date, ("retry-after", text)], "{}").retry_after;
    assert_eq!(wait("7"), Some(Duration::from_secs(7)));
    assert_eq!(wait("2.128"), Some(Duration::from_millis(2128)));
    assert_eq!(wait("Fri, 31 Dec 2027 23:59:59 GMT"), Some(Duration::from_secs(30)));
    assert_eq!(wait("Fri, 31 Dec 2027 23:00:00 GMT"), Some(Duration::ZERO));
    for text in ["", "soon", "-1", "1e400", "NaN"] {
        assert_eq!(wait(text), None, "{text}");
    }
    let undated = error(429, &[("retry-after", "Fri, 31 Dec 2027 23:59:59 GMT")], "{}");
    assert_eq!(undated.retry_after, None);
}
