//! Notifications, and the question that comes before.

use http::Request;

use crate::support::validation;

fn asked(uri: &str) -> Option<String> {
    let request = Request::post(uri).body(()).unwrap();
    let response = validation(&request)?;
    assert_eq!(
        (response.status().as_u16(), &response.headers()["content-type"]),
        (200, &"text/plain".parse().unwrap())
    );
    Some(String::from_utf8(response.into_body()).unwrap())
}

#[test]
fn the_token_is_given_back_as_it_was_meant() {
    assert_eq!(asked("/hook?validationToken=Validation%3a+a%2Bb%26c").as_deref(), Some("Validation: a+b&c"));
    assert_eq!(asked("https://h/hook?x=1&validationtoken=t").as_deref(), Some("t"));
    assert_eq!(asked("/hook?validationToken=%3Cscript%3E").as_deref(), Some("<script>"));
    for uri in ["/hook", "/hook?x=1", "/hook?validationToken", "/validationToken=t"] {
        assert_eq!(asked(uri), None, "{uri}");
    }
}
