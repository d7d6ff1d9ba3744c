//! The forms that routes take on pages.

mod properties;

use super::{ParameterKind, PathTemplate, Piece, ReadAddress, read};
use crate::limits;
use crate::source::Span;

/// The normalised template, the query, and how many repairs were made.
#[track_caller]
fn check(text: &str, template: &str, query: Option<&str>, repairs: &[&str]) -> PathTemplate {
    let ReadAddress { address, repairs: found } = read(text, Span::default()).expect(text);
    assert_eq!((address.path.to_string().as_str(), address.query.as_deref()), (template, query), "{text}");
    assert_eq!(found, repairs, "{text}");
    address.path
}

#[track_caller]
fn parameters(template: &PathTemplate) -> Vec<(&str, ParameterKind, Option<&str>)> {
    let pieces = template.segments.iter().flat_map(|segment| &segment.pieces);
    let parameters = pieces.filter_map(|piece| match piece {
        Piece::Literal(_) => None,
        Piece::Parameter(parameter) => Some(parameter),
    });
    parameters.map(|p| (p.name.as_str(), p.kind, p.argument.as_deref())).collect()
}

#[test]
fn placeholders_take_any_text() {
    use ParameterKind::Segment;
    let template = check(
        "/users/{id | userPrincipalName}/x/{tenant id}",
        "/users/{id | userPrincipalName}/x/{tenant id}",
        None,
        &[],
    );
    assert_eq!(
        parameters(&template),
        [("id | userPrincipalName", Segment, None), ("tenant id", Segment, None)]
    );
    check("/users/{ id }/<name>", "/users/{id}/{name}", None, &[]);
    check("/users/{{id}}", "/users/{id}", None, &[]);
    let part = check("/roles/templateId={id}/members/$ref", "/roles/templateId={id}/members/$ref", None, &[]);
    assert_eq!(parameters(&part), [("id", Segment, None)]);
}

#[test]
fn a_path_inside_the_path_keeps_its_slashes() {
    use ParameterKind::{Path, Segment};
    let template = check(
        "/drives/{id}/root:/{item-path}:/content",
        "/drives/{id}/root:/{item-path}:/content",
        None,
        &[],
    );
    assert_eq!(parameters(&template), [("id", Segment, None), ("item-path", Path, None)]);
    let template = check("/folders/{id}/.../messages/{id}", "/folders/{id}/.../messages/{id}", None, &[]);
    assert_eq!(parameters(&template), [("id", Segment, None), ("...", Path, None), ("id", Segment, None)]);
}

#[test]
fn a_colon_in_front_of_a_name_makes_a_placeholder() {
    use ParameterKind::Segment;
    let repaired = "`:roomId` is read as a placeholder";
    let template = check("/v1.0/rooms/:roomId/desks", "/rooms/{roomId}/desks", None, &[repaired]);
    assert_eq!(parameters(&template), [("roomId", Segment, None)]);
    check("/root:/{path}/:children", "/root:/{path}/:children", None, &[]);
    check("/rooms/:1", "/rooms/:1", None, &[]);
}

