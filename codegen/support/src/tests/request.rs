//! Requests, and the HTTP requests that they turn into.

use crate::sample::{Payment, create_payment, delete_payment, list_payments};
use crate::support::{Authorization, Collection, Content, Error, Json, Method, Reason, Request, quoted};

#[test]
fn a_request_becomes_an_http_request() {
    let payment = Payment { line_number: Some(10000), ..Payment::default() };
    let request = create_payment("c 1", "j", &payment);
    assert_eq!(
        (request.method(), request.path().unwrap()),
        (&Method::POST, "/companies/c%201/journals/j/payments")
    );
    let http = request.to_http("https://host/v1.0").unwrap();
    assert_eq!(http.method(), Method::POST);
    assert_eq!(http.uri(), "https://host/v1.0/companies/c%201/journals/j/payments");
    assert_eq!(http.headers()["content-type"], "application/json");
    assert_eq!(http.headers()["accept"], "application/json");
    assert_eq!(http.body(), br#"{"lineNumber":10000}"#);
    assert_eq!(request.clone().to_http("https://host/v1.0/").unwrap().uri(), http.uri());

    let http = delete_payment("p").to_http("http://localhost:8080").unwrap();
    assert_eq!(http.uri(), "http://localhost:8080/payments/p");
    assert!(http.body().is_empty() && !http.headers().contains_key("content-type"));
}

#[test]
fn headers_are_set() {
    let request =
        delete_payment("p").if_match("W/\"1\"").header("Accept", "text/csv").header("accept", "text/plain");
    let http = request.to_http("https://host").unwrap();
    assert_eq!(http.headers()["if-match"], "W/\"1\"");
    assert_eq!(http.headers().get_all("accept").iter().collect::<Vec<_>>(), ["text/plain"]);
    for request in
        [delete_payment("p").header("bad name", "x"), delete_payment("p").header("x", "line\nbreak")]
    {
        let Error::Argument(error) = request.to_http("https://host").unwrap_err() else { panic!() };
        assert_eq!(error.reason(), Reason::Header);
    }
}

#[test]
fn query_options_are_encoded() {
    let request = list_payments("c")
        .select(&["id", "amount"])
        .filter(format!("name eq {} & x", quoted("it's #1+é")))
        .expand(&["lines($select=text)"])
        .orderby(&["id desc"])
        .search("\"a b\"")
        .top(5)
        .skip(10)
        .count();
    let http = request.to_http("https://host/v1.0").unwrap();
    assert_eq!(http.uri().query(), Some(request.query_string()));
    let url = url::Url::parse(&http.uri().to_string()).unwrap();
    let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    let pairs: Vec<(&str, &str)> =
        pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(
        pairs,
        [
            ("$select", "id,amount"),
            ("$filter", "name eq 'it''s #1+é' & x"),
            ("$expand", "lines($select=text)"),
            ("$orderby", "id desc"),
            ("$search", "\"a b\""),
            ("$top", "5"),
            ("$skip", "10"),
            ("$count", "true"),
        ]
    );
    assert!(request.query_string().starts_with("$select=id,amount&$filter=name%20eq%20%27it%27%27s%20"));
}

#[test]
fn the_base_is_checked() {
    for base in [
        "",
        "host",
        "/v1.0",
        "ftp://host",
        "https://",
        "https://host?x",
        "https://host#x",
        "https://ho st",
        "https://user:secret@host",
        "https:host",
    ] {
        let error = delete_payment("p").to_http(base).unwrap_err();
        assert!(matches!(error, Error::Base { .. }), "{base}: {error}");
        assert!(!format!("{error} {error:?}").contains("secret"));
    }
}

#[test]
fn cleared_properties_are_sent_as_null() {
    let payment: Payment =
        serde_json::from_str(r#"{"amount":1.230000000000000000001,"comment":"c","x":1.10}"#).unwrap();
    let request =
        create_payment("c", "j", &payment).clear_path("comment").clear_path("tags").clear_path("tags");
    let http = request.to_http("https://host").unwrap();
    let body = std::str::from_utf8(http.body()).unwrap();
    assert_eq!(body, r#"{"amount":1.230000000000000000001,"comment":null,"x":1.10,"tags":null}"#);
}

#[test]
fn other_bodies_are_sent() {
    let put = |content| Request::<Content, ()>::new(Method::PUT, "/photo/$value", &[], content);
    let http = put(Content::new("image/jpeg", [0xff, 0xd8])).to_http("https://host").unwrap();
    assert_eq!(
        (&http.headers()["content-type"], http.body().as_slice()),
        (&"image/jpeg".parse().unwrap(), &[0xff, 0xd8][..])
    );
    assert!(matches!(put(Content::new("no\n", [])).to_http("https://host"), Err(Error::Http(_))));

    let json: Json = "{\"a\": 1.10}".parse().unwrap();
    let http = Request::<&Json, ()>::new(Method::POST, "/x", &[], &json).to_http("https://host").unwrap();
    assert_eq!(http.body(), b"{\"a\": 1.10}");
}

#[test]
fn requests_are_shared_between_threads() {
    fn check<T: Send + Sync>(_: &T) {}
    check(&list_payments("c"));
    check(&create_payment("c", "j", &Payment::default()));
    fn check_type<T: Send + Sync + std::error::Error + 'static>() {}
    check_type::<Error>();
}

#[test]
fn a_key_that_begins_with_a_dollar_sign_stands_in_parentheses() {
    let path = |template: &'static str, arguments: &[&str]| {
        let request: Request<(), ()> = Request::new(Method::GET, template, arguments, ());
        request.path().map(str::to_owned)
    };
    assert_eq!(path("/users/{id}/messages", &["$ada's"]).unwrap(), "/users('%24ada%27%27s')/messages");
    assert_eq!(path("/users/{id}", &["a$b"]).unwrap(), "/users/a%24b");
    assert_eq!(path("/root:/{path}:/content", &["$a/b"]).unwrap(), "/root:/%24a/b:/content");
}

#[test]
fn authorization_is_what_the_caller_says_and_shows_nowhere() {
    let value = |request: Request<(), ()>| {
        request.to_http("https://host").unwrap().headers()["authorization"].clone()
    };
    let basic = Authorization::Basic { user: "ada", password: "secret" };
    assert_eq!(value(delete_payment("p").authorization(basic)), "Basic YWRhOnNlY3JldA==");
    assert_eq!(value(delete_payment("p").authorization(Authorization::Value("SharedKey k"))), "SharedKey k");
    assert_eq!(value(delete_payment("p").authorization(&"t".to_owned())), "Bearer t");
    assert_eq!(format!("{basic:?} {:?}", Authorization::from("secret")), "Basic Bearer");
    assert!(!format!("{:?}", delete_payment("p").authorization(basic)).contains("YWRh"));
}

#[test]
fn options_have_their_headers() {
    let headers = |request: Request<(), Collection<Payment>>| {
        request.to_http("https://host").unwrap().headers().clone()
    };
    let list = || list_payments("c").advanced_queries();
    assert_eq!(headers(list().search("\"a\""))["consistencylevel"], "eventual");
    assert_eq!(headers(list().filter("a ne 1").count())["consistencylevel"], "eventual");
    assert!(!headers(list().filter("a eq 1")).contains_key("consistencylevel"));
    assert!(!headers(list_payments("c").search("\"a\"")).contains_key("consistencylevel"));
    assert_eq!(headers(list_payments("c").eventual())["consistencylevel"], "eventual");
    assert_eq!(headers(list().count().header("ConsistencyLevel", "session"))["consistencylevel"], "session");
    assert_eq!(headers(list_payments("c").page_size(5))["prefer"], "odata.maxpagesize=5");
    // Of two wishes of one name, a service would heed the first.
    let zone = r#"outlook.timezone="a, \"Odata.maxpagesize=2\", "; b"#;
    let twice = list_payments("c")
        .prefer(&format!("odata.maxpagesize=1, {zone}"))
        .prefer("respond-async")
        .page_size(5);
    assert_eq!(headers(twice)["prefer"], format!("{zone}, respond-async, odata.maxpagesize=5").as_str());
    let page = Collection { next_link: Some("/x".to_owned()), ..Collection::default() };
    assert_eq!(headers(list().count().next(&page).unwrap())["consistencylevel"], "eventual");
}
