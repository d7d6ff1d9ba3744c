//! Answers that may be empty, elsewhere, or still to come.

use std::time::Duration;

use http::Response;

use crate::sample::{Payment, create_payment};
use crate::support::{Content, Download, Error, Method, Receipt, Reply, Request};

fn get<R>() -> Request<(), R> {
    Request::new(Method::GET, "/x", &[], ())
}

fn response(status: u16, location: Option<&str>, body: &str) -> Response<Vec<u8>> {
    let builder = Response::builder().status(status);
    let builder = match location {
        Some(location) => builder.header("location", location).header("retry-after", "30"),
        None => builder,
    };
    builder.body(body.as_bytes().to_vec()).unwrap()
}

#[test]
fn a_receipt_says_where_the_outcome_is() {
    let receipt = get::<Receipt>().decode(response(202, Some("/operations/7"), "")).unwrap();
    assert_eq!(receipt.retry_after, Some(Duration::from_secs(30)));
    let outcome = receipt.outcome::<Payment>().unwrap().to_http("https://s.example/v1").unwrap();
    assert_eq!(outcome.uri(), "https://s.example/v1/operations/7");
    // A token is for the service alone.
    let elsewhere = get::<Receipt>().decode(response(202, Some("https://other.example/7"), "")).unwrap();
    let refused = elsewhere.outcome::<Payment>().unwrap().to_http("https://s.example/v1");
    assert!(matches!(refused, Err(Error::Link { .. })));
    assert_eq!(get::<Receipt>().decode(response(204, None, "")).unwrap(), Receipt::default());
}

#[test]
fn a_reply_has_a_body_or_a_receipt() {
    let full = get::<Reply<Payment>>().decode(response(200, None, r#"{"comment":"c"}"#)).unwrap();
    assert_eq!(full.receipt(), None);
    assert_eq!(full.body().unwrap().comment.as_deref(), Some("c"));
    let empty = get::<Reply<Payment>>().decode(response(201, Some("/x/1"), "")).unwrap();
    assert_eq!(empty.receipt().unwrap().location.as_deref(), Some("/x/1"));
    assert_eq!(empty.body(), None);
}

#[test]
fn a_download_is_the_bytes_or_their_address() {
    let location = Download::Location("https://files.example/1".to_owned());
    let redirect = response(302, Some("https://files.example/1"), "");
    assert_eq!(get::<Download>().decode(redirect).unwrap(), location);
    let bytes = get::<Download>().decode(response(200, None, "a,b")).unwrap();
    assert_eq!(bytes, Download::Content(b"a,b".to_vec()));
    // Not modified, and a redirect to nowhere, are no answers; nor is a redirect where an object is expected.
    assert!(matches!(get::<Download>().decode(response(304, None, "")), Err(Error::Service(_))));
    let redirect = response(302, Some("https://files.example/1"), "");
    assert!(matches!(get::<Payment>().decode(redirect), Err(Error::Service(_))));
}

#[test]
fn an_inner_property_is_cleared_by_its_path() {
    let payment = Payment { comment: Some("c".to_owned()), ..Payment::default() };
    let sent = |path: &str| {
        let http = create_payment("c", "j", &payment).clear_path(path).to_http("https://s.example").unwrap();
        String::from_utf8(http.into_body()).unwrap()
    };
    assert_eq!(sent("parent/comment"), r#"{"comment":"c","parent":{"comment":null}}"#);
    assert_eq!(sent("a~1b"), r#"{"comment":"c","a/b":null}"#);
    let lines = Payment { lines: Some(vec![Default::default()]), ..Payment::default() };
    let http = create_payment("c", "j", &lines).clear_path("lines/0/text").clear_path("lines/1/text");
    assert_eq!(http.to_http("https://s.example").unwrap().body(), br#"{"lines":[{"text":null}]}"#);
}

#[test]
fn an_encoded_request_is_the_same_request() {
    let payment = Payment { comment: Some("c".to_owned()), ..Payment::default() };
    let request = create_payment("c", "j", &payment).query("$select", "id");
    let encoded: Request<Option<Content>, Payment> = request.encoded().unwrap();
    let [request, encoded] =
        [request.to_http("https://s.example").unwrap(), encoded.to_http("https://s.example").unwrap()];
    assert_eq!((request.uri(), request.headers()), (encoded.uri(), encoded.headers()));
    assert_eq!(request.body(), encoded.body());
}
