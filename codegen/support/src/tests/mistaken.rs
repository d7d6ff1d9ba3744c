//! A list where one object is expected.

use serde::{Deserialize, Serialize};

use crate::sample::Payment;
use crate::support::{
    Collection, Error, Extra, Json, Method, Model, Reply, Request, Slot, Table, View, Wrapped, table,
};

/// A type with a property that is called as the list of an envelope is.
#[derive(Clone, Default, PartialEq)]
struct Setting {
    value: Option<Vec<String>>,
    extra: Extra,
}

impl Table for Setting {
    const TYPE: &'static str = "sample.setting";
    const NAMES: &'static [&'static str] = &["value", "@"];

    fn slot(&mut self, index: usize) -> Slot<'_> {
        match index {
            0 => Slot::Strings(&mut self.value),
            _ => Slot::Extra(&mut self.extra),
        }
    }

    fn view(&self, index: usize) -> View<'_> {
        match index {
            0 => View::Strings(&self.value),
            _ => View::Extra(&self.extra),
        }
    }
}

table!(Setting);

/// A type that no page describes.
#[derive(Clone, Default, PartialEq)]
struct Unknown {
    extra: Extra,
}

impl Table for Unknown {
    const TYPE: &'static str = "sample.unknown";
    const NAMES: &'static [&'static str] = &["@"];

    fn slot(&mut self, _: usize) -> Slot<'_> {
        Slot::Extra(&mut self.extra)
    }

    fn view(&self, _: usize) -> View<'_> {
        View::Extra(&self.extra)
    }
}

table!(Unknown);

/// A type as `--serde derive` writes it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Derived {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
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

fn decode<R: crate::support::Answer>(body: &str) -> Result<R, Error> {
    let request: Request<(), R> = Request::new(Method::GET, "/x", &[], ());
    request.decode(http::Response::new(body.as_bytes()))
}

#[test]
fn a_list_is_no_object() {
    let lists = [r#"{"value":[]}"#, r#"{"@odata.context":"c","value":[{"id":"1"}],"@odata.nextLink":"n"}"#];
    for list in lists {
        let Err(Error::Decode(error)) = decode::<Payment>(list) else { panic!("{list}") };
        assert!(error.json().to_string().starts_with("the service answered with a list"), "{error}");
        assert_eq!((error.body(), error.type_name().ends_with("Payment")), (list.as_bytes(), true));
        assert!(decode::<Derived>(list).is_err());
        assert!(decode::<Option<Payment>>(list).is_err());
        assert!(decode::<Reply<Payment>>(list).is_err());
        assert_eq!(decode::<Collection<Payment>>(list).unwrap().next_link.is_some(), list.contains("next"));
        assert!(decode::<Json>(list).is_ok());
    }
}

#[test]
fn whatever_may_be_an_object_is_read_as_one() {
    for object in [
        r#"{"value":"v"}"#,
        r#"{"value":[1],"other":2}"#,
        r#"{"id":"1","value":[1]}"#,
        r##"{"@odata.type":"#sample.setting","value":[1]}"##,
        r#"{"@odata.context":"c"}"#,
    ] {
        assert!(decode::<Payment>(object).is_ok(), "{object}");
        assert!(decode::<Derived>(object).is_ok(), "{object}");
    }
    let list = r#"{"value":["a",null]}"#;
    assert_eq!(decode::<Setting>(list).unwrap().extra.len(), 1);
    assert_eq!(decode::<Unknown>(list).unwrap().extra.len(), 1);
    assert!(decode::<Wrapped<Json>>(list).is_ok());
}

#[test]
fn only_an_answer_is_looked_at() {
    let inside = r#"{"parent":{"value":[{"id":"1"}]}}"#;
    assert!(decode::<Payment>(inside).unwrap().parent.unwrap().extra.get("value").is_some());
    assert!(Payment::from_json(br#"{"value":[]}"#).is_ok());
}
