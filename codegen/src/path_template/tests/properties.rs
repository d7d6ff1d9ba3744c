//! What holds of every address, however it is written.

use proptest::prelude::*;
use support::support::{Argument, Json, Method, Request};

use super::super::{ParameterKind, Piece, QueryTemplate, ReadAddress, read, read_query};
use crate::source::Span;

/// What addresses are made of, rightly and wrongly.
const PIECES: [&str; 46] = [
    "/",
    "/",
    "/",
    "//",
    "a",
    "readers",
    "Größe",
    "年",
    "{id}",
    "{id}",
    "{a b}",
    "{id | name}",
    "{x?}",
    "{}",
    "{",
    "}",
    "<x>",
    "<",
    ">",
    "(",
    ")",
    "({id})",
    "('{x}')",
    "({'x'})",
    "(a={b},c='{d}')",
    "(n=5)",
    "f(",
    "a=",
    ",",
    "'",
    "''",
    "x-value",
    "...",
    "…",
    ".",
    "..",
    ":",
    ":/",
    "root:",
    " ",
    " | ",
    "$value",
    "?",
    "&",
    "https://a.example/v1.0/",
    "['a',{b}]",
];

const BRACES: [char; 2] = ['{', '}'];

/// A text of such pieces.
fn address() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..12).prop_map(|pieces| pieces.concat())
}

/// A template that pages may write, every place once, in a segment of its own.
fn plain_template() -> impl Strategy<Value = String> {
    let literal = "x[a-z]{0,8}";
    let segment = prop_oneof![
        literal.prop_map(|name| name),
        Just("{id}".to_owned()),
        literal.prop_map(|name| format!("{name}('{{id}}')")),
        literal.prop_map(|name| format!("{name}(of='{{text}}',at='{{place}}')")),
        literal.prop_map(|name| format!("{name}:/{{path}}:")),
    ];
    prop::collection::vec(segment, 1..5).prop_map(|segments| format!("/root/{}", segments.join("/")))
}

/// The address that the support code makes of a template and arguments.
fn filled(template: &str, arguments: &[String]) -> Option<String> {
    let template: &'static str = template.to_owned().leak();
    let arguments: Vec<Argument<'_>> = arguments.iter().map(|text| text.as_str().into()).collect();
    let request = Request::<(), Json>::call(Method::GET, template, &arguments, ());
    request.to_http("https://a.example").ok().map(|request| request.uri().path().to_owned())
}

proptest! {
    /// What was read is a template that is read as itself: it is written into the crate, and read there again.
    #[test]
    fn a_template_is_read_as_it_was_written(text in address()) {
        if let Ok(ReadAddress { address, .. }) = read(&text, Span::default()) {
            let again = read(&address.path.to_string(), Span::default());
            prop_assert_eq!(again.map(|again| again.address.path), Ok(address.path));
        }
    }

    /// Every place has a name of its own, and no template has more names than places.
    #[test]
    fn every_place_has_a_name_of_its_own(text in address()) {
        if let Ok(ReadAddress { address, .. }) = read(&text, Span::default()) {
            let mut names = address.path.parameter_names();
            prop_assert_eq!(names.len(), address.path.parameters().count());
            names.sort();
            names.dedup();
            prop_assert_eq!(names.len(), address.path.parameters().count());
            prop_assert!(names.iter().all(|name| !name.is_empty()));
        }
    }

    /// A brace opens or closes a place, and stands nowhere else: the support code cuts the template at them.
    #[test]
    fn no_literal_holds_a_brace(text in address()) {
        if let Ok(ReadAddress { address, .. }) = read(&text, Span::default()) {
            for piece in address.path.segments.iter().flat_map(|segment| &segment.pieces) {
                match piece {
                    Piece::Literal(text) => prop_assert!(!text.contains(BRACES), "{text}"),
                    Piece::Parameter(place) => prop_assert!(!place.name.contains(BRACES), "{}", place.name),
                }
            }
        }
    }

    /// An address that the crate makes of a template and any arguments is that template's, and shows the same arguments.
    #[test]
    fn an_address_shows_what_was_put_into_it(
        template in plain_template(),
        texts in prop::collection::vec("[a-zA-Z0-9 .'/%?#&+=,()é年😀-]{1,12}", 12),
    ) {
        let ReadAddress { address, repairs } = read(&template, Span::default()).expect("a template");
        prop_assert_eq!(repairs, Vec::<String>::new());
        let kinds: Vec<ParameterKind> = address.path.parameters().map(|place| place.kind).collect();
        let arguments = &texts[..kinds.len()];
        let Some(made) = filled(&address.path.to_string(), arguments) else {
            // Dots and nothing between two slashes are refused.
            let parts = |text: &String| text.split('/').any(|part| ["", ".", ".."].contains(&part));
            prop_assert!(arguments.iter().any(parts), "{arguments:?}");
            return Ok(());
        };
        let matched = address.path.matches(&made);
        let expected = arguments.iter().map(|text| Some(text.clone())).collect::<Vec<_>>();
        prop_assert_eq!(matched, Some(expected), "{}", made);
    }

    /// Whatever stands behind a question mark is read, and what was read is read as itself.
    #[test]
    fn a_query_is_read_as_it_was_written(text in address()) {
        if let Some(query) = QueryTemplate::of(read_query(&text).options) {
            let again = QueryTemplate::of(read_query(&query.to_string()).options);
            prop_assert_eq!(again.map(|again| again.to_string()), Some(query.to_string()));
        }
    }
}
