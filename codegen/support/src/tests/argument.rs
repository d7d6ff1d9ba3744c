//! Arguments of every type, in every place.

use crate::support::{
    Argument, Binary, Date, DateTime, Decimal, Duration, Error, Guid, Method, Reason, Request, TimeOfDay,
};

fn path(template: &'static str, arguments: &[Argument<'_>]) -> Result<String, Error> {
    let request = Request::<(), ()>::call(Method::GET, template, arguments, ());
    request.path().map(|path| percent_encoding::percent_decode_str(path).decode_utf8_lossy().into_owned())
}

#[test]
fn every_type_is_a_literal_of_its_own() {
    let (date, date_time) = (Date::from("2024-03-01"), DateTime::from("2024-03-01T12:30:00Z"));
    let (time, decimal) = (TimeOfDay::from("12:30:00"), Decimal::new(1250, 2));
    let guid = Guid::from("5d115c9c-44e3-ea11-bb43-000d3a2feca1");
    let guids = [guid.clone()];
    let cases: [(Argument<'_>, &str); 15] = [
        (5.into(), "5"),
        ((-5_i64).into(), "-5"),
        (true.into(), "true"),
        (1.5.into(), "1.5"),
        (f64::NEG_INFINITY.into(), "-INF"),
        ((&decimal).into(), "12.50"),
        ((&date).into(), "2024-03-01"),
        ((&date_time).into(), "2024-03-01T12:30:00Z"),
        ((&time).into(), "12:30:00"),
        ((&guid).into(), guid.as_str()),
        (Argument::string("5"), "'5'"),
        (Argument::literal("@p"), "@p"),
        ((&["a", "it's", "5"][..]).into(), "['a','it''s','5']"),
        ((&[1, 2][..]).into(), "[1,2]"),
        ((&guids[..]).into(), "[5d115c9c-44e3-ea11-bb43-000d3a2feca1]"),
    ];
    for (argument, written) in cases {
        assert_eq!(path("/f(a={a})", &[argument]).unwrap(), format!("/f(a={written})"));
    }
}

#[test]
fn what_stands_around_a_place_stays() {
    let (hour, data) = (Duration::from("PT1H"), Binary::from("AAEC"));
    let template = "/f(a=duration'{a}',b=binary'{b}',c=model.kind'{c}')";
    assert_eq!(
        path(template, &[(&hour).into(), (&data).into(), "small".into()]).unwrap(),
        "/f(a=duration'PT1H',b=binary'AAEC',c=model.kind'small')"
    );
    assert_eq!(path("/f('{a}')", &["it's".into()]).unwrap(), "/f('it''s')");
    assert_eq!(path("/f('{a}')", &["5".into()]).unwrap(), "/f('5')");
}

#[test]
fn a_text_that_is_a_literal_gets_no_quotes() {
    let literals =
        ["@p", "model.kind'a'", "duration'PT1H'", "12:30:00", "['a','b']", "[1,2]", "[]", "['a,b','c']"];
    for literal in literals {
        assert_eq!(path("/f(a={a})", &[literal.into()]).unwrap(), format!("/f(a={literal})"));
    }
    for text in ["@", "@a b", "kind'a'", "a.b'c'd'", "['a'", "['a','b'],c", "[a]", "a.b", "o'clock"] {
        let quoted = text.replace('\'', "''");
        assert_eq!(path("/f(a={a})", &[text.into()]).unwrap(), format!("/f(a='{quoted}')"), "{text}");
    }
}

#[test]
fn what_is_left_out_vanishes_with_its_comma() {
    let template = "/x/f(a='{a}',b={b},c=model.kind'{c}')/y";
    let call = |a: Option<&'static str>, b: Option<i32>, c: Option<&'static str>| {
        path(template, &[a.into(), b.into(), c.into()]).unwrap()
    };
    assert_eq!(call(Some("1"), Some(2), Some("3")), "/x/f(a='1',b=2,c=model.kind'3')/y");
    assert_eq!(call(None, Some(2), Some("3")), "/x/f(b=2,c=model.kind'3')/y");
    assert_eq!(call(Some("1"), None, Some("3")), "/x/f(a='1',c=model.kind'3')/y");
    assert_eq!(call(Some("1"), Some(2), None), "/x/f(a='1',b=2)/y");
    assert_eq!(call(Some("1"), None, None), "/x/f(a='1')/y");
    assert_eq!(call(None, None, Some("3")), "/x/f(c=model.kind'3')/y");
    assert_eq!(call(None, None, None), "/x/f/y");
    let none = None::<&str>;
    assert_eq!(path("/f(a={a})", &[none.into()]).unwrap(), "/f");
    assert_eq!(path("/f(a={a}, b='x')", &[none.into()]).unwrap(), "/f(b='x')");
    match path("/users/{id}", &[none.into()]).unwrap_err() {
        Error::Argument(error) => assert_eq!((error.reason(), error.parameter()), (Reason::Missing, "{id}")),
        other => panic!("{other}"),
    }
}

#[test]
fn places_in_the_query_take_every_type_and_cannot_do_without() {
    let template =
        "/f(a={a})?on={on}&all={all}&$filter=id eq {id} and name eq '{name}'&$expand=b($levels={n})";
    let on = Date::from("2024-03-01");
    let request = |last: Option<i32>| {
        let arguments =
            [None::<i32>.into(), (&on).into(), true.into(), "x".into(), "it's".into(), last.into()];
        Request::<(), ()>::call(Method::GET, template, &arguments, ())
    };
    let query = percent_encoding::percent_decode_str(request(Some(2)).query_string())
        .decode_utf8_lossy()
        .into_owned();
    let wanted = "on=2024-03-01&all=true&$filter=id eq 'x' and name eq 'it''s'&$expand=b($levels=2)";
    assert_eq!(query, wanted);
    assert_eq!(request(Some(2)).path().unwrap(), "/f");
    match request(None).path().unwrap_err() {
        Error::Argument(error) => assert_eq!((error.reason(), error.parameter()), (Reason::Missing, "{n}")),
        other => panic!("{other}"),
    }
}

#[test]
fn options_and_aliases_stand_in_the_query() {
    let request = Request::<(), ()>::new(Method::GET, "/f(a=@a)", &[], ())
        .alias("@a", (&["x", "y"][..]).into())
        .alias("@b", "it's".into())
        .option("deep", Some(true).into())
        .option("on", (&Date::from("2024-03-01")).into())
        .option("none", None::<i32>.into());
    let query = percent_encoding::percent_decode_str(request.query_string()).decode_utf8_lossy().into_owned();
    assert_eq!(query, "@a=['x','y']&@b='it''s'&deep=true&on=2024-03-01");
    assert_eq!(request.path().unwrap(), "/f(a=@a)");
}
