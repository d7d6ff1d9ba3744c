//! Query options by fields.

use crate::sample::{Importance, Line, Payment, list_payments};
use crate::support::odata::{Filter, it};
use crate::support::{
    Collection, Date, Decimal, Error, Guid, Json, Method, Model, Reason, Request, Wrapped, quoted,
};
use crate::{field, fields};

/// The value of a query option, decoded.
fn option<R: crate::support::Answer>(request: Request<(), R>, name: &str) -> String {
    let http = request.to_http("https://host/v1.0").unwrap();
    let url = url::Url::parse(&http.uri().to_string()).unwrap();
    let mut found = url.query_pairs().filter(|(key, _)| key == name);
    let value = found.next().unwrap().1.into_owned();
    assert!(found.next().is_none(), "an option is sent once");
    value
}

fn filter(condition: Filter<Payment>) -> String {
    option(list_payments("c").filter(condition), "$filter")
}

#[test]
fn fields_have_the_names_of_json() {
    let selected = |request: Request<(), Collection<Payment>>| option(request, "$select");
    let all = fields!(Payment; id, line_number, parent.parent.line_number, attachments);
    let wanted = "id,lineNumber,parent/parent/lineNumber,attachments";
    assert_eq!(selected(list_payments("c").select(all)), wanted);
    assert_eq!(
        selected(list_payments("c").select(field!(Payment; posted)).select("x").select(&["y"])),
        "posted,x,y"
    );
    // What answers one object, or perhaps one, has the same options.
    let one: Request<(), Payment> = Request::new(Method::GET, "/payments/{id}", &["1"], ());
    assert_eq!(option(one.clone().select(fields!(Payment; id)), "$select"), "id");
    assert_eq!(option(one.with_headers().select(fields!(Payment; id,)), "$select"), "id");
    let wrapped: Request<(), Wrapped<Payment>> = Request::new(Method::GET, "/payments/{id}", &["1"], ());
    assert_eq!(option(wrapped.select(fields!(Payment; id)), "$select"), "id");
}

#[test]
fn a_field_without_a_name_is_an_error_of_the_request() {
    let error =
        list_payments("c").filter(field!(Payment; extra).is_null()).to_http("https://host").unwrap_err();
    let Error::Argument(error) = error else { panic!("{error}") };
    assert_eq!((error.parameter(), error.reason()), ("$filter", Reason::Property));
    for request in [
        list_payments("c").select(fields!(Payment; id, extra)),
        list_payments("c").orderby(field!(Payment; parent.extra).desc()),
        list_payments("c").filter(field!(Payment; lines).any(field!(Line; extra).is_set())),
    ] {
        assert!(request.to_http("https://host").is_err());
    }
}

#[test]
fn literals_are_those_of_the_fields_type() {
    let guid = Guid::from("6f1d7a52-9d3e-4c77-8a11-0b6d5e0c9f21");
    for (condition, wanted) in [
        (field!(Payment; comment).eq("it's"), "comment eq 'it''s'"),
        // A text is a text, whatever it looks like.
        (field!(Payment; comment).ne("null"), "comment ne 'null'"),
        (field!(Payment; comment).eq(String::from("5")), "comment eq '5'"),
        (field!(Payment; id).eq(&guid), "id eq 6f1d7a52-9d3e-4c77-8a11-0b6d5e0c9f21"),
        (field!(Payment; id).eq("x or true"), "id eq 'x or true'"),
        (field!(Payment; line_number).gt(-5), "lineNumber gt -5"),
        (field!(Payment; version).le(1 << 40), "version le 1099511627776"),
        (field!(Payment; rate).lt(0.5), "rate lt 0.5"),
        (field!(Payment; amount).ge(Decimal::new(1250, 2)), "amount ge 12.50"),
        (field!(Payment; amount).ge(100), "amount ge 100"),
        (field!(Payment; amount).ge("12.50"), "amount ge 12.50"),
        (field!(Payment; amount).ge("1 or true"), "amount ge '1 or true'"),
        (field!(Payment; posted).eq(true), "posted eq true"),
        (field!(Payment; importance).eq(Importance::High), "importance eq 'high'"),
        (field!(Payment; importance).eq(Importance::from("o'clock")), "importance eq 'o''clock'"),
        (field!(Payment; rights).has(Importance::Low), "rights has 'low'"),
        (field!(Payment; parent).is_null(), "parent eq null"),
        (field!(Payment; comment).is_set(), "comment ne null"),
        (field!(Payment; line_number).is_in([1, 2]), "lineNumber in (1,2)"),
        (field!(Payment; comment).is_in(["a", "b,c"]), "comment in ('a','b,c')"),
        (field!(Payment; comment).starts_with("a'"), "startswith(comment,'a''')"),
        (field!(Payment; parent.comment).ends_with("b"), "endswith(parent/comment,'b')"),
        (field!(Payment; comment).contains("c"), "contains(comment,'c')"),
    ] {
        assert_eq!(filter(condition), wanted);
    }
}

