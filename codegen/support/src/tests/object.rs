//! What objects say of themselves.

use crate::sample::{Line, Payment, delete_payment};
use crate::support::{Error, Extra, Json, Method, Model, Reason, Request, Slot, Table, View, table};

/// A type whose page lists what other pages leave to OData.
#[derive(Clone, Default, PartialEq)]
struct Tagged {
    odata_type: Option<String>,
    odata_etag: Option<Json>,
    id: Option<i64>,
    extra: Extra,
}

impl Table for Tagged {
    const TYPE: &'static str = "sample.tagged";
    const NAMES: &'static [&'static str] = &["@odata.type", "@odata.etag", "id", "@"];

    fn slot(&mut self, index: usize) -> Slot<'_> {
        match index {
            0 => Slot::String(&mut self.odata_type),
            1 => Slot::Json(&mut self.odata_etag),
            2 => Slot::Int64(&mut self.id),
            _ => Slot::Extra(&mut self.extra),
        }
    }

    fn view(&self, index: usize) -> View<'_> {
        match index {
            0 => View::String(&self.odata_type),
            1 => View::Json(&self.odata_etag),
            2 => View::Int64(&self.id),
            _ => View::Extra(&self.extra),
        }
    }
}

table!(Tagged);

const JSON: &[u8] = br##"{"@odata.type":"#sample.kind","@odata.etag":"W/\"1\"","id":"7"}"##;

#[test]
fn type_version_and_key_are_found_wherever_they_stand() {
    let line = Line::from_json(JSON).unwrap();
    let tagged = Tagged::from_json(JSON).unwrap();
    assert_eq!(
        (line.odata_type(), tagged.odata_type()),
        (Some("#sample.kind".into()), tagged.odata_type.clone())
    );
    assert_eq!((line.etag(), tagged.etag()), (Some("W/\"1\"".into()), Some("W/\"1\"".into())));
    assert_eq!((line.key(), tagged.key()), (None, Some("7".into())), "a line's key is its code");
    let payment = Payment { id: Some("p".into()), ..Payment::default() };
    assert_eq!((payment.key(), payment.etag(), payment.odata_type()), (Some("p".into()), None, None));
    assert_eq!(Tagged::default().typed().odata_type().as_deref(), Some("#sample.tagged"));
}

#[test]
fn a_list_of_changes_says_what_is_gone() {
    let removed = |json: &str| Line::from_json(json.as_bytes()).unwrap().removed();
    assert_eq!(removed(r#"{"id":"1","@removed":{"reason":"deleted"}}"#).as_deref(), Some("deleted"));
    assert_eq!(removed(r#"{"id":"1","@removed":{}}"#).as_deref(), Some(""));
    assert_eq!(removed(r#"{"id":"1"}"#), None);
}

#[test]
fn an_object_is_its_own_condition() {
    let condition =
        |request: Request<(), ()>| request.to_http("https://host").unwrap().headers()["if-match"].clone();
    let line = Line::from_json(JSON).unwrap();
    assert_eq!(condition(delete_payment("p").if_match(&line)), "W/\"1\"");
    assert_eq!(condition(delete_payment("p").if_match("*")), "*");
    assert_eq!(condition(delete_payment("p").if_match(&line.etag().unwrap())), "W/\"1\"");
    let Error::Argument(error) =
        delete_payment("p").if_match(&Line::default()).to_http("https://host").unwrap_err()
    else {
        panic!()
    };
    assert_eq!((error.parameter(), error.reason()), ("if-match", Reason::Etag));
    assert_eq!(error.to_string(), "if-match of /payments/{id} cannot be sent: the object has no ETag");
    let other = delete_payment("p").if_none_match(&line).to_http("https://host").unwrap();
    assert_eq!(other.headers()["if-none-match"], "W/\"1\"");
}

#[test]
fn a_json_string_is_read_as_a_string() {
    let json: Json = "\"W/\\\"1\\\"\"".parse().unwrap();
    assert_eq!(json.as_str().as_deref(), Some("W/\"1\""));
    assert_eq!(json.raw(), "\"W/\\\"1\\\"\"");
    assert_eq!(Json::from(serde_json::json!(1)).as_str(), None);
}

#[test]
fn a_count_is_a_number_in_each_spelling() {
    let count = |body: &str| {
        let request: Request<(), i64> = Request::new(Method::GET, "/payments/$count", &[], ());
        assert_eq!(
            request.to_http("https://host").unwrap().headers()["accept"],
            "text/plain, application/json"
        );
        request.decode(http::Response::new(body.to_owned()))
    };
    for body in ["57", "\u{feff}57", " 57\n", "57.0", "\"57\"", r#"{"@odata.context":"c","value":57}"#] {
        assert_eq!(count(body).unwrap(), 57, "{body}");
    }
    for body in ["many", "5.5", "[]", r#"{"value":"many"}"#, "1e400"] {
        assert!(matches!(count(body), Err(Error::Decode(_))), "{body}");
    }
    let list = |count: &str| {
        let body = format!(r#"{{"@odata.count":{count},"value":[]}}"#);
        crate::sample::list_payments("c").decode(http::Response::new(body)).unwrap()
    };
    for body in ["57", "57.0", "\"57\""] {
        assert_eq!(list(body).count, Some(57));
    }
    let odd = list("\"many\"");
    assert_eq!((odd.count, odd.extra.get("@odata.count").unwrap().raw()), (None, "\"many\""));
}

/// What an action is called with: OData has no name for it.
#[derive(Clone, Default, PartialEq)]
struct Nameless {
    extra: Extra,
}

impl Table for Nameless {
    const NAMES: &'static [&'static str] = &["@"];

    fn slot(&mut self, _: usize) -> Slot<'_> {
        Slot::Extra(&mut self.extra)
    }

    fn view(&self, _: usize) -> View<'_> {
        View::Extra(&self.extra)
    }
}

table!(Nameless);

#[test]
fn a_type_without_a_name_says_none() {
    assert_eq!(<Nameless as Model>::TYPE, "");
    assert_eq!(Nameless::default().typed().odata_type(), None);
    let error = Nameless::from_json(b"[]").expect_err("a list is no object");
    assert!(error.to_string().contains("Nameless"), "{error}");
}
