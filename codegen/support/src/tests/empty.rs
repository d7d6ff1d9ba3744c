//! Successes without a body.

use http::{Response, StatusCode};

use crate::sample::{Payment, create_payment, list_payments};
use crate::support::{Answer, Collection, EmptyAnswer, Error, Json, Method, Reply, Request, Wrapped};

fn nothing(status: u16) -> Response<&'static str> {
    Response::builder().status(status).header("location", "/payments/7").body("").unwrap()
}

fn request<R>(method: Method) -> Request<(), R> {
    Request::new(method, "/payments/7", &[], ())
}

fn empty<R: Answer + std::fmt::Debug>(method: Method, status: u16) -> EmptyAnswer {
    match request::<R>(method).decode(nothing(status)).unwrap_err() {
        Error::Empty(error) => *error,
        other => panic!("{other}"),
    }
}

#[test]
fn an_update_may_answer_nothing() {
    for status in [200, 202, 204] {
        let reply = request::<Reply<Payment>>(Method::PATCH).decode(nothing(status)).unwrap();
        assert_eq!(reply.receipt().unwrap().location.as_deref(), Some("/payments/7"));
        assert_eq!(reply.body(), None);
    }
    let reply =
        request::<Reply<Payment>>(Method::PATCH).decode(Response::new("{\"comment\":\"c\"}")).unwrap();
    assert_eq!(reply.body().unwrap().comment.as_deref(), Some("c"));
}

#[test]
fn a_write_that_tells_nothing_is_known_to_be_done() {
    let error = empty::<Payment>(Method::POST, 204);
    assert_eq!((error.status, error.is_done()), (StatusCode::NO_CONTENT, true));
    assert_eq!(error.receipt.location.as_deref(), Some("/payments/7"));
    let message = error.to_string();
    assert!(message.contains("204 No Content without a body: the write succeeded"), "{message}");
    assert!(empty::<Json>(Method::POST, 201).is_done());
}

#[test]
fn a_caller_who_asks_for_nothing_gets_nothing() {
    let payment = Payment::default();
    let request = create_payment("c", "j", &payment).prefer("odata.track-changes").minimal();
    let http = request.to_http("https://host").unwrap();
    assert_eq!(http.headers()["prefer"], "odata.track-changes, return=minimal");
    assert_eq!(request.decode(nothing(204)).unwrap().body(), None);
    assert!(request.decode(Response::new("{}")).unwrap().body().is_some());
}

#[test]
fn a_list_of_nothing_is_empty() {
    assert_eq!(list_payments("c").decode(nothing(204)).unwrap(), Collection::default());
    let error = empty::<Collection<Payment>>(Method::GET, 200);
    assert_eq!((error.status, error.is_done()), (StatusCode::OK, false));
    assert_eq!(error.to_string(), "the service answered 200 OK without a body, and there is nothing to read");
}

#[test]
fn a_read_of_nothing_says_so() {
    for status in [200, 204] {
        assert_eq!(empty::<Payment>(Method::GET, status).status.as_u16(), status);
        assert!(!empty::<Json>(Method::GET, status).is_done());
    }
    // A function may return `null`, which OData answers so.
    let null = request::<Wrapped<Payment>>(Method::GET).decode(nothing(204)).unwrap();
    assert!(null.value.extra.is_null());
    assert_eq!(empty::<Wrapped<i64>>(Method::GET, 204).status, StatusCode::NO_CONTENT);
}