#[test]
fn keys_and_arguments() {
    use ParameterKind::{Bare, Quoted};
    let of = |text: &str| {
        let address = read(text, Span::default()).expect(text).address;
        let found = parameters(&address.path)
            .into_iter()
            .map(|(name, kind, argument)| (name.to_owned(), kind, argument.map(str::to_owned)))
            .collect::<Vec<_>>();
        (address.path.to_string(), found)
    };
    let parameter =
        |name: &str, kind, argument: Option<&str>| (name.to_owned(), kind, argument.map(str::to_owned));
    let cases = [
        ("/c({id})", "/c({id})", vec![parameter("id", Bare, None)]),
        ("/s('{id}')", "/s('{id}')", vec![parameter("id", Quoted, None)]),
        ("/s({'id'})", "/s('{id}')", vec![parameter("id", Quoted, None)]),
        ("/s('id')", "/s('{id}')", vec![parameter("id", Quoted, None)]),
        ("/s('shelf-id')", "/s('{shelf-id}')", vec![parameter("shelf-id", Quoted, None)]),
        ("/s('novels')", "/s('novels')", vec![]),
        ("/c(id)", "/c({id})", vec![parameter("id", Bare, None)]),
        ("/c(memoId})/pdf", "/c({memoId})/pdf", vec![parameter("memoId", Bare, None)]),
        ("/d({a},{b})", "/d({a},{b})", vec![parameter("a", Bare, None), parameter("b", Bare, None)]),
        ("/p({a}, '{b}')", "/p({a},'{b}')", vec![parameter("a", Bare, None), parameter("b", Quoted, None)]),
        (
            "/d(parentId=({id}),id=({id}))",
            "/d(parentId={id},id={id})",
            vec![parameter("id", Bare, Some("parentId")), parameter("id", Bare, Some("id"))],
        ),
        (
            "/d(ids=({a},{b}))",
            "/d(ids=({a},{b}))",
            vec![parameter("a", Bare, Some("ids")), parameter("b", Bare, None)],
        ),
        (
            "/r(address='<address>')",
            "/r(address='{address}')",
            vec![parameter("address", Quoted, Some("address"))],
        ),
        ("/r(<address>)", "/r({address})", vec![parameter("address", Bare, None)]),
        ("/r(count=n)", "/r(count={n})", vec![parameter("n", Bare, Some("count"))]),
        ("/z(t=a.b.c'{f}')", "/z(t=a.b.c'{f}')", vec![parameter("f", Quoted, Some("t"))]),
        (
            "/f(on='parameterValue')",
            "/f(on='{parameterValue}')",
            vec![parameter("parameterValue", Quoted, Some("on"))],
        ),
        ("/f(on=`value`)", "/f(on={value})", vec![parameter("value", Bare, Some("on"))]),
        ("/f(on='readerId')", "/f(on='readerId')", vec![]),
        ("/f(on='reviewer',n=640,d=2017-09-01)", "/f(on='reviewer',n=640,d=2017-09-01)", vec![]),
        ("/f()", "/f()", vec![]),
        ("/f(ids=['a','b'],n=1)", "/f(ids=['a','b'],n=1)", vec![]),
        ("/f(ids=['{id}'])", "/f(ids={id})", vec![parameter("id", Bare, Some("ids"))]),
        ("/f(ids=[{ids}])", "/f(ids={ids})", vec![parameter("ids", Bare, Some("ids"))]),
    ];
    for (text, template, expected) in cases {
        assert_eq!(of(text), (template.to_owned(), expected), "{text}");
    }
}

#[test]
fn repairs_are_named() {
    check("policies/x", "/policies/x", None, &["the leading slash is missing"]);
    check("/a/b/", "/a/b", None, &["the trailing slash is dropped"]);
    check("/a//b", "/a/b", None, &["a doubled slash is read as one"]);
    check("/a/{b/c", "/a/{b}/c", None, &["`{b` is not closed"]);
    check("/t/(team-id)/c", "/t/{team-id}/c", None, &["`(team-id)` is read as a placeholder"]);
    check(
        "/t/(name='name')/c",
        "/t(name='{name}')/c",
        None,
        &["the slash before a key is dropped", "`name` is read as a placeholder"],
    );
    check("/a/payments ({id})", "/a/payments({id})", None, &["white space in the path is dropped"]);
    check("/r(address='<a>'/row", "/r(address='{a}')/row", None, &["a parenthesis is not closed"]);
    check(
        "/users/{id} | name/x",
        "/users/{id | name}/x",
        None,
        &["`{id | name}` is read as one placeholder"],
    );
    check("/me to sign in", "/me", None, &["`to sign in` is dropped"]);
    check("/f('{id}{x}')", "/f('{id}{x}')", None, &[]);
    check("/f('a}')", "/f('a')", None, &["a stray `}` is dropped"]);
    check("/f(({a}", "/f(({a}))", None, &["a parenthesis is not closed"]);
    check("/a...", "/a...", None, &[]);
    check("/a{...}/b", "/a{...}/b", None, &[]);
    check(
        "/({id})f",
        "/{id}/f",
        None,
        &["`({id})` is read as a placeholder", "a slash is missing behind `{id}`"],
    );
    check("/{a} | {b}/x", "/{a | b}/x", None, &["`{a | b}` is read as one placeholder"]);
    let guid = "acdefc6b-2dc6-4e71-b1e9-6d9810ab1793";
    check(&format!("/c/{guid}"), "/c/{id}", None, &[&format!("`{guid}` is read as a placeholder")]);
    check("/c/id/x", "/c/{id}/x", None, &["`id` is read as a placeholder"]);
}

