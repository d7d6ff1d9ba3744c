//! Path templates with arguments, checked with a real URL parser.

use percent_encoding::percent_decode_str;
use url::Url;

use crate::support::{Error, Method, Reason, Request};

fn path(template: &'static str, arguments: &[&str]) -> Result<String, Error> {
    Request::<(), ()>::new(Method::GET, template, arguments, ()).path().map(str::to_owned)
}

/// The segments behind the version, decoded, as a URL parser sees them.
fn segments(template: &'static str, arguments: &[&str]) -> Vec<String> {
    let http =
        Request::<(), ()>::new(Method::GET, template, arguments, ()).to_http("https://host/v1.0/").unwrap();
    let url = Url::parse(&http.uri().to_string()).unwrap();
    assert_eq!((url.host_str(), url.query(), url.fragment()), (Some("host"), None, None));
    let decode = |segment: &str| percent_decode_str(segment).decode_utf8().unwrap().into_owned();
    let segments: Vec<String> = url.path_segments().unwrap().map(decode).collect();
    assert_eq!(segments[0], "v1.0");
    segments[1..].to_vec()
}

const NASTY: &[&str] = &[
    "a/b",
    "a?b",
    "a#b",
    "a%b",
    "a%2Fb",
    "%2e%2e",
    "%2E",
    "a'b",
    "a\"b",
    "a b",
    "a+b",
    "a&b=c",
    "a;b",
    "a:b",
    "a@b.c",
    "é/ü",
    "日本",
    "\u{0}\u{7f}",
    "a\\b",
    "..\\..",
    "...",
    ".a",
    "a.",
    "~-._",
    "{id}",
    "'",
    "(x)",
    ",",
    "\t\n",
];

#[test]
fn an_argument_is_one_segment() {
    for nasty in NASTY {
        assert_eq!(segments("/users/{id}/photo", &[nasty]), ["users", nasty, "photo"]);
        assert_eq!(segments("/users/{id | upn}/{id}", &[nasty, nasty]), ["users", nasty, nasty]);
        assert_eq!(segments("/users/x-{id}.json", &[nasty]), ["users", &format!("x-{nasty}.json")]);
    }
}

#[test]
fn an_argument_is_several_segments() {
    for template in ["/root:/{path}:/content", "/root/.../content"] {
        for nasty in NASTY {
            let wanted = segments(template, &[&format!("a/{nasty}/z")]);
            let nasty = nasty.split('/');
            let nasty: Vec<&str> = ["a"].into_iter().chain(nasty).chain(["z"]).collect();
            let inside: Vec<&str> =
                wanted[1..wanted.len() - 1].iter().map(|segment| segment.trim_end_matches(':')).collect();
            assert_eq!(inside, nasty);
        }
    }
    assert_eq!(path("/root:/{path}:/content", &["a b/c:d"]).unwrap(), "/root:/a%20b/c%3Ad:/content");
}

#[test]
fn an_ellipsis_is_a_place_only_where_it_is_a_segment() {
    assert_eq!(segments("/more.../x(a='...')", &[]), ["more...", "x(a='...')"]);
    assert_eq!(segments("/a/x{...}/...", &["1/2", "3/4"]), ["a", "x1", "2", "3", "4"]);
}

#[test]
fn an_argument_is_inside_a_string() {
    for nasty in NASTY {
        let wanted = format!("search(q='{}')", nasty.replace('\'', "''"));
        assert_eq!(segments("/drive/search(q='{text}')", &[nasty]), ["drive", &wanted]);
    }
    assert_eq!(path("/f(a='{a}',b={b})", &["x", "1"]).unwrap(), "/f(a='x',b=1)");
    assert_eq!(path("/search(q='{q}')", &[""]).unwrap(), "/search(q='')");
}

#[test]
fn an_argument_is_a_literal() {
    let guid = "5d115c9c-44e3-ea11-bb43-000d3a2feca1";
    for bare in [guid, "5", "-1.5", "true", "false", "null", "2021-02-28"] {
        assert_eq!(path("/companies({id})/x", &[bare]).unwrap(), format!("/companies({bare})/x"));
    }
    assert_eq!(
        segments("/f(a={x}, b={y})", &["2021-02-28T00:00:00Z", "'it''s'"]),
        ["f(a=2021-02-28T00:00:00Z, b='it''s')"]
    );
    for nasty in NASTY {
        let wanted = format!("companies('{}')", nasty.replace('\'', "''"));
        assert_eq!(segments("/companies({id})", &[nasty]), [wanted]);
    }
    // What only looks like a string in quotes would end too early.
    assert_eq!(segments("/f({id})", &["'a'),g=('b'"]), ["f('''a''),g=(''b''')"]);
    assert_eq!(segments("/f(a='(',b={b})/{c}", &["x", "y"]), ["f(a='(',b='x')", "y"]);
}

#[test]
fn what_cannot_be_sent_is_an_error() {
    let reason = |template, arguments: &[&str]| match path(template, arguments).unwrap_err() {
        Error::Argument(error) => (error.reason(), error.parameter().to_owned(), error.route()),
        other => panic!("{other}"),
    };
    let route = "/users/{id}/root:/{path}:/x";
    let (id, file) = ("{id}".to_owned(), "{path}".to_owned());
    assert_eq!(reason(route, &["", "a"]), (Reason::Empty, id.clone(), route));
    assert_eq!(reason(route, &[".", "a"]), (Reason::Dots, id.clone(), route));
    assert_eq!(reason(route, &["..", "a"]), (Reason::Dots, id.clone(), route));
    for (argument, wanted) in [
        ("", Reason::Empty),
        ("/a", Reason::Empty),
        ("a/", Reason::Empty),
        ("a//b", Reason::Empty),
        ("a/..", Reason::Dots),
        ("./a", Reason::Dots),
        ("a/../b", Reason::Dots),
    ] {
        assert_eq!(reason(route, &["a", argument]), (wanted, file.clone(), route), "{argument}");
    }
    assert_eq!(reason(route, &["a"]), (Reason::Missing, file, route));
    assert_eq!(reason(route, &["a", "b", "c"]), (Reason::Surplus, "argument 3".to_owned(), route));
    assert_eq!(reason("/companies({id})", &[""]), (Reason::Empty, id, "/companies({id})"));
    let message = path("/users/{id}", &[".."]).unwrap_err().to_string();
    assert_eq!(message, "{id} of /users/{id} cannot be sent: `.` and `..` cannot be segments of a path");
}

#[test]
fn the_text_of_a_template_stays() {
    assert_eq!(path("/users/$count", &[]).unwrap(), "/users/$count");
    assert_eq!(
        path("/a(b='c', d=1)/microsoft.graph.user", &[]).unwrap(),
        "/a(b='c',%20d=1)/microsoft.graph.user"
    );
}
