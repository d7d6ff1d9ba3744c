//! A type that leaves the two traits to serde's derive: it has the same JSON.

use serde::{Deserialize, Serialize};

use crate::sample::Importance;
use crate::support::{Decimal, Extra, Guid, Json, Model, Related};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Derived {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Guid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    importance: Option<Importance>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lines: Option<Related<Vec<String>>>,
    #[serde(flatten)]
    extra: Extra,
}

impl Model for Derived {
    const TYPE: &'static str = "sample.derived";

    fn extra(&self) -> &Extra {
        &self.extra
    }

    fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

#[test]
fn it_has_the_same_json() {
    let json = r#"{"id":"i","amount":1.230000000000000000001,"importance":"odd","lines":["a"],"x":{"y":[1.5,null]}}"#;
    let derived: Derived = serde_json::from_str(json).unwrap();
    assert_eq!(derived.extra.get("x"), Some(&Json::from(serde_json::json!({"y": [1.5, null]}))));
    assert_eq!(serde_json::to_string(&derived).unwrap(), json);
    assert_eq!(serde_json::to_string(&derived.cast::<Derived>().unwrap()).unwrap(), json);
}

#[test]
fn null_is_none() {
    let derived: Derived = serde_json::from_str(r#"{"id":null,"amount":null,"importance":null}"#).unwrap();
    assert_eq!(derived, Derived::default());
    assert_eq!(serde_json::to_string(&derived).unwrap(), "{}");
}
