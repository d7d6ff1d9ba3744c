//! Values that do not fit their properties.

use http::Response;

use crate::sample::{Line, Payment, list_payments};
use crate::support::{Collection, Method, Model, Related, Reply, Request, Wrapped};

fn read(json: &str) -> Payment {
    Payment::from_json(json.as_bytes()).unwrap()
}

fn write(payment: &Payment) -> String {
    serde_json::to_string(payment).unwrap()
}

fn paths(payment: &Payment) -> Vec<String> {
    payment.unfit().into_iter().map(|unfit| unfit.path).collect()
}

#[test]
fn they_are_kept_and_written_back_as_they_came() {
    for value in [
        "\"ten\"",
        "2147483648",
        "10.5",
        "1e400",
        "123456789012345678901234567890.50",
        "[ 1.10 ]",
        "{\"a\": 1e2}",
        "true",
    ] {
        let json = format!("{{\"comment\":\"c\",\"lineNumber\":{value},\"x\":1}}");
        let mut payment = read(&json);
        assert_eq!((payment.line_number, payment.comment.as_deref()), (None, Some("c")));
        assert_eq!(write(&payment), json);
        assert_eq!(paths(&payment), ["lineNumber"]);
        // The field wins once it is set.
        payment.line_number = Some(1);
        assert_eq!(write(&payment), r#"{"lineNumber":1,"comment":"c","x":1}"#);
        assert!(payment.unfit().is_empty());
    }
}

#[test]
fn every_kind_of_property_may_have_one() {
    for (name, value, expected) in [
        ("id", "5", "a text"),
        ("lineNumber", "3000000000", "an integer of 32 bits"),
        ("amount", "true", "a number"),
        ("importance", "2", "a text"),
        ("parent", "7", "an object"),
        ("parent", "[1.50,{}]", "an object"),
        ("lines", "{\"text\":\"a\"}", "a list of objects"),
        ("lines", "[{\"text\":\"a\"},7,{\"x\":1.10}]", "a list of objects"),
        ("lines", "[[]]", "a list of objects"),
        ("comment", "1.50", "a text"),
        ("comment", "\"\\ud800\"", "a text"),
        ("tags", "\"a,b\"", "a list of texts"),
        ("tags", "[\"a\",1]", "a list of texts"),
        ("posted", "\"yes\"", "true or false"),
        ("version", "9223372036854775808", "an integer of 64 bits"),
        ("rate", "1e400", "a number"),
        ("rate", "\"much\"", "a number"),
        ("owners", "[null]", "a list of texts"),
        ("rights", "4", "a text"),
    ] {
        let json = format!("{{\"{name}\":{value}}}");
        let payment = read(&json);
        assert_eq!(write(&payment), json);
        let [unfit] = payment.unfit().try_into().unwrap();
        assert_eq!(
            unfit.to_string(),
            format!("{name}: {expected} is expected, and the service sent {value}")
        );
    }
}

#[test]
fn they_are_told_wherever_they_stand() {
    let payment = read(r#"{"lines":[{},{"text":5}],"parent":{"parent":{"id":{}}},"tags":1,"y":1}"#);
    assert_eq!(paths(&payment), ["tags", "parent/parent/id", "lines/1/text"]);
    assert_eq!(Line::default().unfit(), []);
}

#[test]
fn the_last_of_two_values_counts() {
    for (json, written) in [
        (r#"{"tags":1,"tags":["a"]}"#, r#"{"tags":["a"]}"#),
        (r#"{"tags":1,"tags":null}"#, "{}"),
        (r#"{"tags":["a"],"tags":1}"#, r#"{"tags":1}"#),
        (r#"{"lines":[{}],"lines":7}"#, r#"{"lines":7}"#),
        (r#"{"parent":{},"parent":[]}"#, r#"{"parent":[]}"#),
        (r#"{"tags":1,"tags":2,"tags":[]}"#, r#"{"tags":[]}"#),
    ] {
        assert_eq!(write(&read(json)), written, "{json}");
    }
}

#[test]
fn the_rest_of_a_page_is_read_and_a_strict_reader_hears_of_it() {
    let body = r#"{"value":[{"comment":"a"},{"comment":"b","lines":[{"text":5}]}]}"#;
    let page = list_payments("c").decode(Response::new(body)).unwrap();
    assert_eq!(page.value[1].comment.as_deref(), Some("b"));
    let error = list_payments("c").strict().decode(Response::new(body)).unwrap_err().to_string();
    let message = "value/1/lines/0/text: a text is expected, and the service sent 5";
    assert!(error.contains(message), "{error}");

    let strict =
        |body| Request::<(), Wrapped<Payment>>::new(Method::GET, "/x", &[], ()).strict().decode(body);
    let error = strict(Response::new(r#"{"value":{"id":5}}"#)).unwrap_err().to_string();
    assert!(error.contains("value/id: a text is expected"), "{error}");
    assert!(strict(Response::new(r#"{"value":{"id":"5"}}"#)).is_ok());
    let reply: Request<(), Reply<Payment>> = Request::new(Method::GET, "/x", &[], ());
    assert!(reply.strict().decode(Response::new(r#"{"id":5}"#)).is_err());
    let one: Request<(), Payment> = Request::new(Method::GET, "/x", &[], ());
    assert!(one.strict().decode(Response::new(r#"{"id":5}"#)).is_err());
}

#[test]
fn another_body_is_not_forgiven() {
    for body in [
        "[]",
        "5",
        r#"{"value":{}}"#,
        r#"{"value":"a"}"#,
        r#"{"value":[5]}"#,
        r#"{"value":[],"@odata.nextLink":5}"#,
        r#"{"value":[],"@odata.deltaLink":{}}"#,
    ] {
        let page: Result<Collection<Payment>, _> = list_payments("c").decode(Response::new(body));
        assert!(page.is_err(), "{body}");
    }
}

#[test]
fn they_go_along_into_another_type() {
    for value in ["12345678901234567890.50", "1e999", r#""\ud800""#] {
        let json = format!(r##"{{"@odata.type":"#sample.payment","lineNumber":{value}}}"##);
        let payment = read(&json);
        let copies =
            [payment.cast::<Payment>().ok(), payment.downcast(), Related::new(&payment).unwrap().get().ok()];
        for copy in copies {
            let copy = copy.unwrap_or_default();
            let kept = copy.extra.get("lineNumber").map(|json| json.raw().to_owned());
            assert_eq!(kept.as_deref(), Some(value));
        }
        let mut wanted = payment.clone();
        wanted.comment = Some("c".to_owned());
        assert_eq!(payment.changes_to(&wanted).unwrap().body.comment.as_deref(), Some("c"));
    }
}

#[test]
fn what_is_read_out_of_a_stream_keeps_its_value() {
    let payment: Payment = serde_json::from_reader(&br#"{"comment":1.50,"parent":2.50}"#[..]).unwrap();
    assert_eq!(write(&payment), r#"{"comment":1.5,"parent":2.5}"#);
    // The bytes of a body are read again, with every digit.
    let json = r#"{"version":123456789012345678901234567890,"lines":[{"text":1.10}],"comment":"c"}"#;
    assert_eq!(
        write(&read(json)),
        r#"{"lines":[{"text":1.10}],"comment":"c","version":123456789012345678901234567890}"#
    );
    let body = r#"{"value":[{"comment":"a"},{"comment":"\ud800"},{"version":1e400}]}"#;
    let page = list_payments("c").decode(Response::new(body)).unwrap();
    assert_eq!(serde_json::to_string(&page).unwrap(), body);
    // What is broken is broken for both readers.
    assert!(Payment::from_json(br#"{"comment":1.5,"posted":tru}"#).is_err());
    assert_eq!(read("{}"), Payment::default());
}

#[test]
fn any_format_has_them() {
    let tree =
        serde_json::json!({"id": 5, "lines": [1, "a"], "parent": false, "comment": 1.5, "tags": {"a": 1}});
    let payment: Payment = serde_json::from_value(tree.clone()).unwrap();
    assert_eq!(serde_json::to_value(&payment).unwrap(), tree);
    let mut bytes = Vec::new();
    ciborium::into_writer(&tree, &mut bytes).unwrap();
    assert_eq!(ciborium::from_reader::<Payment, _>(bytes.as_slice()).unwrap(), payment);
    let from_stream: Payment = serde_json::from_reader(tree.to_string().as_bytes()).unwrap();
    assert_eq!(from_stream, payment);
}
