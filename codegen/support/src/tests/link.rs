//! Links, followed.

use http::Response;

use crate::sample::{Payment, list_payments};
use crate::support::{Collection, Error, Json, Method, Receipt, Request, UrlReason};

const ROOT: &str = "https://host/v1.0";

/// The address of the page behind one that answers a request of this path, with this link and this context.
fn next(path: &'static str, context: Option<&str>, link: &str) -> Result<String, Error> {
    let mut body = serde_json::json!({"value": [], "@odata.nextLink": link});
    if let Some(context) = context {
        body["@odata.context"] = context.into();
    }
    let request: Request<(), Collection<Payment>> = Request::new(Method::GET, path, &[], ());
    let page = request.decode(Response::new(body.to_string())).unwrap();
    let uri = |request: Request<(), _>| request.to_http(ROOT).map(|http| http.uri().to_string());
    let (plain, with_headers) = (uri(page.next().unwrap()), uri(request.next(&page).unwrap()));
    assert_eq!(plain.as_ref().ok(), with_headers.as_ref().ok(), "{link}");
    plain
}

#[test]
fn a_link_to_another_service_is_not_followed() {
    let next = |link: &str| {
        let page = Collection::<Payment> { next_link: Some(link.into()), ..Collection::default() };
        page.next().unwrap().to_http("https://host/v1.0").map(|http| http.uri().to_string())
    };
    for link in [
        "https://evil/v1.0/x",
        "http://host/v1.0/x",
        "https://host:8443/x",
        "https://host.evil/x",
        "https://host@evil/x",
        "https://user@host/x",
        "https://host\\@evil/x",
        "https://evil\\@host/x",
        "//evil/x",
        "ftp://host/x",
        " https://evil/x",
        "\thttps://evil/x",
        "https:///x",
    ] {
        let error = next(link).unwrap_err();
        assert!(matches!(error, Error::Link { .. }), "{link}: {error}");
    }
    for (link, wanted) in [
        ("https://host/else?x=1", "https://host/else?x=1"),
        ("//host/x", "https://host/x"),
        ("/v1.0/x", "https://host/v1.0/x"),
        ("x?$skip=1", "https://host/v1.0/x?$skip=1"),
        ("https:evil/x", "https://host/v1.0/https:evil/x"),
    ] {
        assert_eq!(next(link).unwrap(), wanted);
    }
    let message = next("https://evil/x").unwrap_err().to_string();
    assert_eq!(message, "the link to evil is not followed: it leads to another service");
}

#[test]
fn the_reason_for_a_refusal_is_data() {
    for (link, wanted) in [
        ("https://evil/x", UrlReason::Elsewhere),
        ("https://host:8443/x", UrlReason::Elsewhere),
        ("http://host/x", UrlReason::Unprotected),
        ("https://user@host/x", UrlReason::Credentials),
        ("ftp://host/x", UrlReason::Scheme),
        ("https:///x", UrlReason::NotUrl),
    ] {
        match next("/x", None, link).unwrap_err() {
            Error::Link { reason, .. } => assert_eq!(reason, wanted, "{link}"),
            other => panic!("{link}: {other}"),
        }
    }
}

#[test]
fn what_no_url_has_is_encoded_and_nothing_is_cut() {
    for (link, wanted) in [
        ("https://host/v1.0/x?$filter=name eq 'A B'", "https://host/v1.0/x?$filter=name%20eq%20'A%20B'"),
        ("https://host/v1.0/x?$filter=name eq 'Süd'", "https://host/v1.0/x?$filter=name%20eq%20'S%C3%BCd'"),
        ("https://host/v1.0/u/a_b#EXT#@c/m?$skip=1", "https://host/v1.0/u/a_b%23EXT%23@c/m?$skip=1"),
        ("https://host/v1.0/x?a=%2F%20", "https://host/v1.0/x?a=%2F%20"),
        ("x?q=\"a\"", "https://host/v1.0/x?q=%22a%22"),
        (" /v1.0/x\n", "https://host/v1.0/x"),
        ("\\\\evil/x", "https://host/v1.0/%5C%5Cevil/x"),
    ] {
        assert_eq!(next("/x", None, link).unwrap(), wanted, "{link}");
    }
}

