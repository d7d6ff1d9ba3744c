//! Examples, and which response answers which request.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostics;
use crate::http::{self, Body, Message};
use crate::page::fences::{Fence, Label, Role};
use crate::page::outline::Topic;
use crate::page::{Example, Exchange, resource};

/// Reads the examples of a page and pairs them. `routes` holds the indices of the code blocks that list routes.
pub(super) fn read(
    fences: &[Fence<'_>],
    routes: &BTreeSet<usize>,
    diagnostics: &mut Diagnostics,
) -> Vec<Exchange> {
    let mut pairing = Pairing::default();
    for (index, fence) in fences.iter().enumerate() {
        if routes.contains(&index) || resource::is_representation(fence) || !is_example(fence) {
            continue;
        }
        for message in http::read(fence.body, diagnostics) {
            let example = Example { message, annotation: fence.annotation.clone(), span: fence.span };
            pairing.add(example, fence);
        }
    }
    pairing.exchanges
}

/// HTTP or JSON. What is annotated as `ignored` is an example all the same where only examples stand.
fn is_example(fence: &Fence<'_>) -> bool {
    fence.role() != Role::Nothing && (fence.block_type() != "ignored" || fence.topic == Topic::Example)
}

#[derive(Default)]
struct Pairing {
    exchanges: Vec<Exchange>,
}

impl Pairing {
    fn add(&mut self, example: Example, fence: &Fence<'_>) {
        match &example.message {
            Message::Request(_) => self.exchanges.push(Exchange { request: Some(example), response: None }),
            Message::Response(_) => self.answer(example),
            Message::Body(_) => match self.side(&example, fence) {
                Label::Response => self.answer(example),
                Label::Request => self.send(example),
            },
        }
    }

    /// Which side a body without a request line or a status line belongs to.
    fn side(&self, example: &Example, fence: &Fence<'_>) -> Label {
        match example.annotation.as_ref().map_or("", |annotation| &annotation.block_type) {
            "request" => return Label::Request,
            "response" => return Label::Response,
            _ => {}
        }
        match fence.label {
            Some(Label::Request) if self.waiting().is_none_or(|at| self.lacks_body(at)) => Label::Request,
            _ => Label::Response,
        }
    }

    /// A response goes to the request that it names, or else to the last one if that is without an answer.
    fn answer(&mut self, response: Example) {
        let name = response.annotation.as_ref().and_then(|annotation| annotation.name.as_deref());
        let named = name.and_then(|name| self.exchanges.iter().position(|exchange| is_named(exchange, name)));
        match named.or(self.waiting()).and_then(|at| self.exchanges.get_mut(at)) {
            Some(exchange) => exchange.response = Some(response),
            None => self.exchanges.push(Exchange { request: None, response: Some(response) }),
        }
    }

    /// A body that stands in a block of its own goes to the request before it.
    fn send(&mut self, body: Example) {
        let request = self.waiting().and_then(|at| self.exchanges[at].request.as_mut());
        match (request.map(|example| &mut example.message), &body.message) {
            (Some(Message::Request(request)), Message::Body(body)) => request.body = body.clone(),
            _ => self.exchanges.push(Exchange { request: Some(body), response: None }),
        }
    }

    /// The last exchange, if it has no response yet.
    fn waiting(&self) -> Option<usize> {
        let last = self.exchanges.len().checked_sub(1)?;
        self.exchanges[last].response.is_none().then_some(last)
    }

    fn lacks_body(&self, at: usize) -> bool {
        let request = self.exchanges[at].request.as_ref().map(|example| &example.message);
        matches!(request, Some(Message::Request(request)) if request.body == Body::Empty)
    }
}

/// Whether an exchange waits for an answer and its request has this name.
fn is_named(exchange: &Exchange, name: &str) -> bool {
    let annotation = exchange.request.as_ref().and_then(|request| request.annotation.as_ref());
    exchange.response.is_none()
        && annotation.is_some_and(|annotation| annotation.name.as_deref() == Some(name))
}
