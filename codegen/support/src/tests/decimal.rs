//! Decimals.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::support::Decimal;

fn read(json: &str) -> Decimal {
    serde_json::from_str(json).unwrap()
}

fn hash(decimal: &Decimal) -> u64 {
    let mut hasher = DefaultHasher::new();
    decimal.hash(&mut hasher);
    hasher.finish()
}

#[test]
fn every_digit_comes_back() {
    for json in [
        "0",
        "-0",
        "12.50",
        "1E+2",
        "0.1000000000000000055511151231257827",
        "123456789012345678901234567890.10",
    ] {
        assert_eq!(serde_json::to_string(&read(json)).unwrap(), json);
        let from_stream: Decimal = serde_json::from_reader(json.as_bytes()).unwrap();
        assert_eq!(from_stream.as_str(), json);
    }
}

#[test]
fn a_string_is_read_and_a_number_is_written() {
    assert_eq!(serde_json::to_string(&read("\"12.50\"")).unwrap(), "12.50");
    for json in [
        "\"amount-value\"",
        "\"\"",
        "\"+1\"",
        "\".5\"",
        "\"007\"",
        "\"1.\"",
        "\" 1\"",
        "\"\\u0661\"",
        "\"1e\"",
    ] {
        let text = serde_json::to_string(&read(json)).unwrap();
        assert_eq!(text, serde_json::to_string(&serde_json::from_str::<String>(json).unwrap()).unwrap());
    }
}

#[test]
fn other_kinds_are_errors() {
    for json in ["true", "null", "[]", "{}"] {
        let message = serde_json::from_str::<Decimal>(json).unwrap_err().to_string();
        assert!(message.contains("expected a number or a string"), "{message}");
    }
}

#[test]
fn trees_and_other_formats_work() {
    let tree = serde_json::json!(12.5);
    assert_eq!(serde_json::from_value::<Decimal>(tree.clone()).unwrap().as_str(), "12.5");
    assert_eq!(serde_json::to_value(Decimal::from("12.5")).unwrap(), tree);
    let cbor = |value: &ciborium::Value| {
        let mut bytes = Vec::new();
        ciborium::into_writer(value, &mut bytes).unwrap();
        ciborium::from_reader::<Decimal, _>(bytes.as_slice()).unwrap()
    };
    assert_eq!(cbor(&ciborium::Value::Float(2.5)).as_str(), "2.5");
    assert_eq!(cbor(&ciborium::Value::Integer(7.into())).as_str(), "7");
    assert_eq!(cbor(&ciborium::Value::Text("1.50".into())).as_str(), "1.50");
    let mut bytes = Vec::new();
    ciborium::into_writer(&Decimal::from("1.50"), &mut bytes).unwrap();
    assert_eq!(ciborium::from_reader::<Decimal, _>(bytes.as_slice()).unwrap().as_str(), "1.50");
    // A deserializer that makes nothing of newtype structs.
    let plain = serde_core::de::value::F64Deserializer::<serde_json::Error>::new(2.5);
    assert_eq!(<Decimal as serde_core::Deserialize>::deserialize(plain).unwrap().as_str(), "2.5");
}

#[test]
fn numbers_are_equal_by_value() {
    let groups: &[&[&str]] = &[
        &["-1e3", "-1000", "-1000.00"],
        &["-1.5"],
        &["0", "-0", "0.00", "0e99"],
        &["0.001", "1e-3", "0.10e-2"],
        &["0.9999999999999999999999999"],
        &["1", "1.0", "1.00", "10e-1", "0.01e2"],
        &["1.0000000000000000000000001"],
        &["9"],
        &["10", "1e1"],
        &["1e300"],
        &["1e301", "10e300"],
        &["", "x"],
    ];
    for (index, group) in groups.iter().enumerate() {
        for text in *group {
            for (other_index, others) in groups.iter().enumerate() {
                for other in *others {
                    let (left, right) = (Decimal::from(*text), Decimal::from(*other));
                    let wanted =
                        index.cmp(&other_index).then(if index == 11 { text.cmp(other) } else { 0.cmp(&0) });
                    assert_eq!(left.cmp(&right), wanted, "{text} {other}");
                    assert_eq!(left == right, wanted.is_eq(), "{text} {other}");
                    assert!(!wanted.is_eq() || hash(&left) == hash(&right), "{text} {other}");
                }
            }
        }
    }
    let distinct: BTreeSet<Decimal> = ["1", "1.0", "x", "2", "1e0", "x"].map(Decimal::from).into();
    assert_eq!(distinct.iter().collect::<Vec<_>>(), [&"1".into(), &"2".into(), &"x".into()]);
}

#[test]
fn values_are_parsed_on_demand() {
    let scaled = |text: &str| Decimal::from(text).to_scaled().ok();
    assert_eq!(scaled("12.50"), Some((1250, 2)));
    assert_eq!(scaled("-0.05"), Some((-5, 2)));
    assert_eq!(scaled("1.5e3"), Some((1500, 0)));
    assert_eq!(scaled("15e-1"), Some((15, 1)));
    assert_eq!(scaled("0e2000000000"), Some((0, 0)));
    assert_eq!(scaled("-170141183460469231731687303715884105728"), Some((i128::MIN, 0)));
    assert_eq!(scaled("170141183460469231731687303715884105728"), None);
    assert_eq!(scaled("1e39"), None);
    assert_eq!(scaled("amount"), None);
    assert_eq!(Decimal::from("-2.5e-1").to_f64(), Ok(-0.25));
    assert!(Decimal::from("1e999999999").to_f64().is_err() && Decimal::from("-1e400").to_f64().is_err());
    assert_eq!(Decimal::from("1e-999999999").to_f64(), Ok(0.0));
    assert_eq!(Decimal::from("inf").to_f64().unwrap_err().to_string(), "`inf` is not a number");
}

#[test]
fn values_are_made() {
    assert_eq!(Decimal::new(1250, 2).as_str(), "12.50");
    assert_eq!(Decimal::new(-5, 3).as_str(), "-0.005");
    assert_eq!(Decimal::new(0, 0).as_str(), "0");
    assert_eq!(Decimal::new(i128::MIN, 0).to_scaled(), Ok((i128::MIN, 0)));
    assert_eq!(Decimal::from(-7_i64), Decimal::from("-7.0"));
    assert_eq!(format!("{:>6}|", Decimal::from(5)), "     5|");
}