#[test]
fn an_empty_link_is_the_end() {
    for link in ["", " "] {
        let body = serde_json::json!({"value": [], "@odata.nextLink": link, "@odata.deltaLink": link});
        let page = list_payments("c").decode(Response::new(body.to_string())).unwrap();
        assert!(page.next().is_none() && page.changes().is_none());
    }
}

#[test]
fn a_slash_means_the_root_of_the_service() {
    for (link, wanted) in [
        ("/teams('t')/operations('o')", "https://host/v1.0/teams('t')/operations('o')"),
        ("/v1.0/teams", "https://host/v1.0/teams"),
        ("/v1.0?x=1", "https://host/v1.0?x=1"),
        ("/v1.0x/teams", "https://host/v1.0/v1.0x/teams"),
    ] {
        assert_eq!(next("/x", None, link).unwrap(), wanted, "{link}");
    }
    let page = Collection::<Payment> { next_link: Some("/x".to_owned()), ..Collection::default() };
    let uri = page.next().unwrap().to_http("http://localhost:8080/").unwrap().uri().to_string();
    assert_eq!(uri, "http://localhost:8080/x");
}

#[test]
fn a_relative_link_has_a_context_or_a_request() {
    let absolute = "https://host/v1.0/companies(1)/$metadata#items";
    for (path, context, link, wanted) in [
        ("/items", None, "items?$skiptoken=2", "https://host/v1.0/items?$skiptoken=2"),
        (
            "/companies(1)/items",
            None,
            "items?$skiptoken=2",
            "https://host/v1.0/companies(1)/items?$skiptoken=2",
        ),
        ("/companies(1)/items", None, "?$skiptoken=2", "https://host/v1.0/companies(1)/items?$skiptoken=2"),
        ("/companies(1)/items", None, "../x", "https://host/v1.0/x"),
        (
            "/companies(1)/items",
            Some("https://host/v1.0/$metadata#items"),
            "x?a=/b",
            "https://host/v1.0/x?a=/b",
        ),
        ("/items", Some(absolute), "./items", "https://host/v1.0/companies(1)/items"),
        (
            "/companies(1)/items",
            Some("../$metadata#items"),
            "items?$skip=1",
            "https://host/v1.0/items?$skip=1",
        ),
        ("/a/b", Some("$metadata#b"), "b?$skip=1", "https://host/v1.0/a/b?$skip=1"),
        ("/a/b", Some("/v1.0/$metadata"), "b", "https://host/v1.0/b"),
        ("/a", None, "b?url='https://c/d'", "https://host/v1.0/b?url='https://c/d'"),
    ] {
        assert_eq!(next(path, context, link).unwrap(), wanted, "{path} {context:?} {link}");
    }
    // A context elsewhere leads elsewhere.
    let elsewhere = next("/x", Some("https://evil/$metadata"), "x").unwrap_err();
    assert!(matches!(elsewhere, Error::Link { reason: UrlReason::Elsewhere, .. }));
}

#[test]
fn a_relative_link_of_a_second_page_is_relative_to_that() {
    let request: Request<(), Collection<Json>> = Request::new(Method::GET, "/a/b/items", &[], ());
    let answer =
        |link: &str| Response::new(serde_json::json!({"value": [], "@odata.nextLink": link}).to_string());
    let first = request.decode(answer("../items?$skip=1")).unwrap();
    let second = first.next().unwrap();
    assert_eq!(second.to_http(ROOT).unwrap().uri(), "https://host/v1.0/a/items?$skip=1");
    let third = second.decode(answer("items?$skip=2")).unwrap().next().unwrap();
    assert_eq!(third.to_http(ROOT).unwrap().uri(), "https://host/v1.0/a/items?$skip=2");
}

#[test]
fn a_link_below_the_root_is_so_on_each_page() {
    let request: Request<(), Collection<Json>> = Request::new(Method::GET, "/shelves(1)/books", &[], ());
    for context in ["../$metadata#books", "/v1.0/$metadata#books", "https://host/v1.0/$metadata#books"] {
        let answer = |link: &str| {
            let page = serde_json::json!({"value": [], "@odata.context": context, "@odata.nextLink": link});
            Response::new(page.to_string())
        };
        let mut page = request.decode(answer("shelves(1)/books?$skip=1")).unwrap();
        for skip in 1..4 {
            let next = page.next().unwrap();
            let wanted = format!("https://host/v1.0/shelves(1)/books?$skip={skip}");
            assert_eq!(next.to_http(ROOT).unwrap().uri().to_string(), wanted, "{context}");
            page = next.decode(answer(&format!("shelves(1)/books?$skip={}", skip + 1))).unwrap();
        }
    }
}