#[test]
fn conditions_hold_together() {
    let [a, b, c] = [1, 2, 3].map(|number| field!(Payment; line_number).eq(number));
    let (a, b, c) = (|| a.clone(), || b.clone(), || c.clone());
    let text = |letters: &str| {
        let number = |text: String, (index, letter): (usize, &str)| {
            text.replace(letter, &format!("lineNumber eq {}", index + 1))
        };
        ["A", "B", "C"].into_iter().enumerate().fold(letters.to_owned(), number)
    };
    for (condition, wanted) in [
        (a().and(b()).and(c()), "A and B and C"),
        (a().or(b()).or(c()), "A or B or C"),
        (a().and(b()).or(c()), "A and B or C"),
        (a().and(b().or(c())), "A and (B or C)"),
        (a().or(b()).and(c()), "(A or B) and C"),
        (a().not(), "not (A)"),
        (a().not().and(b()), "not (A) and B"),
        (a().and(b()).not(), "not (A and B)"),
        (a().not().not(), "not (not (A))"),
    ] {
        assert_eq!(filter(condition), text(wanted), "{wanted}");
    }
    assert_eq!(filter(Filter::text("a or b").and(c())), "(a or b) and lineNumber eq 3");
    assert_eq!(filter(field!(Payment; comment).contains("x").not()), "not contains(comment,'x')");
    let twice = list_payments("c").filter("A or B").filter(c()).filter(format!("name eq {}", quoted("a)&b")));
    let wanted = "((A or B) and (lineNumber eq 3)) and (name eq 'a)&b')";
    assert_eq!(option(twice, "$filter"), wanted);
}

#[test]
fn conditions_on_elements() {
    for (condition, wanted) in [
        (field!(Payment; lines).any(field!(Line; text).eq("a")), "lines/any(x:x/text eq 'a')"),
        (field!(Payment; tags).all(it().ne("a")), "tags/all(x:x ne 'a')"),
        (field!(Payment; tags).any(it().starts_with("a")), "tags/any(x:startswith(x,'a'))"),
        (
            field!(Payment; owners).any(it().eq("6f1d7a52-9d3e-4c77-8a11-0b6d5e0c9f21")),
            "owners/any(x:x eq 6f1d7a52-9d3e-4c77-8a11-0b6d5e0c9f21)",
        ),
        (field!(Payment; attachments).is_not_empty().not(), "not attachments/any()"),
        (field!(Payment; parent.lines).count().gt(2), "parent/lines/$count gt 2"),
    ] {
        assert_eq!(filter(condition), wanted);
    }
    // Inside of each other, elements have names of their own.
    let inner = field!(Folder; files).any(field!(Line; text).eq("a").and(field!(Line; code).is_set()));
    let outer = field!(Folder; folders).any(inner.or(field!(Folder; name).eq("b")));
    let request: Request<(), Collection<Folder>> = Request::new(Method::GET, "/folders", &[], ());
    let wanted = "folders/any(y:y/files/any(x:x/text eq 'a' and x/code ne null) or y/name eq 'b')";
    assert_eq!(option(request.filter(outer), "$filter"), wanted);
}

#[test]
fn order_and_expansion() {
    let order = |request| option(request, "$orderby");
    assert_eq!(
        order(list_payments("c").orderby(field!(Payment; amount).desc()).orderby(&["id"])),
        "amount desc,id"
    );
    let both = [field!(Payment; amount).asc(), field!(Payment; parent.comment).desc()];
    assert_eq!(order(list_payments("c").orderby(both)), "amount,parent/comment desc");
    let lines = field!(Payment; attachments).expand();
    let lines =
        lines.select(fields!(Line; text, code)).filter(field!(Line; text).eq("a;b")).top(3).skip(1).count();
    let request = list_payments("c").expand(lines.orderby(field!(Line; code))).expand("owner");
    let wanted =
        "attachments($select=text,code;$filter=text eq 'a;b';$top=3;$skip=1;$count=true;$orderby=code),owner";
    assert_eq!(option(request, "$expand"), wanted);
    assert_eq!(option(list_payments("c").expand(field!(Payment; attachments)), "$expand"), "attachments");
    let nested = field!(Folder; above).expand().expand(field!(Folder; above).expand().select("name"));
    let request: Request<(), Folder> = Request::new(Method::GET, "/folders/1", &[], ());
    assert_eq!(option(request.expand(nested), "$expand"), "above($expand=above($select=name))");
}

#[test]
fn a_field_is_a_value() {
    let field = field!(Payment; parent.id);
    assert_eq!((field.path(), field.clone().path()), (Some("parent/id"), Some("parent/id")));
    assert_eq!(format!("{field:?}"), r#"Field(Some("parent/id"))"#);
    assert_eq!(Date::checked("2026-01-31").unwrap().as_str(), "2026-01-31");
    let json: Request<(), Json> = Request::new(Method::GET, "/x", &[], ());
    // An answer without a type takes texts.
    assert_eq!(option(json.select("a").filter("b").expand("c"), "$filter"), "b");
    assert_eq!(Payment::TYPE, "sample.payment");
}

/// What holds others of its kind.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Folder {
    /// Text.
    pub name: Option<String>,
    /// Those inside.
    pub folders: Option<Vec<Folder>>,
    /// What is in it.
    pub files: Option<Vec<Line>>,
    /// The one that it is in.
    pub above: Option<crate::support::Related<Folder>>,
    /// Properties that this type does not know.
    pub extra: crate::support::Extra,
}

impl crate::support::Table for Folder {
    const TYPE: &'static str = "sample.folder";
    const NAMES: &'static [&'static str] = &["name", "folders", "files", "above", "@"];

    fn slot(&mut self, index: usize) -> crate::support::Slot<'_> {
        use crate::support::Slot;
        match index {
            0 => Slot::String(&mut self.name),
            1 => Slot::Objects(&mut self.folders),
            2 => Slot::Objects(&mut self.files),
            3 => Slot::Json(&mut self.above),
            _ => Slot::Extra(&mut self.extra),
        }
    }

    fn view(&self, index: usize) -> crate::support::View<'_> {
        use crate::support::View;
        match index {
            0 => View::String(&self.name),
            1 => View::Objects(&self.folders),
            2 => View::Objects(&self.files),
            3 => View::Json(&self.above),
            _ => View::Extra(&self.extra),
        }
    }
}

crate::support::table!(Folder);
