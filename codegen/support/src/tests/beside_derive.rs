//! The table beside serde's derive: on the same inputs, they do the same.
//!
//! What the table does more is not in these inputs: it takes the last of two values where the derive refuses both, numbers
//! in strings, fractions of zero, and `null` as an element of a list. What the derive refuses, the table keeps.

use proptest::prelude::*;
use proptest::sample::select;
use serde::{Deserialize, Serialize};

use crate::sample::{Importance, Payment};
use crate::support::{Decimal, Extra, Flags, Guid, Json, Model, Related};

/// [`Payment`], as `--serde derive` writes it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Twin {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Guid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line_number: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    importance: Option<Importance>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<Box<Twin>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lines: Option<Vec<TwinLine>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attachments: Option<Related<Vec<TwinLine>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comment: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tags: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    posted: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rate: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    owners: Option<Vec<Guid>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rights: Option<Flags<Importance>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    anything: Option<Json>,
    #[serde(flatten)]
    extra: Extra,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct TwinLine {
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(flatten)]
    extra: Extra,
}

/// Of each property, values that fit and values of a wrong kind.
const PROPERTIES: [(&str, &[&str], &[&str]); 15] = [
    ("id", &[r#""6f1d7a52""#, r#""""#], &["5", "[]", "true"]),
    ("lineNumber", &["0", "-7", "2147483647"], &["2147483648", r#""ten""#, "{}", "1.5"]),
    ("amount", &["12.50", "-1", "1e3"], &["true", "[]"]),
    ("importance", &[r#""low""#, r#""of tomorrow""#], &["1", "{}"]),
    ("parent", &["{}", r#"{"id":"p","parent":{"posted":true},"y":[1]}"#], &["7", r#""p""#]),
    ("lines", &["[]", r#"[{"text":"a"},{},{"z":{"deep":[null]}}]"#], &["{}", "[7]"]),
    ("attachments", &[r#"[{"text":"a"}]"#, "7"], &[]),
    ("comment", &[r#""line\nbreak \u00e9 \ud83d\ude00""#, r#""""#], &["5", "false", "[]"]),
    ("tags", &["[]", r#"["a","b\"c"]"#], &[r#""a""#, "[1]", "{}"]),
    ("posted", &["true", "false"], &["0", r#""true""#]),
    ("version", &["9007199254740993", "-1"], &["9223372036854775808", "[]"]),
    ("rate", &["1.5", "2.0", "-0.25"], &["true", "{}"]),
    ("owners", &[r#"["a"]"#, "[]"], &[r#""a""#, "[{}]"]),
    ("rights", &[r#""low,high""#, r#""""#], &["4", "[]"]),
    ("anything", &["1", r#""text""#, r#"{"a":[true,null,{}]}"#], &[]),
];

const UNKNOWN: [(&str, &str); 3] =
    [("x", "1"), ("@odata.etag", r#""W/\"1\"""#), ("z", r#"{"deep":[1,null]}"#)];

/// An object with some of the properties in any order, on several lines: each is left out, null or one of its values. Every
/// second one of what no type knows is there, too.
fn object(with: Option<(&'static str, &'static str)>) -> impl Strategy<Value = String> {
    let known = PROPERTIES.map(|(name, values, _)| match with {
        Some((wrong, value)) if wrong == name => Just(Some((name, value))).boxed(),
        _ => {
            let value = prop_oneof![1 => Just("null"), 2 => select(values)];
            prop_oneof![1 => Just(None), 3 => value.prop_map(move |value| Some((name, value)))].boxed()
        }
    });
    let unknown = UNKNOWN.map(|member| prop_oneof![Just(None), Just(Some(member))]);
    let members =
        (Vec::from(known), Vec::from(unknown)).prop_map(|(known, unknown)| [known, unknown].concat());
    let members = members.prop_shuffle().prop_map(|members| {
        let members = members.into_iter().flatten().map(|(name, value)| format!("  {name:?}: {value}"));
        members.collect::<Vec<_>>().join(",\n")
    });
    members.prop_map(|members| format!("{{\n{members}\n}}"))
}

/// A property and a value of a wrong kind, in an object.
fn mistaken() -> impl Strategy<Value = (&'static str, &'static str, String)> {
    let pairs =
        PROPERTIES.into_iter().flat_map(|(name, _, wrong)| wrong.iter().map(move |value| (name, *value)));
    select(pairs.collect::<Vec<_>>())
        .prop_flat_map(|(name, value)| (Just(name), Just(value), object(Some((name, value)))))
}

proptest! {
    /// What fits is read and written by the table as by the derive, from every source of JSON and from CBOR.
    #[test]
    fn what_fits_is_read_and_written_alike_from_every_source(json in object(None)) {
        let twin: Twin = serde_json::from_str(&json).unwrap();
        let tree: serde_json::Value = serde_json::from_str(&json).unwrap();
        let sources: [Payment; 4] = [
            serde_json::from_str(&json).unwrap(),
            serde_json::from_slice(json.as_bytes()).unwrap(),
            serde_json::from_reader(json.as_bytes()).unwrap(),
            serde_json::from_value(tree.clone()).unwrap(),
        ];
        for payment in &sources {
            prop_assert_eq!(serde_json::to_value(payment).unwrap(), serde_json::to_value(&twin).unwrap());
        }
        prop_assert_eq!(serde_json::to_string(&sources[0]).unwrap(), serde_json::to_string(&twin).unwrap());

        let mut binary = Vec::new();
        ciborium::into_writer(&tree, &mut binary).unwrap();
        let payment: Payment = ciborium::from_reader(binary.as_slice()).unwrap();
        let twin: Twin = ciborium::from_reader(binary.as_slice()).unwrap();
        prop_assert_eq!(serde_json::to_value(&payment).unwrap(), serde_json::to_value(&twin).unwrap());
    }

    /// What the derive refuses is kept as it is, named, and an error to those who ask for one; all else is as if it had not
    /// come.
    #[test]
    fn what_the_derive_refuses_is_kept((name, value, json) in mistaken()) {
        prop_assert!(serde_json::from_str::<Twin>(&json).is_err());
        let payment: Payment = serde_json::from_str(&json).unwrap();
        let unfit: Vec<String> = payment.unfit().into_iter().map(|unfit| unfit.path).collect();
        prop_assert_eq!(unfit, [name]);
        prop_assert_eq!(payment.extra.get(name).unwrap().raw(), value);
        let error = Payment::from_json_strictly(json.as_bytes()).unwrap_err().to_string();
        prop_assert!(error.contains(&format!("{name}: ")), "{}", error);
        let mut without: Payment = payment.clone();
        without.extra.remove(name);
        let mut tree: serde_json::Value = serde_json::from_str(&json).unwrap();
        tree.as_object_mut().unwrap().remove(name);
        prop_assert_eq!(without, serde_json::from_value(tree).unwrap());
    }
}
