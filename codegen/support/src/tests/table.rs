//! Reading and writing of structured types.

use crate::sample::{Importance, Line, Payment};
use crate::support::{Extra, Json, Model, Related};

fn read(json: &str) -> Payment {
    serde_json::from_str(json).unwrap()
}

fn write(payment: &Payment) -> String {
    serde_json::to_string(payment).unwrap()
}

/// All properties in the order of the table, so that the text must come back as it was.
const FULL: &str = concat!(
    r#"{"id":"id-value","lineNumber":10000,"amount":12.50,"importance":"high","parent":{"id":"p"},"#,
    r#""lines":[{"text":"a"},{"text":"b","x":1.10}],"attachments":[{"text": "spaced"}],"comment":"c","#,
    r#""tags":["a","b"],"posted":false,"version":9007199254740993,"rate":1.5,"owners":["o"],"#,
    r#""rights":"low,unheard","anything":{"deep":[1.000000000000000000001]},"x":1,"@odata.etag":"W/\"1\""}"#,
);

#[test]
fn everything_comes_back_as_it_was() {
    let payment = read(FULL);
    assert_eq!(write(&payment), FULL);
    assert_eq!(payment.line_number, Some(10000));
    assert_eq!(payment.importance, Some(Importance::High));
    assert_eq!(payment.version, Some(9_007_199_254_740_993));
    assert_eq!(payment.lines.as_ref().unwrap()[1].extra.get("x").unwrap().raw(), "1.10");
    assert_eq!(payment.attachments.as_ref().unwrap().get().unwrap()[0].text.as_deref(), Some("spaced"));
    assert_eq!(payment.extra.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["x", "@odata.etag"]);
}

