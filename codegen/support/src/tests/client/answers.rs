//! Answers that come late, in part, in another form, or from elsewhere.

use std::time::Duration;

use super::canned::Canned;
use super::{Answer, BACKENDS, Backend, Server, Setup};
use crate::support::client::{Retry, blocking};
use crate::support::{Content, Error, Json, Method, Request, TransportError};

fn get() -> Request<Option<Content>, Json> {
    Request::new(Method::GET, "/books/{id}", &["b 1"], None)
}

/// What each backend makes of the same answers.
fn each(answers: impl Fn(&str) -> Vec<Answer>, look: impl Fn(&Backend, &Setup, &Server)) {
    for backend in BACKENDS {
        let server = Server::with(&answers);
        let setup = Setup { retry: Retry::never(), ..Setup::new(&server.origin) };
        look(backend, &setup, &server);
    }
}

fn transport(error: Error) -> TransportError {
    match error {
        Error::Transport(error) => error,
        other => panic!("{other}"),
    }
}

#[test]
fn a_call_is_sent_as_it_is() {
    each(
        |_| vec![Answer::json(r#"{"title":"t"}"#)],
        |backend, setup, server| {
            let body = Some(Content::new("application/json", *br#"{"a":1}"#));
            let call = Request::<_, Json>::new(Method::POST, "/books", &[], body).header("x-own", "o");
            let answer = (backend.send)(setup, &call).unwrap();
            assert_eq!(answer.raw(), r#"{"title":"t"}"#, "{}", backend.name);
            let request = server.requests().pop().unwrap();
            assert!(request.starts_with("POST /books HTTP/1.1") && request.ends_with("\r\n\r\n{\"a\":1}"));
            assert_eq!(server.header("user-agent"), ["test/1"]);
            assert_eq!(
                (server.header("x-own"), server.header("content-length")),
                (vec!["o".into()], vec!["7".into()])
            );
        },
    );
}

#[test]
fn the_wishes_of_a_client_are_sent_beside_those_of_a_call() {
    let transport = Canned::new([(200, "{}"), (200, "{}")]);
    let client = blocking::Client::new(transport.clone(), "https://host");
    let client =
        client.header("Prefer", "IdType=\"ImmutableId\", odata.maxpagesize=9").header("x-own", "client");
    client.send(&get().page_size(5).header("x-own", "call")).unwrap();
    client.send(&get()).unwrap();
    let sent = |name: &str| -> Vec<String> {
        transport
            .requests()
            .iter()
            .map(|request| request.headers()[name].to_str().unwrap().to_owned())
            .collect()
    };
    let all = ["IdType=\"ImmutableId\", odata.maxpagesize=5", "IdType=\"ImmutableId\", odata.maxpagesize=9"];
    assert_eq!(
        (sent("prefer"), sent("x-own")),
        (all.map(str::to_owned).to_vec(), vec!["call".into(), "client".into()])
    );
}

#[test]
fn a_read_and_a_delete_have_no_body_and_an_empty_post_says_so() {
    for (method, length) in [(Method::GET, ""), (Method::DELETE, ""), (Method::POST, "0")] {
        each(
            |_| vec![Answer::json("{}")],
            |backend, setup, server| {
                let call = Request::<Option<Content>, Json>::new(method.clone(), "/books", &[], None);
                (backend.send)(setup, &call).unwrap();
                assert_eq!(server.header("content-length"), [length], "{} {method}", backend.name);
                assert_eq!(server.header("transfer-encoding"), [""], "{} {method}", backend.name);
            },
        );
    }
}

#[test]
fn a_slow_answer_is_waited_for_no_longer_than_the_timeout() {
    let stall = |text: &str| Answer::Stall(text.to_owned());
    for answer in [
        Answer::Silence,
        stall("HTTP/1.1 200 OK\r\nContent-Le"),
        stall("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"),
        stall("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n"),
    ] {
        each(
            |_| vec![answer.clone()],
            |backend, setup, _| {
                let setup = Setup { timeout: Duration::from_millis(80), ..setup.clone() };
                let error = transport((backend.send)(&setup, &get()).unwrap_err());
                assert!(error.is_timeout(), "{}: {error}", backend.name);
            },
        );
    }
}

#[test]
fn an_answer_may_take_as_long_as_it_takes() {
    each(
        |_| vec![Answer::json("{}"), Answer::json("{}")],
        |backend, setup, _| {
            let setup = Setup { timeout: Duration::MAX, ..setup.clone() };
            assert_eq!((backend.send)(&setup, &get()).unwrap().raw(), "{}", "{}", backend.name);
            assert_eq!((backend.download)(&setup, &get()).unwrap(), b"{}", "{}", backend.name);
        },
    );
}

#[test]
fn the_head_of_a_download_is_waited_for_and_its_body_takes_its_time() {
    each(
        |_| vec![Answer::Silence],
        |backend, setup, _| {
            let setup = Setup { timeout: Duration::from_millis(80), ..setup.clone() };
            let error = transport((backend.download)(&setup, &get()).unwrap_err());
            assert!(error.is_timeout(), "{}: {error}", backend.name);
        },
    );
    let trickle = Answer::Trickle("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".to_owned(), 20);
    each(
        |_| vec![trickle.clone(), trickle.clone()],
        |backend, setup, _| {
            let setup = Setup { timeout: Duration::from_millis(200), ..setup.clone() };
            assert_eq!((backend.download)(&setup, &get()).unwrap().len(), 20, "{}", backend.name);
            let error = transport((backend.send)(&setup, &get()).unwrap_err());
            assert!(error.is_timeout(), "{}: {error}", backend.name);
        },
    );
    // It is waited for from the start.
    let long = Some(Content::new("text/plain", vec![b'a'; 32 << 20]));
    let post = Request::<_, Json>::new(Method::POST, "/books", &[], long);
    each(
        |_| vec![Answer::Deaf],
        |backend, setup, _| {
            let setup = Setup { timeout: Duration::from_millis(80), ..setup.clone() };
            let error = transport((backend.download)(&setup, &post).unwrap_err());
            assert!(error.is_timeout(), "{}: {error}", backend.name);
        },
    );
    each(
        |_| vec![Answer::json(&"a".repeat(1000))],
        |backend, setup, _| {
            let setup = Setup { limit: 10, ..setup.clone() };
            assert_eq!((backend.download)(&setup, &get()).unwrap().len(), 1000, "{}", backend.name);
        },
    );
}

#[test]
fn broken_chunks_are_no_answer() {
    let broken = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\nzz\r\n";
    for text in [broken, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}", "no HTTP at all\r\n\r\n"] {
        each(
            |_| vec![Answer::Bytes(text.to_owned())],
            |backend, setup, _| {
                let error = transport((backend.send)(setup, &get()).unwrap_err());
                assert!(!error.is_timeout() && !error.is_too_large(), "{}: {error}", backend.name);
                assert!(!error.to_string().contains("127.0.0.1"), "{}: {error}", backend.name);
            },
        );
    }
}

#[test]
fn what_is_no_json_is_an_error_that_shows_it() {
    each(
        |_| vec![Answer::new("200 OK", &[("Content-Type", "text/html")], "<p>Sign in</p>")],
        |backend, setup, _| match (backend.send)(setup, &get()).unwrap_err() {
            Error::Decode(error) => assert_eq!(error.body(), b"<p>Sign in</p>", "{}", backend.name),
            other => panic!("{}: {other}", backend.name),
        },
    );
    each(
        |_| vec![Answer::new("502 Bad Gateway", &[("Content-Type", "text/html")], "<p>Sorry</p>")],
        |backend, setup, _| match (backend.send)(setup, &get()).unwrap_err() {
            Error::Service(error) => assert_eq!(error.message.as_deref(), Some("Sorry"), "{}", backend.name),
            other => panic!("{}: {other}", backend.name),
        },
    );
}

#[test]
fn a_body_over_the_limit_is_not_read() {
    let long = format!("\"{}\"", "a".repeat(1000));
    each(
        |_| vec![Answer::json(&long)],
        |backend, setup, _| {
            let setup = Setup { limit: 1001, ..setup.clone() };
            let error = transport((backend.send)(&setup, &get()).unwrap_err());
            assert!(error.is_too_large(), "{}: {error}", backend.name);
            assert_eq!(error.to_string(), "the answer was not read to its end: it has more than 1001 bytes");
        },
    );
    each(
        |_| vec![Answer::json(&long)],
        |backend, setup, _| {
            let setup = Setup { limit: 1002, ..setup.clone() };
            assert_eq!((backend.send)(&setup, &get()).unwrap().raw().len(), 1002, "{}", backend.name);
        },
    );
}

#[test]
fn an_endless_answer_is_not_read_to_its_end() {
    let chunk = format!("3e8\r\n{}\r\n", "a".repeat(1000));
    let endless = format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{}", chunk.repeat(3));
    each(
        |_| vec![Answer::Stall(endless.clone())],
        |backend, setup, _| {
            let setup = Setup { limit: 2500, ..setup.clone() };
            let error = transport((backend.send)(&setup, &get()).unwrap_err());
            assert!(error.is_too_large(), "{}: {error}", backend.name);
        },
    );
}

#[test]
fn json_is_read_whatever_the_answer_says_that_it_is() {
    for content_type in ["text/plain; charset=utf-8", "application/octet-stream", "nonsense"] {
        each(
            |_| vec![Answer::new("200 OK", &[("Content-Type", content_type)], r#"{"title":"t"}"#)],
            |backend, setup, _| {
                let answer = (backend.send)(setup, &get()).unwrap();
                assert_eq!(answer.raw(), r#"{"title":"t"}"#, "{} {content_type}", backend.name);
            },
        );
    }
}

#[test]
fn a_redirect_is_followed_and_keeps_the_token_on_its_own_host_at_most() {
    each(
        |_| vec![Answer::new("307 Temporary Redirect", &[("Location", "/moved")], ""), Answer::json("{}")],
        |backend, setup, server| {
            let setup = Setup { tokens: &["secret"], ..setup.clone() };
            (backend.send)(&setup, &get()).unwrap();
            // ureq would not tell another port of the host from the service.
            let kept = if backend.name == "ureq" { "" } else { "Bearer secret" };
            assert_eq!(server.header("authorization"), ["Bearer secret", kept], "{}", backend.name);
            assert!(server.requests()[1].starts_with("GET /moved HTTP/1.1"));
        },
    );
}

#[test]
fn a_redirect_to_another_host_has_no_token() {
    for backend in BACKENDS {
        let elsewhere = Server::new(vec![Answer::json("{}")]);
        let target = elsewhere.origin.replace("127.0.0.1", "localhost") + "/file";
        let server = Server::new(vec![Answer::new("302 Found", &[("Location", &target)], "")]);
        let setup = Setup { tokens: &["secret"], ..Setup::new(&server.origin) };
        (backend.send)(&setup, &get()).unwrap();
        assert_eq!(server.header("authorization"), ["Bearer secret"], "{}", backend.name);
        assert_eq!(elsewhere.header("authorization"), [""], "{}", backend.name);
    }
}

#[test]
fn a_link_to_another_host_is_not_followed() {
    each(
        |_| vec![],
        |backend, setup, server| {
            let link = Request::<(), Json>::link("http://127.0.0.2:1/next").encoded().unwrap();
            let error = (backend.send)(setup, &link).unwrap_err();
            assert!(matches!(error, Error::Link { .. }), "{}: {error}", backend.name);
            assert!(server.requests().is_empty());
        },
    );
}

#[test]
fn a_download_comes_as_it_arrives() {
    let chunked = "HTTP/1.1 200 OK\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
    each(
        |_| vec![Answer::Bytes(chunked.to_owned())],
        |backend, setup, _| {
            assert_eq!((backend.download)(setup, &get()).unwrap(), b"abcde", "{}", backend.name)
        },
    );
    each(
        |_| vec![Answer::new("404 Not Found", &[], r#"{"error":{"code":"itemNotFound"}}"#)],
        |backend, setup, _| match (backend.download)(setup, &get()).unwrap_err() {
            Error::Service(error) => {
                assert_eq!(error.code.as_deref(), Some("itemNotFound"), "{}", backend.name)
            }
            other => panic!("{}: {other}", backend.name),
        },
    );
}

#[test]
fn a_root_or_a_header_that_cannot_be_is_an_error_of_the_call() {
    for backend in BACKENDS {
        let error = (backend.send)(&Setup::new("books.example"), &get()).unwrap_err();
        assert!(matches!(error, Error::Base { .. }), "{}: {error}", backend.name);
        let setup = Setup { tokens: &["line\nbreak"], ..Setup::new("http://127.0.0.1:1") };
        let error = (backend.send)(&setup, &get()).unwrap_err();
        assert!(!error.to_string().contains("break"), "{}: {error}", backend.name);
        assert!(matches!(error, Error::Token(_)), "{}: {error}", backend.name);
    }
}
