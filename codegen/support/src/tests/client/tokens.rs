//! Who calls.

use super::{Answer, BACKENDS, Server, Setup};
use crate::support::{Content, Error, Json, Method, Request};

fn call() -> Request<Option<Content>, Json> {
    Request::new(Method::POST, "/payments", &[], None)
}

fn refused() -> Answer {
    Answer::new("401 Unauthorized", &[("WWW-Authenticate", "Bearer claims=\"c\"")], "")
}

#[test]
fn a_refused_token_is_asked_for_once_more() {
    for backend in BACKENDS {
        let server = Server::new(vec![refused(), Answer::json("{}")]);
        let setup = Setup { tokens: &["old", "new"], ..Setup::new(&server.origin) };
        (backend.send)(&setup, &call()).unwrap();
        assert_eq!(server.header("authorization"), ["Bearer old", "Bearer new"], "{}", backend.name);
        let asked = setup.asked.lock().unwrap();
        assert_eq!((asked[0].refused, &asked[0].challenge), (false, &None));
        assert_eq!((asked[1].refused, asked[1].challenge.as_deref()), (true, Some("Bearer claims=\"c\"")));
    }
}

#[test]
fn all_challenges_are_told() {
    for backend in BACKENDS {
        let challenges =
            [("WWW-Authenticate", "PoP nonce=\"n\""), ("WWW-Authenticate", "Bearer claims=\"c\"")];
        let refused = Answer::new("401 Unauthorized", &challenges, "");
        let server = Server::new(vec![refused, Answer::json("{}")]);
        let setup = Setup { tokens: &["old", "new"], ..Setup::new(&server.origin) };
        (backend.send)(&setup, &call()).unwrap();
        let challenge = setup.asked.lock().unwrap()[1].challenge.clone();
        assert_eq!(challenge.as_deref(), Some("PoP nonce=\"n\", Bearer claims=\"c\""), "{}", backend.name);
    }
}

#[test]
fn a_token_that_is_refused_twice_is_an_error() {
    for backend in BACKENDS {
        let server = Server::new(vec![refused(), refused()]);
        let setup = Setup { tokens: &["old", "new", "newest"], ..Setup::new(&server.origin) };
        match (backend.send)(&setup, &call()).unwrap_err() {
            Error::Service(error) => assert_eq!(error.status.as_u16(), 401),
            other => panic!("{}: {other}", backend.name),
        }
        assert_eq!((setup.asked.lock().unwrap().len(), server.requests().len()), (2, 2), "{}", backend.name);
    }
}

#[test]
fn a_source_may_fail() {
    for backend in BACKENDS {
        let server = Server::new(vec![refused()]);
        let setup = Setup { tokens: &["only"], ..Setup::new(&server.origin) };
        let error = (backend.send)(&setup, &call()).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the call cannot be authorized: the cache is empty",
            "{}",
            backend.name
        );
    }
}

#[test]
fn what_a_call_says_of_itself_stays() {
    for backend in BACKENDS {
        let server = Server::new(vec![refused()]);
        let setup = Setup { tokens: &["of the client"], ..Setup::new(&server.origin) };
        let error = (backend.send)(&setup, &call().bearer("own")).unwrap_err();
        assert!(error.to_string().contains("401"), "{}: {error}", backend.name);
        assert_eq!(server.header("authorization"), ["Bearer own"]);
        assert!(setup.asked.lock().unwrap().is_empty());
    }
}

#[test]
fn no_debug_output_shows_a_token() {
    let client = crate::support::client::blocking::Client::new("transport", "https://books.example");
    for client in [client.clone().token("secret"), client.token_source(|_| Ok("secret".to_owned()))] {
        assert!(!format!("{client:?}").contains("secret"));
    }
}