#[test]
fn keys_come_in_any_order() {
    let json = r#"{"anything":1,"x":0,"comment":"c","id":"i","lines":[],"amount":2}"#;
    assert_eq!(write(&read(json)), r#"{"id":"i","amount":2,"lines":[],"comment":"c","anything":1,"x":0}"#);
}

#[test]
fn every_input_gives_the_same() {
    let from_text = read(FULL);
    let from_bytes: Payment = serde_json::from_slice(FULL.as_bytes()).unwrap();
    let from_stream: Payment = serde_json::from_reader(FULL.as_bytes()).unwrap();
    assert_eq!(from_text, from_bytes);
    assert_eq!(from_text, from_stream);
    assert_eq!(write(&from_stream), FULL);
}

#[test]
fn null_and_absence_are_none_and_none_is_not_written() {
    let (_, names) = <Payment as crate::support::Table>::NAMES.split_last().unwrap();
    let nulls: Vec<String> = names.iter().map(|name| format!("{name:?}:null")).collect();
    let payment = read(&format!("{{{}}}", nulls.join(",")));
    assert_eq!(payment, Payment::default());
    assert_eq!(write(&payment), "{}");
}

#[test]
fn the_last_of_two_values_counts() {
    let payment = read(r#"{"comment":"a","x":1,"y":2,"comment":"b","x":3,"tags":["a"],"tags":null}"#);
    assert_eq!(write(&payment), r#"{"comment":"b","y":2,"x":3}"#);
}

#[test]
fn a_body_of_another_kind_is_an_error() {
    for (json, start) in [
        ("[]", "invalid type: sequence, expected sample.payment at line 1 column "),
        ("5", "invalid type: integer `5`, expected sample.payment at line 1 column "),
        (r#"{"parent":{"comment":"a}}"#, "sample.payment.parent: sample.payment.comment: EOF while parsing"),
    ] {
        let message = serde_json::from_str::<Payment>(json).unwrap_err().to_string();
        assert!(message.starts_with(start), "{json}: {message}");
    }
}

#[test]
fn numbers_are_read_in_each_spelling_that_loses_nothing() {
    let payment = read(r#"{"lineNumber":10.0,"version":"9007199254740993","rate":3}"#);
    assert_eq!(
        (payment.line_number, payment.version, payment.rate),
        (Some(10), Some((1 << 53) + 1), Some(3.0))
    );
    let json = br#"{"lineNumber":"1e3","version":9007199254740993.0,"rate":"-0.5"}"#;
    // Out of a stream, the last digit of a number with a fraction is not to be had.
    assert_eq!(serde_json::from_slice::<Payment>(json).unwrap().version, None);
    let payment = Payment::from_json(json).unwrap();
    assert_eq!(
        (payment.line_number, payment.version, payment.rate),
        (Some(1000), Some((1 << 53) + 1), Some(-0.5))
    );
}

#[test]
fn infinity_and_nan_are_strings() {
    for json in [r#"{"rate":"INF"}"#, r#"{"rate":"-INF"}"#, r#"{"rate":"NaN"}"#] {
        assert_eq!(write(&read(json)), json);
    }
    assert_eq!(read(r#"{"rate":"INF"}"#).rate, Some(f64::INFINITY));
}

#[test]
fn a_null_among_texts_is_kept() {
    let json = r#"{"tags":["a",null,"b"],"owners":[null]}"#;
    let payment = read(json);
    assert_eq!((&payment.tags, &payment.owners), (&None, &None));
    assert_eq!(write(&payment), json);
    // What is then set wins.
    let payment = Payment { tags: Some(vec!["c".into()]), ..payment };
    assert_eq!(write(&payment), r#"{"tags":["c"],"owners":[null]}"#);
}

#[test]
fn a_null_among_objects_is_kept() {
    let json = r#"{"lines":[null,{"text":"a"},{}]}"#;
    let mut payment = read(json);
    assert_eq!(write(&payment), json);
    let lines = payment.lines.as_mut().unwrap();
    assert!(lines[0].extra.is_null() && !lines[2].extra.is_null());
    assert_ne!(lines[0], lines[2]);
    lines[0].text = Some("set".into());
    assert_eq!(write(&payment), r#"{"lines":[{"text":"set"},{"text":"a"},{}]}"#);
}

#[test]
fn a_set_property_wins_over_extra() {
    let mut payment = Payment { lines: Some(Vec::new()), ..Payment::default() };
    payment.extra.insert("lines", serde_json::json!("raw"));
    payment.extra.insert("comment", serde_json::json!("raw"));
    assert_eq!(write(&payment), r#"{"lines":[],"comment":"raw"}"#);
}

#[test]
fn casting_loses_nothing_there_and_back() {
    let line: Line = read(FULL).cast().unwrap();
    assert_eq!(line.extra.get("amount").unwrap().raw(), "12.50");
    let back: Payment = line.cast().unwrap();
    assert_eq!(write(&back), FULL);
}

#[test]
fn an_object_says_its_type() {
    let derived: Line = serde_json::from_str(r##"{"@odata.type":"#sample.note"}"##).unwrap();
    assert_eq!(derived.odata_type().as_deref(), Some("#sample.note"));
    assert_eq!(Line::default().odata_type(), None);
    assert_eq!(Line::default().typed().odata_type().as_deref(), Some("#sample.line"));
}

#[test]
fn navigation_is_sent_too() {
    let line = Line { text: Some("deep".into()), ..Line::default() };
    let attachments = Related::new(&vec![line]).unwrap();
    let payment = Payment { attachments: Some(attachments), ..Payment::default() };
    assert_eq!(write(&payment), r#"{"attachments":[{"text":"deep"}]}"#);
}

#[test]
fn a_tree_holds_the_same() {
    let tree: serde_json::Value =
        serde_json::from_str(r#"{"id":"i","amount":12.5,"lines":[null],"x":[1]}"#).unwrap();
    let payment: Payment = serde_json::from_value(tree.clone()).unwrap();
    assert_eq!(payment.amount, Some("12.5".into()));
    assert_eq!(serde_json::to_value(&payment).unwrap(), tree);
}

#[test]
fn another_format_holds_the_same() {
    let payment = read(FULL);
    let mut bytes = Vec::new();
    ciborium::into_writer(&payment, &mut bytes).unwrap();
    let back: Payment = ciborium::from_reader(bytes.as_slice()).unwrap();
    // JSON that was kept becomes ordinary values there: the digits beyond an `f64` are lost in them, and only in them.
    assert_eq!(back.amount.as_ref().unwrap().as_str(), "12.50");
    let anything = Json::from(serde_json::json!({"deep": [1.0]}));
    assert_eq!(back, Payment { anything: Some(anything), ..payment });
}

#[test]
fn an_empty_extra_is_one_pointer() {
    assert_eq!(size_of::<Extra>(), size_of::<usize>());
}

#[test]
fn debug_output_shows_what_is_set() {
    let json = r#"{"id":"a","amount":1.50,"importance":"high","parent":{"id":"p"},"lines":[{"text":"b"}],"owners":["c"],"x":[1]}"#;
    assert_eq!(
        format!("{:?}", read(json)),
        r#"Payment { id: "a", amount: Decimal("1.50"), importance: "high", parent: Payment { id: "p" }, lines: [Line { text: "b" }], owners: ["c"], extra: {"x": Json([1])} }"#
    );
    assert_eq!(format!("{:?}", Line::default()), "Line");
}
