//! Several calls in one.

use http::Response;

use crate::sample::{Payment, create_payment, list_payments};
use crate::support::{Answer, Batch, BatchAnswers, Collection, Content, Error, Json, Method, Request};

const ROOT: &str = "https://host/v1.0/";

fn sent(batch: &Batch) -> serde_json::Value {
    let http = batch.request(ROOT).unwrap().to_http(ROOT).unwrap();
    assert_eq!((http.method(), http.uri().to_string().as_str()), (&Method::POST, "https://host/v1.0/$batch"));
    assert_eq!(http.headers()["content-type"], "application/json");
    serde_json::from_slice(http.body()).unwrap()
}

#[test]
fn a_batch_has_each_call_as_it_would_be_sent() {
    let payment = Payment { amount: Some("12.50".into()), ..Payment::default() };
    let mut batch = Batch::new();
    let list = batch.add(&list_payments("c 1").top(2).prefer("odata.maxpagesize=2"));
    let create = batch.add(&create_payment("c", "j", &payment));
    let file = Request::<_, ()>::new(Method::PUT, "/f", &[], Content::new("image/png", vec![251, 255]));
    let text = Request::<_, ()>::new(Method::PUT, "/t", &[], Content::new("text/plain", "a\"b"));
    let file = batch.add(&file.if_match("W/\"1\""));
    batch.add(&text);
    batch.add(&Request::<(), Json>::link("https://host/v1.0/x?$skip=1"));
    batch.after(&create, &list).after(&file, &create).after(&file, &list);
    assert_eq!((batch.len(), batch.is_empty(), Batch::new().is_empty()), (5, false, true));
    let wanted = serde_json::json!({"requests": [
        {"id": "1", "method": "GET", "url": "/companies/c%201/payments?$top=2", "headers": {"prefer": "odata.maxpagesize=2"}},
        {"id": "2", "method": "POST", "url": "/companies/c/journals/j/payments", "dependsOn": ["1"],
            "headers": {"content-type": "application/json"}, "body": {"amount": 12.50}},
        {"id": "3", "method": "PUT", "url": "/f", "dependsOn": ["1", "2"], "body": "-_8=",
            "headers": {"accept": "application/json", "content-type": "image/png", "if-match": "W/\"1\""}},
        {"id": "4", "method": "PUT", "url": "/t", "headers": {"content-type": "text/plain"}, "body": "a\"b"},
        {"id": "5", "method": "GET", "url": "/x?$skip=1"},
    ]});
    let mut found = sent(&batch);
    // `Accept` is said only where it is another one.
    found["requests"][2]["headers"]["accept"] = "application/json".into();
    assert_eq!(found, wanted);
    // Every digit of the body.
    let http = batch.request(ROOT).unwrap().to_http(ROOT).unwrap();
    assert!(String::from_utf8(http.into_body()).unwrap().contains(r#"{"amount":12.50}"#));
}

#[test]
fn each_answer_is_decoded_by_the_call_that_went_in() {
    let mut batch = Batch::new();
    let list = batch.add(&list_payments("c"));
    let one = batch.add(&Request::<(), Payment>::new(Method::GET, "/payments/{id}", &["1"], ()));
    let file = batch.add(&Request::<(), Vec<u8>>::new(Method::GET, "/f", &[], ()));
    let text = batch.add(&Request::<(), Vec<u8>>::new(Method::GET, "/t", &[], ()));
    let gone = batch.add(&Request::<(), ()>::new(Method::DELETE, "/g", &[], ()));
    let lost = batch.add(&Request::<(), ()>::new(Method::DELETE, "/l", &[], ()));
    let body = r#"{"responses":[
        {"id":"3","status":200,"headers":{"Content-Type":"image/png"},"body":"+/8="},
        {"id":"1","status":200,"body":{"value":[{"amount":1.00}],"@odata.nextLink":"/n"}},
        {"id":4,"status":"200","headers":{"Content-Type":"Text/plain; charset=utf-8"},"body":"AAAA"},
        {"id":"2","status":404,"headers":{"request-id":"r"},"body":{"error":{"code":"itemNotFound"}}},
        {"id":"5","status":204}]}"#;
    let answers = batch.request(ROOT).unwrap().decode(Response::new(body)).unwrap();
    let page: Collection<Payment> = answers.get(&list).unwrap();
    assert_eq!(page.value[0].amount.as_ref().unwrap().as_str(), "1.00");
    assert_eq!(page.next_link.as_deref(), Some("/n"));
    match answers.get(&one).unwrap_err() {
        Error::Service(error) => {
            assert_eq!(
                (error.code.as_deref(), error.request_id.as_deref()),
                (Some("itemNotFound"), Some("r"))
            )
        }
        other => panic!("{other}"),
    }
    assert_eq!(
        (answers.get(&file).unwrap(), answers.get(&text).unwrap()),
        (vec![251, 255], b"AAAA".to_vec())
    );
    answers.get(&gone).unwrap();
    assert!(answers.get(&lost).unwrap_err().to_string().contains("no answer to call 6"));
    // What stands in for a service can write it.
    let again = BatchAnswers::decode(&answers.encode().unwrap()).unwrap();
    assert_eq!(again.get(&list).unwrap(), page);
    assert_eq!((again.get(&file).unwrap(), again.get(&text).unwrap()), (vec![251, 255], b"AAAA".to_vec()));
}

#[test]
fn what_is_no_batch_is_an_error() {
    for body in ["[]", "{}", r#"{"responses":[{}]}"#, r#"{"responses":[{"id":"1","status":5}]}"#, "<html>"] {
        assert!(BatchAnswers::decode(body.as_bytes()).is_err(), "{body}");
    }
}

#[test]
fn a_call_that_cannot_be_sent_is_an_error_of_the_batch() {
    let mut batch = Batch::new();
    batch.add(&list_payments(""));
    let error = batch.request(ROOT).unwrap_err();
    assert!(matches!(error, Error::Argument(_)), "{error}");
    let mut batch = Batch::new();
    batch.add(&Request::<(), Json>::link("https://evil/x"));
    assert!(matches!(batch.request(ROOT), Err(Error::Link { .. })));
}
