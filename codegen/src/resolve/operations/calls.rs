//! The calls that all pages document, each judged by its page.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::answer::Answer;
use super::evidence::{Evidence, Tail};
use super::exchanges::Bindings;
use super::judge::Judge;
use super::proposals::structured;
use super::sent_body::SentBody;
use super::tree::End;
use crate::http::Method;
use crate::model::{Basis, QualifiedName};
use crate::page::{Page, Route};
use crate::resolve::types::lookup::Lookup;
use crate::shape::Shape;

/// An operation: a method and the key of a path.
pub(super) type Key = (Method, String);

/// A route on a page, and what it sends and answers by that page.
pub(super) struct Call<'a> {
    pub(super) page: &'a Page,
    pub(super) route: &'a Route,
    /// Among the page's routes.
    pub(super) position: usize,
    pub(super) end: End,
    pub(super) answer: Answer,
    pub(super) taken: SentBody,
    /// The type that the example's body begins with.
    pub(super) shown_type: Option<QualifiedName>,
    /// The object that examples answer, where nothing says what it is.
    pub(super) shown_answer: Option<Shape>,
}

/// Judges every route of every page.
pub(super) fn calls<'a>(
    judge: &Judge<'_>,
    lookup: &Lookup<'a>,
    bindings: &Bindings,
) -> BTreeMap<Key, Vec<Call<'a>>> {
    // What a page says of its calls is independent of other pages.
    let of_page = |page: &'a Page| {
        let bindings = bindings.get(&page.id).map(Vec::as_slice).unwrap_or_default();
        let call = |(position, route): (usize, &'a Route)| {
            let evidence = Evidence::of(page, bindings, route);
            let end = judge.tree.end(&route.address.path);
            let answer = judge.answer(page, route, &evidence, &end);
            let taken = judge.taken(page, route, &evidence, &end, &answer.body);
            let key = (route.method, route.address.path.key());
            let shown_type = evidence.sent_type();
            let shown_answer = answer.body.is_untyped().then(|| evidence.object(page)).flatten();
            (key, Call { page, route, position, end, answer, taken, shown_type, shown_answer })
        };
        page.api.routes.iter().enumerate().map(call).collect::<Vec<_>>()
    };
    let mut calls: BTreeMap<Key, Vec<Call<'a>>> = BTreeMap::new();
    let found: Vec<_> = lookup.pages.par_iter().map(|(_, page)| of_page(page)).collect();
    for (key, call) in found.into_iter().flatten() {
        calls.entry(key).or_default().push(call);
    }
    // Most are the only one.
    calls.values_mut().for_each(Vec::shrink_to_fit);
    calls
}

impl Call<'_> {
    /// Less is stronger: better evidence, and a page that speaks of fewer routes.
    pub(super) fn rank(&self) -> (Basis, bool, usize) {
        (self.answer.basis, self.answer.conflict.is_some(), self.page.api.routes.len())
    }
}

impl Judge<'_> {
    /// Whether a body of this type says which it is: the service would take it for another, or the page shows that it does.
    /// A reference only says where its object is.
    pub(super) fn names_type(&self, call: &Call<'_>, body: &QualifiedName) -> bool {
        let is_reference = Tail::of_route(call.route) == Tail::Ref;
        call.shown_type.as_ref() == Some(body) || !is_reference && self.is_derived_at(&call.end, body)
    }

    /// Whether a type is derived from that at the end of a route.
    pub(super) fn is_derived_at(&self, end: &End, type_: &QualifiedName) -> bool {
        let base = end.type_.as_ref().and_then(structured).filter(|_| !end.call);
        base.is_some_and(|base| self.tree.is_derived(base, type_))
    }
}
