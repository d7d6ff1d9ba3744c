//! What is sent again.

use std::time::Duration;

use super::{Answer, BACKENDS, Server, Setup};
use crate::support::client::Retry;
use crate::support::{Content, Error, Json, Method, Request};

fn call(method: Method) -> Request<Option<Content>, Json> {
    let body = (method != Method::GET).then(|| Content::new("application/json", *b"{}"));
    Request::new(method, "/payments", &[], body)
}

fn busy(status: &str, retry_after: &str) -> Answer {
    Answer::new(status, &[("Retry-After", retry_after), ("Date", "Fri, 31 Dec 2027 23:59:29 GMT")], "")
}

#[test]
fn a_busy_service_is_asked_again_in_each_form_of_retry_after() {
    for form in ["0", "0.01", "Fri, 31 Dec 2027 23:59:29 GMT", "soon"] {
        for status in ["429 Too Many Requests", "503 Service Unavailable"] {
            for backend in BACKENDS {
                let server = Server::new(vec![busy(status, form), busy(status, form), Answer::json("{}")]);
                let answer = (backend.send)(&Setup::new(&server.origin), &call(Method::POST));
                assert_eq!(answer.unwrap().raw(), "{}", "{} {form}", backend.name);
                // The whole request each time.
                assert!(server.requests().iter().all(|request| request.ends_with("\r\n\r\n{}")));
                assert_eq!(server.requests().len(), 3);
            }
        }
    }
}

#[test]
fn a_service_that_asks_for_too_long_a_wait_is_left_alone() {
    for form in ["3600", "Sat, 01 Jan 2028 00:59:29 GMT"] {
        for backend in BACKENDS {
            let server = Server::new(vec![busy("429 Too Many Requests", form)]);
            match (backend.send)(&Setup::new(&server.origin), &call(Method::GET)).unwrap_err() {
                Error::Service(error) => assert_eq!(error.retry_after, Some(Duration::from_secs(3600))),
                other => panic!("{}: {other}", backend.name),
            }
        }
    }
}

#[test]
fn attempts_end() {
    for backend in BACKENDS {
        let server = Server::new(vec![busy("429 Too Many Requests", "0"); 3]);
        let setup = Setup { retry: Retry::default().attempts(3), ..Setup::new(&server.origin) };
        let error = (backend.send)(&setup, &call(Method::GET)).unwrap_err();
        assert!(error.to_string().contains("429"), "{}: {error}", backend.name);
        assert_eq!(server.requests().len(), 3);
    }
}

#[test]
fn a_payment_is_not_posted_twice() {
    let lost = || vec![Answer::Nothing, Answer::json("{}")];
    let late = || vec![Answer::new("504 Gateway Timeout", &[], ""), Answer::json("{}")];
    for answers in [lost, late] {
        for backend in BACKENDS {
            for (call, times) in [
                (call(Method::POST), 1),
                (call(Method::PATCH), 1),
                (call(Method::PATCH).if_match("W/\"1\""), 2),
                (call(Method::PUT), 2),
                (call(Method::DELETE), 2),
                (call(Method::GET), 2),
            ] {
                let server = Server::new(answers());
                let answer = (backend.send)(&Setup::new(&server.origin), &call);
                let name = format!("{} {}", backend.name, call.method());
                assert_eq!(server.requests().len(), times, "{name}");
                assert_eq!(answer.is_ok(), times == 2, "{name}");
            }
        }
    }
}
