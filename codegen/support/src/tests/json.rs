//! JSON that is kept.

use serde_json::json;

use crate::support::{Error, Extra, Json, Related};

fn kept(text: &str) -> Json {
    text.parse().unwrap()
}

#[test]
fn the_text_is_kept() {
    let text = "{\"b\" : [1.10, 1e2],\n \"a\": \"\\u00e9\"}";
    assert_eq!(kept(text).raw(), text);
    assert_eq!(serde_json::to_string(&[kept(text)]).unwrap(), format!("[{text}]"));
    assert_eq!(serde_json::from_str::<Json>(text).unwrap().to_string(), text);
    assert!("{".parse::<Json>().is_err());
}

#[test]
fn equality_is_by_value() {
    for (left, right) in [
        (r#"{"a":1,"b":[true,null]}"#, r#"{ "b": [true, null], "a": 1.0 }"#),
        (r#""é""#, r#""\u00e9""#),
        ("100", "1e2"),
        (r#"{"a":1,"a":2}"#, r#"{"a":2}"#),
    ] {
        assert_eq!(kept(left), kept(right));
    }
    for (left, right) in [
        ("1.00000000000000000000000001", "1.00000000000000000000000002"),
        ("[1,2]", "[2,1]"),
        ("[1]", "[1,1]"),
        ("\"1\"", "1"),
        (r#"{"a":null}"#, "{}"),
        ("true", "false"),
        ("null", "0"),
        (r#""\ud800""#, r#""\ud801""#),
    ] {
        assert_ne!(kept(left), kept(right));
    }
}

#[test]
fn deep_nesting_is_no_danger() {
    let deep = |inside: &str| kept(&format!("{}{inside}{}", "[".repeat(10_000), "]".repeat(10_000)));
    assert_eq!(deep("1"), deep("1"));
    assert_ne!(deep("1"), deep("1.0"));
    assert!(deep("1").value().is_err());
}

#[test]
fn it_is_decoded_on_demand() {
    assert_eq!(kept("[1, 2]").value().unwrap(), json!([1, 2]));
    assert_eq!(kept("[1, 2]").decode::<Vec<u8>>().unwrap(), [1, 2]);
    assert_eq!(Json::from(json!({"a": [1]})).raw(), r#"{"a":[1]}"#);
    assert_eq!(Json::encode(&Some(1.5)).unwrap().raw(), "1.5");
    assert!(Json::null().is_null());
    let Error::Decode(error) = kept("[1, \"x\"]").decode::<Vec<u8>>().unwrap_err() else { panic!() };
    assert_eq!((error.body(), error.json().column()), (b"[1, \"x\"]".as_slice(), 7));
    assert!(error.to_string().contains("Vec<u8>"), "{error}");
}

#[test]
fn related_objects_decode_on_demand() {
    let mut related: Related<Vec<String>> = kept("[\"a\"]").into();
    assert_eq!(related.get().unwrap(), ["a"]);
    related.set(&vec!["b".to_owned()]).unwrap();
    assert_eq!(related.json().raw(), "[\"b\"]");
    let broken: Related<Vec<String>> = kept("{}").into();
    assert!(broken.get().is_err());
    assert_eq!(broken, serde_json::from_str(" { } ").unwrap());
}

#[test]
fn extra_is_a_map_in_order() {
    let mut extra: Extra = serde_json::from_str(r#"{"b":1,"a":2,"b":3}"#).unwrap();
    assert_eq!(serde_json::to_string(&extra).unwrap(), r#"{"a":2,"b":3}"#);
    assert_eq!(extra.insert("c", json!([])), None);
    assert_eq!(extra.insert("a", json!("x")), Some(Json::from(json!(2))));
    assert_eq!(extra.remove("b"), Some(Json::from(json!(3))));
    assert_eq!(extra.remove("b"), None);
    assert_eq!(format!("{extra:?}"), r#"{"a": Json("x"), "c": Json([])}"#);
    assert_eq!(extra, [("c", json!([])), ("a", json!("x"))].into_iter().collect());
    assert_ne!(extra, [("c", json!([])), ("a", json!("y"))].into_iter().collect());
    let many = |order: &dyn Fn(usize) -> usize| -> Extra {
        (0..50_000).map(|index| (format!("n{}", order(index)), json!(order(index)))).collect()
    };
    assert_eq!(many(&|index| index), many(&|index| 49_999 - index));
    assert_ne!(many(&|index| index), many(&|index| index + 1));
    extra.remove("a");
    extra.remove("c");
    assert_eq!((extra.len(), extra.is_empty(), extra.is_null()), (0, true, false));
    assert_eq!(extra, Extra::default());
}
