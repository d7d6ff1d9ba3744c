//! What a program can watch, and what it cannot.

use std::cell::RefCell;
use std::fmt::{Debug, Write};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use super::{Answer, BACKENDS, Server, Setup};
use crate::support::{Content, Json, Method, Request};

thread_local! {
    static NOTES: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Writes down all that it is told on this thread. It is there for all threads, since what one does not want, none gets.
struct Notes;

impl Visit for Notes {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        NOTES.with_borrow_mut(|notes| write!(notes, " {}={value:?}", field.name()).unwrap());
    }
}

impl Subscriber for Notes {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().contains("client")
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        span.record(&mut Notes);
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        values.record(&mut Notes);
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        NOTES.with_borrow_mut(|notes| notes.push('\n'));
        event.record(&mut Notes);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[test]
fn a_span_tells_the_call_and_no_secret() {
    tracing::subscriber::set_global_default(Notes).unwrap();
    for backend in BACKENDS {
        let refused = Answer::new("401 Unauthorized", &[("WWW-Authenticate", "secret")], "secret");
        let busy = Answer::new("429 Too Many Requests", &[("Retry-After", "0")], "");
        let done = Answer::new("200 OK", &[("request-id", "r-1")], "{}");
        let server = Server::new(vec![refused, busy, done]);
        let setup = Setup { tokens: &["secret-1", "secret-2"], ..Setup::new(&server.origin) };
        let call: Request<Option<Content>, Json> =
            Request::new(Method::PUT, "/books/{id}", &["secret"], None).query("code", "secret");
        (backend.send)(&setup, &call).unwrap();
        let notes = NOTES.take();
        assert!(!notes.contains("secret"), "{}: {notes}", backend.name);
        for part in [
            "http.request.method=\"PUT\"",
            "http.route=\"/books/{id}\"",
            "=200",
            "request_id=\"r-1\"",
            "wait=",
        ] {
            assert!(notes.contains(part), "{}: {part} in {notes}", backend.name);
        }
    }
}
