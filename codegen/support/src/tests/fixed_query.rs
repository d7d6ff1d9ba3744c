//! The part of a query that belongs to a call.

use url::Url;

use crate::support::{Error, Method, Reason, Request};

fn request(template: &'static str, arguments: &[&str]) -> Request<(), ()> {
    Request::new(Method::GET, template, arguments, ())
}

/// The pairs of the query, decoded, as a URL parser sees them.
fn pairs(template: &'static str, arguments: &[&str]) -> Vec<(String, String)> {
    let http = request(template, arguments).to_http("https://host/v1.0").unwrap();
    Url::parse(&http.uri().to_string()).unwrap().query_pairs().into_owned().collect()
}

fn pair(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

#[test]
fn it_stands_behind_the_path() {
    let request = request("/shelves/{id}/books?includeLent=true", &["s 1"]).top(5);
    assert_eq!(request.path().unwrap(), "/shelves/s%201/books");
    assert_eq!(request.query_string(), "includeLent=true&$top=5");
    let http = request.to_http("https://host/v1.0").unwrap();
    assert_eq!(http.uri(), "https://host/v1.0/shelves/s%201/books?includeLent=true&$top=5");
}

#[test]
fn each_argument_is_one_value_whatever_is_in_it() {
    for text in ["a", "a&b=c", "a+b", "a%26b", "#x?", "it's", "é {x}", "https://host/books/1", "..", "a/b"] {
        assert_eq!(pairs("/books?search={text}", &[text]), [pair("search", text)]);
        let doubled = text.replace('\'', "''");
        let condition = format!("tags($filter=id eq '{doubled}')");
        assert_eq!(
            pairs("/books/{id}?$expand=tags($filter=id eq '{id}')", &["1", text]),
            [pair("$expand", &condition)]
        );
    }
    assert_eq!(
        pairs("/books/{id}/readers/$ref?$id=https://host/v1.0/readers/{id}", &["1", "2"]),
        [pair("$id", "https://host/v1.0/readers/2")]
    );
}

#[test]
fn a_value_behind_an_operator_is_a_literal() {
    let template = "/books?$filter=shelf eq {shelf} and kind ne {kind}";
    for (argument, literal) in [("7", "7"), ("'a'", "'a'"), ("a b", "'a b'"), ("it's", "'it''s'")] {
        assert_eq!(
            pairs(template, &[argument, "null"]),
            [pair("$filter", &format!("shelf eq {literal} and kind ne null"))]
        );
    }
    assert_eq!(pairs("/books?$filter={p} eq '{v}'", &["name", "x"]), [pair("$filter", "name eq 'x'")]);
    // Nothing of the template's own text ends a pair or begins a comment.
    let own = "/books?$filter=a eq 'b#c' and d lt 1&$top=1";
    assert_eq!(pairs(own, &[]), [pair("$filter", "a eq 'b#c' and d lt 1"), pair("$top", "1")]);
}

#[test]
fn arguments_are_counted_over_path_and_query() {
    let reason = |template, arguments: &[&str]| {
        let Err(Error::Argument(error)) = request(template, arguments).path().map(str::to_owned) else {
            panic!("{template}")
        };
        (error.parameter().to_owned(), error.reason())
    };
    assert_eq!(reason("/b/{id}?s={text}", &["1"]), ("{text}".to_owned(), Reason::Missing));
    assert_eq!(reason("/b/{id}?s={text}", &["1", ""]), ("{text}".to_owned(), Reason::Empty));
    assert_eq!(reason("/b/{id}?s={text}", &["1", "2", "3"]), ("argument 3".to_owned(), Reason::Surplus));
    assert_eq!(reason("/b/{id}", &[]), ("{id}".to_owned(), Reason::Missing));
    assert_eq!(pairs("/b?s='{text}'", &[""]), [pair("s", "''")]);
    assert_eq!(request("/b/{what?}", &["1"]).path().unwrap(), "/b/1");
}
