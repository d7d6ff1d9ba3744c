//! Documented arguments as values of the types that the functions take.

use std::fmt::Debug;
use std::str::FromStr;

use crate::support::Text;

/// A text, or something that stands in for it.
pub(crate) fn text(found: Option<&str>) -> &str {
    found.unwrap_or("1")
}

/// A number or a truth value. What is none of that type makes another request than the documented one.
pub(crate) fn parsed<T: FromStr<Err: Debug>>(found: Option<&str>, stand_in: &str) -> T {
    let parsed = found.and_then(|text| text.parse().ok());
    parsed.unwrap_or_else(|| stand_in.parse().expect("a stand-in is of its type"))
}

/// A value that keeps its text.
pub(crate) fn kept<T: Text>(found: Option<&str>, stand_in: &str) -> T {
    T::from_text(found.unwrap_or(stand_in))
}

/// The elements of `['a','b']`.
pub(crate) fn texts(found: Option<&str>) -> Vec<&str> {
    let inside = found.unwrap_or("['1']").trim_start_matches('[').trim_end_matches(']');
    let elements = inside.split(',').map(|element| element.trim().trim_matches('\''));
    elements.filter(|element| !element.is_empty()).collect()
}

/// The elements of `[1,2]`.
pub(crate) fn parsed_list<T: FromStr>(found: Option<&str>) -> Vec<T> {
    texts(found).into_iter().filter_map(|element| element.parse().ok()).collect()
}

/// The elements of a list, each of which keeps its text.
pub(crate) fn kept_list<T: Text>(found: Option<&str>) -> Vec<T> {
    texts(found).into_iter().map(T::from_text).collect()
}
