//! Standing in for the service.

use http::Request;

use crate::support::examples::respond;

fn status(method: &str, uri: &str) -> Option<u16> {
    let request = Request::builder().method(method).uri(uri).body("").unwrap();
    respond(&request).map(|response| response.status().as_u16())
}

#[test]
fn a_documented_request_has_its_documented_answer() {
    let request = Request::builder().uri("https://host/v1.0/payments/7").body("").unwrap();
    let response = respond(&request).unwrap();
    assert_eq!(response.headers()["content-type"], "application/json");
    assert_eq!(response.body(), br#"{"id":"7","comment":"Paid in two parts"}"#);
}

#[test]
fn other_arguments_have_the_same_answer_and_other_calls_none() {
    assert_eq!(status("GET", "https://host/v1.0/payments/8"), Some(200));
    assert_eq!(status("DELETE", "https://host/v1.0/payments/8"), Some(204));
    assert_eq!(status("PATCH", "https://host/v1.0/payments/8"), None);
    assert_eq!(status("GET", "https://host/v1.0/payments"), None);
}

#[test]
fn a_call_without_an_example_has_the_status_that_its_page_names() {
    assert_eq!(status("POST", "https://host/v1.0/payments/8/send"), Some(202));
    assert_eq!(status("POST", "https://host/v1.0/payments/8/cancel"), Some(200));
    assert_eq!(status("GET", "https://host/v1.0/payments/8/send"), None);
}

#[cfg(feature = "client")]
#[test]
fn a_client_is_answered_as_the_pages_show() {
    use crate::sample::delete_payment;
    use crate::support::client::blocking;
    use crate::support::examples::Documented;
    let client = blocking::Client::new(Documented, "https://host/v1.0");
    client.send(&delete_payment("8")).unwrap();
    let error = client.send(&crate::sample::list_payments("c")).unwrap_err().to_string();
    assert!(error.ends_with("no page has an answer to GET /v1.0/companies/c/payments"), "{error}");
    // Who asks again gets the same.
    assert!(!blocking::Transport::wait(&Documented, std::time::Duration::from_secs(1)));
}
