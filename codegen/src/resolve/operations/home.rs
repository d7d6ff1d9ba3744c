//! Which of the pages that document one call is the call's own: its words come first, and its resource has the function. The
//! other pages give that function more names.
//!
//! Readers look for `GET /shelves/{id}` at `shelf`, whatever else pages document at that path: the page that is named for
//! the type at the route's end is its own, then the one that is named for the type that the route goes on from.

use super::judge::Judge;
use super::proposals::structured;
use crate::http::Method;
use crate::model::QualifiedName;
use crate::page::{Page, Route};

/// How near a page is to a call.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Distance {
    /// By the type that its file is named for.
    by_type: usize,
    /// A part of the API describes what others share, too: its pages are named for that part.
    is_of_part: bool,
    /// Its name has another verb than the plain one of the method: `move` rather than `update`.
    is_special: bool,
    /// How many routes it has.
    routes: usize,
}

/// How near a page is to one of its routes.
pub(super) fn distance(judge: &Judge<'_>, page: &Page, route: &Route) -> Distance {
    let subjects = judge.tree.subjects(&route.address.path);
    let named = judge.proposals.get(&page.id).and_then(|proposals| structured(proposals.file.as_ref()?));
    let is_akin = |one: &QualifiedName, other: &QualifiedName| {
        judge.tree.is_derived(one, other) || judge.tree.is_derived(other, one)
    };
    let by_type = match named {
        Some(named) => match subjects.iter().position(|subject| subject == named) {
            Some(position) => position,
            None if subjects.first().is_some_and(|subject| is_akin(subject, named)) => subjects.len(),
            None => subjects.len() + 1,
        },
        None => subjects.len() + 1,
    };
    let is_plain = page.names.parts.iter().any(|part| plain_verbs(route.method).contains(&part.as_str()));
    Distance {
        by_type,
        is_of_part: !page.names.area.is_empty(),
        is_special: !is_plain,
        routes: page.api.routes.len(),
    }
}

/// The verbs that only repeat the method.
fn plain_verbs(method: Method) -> &'static [&'static str] {
    match method {
        Method::Get => &["get", "list", "read"],
        Method::Post => &["add", "create", "post"],
        Method::Patch | Method::Put => &["put", "update"],
        Method::Delete => &["delete", "remove"],
    }
}
