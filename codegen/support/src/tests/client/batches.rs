//! Batches of which a busy service refuses a part.

use super::canned::{Canned, run};
use crate::support::client::{Client, Retry, blocking};
use crate::support::{Batch, BatchPart, Error, Json, Method, Request};

const ROOT: &str = "https://host/v1.0";
const FIRST: &str = r#"{"responses":[
    {"id":"1","status":429,"headers":{"Retry-After":"0"}},
    {"id":"2","status":200,"body":{"n":2}},
    {"id":"3","status":424},
    {"id":"4","status":429,"headers":{"Retry-After":"0.01"}},
    {"id":"5","status":504}]}"#;
const SECOND: &str = r#"{"responses":[
    {"id":"3","status":200,"body":{"n":3}},
    {"id":"4","status":200,"body":{"n":4}},
    {"id":"1","status":200,"body":{"n":1}}]}"#;

fn batch() -> (Batch, Vec<BatchPart<Json>>) {
    let mut batch = Batch::new();
    let post = || Request::<(), Json>::new(Method::POST, "/payments", &[], ());
    let parts: Vec<BatchPart<Json>> = (0..5).map(|_| batch.add(&post())).collect();
    batch.after(&parts[2], &parts[0]).after(&parts[2], &parts[1]);
    (batch, parts)
}

fn ids(request: &http::Request<Vec<u8>>) -> Vec<(String, serde_json::Value)> {
    let json: serde_json::Value = serde_json::from_slice(request.body()).unwrap();
    let requests = json["requests"].as_array().unwrap();
    requests.iter().map(|call| (call["id"].as_str().unwrap().to_owned(), call["dependsOn"].clone())).collect()
}

#[test]
fn what_was_refused_is_sent_again_alone() {
    let (batch, parts) = batch();
    let transport = Canned::new([(200, FIRST), (200, SECOND)]);
    let client = blocking::Client::new(transport.clone(), ROOT);
    let answers = client.batch(&batch).unwrap();
    let numbers: Vec<String> =
        parts[..4].iter().map(|part| answers.get(part).unwrap().raw().to_owned()).collect();
    assert_eq!(numbers, [r#"{"n":1}"#, r#"{"n":2}"#, r#"{"n":3}"#, r#"{"n":4}"#]);
    // A payment that may have been made is not made twice.
    assert!(matches!(answers.get(&parts[4]), Err(Error::Service(error)) if error.status == 504));
    let again = ids(&transport.requests()[1]);
    let id = |id: &str, after: serde_json::Value| (id.to_owned(), after);
    assert_eq!(
        again,
        [
            id("1", serde_json::Value::Null),
            id("3", serde_json::json!(["1"])),
            id("4", serde_json::Value::Null)
        ]
    );
    let transport = Canned::new([(200, FIRST), (200, SECOND)]);
    run(async {
        // The transport has no clock, so that what is refused stays so.
        let answers = Client::new(transport.clone(), ROOT).batch(&batch).await.unwrap();
        assert!(answers.get(&parts[0]).is_err() && answers.get(&parts[1]).is_ok());
    });
    assert_eq!(transport.requests().len(), 1);
}

#[test]
fn what_was_answered_outlives_a_round_that_fails() {
    let (batch, parts) = batch();
    let check = |answers: crate::support::BatchAnswers| {
        assert_eq!(answers.get(&parts[1]).unwrap().raw(), r#"{"n":2}"#);
        // Whether the calls of that round were carried out is not known: neither is the earlier refusal their answer.
        for part in [&parts[0], &parts[2], &parts[3]] {
            let error = answers.get(part).unwrap_err();
            assert!(
                matches!(&error, Error::Batch(cause) if matches!(**cause, Error::Transport(_))),
                "{error}"
            );
        }
        assert!(matches!(answers.get(&parts[4]), Err(Error::Service(error)) if error.status == 504));
    };
    check(blocking::Client::new(Canned::new([(200, FIRST)]), ROOT).batch(&batch).unwrap());
    let failed = blocking::Client::new(Canned::new([]), ROOT).batch(&batch);
    assert!(matches!(failed, Err(Error::Transport(_))));
}

#[test]
fn each_call_has_the_headers_of_the_client() {
    let mut batch = Batch::new();
    let call = || Request::<(), Json>::new(Method::GET, "/users", &[], ());
    batch.add(&call());
    batch.add(&call().header("ConsistencyLevel", "session"));
    let transport = Canned::new([(200, r#"{"responses":[]}"#)]);
    let client = blocking::Client::new(transport.clone(), ROOT).token("secret");
    client.header("ConsistencyLevel", "eventual").batch(&batch).unwrap();
    let json: serde_json::Value = serde_json::from_slice(transport.requests()[0].body()).unwrap();
    let headers: Vec<&serde_json::Value> =
        json["requests"].as_array().unwrap().iter().map(|call| &call["headers"]).collect();
    assert_eq!(*headers[0], serde_json::json!({"consistencylevel": "eventual"}));
    assert_eq!(*headers[1], serde_json::json!({"consistencylevel": "session"}));
}

#[test]
fn rounds_end() {
    let (batch, parts) = batch();
    let transport = Canned::new([(200, FIRST), (200, FIRST), (200, FIRST)]);
    let client = blocking::Client::new(transport.clone(), ROOT).retry(Retry::default().attempts(2));
    let answers = client.batch(&batch).unwrap();
    assert!(matches!(answers.get(&parts[0]), Err(Error::Service(error)) if error.status == 429));
    assert_eq!(transport.requests().len(), 2);
}