#[test]
fn the_query_is_split_off() {
    check("/a?$filter=b eq '{c}'", "/a", Some("$filter=b eq '{c}'"), &[]);
    check("/a/?b=c", "/a", Some("b=c"), &["the trailing slash is dropped"]);
    check("/a/{what?}?b", "/a/{what?}", Some("b"), &[]);
    check(
        "/a$filter=b eq {c}",
        "/a",
        Some("$filter=b eq {c}"),
        &["the question mark before the query is missing"],
    );
    check("/a/$value", "/a/$value", None, &[]);
    check("https://x.example/v1.0/a?b=https://y/", "/a", Some("b=https://y/"), &[]);
}

#[test]
fn what_is_no_address_is_refused() {
    for text in [
        "",
        " ",
        "** Collection URI not found",
        "the next page",
        "/a/\"b\"",
        "/a/../b",
        "/a#b",
        "https://x.example",
    ] {
        assert!(read(text, Span::default()).is_err(), "{text}");
    }
}

#[test]
fn a_key_is_shared_by_spellings_of_one_operation() {
    let key = |text: &str| read(text, Span::default()).expect(text).address.path.key();
    assert_eq!(key("/Users/{id}/F(a='{x}')"), key("users/<user id>/f(a={y})/"));
    assert_ne!(key("/users/{id}"), key("/users/me"));
}

#[test]
fn a_concrete_address_is_bound_to_its_template() {
    let bind = |template: &str, path: &str| {
        read(template, Span::default()).expect(template).address.path.matches(path)
    };
    let bound =
        |arguments: &[&str]| Some(arguments.iter().map(|text| Some((*text).to_owned())).collect::<Vec<_>>());
    assert_eq!(bind("/users/{id}/x", "/Users/a%20b%2Fc/X/"), bound(&["a b/c"]));
    assert_eq!(bind("/users/{id}", "https://x.example/v1.0/users/a?$top=1"), bound(&["a"]));
    assert_eq!(bind("/users/{id}", "/users/a/b"), None);
    assert_eq!(bind("/users/{id}", "/users/"), None);
    assert_eq!(bind("/root:/{p}:/x", "/root:/a/b:c:/x"), bound(&["a/b:c"]));
    assert_eq!(bind("/f/{id}/.../m/{id}", "/f/1/g/2/g/3/m/4"), bound(&["1", "g/2/g/3", "4"]));
    assert_eq!(bind("/r(address='{a}')/x", "/r(address=%27it''s%27)/x"), bound(&["it's"]));
    assert_eq!(bind("/d({a},{b})", "/d(1,2)"), bound(&["1", "2"]));
    assert_eq!(bind("/f(a={a})", "/f(a=[1,2])"), bound(&["[1,2]"]));
    assert_eq!(bind("/f(a={a})", "/f(a=1,b=2)"), None);
    let hostile = format!("/{}", "{a}".repeat(limits::PARTS_OF_ROUTE));
    let arguments = bind(&hostile, &"x".repeat(3_000)).map(|arguments| arguments.len());
    assert_eq!(arguments, Some(limits::PARTS_OF_ROUTE));
    assert!(read(&(hostile + "{a}"), Span::default()).is_err());
}