#[test]
fn a_link_without_tls_is_followed_with_it_where_the_caller_says_so() {
    let body = r#"{"value":[],"@odata.nextLink":"http://host/v1.0/x?$skip=2"}"#;
    let request = list_payments("c");
    let page = request.decode(Response::new(body)).unwrap();
    assert!(page.next().unwrap().to_http(ROOT).is_err());
    let next = page.next().unwrap().allow_http_links();
    assert_eq!(next.to_http("https://host:8443/v1.0").unwrap().uri(), "https://host:8443/v1.0/x?$skip=2");
    let request = request.allow_http_links();
    let next = request.next(&page).unwrap();
    assert_eq!(next.to_http(ROOT).unwrap().uri(), "https://host/v1.0/x?$skip=2");
    // Another host stays another host.
    let body = body.replace("//host", "//evil");
    let page = request.decode(Response::new(body)).unwrap();
    assert!(request.next(&page).unwrap().to_http(ROOT).is_err());
}

#[test]
fn the_next_page_has_the_headers_of_the_first() {
    let request =
        list_payments("c").prefer("odata.maxpagesize=5").header("consistencylevel", "eventual").strict();
    let page = request
        .decode(Response::new(r#"{"value":[],"@odata.nextLink":"/x","@odata.deltaLink":"/y"}"#))
        .unwrap();
    let next = request.next(&page).unwrap();
    let http = next.to_http(ROOT).unwrap();
    assert_eq!(
        (&http.headers()["prefer"], &http.headers()["consistencylevel"]),
        (&"odata.maxpagesize=5".parse().unwrap(), &"eventual".parse().unwrap())
    );
    assert!(next.decode(Response::new(r#"{"value":[{"id":5}]}"#)).is_err());
    assert_eq!(request.changes(&page).unwrap().to_http(ROOT).unwrap().uri(), "https://host/v1.0/y");
}

#[test]
fn a_saved_link_is_followed() {
    let saved = "https://host/v1.0/x/delta?$deltatoken=t";
    let request: Request<(), Collection<Payment>> = Request::link(saved);
    assert_eq!(request.to_http(ROOT).unwrap().uri(), saved);
    assert!(Request::<(), Json>::link("https://evil/x").to_http(ROOT).is_err());
}

#[test]
fn work_that_goes_on_says_where() {
    let decode = |headers: &[(&str, &str)]| -> Receipt {
        let mut response = Response::builder().status(202);
        for (name, value) in headers {
            response = response.header(*name, *value);
        }
        let request: Request<(), Receipt> = Request::new(Method::POST, "/a/copy", &[], ());
        request.decode(response.body("").unwrap()).unwrap()
    };
    let uri = |request: Option<Request<(), Json>>| request.unwrap().to_http(ROOT).unwrap().uri().to_string();
    let both = decode(&[("operation-location", "/operations/1"), ("location", "/items/1")]);
    assert_eq!(uri(both.outcome()), "https://host/v1.0/items/1");
    assert_eq!(uri(both.progress()), "https://host/v1.0/operations/1");
    for name in ["Operation-Location", "Azure-AsyncOperation", "Location"] {
        let receipt = decode(&[(name, "https://host/v1.0/operations/1")]);
        assert_eq!(uri(receipt.outcome()), "https://host/v1.0/operations/1");
        assert_eq!(uri(receipt.progress()), "https://host/v1.0/operations/1");
    }
    assert_eq!(uri(decode(&[("location", "operations/1")]).outcome()), "https://host/v1.0/a/operations/1");
    assert!(decode(&[]).outcome::<Json>().is_none());
    assert!(decode(&[("location", "")]).progress::<Json>().is_none());
    assert!(decode(&[("location", "https://other/x")]).outcome::<Json>().unwrap().to_http(ROOT).is_err());
}
