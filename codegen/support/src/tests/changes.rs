//! What an update sends.

use crate::sample::{Line, Payment};
use crate::support::{Error, Method, Model, Reason, Request};

fn update(body: &Payment) -> Request<&Payment, ()> {
    Request::new(Method::PATCH, "/payments/{id}", &["p"], body)
}

fn sent(request: &Request<&Payment, ()>) -> String {
    String::from_utf8(request.to_http("https://host").unwrap().into_body()).unwrap()
}

#[test]
fn a_field_is_cleared_by_its_name_in_rust() {
    let payment = Payment { comment: Some("c".to_owned()), posted: Some(true), ..Payment::default() };
    let request = update(&payment).clear(|payment| &payment.comment).clear(|payment| &payment.line_number);
    assert_eq!(sent(&request), r#"{"comment":null,"posted":true,"lineNumber":null}"#);
    // Every kind of field is found.
    let all = update(&payment)
        .clear(|payment| &payment.id)
        .clear(|payment| &payment.parent)
        .clear(|payment| &payment.lines)
        .clear(|payment| &payment.attachments)
        .clear(|payment| &payment.owners)
        .clear(|payment| &payment.anything);
    let nulls = r#""id":null,"parent":null,"lines":null,"attachments":null,"owners":null,"anything":null"#;
    assert!(sent(&all).ends_with(&format!("{nulls}}}")), "{}", sent(&all));
    let Error::Argument(error) =
        update(&payment).clear(|payment| &payment.extra).to_http("https://h").unwrap_err()
    else {
        panic!()
    };
    assert_eq!(error.reason(), Reason::Property);
    let none: Request<Option<&Payment>, ()> = Request::new(Method::PATCH, "/p", &[], None);
    assert!(none.clear(|payment| &payment.comment).to_http("https://h").unwrap().body().is_empty());
}

#[test]
fn only_what_differs_is_sent() {
    let read = Payment::from_json(
        br#"{"@odata.etag":"e","id":"p","lineNumber":1,"amount":1.50,"comment":"c","posted":true,"x":1,
            "parent":{"comment":"a","tags":["t"]},"lines":[{"text":"a"}]}"#,
    )
    .unwrap();
    assert!(read.changes_to(&read).unwrap().is_empty());
    let mut wanted = read.clone();
    wanted.amount = Some("1.5".into());
    wanted.comment = None;
    wanted.posted = Some(false);
    wanted.parent.as_mut().unwrap().tags = None;
    wanted.extra.insert("@odata.etag", serde_json::json!("f"));
    wanted.extra.remove("x");
    // The sample says that the service alone sets it.
    wanted.line_number = Some(2);
    let changes = read.changes_to(&wanted).unwrap();
    assert_eq!(changes.lost, ["parent/tags", "comment", "x"]);
    let request = update(&changes.body).clear_lost(&changes);
    assert_eq!(
        sent(&request),
        r#"{"parent":{"comment":"a","tags":null},"posted":false,"comment":null,"x":null}"#
    );
}

#[test]
fn what_the_service_sets_inside_is_left_out_too() {
    let read = Payment::from_json(
        br#"{"lines":[{"text":"a","code":"1","printed":"p"},{"text":"b","code":"2","printed":7}],
            "parent":{"lineNumber":1,"comment":"c"}}"#,
    )
    .unwrap();
    let mut wanted = read.clone();
    let lines = wanted.lines.as_mut().unwrap();
    lines[0].printed = Some("q".to_owned());
    lines[1].printed = None;
    wanted.parent.as_mut().unwrap().line_number = None;
    assert!(read.changes_to(&wanted).unwrap().is_empty());
    wanted.lines.as_mut().unwrap()[1].text = Some("d".to_owned());
    wanted.parent.as_mut().unwrap().comment = Some("e".to_owned());
    let changes = read.changes_to(&wanted).unwrap();
    // The key says which line is meant.
    assert_eq!(
        sent(&update(&changes.body).clear_lost(&changes)),
        r#"{"parent":{"comment":"e"},"lines":[{"text":"a","code":"1"},{"text":"d","code":"2"}]}"#
    );
}

#[test]
fn a_type_may_have_a_key_of_its_own() {
    let line = Line { code: Some("7".to_owned()), ..Line::default() };
    assert_eq!(line.key().as_deref(), Some("7"));
    assert_eq!(Line::from_json(br#"{"id":"5"}"#).unwrap().key(), None);
    assert_eq!(Payment { id: Some("5".into()), ..Payment::default() }.key().as_deref(), Some("5"));
}

#[test]
fn an_object_is_related_to_others() {
    let parent: Request<(), ()> = Request::new(Method::GET, "/payments/{id}", &["a b"], ());
    let address = parent.top(1).address("https://host/v1.0/").unwrap();
    assert_eq!(address, "https://host/v1.0/payments/a%20b");
    let payment = Payment::default().bind("parent", &address).bind_all("lines", &[&address]);
    let bound = format!(r#"{{"parent@odata.bind":"{address}","lines@odata.bind":["{address}"]}}"#);
    assert_eq!(sent(&update(&payment)), bound);
    assert_eq!(Payment::default().changes_to(&payment).unwrap().body, payment);
    let reference = Line::at(&address).to_json().unwrap();
    assert_eq!(reference, format!(r#"{{"@odata.id":"{address}"}}"#).as_bytes());
}
