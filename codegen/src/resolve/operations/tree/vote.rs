//! How a page votes on where its routes end, by its words, its examples and its methods.

use std::collections::BTreeMap;

use super::node::{Node, Votes};
use super::step::Step;
use super::{At, End, Tree};
use crate::http::{Message, Method};
use crate::json::{Kind, Value};
use crate::page::Page;
use crate::resolve::operations::exchanges::Binding;
use crate::resolve::operations::proposals::{Proposals, structured};

/// What a vote of each kind of evidence weighs, on a page whose routes all end at one place.
const WORDS: u32 = 16;
const ANNOTATION: u32 = 8;
const METHODS: u32 = 4;
const SUMMARY: u32 = 4;

/// A page, and how far its routes lead.
pub(super) struct PageEnds<'a> {
    pub(super) page: &'a Page,
    pub(super) proposals: Option<&'a Proposals>,
    pub(super) bindings: &'a [Binding],
    /// The way of each of its routes.
    pub(super) ends: Vec<usize>,
}

impl Tree<'_> {
    /// Lets a page vote on where its routes end. A route that asks for another form of what stands before it does not count.
    pub(super) fn vote(&self, page: &PageEnds<'_>, votes: &mut BTreeMap<Node, Votes>) {
        let PageEnds { page, proposals, bindings, ends } = page;
        let asks_for_form = |way: usize| matches!(self.ways.last(way), Some(Step::Form));
        let ends: Vec<Option<&At>> =
            ends.iter().map(|way| (!asks_for_form(*way)).then(|| &self.places[*way])).collect();
        let mut places: Vec<&Option<Node>> = ends.iter().flatten().map(|at| &at.node).collect();
        places.sort_unstable();
        places.dedup();
        // A page that lists the routes of a dozen resources speaks of none of them.
        let share = if places.len() > 1 { 8 } else { 1 };
        for (index, (route, at)) in page.api.routes.iter().zip(&ends).enumerate() {
            let Some(At { node: Some(node), end: End { keyed, .. }, .. }) = at else { continue };
            let votes = votes.entry(node.clone()).or_default();
            if !keyed {
                votes.end(route.method);
            }
            if let Some(proposals) = proposals {
                propose(votes, proposals, share);
            }
            if route.method == Method::Get && !keyed {
                for many in examples_show_many(page, bindings, index) {
                    votes.show(many, 4);
                }
                if page.api.response.present && share == 1 {
                    votes.show(page.api.response.collection, 2);
                }
            }
        }
    }
}

fn propose(votes: &mut Votes, proposals: &Proposals, share: u32) {
    for (types, weight) in [
        (&proposals.answer, WORDS),
        (&proposals.taken, SUMMARY),
        (&proposals.answered, ANNOTATION),
        (&proposals.methods, METHODS),
        (&proposals.summary, SUMMARY),
    ] {
        for (place, name) in types.iter().filter_map(structured).enumerate() {
            // What is named first is what the text is about.
            let weight = if place == 0 { weight } else { weight / 4 };
            votes.propose(name.clone(), (weight / share).max(1));
        }
    }
}

/// Whether the answers to a route show many or one.
fn examples_show_many(page: &Page, bindings: &[Binding], route: usize) -> Vec<bool> {
    let exchanges = page.api.exchanges.iter().zip(bindings);
    let own = exchanges.filter(|(_, binding)| matches!(binding, Binding::Route(index, _) if *index == route));
    let answers = own.filter_map(|(exchange, _)| exchange.response.as_ref());
    let succeeds = |message: &Message| match message {
        Message::Response(response) => response.status.value < 400,
        _ => true,
    };
    let bodies = answers.filter(|example| succeeds(&example.message)).filter_map(|it| it.message.json());
    bodies.filter(|body| body.as_object().is_some()).map(is_list).collect()
}

fn is_list(body: &Value) -> bool {
    body.get("value").is_some_and(|value| matches!(value.kind, Kind::Array(_)))
}
