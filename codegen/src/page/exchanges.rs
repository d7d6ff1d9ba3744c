//! Examples, and which response answers which request.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostics};
use crate::http::{self, Body, Header, Message, Response};
use crate::json;
use crate::page::fences::{Fence, Label, Role};
use crate::page::outline::Topic;
use crate::page::{Example, Exchange, routes};

/// Reads the examples of a page and pairs them. `routes` holds the indices of the code blocks that list routes.
pub(super) fn read(
    fences: &[Fence<'_>],
    routes: &BTreeSet<usize>,
    diagnostics: &mut Diagnostics,
) -> Vec<Exchange> {
    let mut pairing = Pairing::default();
    for (index, fence) in fences.iter().enumerate() {
        if routes.contains(&index) || fence.is_representation() || !is_example(fence, diagnostics) {
            continue;
        }
        for message in http::read(&fence.body, diagnostics) {
            let message = failed(message, fence);
            let example = Example { message, annotation: fence.annotation.clone(), span: fence.span };
            pairing.add(example, fence);
        }
    }
    pairing.exchanges
}

/// A body whose status of failure stands in the words before it is an answer with this status.
fn failed(message: Message, fence: &Fence<'_>) -> Message {
    match (message, &fence.failure) {
        (Message::Body(body), Some(status)) => {
            Message::Response(Response { status: status.clone(), headers: Vec::new(), body })
        }
        (message, _) => message,
    }
}

/// HTTP or JSON. A block annotated as `ignored` still counts as an example in a section of examples; a bare list of
/// request lines counts only where messages stand.
fn is_example(fence: &Fence<'_>, diagnostics: &mut Diagnostics) -> bool {
    let among_examples = fence.topic == Topic::Example;
    match fence.role() {
        Role::Nothing => {
            let is_unreadable = among_examples && fence.may_be_http() && !fence.body.text.trim().is_empty();
            if is_unreadable && json::is_fragment(&fence.body) {
                let message = "the code shows members without the object around them; it is not tested";
                diagnostics.report(Code::JsonFragment, fence.span, message);
            } else if is_unreadable {
                let message = match http::other_method(&fence.body.text) {
                    Some(method) => {
                        format!("the crate has no functions for `{method}` requests; the example is left out")
                    }
                    None => "the example is neither an HTTP message nor JSON; it is left out".to_owned(),
                };
                diagnostics.report(Code::MalformedHttp, fence.span, message);
            }
            false
        }
        Role::Request if routes::is_route_list(fence) => {
            among_examples
                || fence.block_type() == "request"
                || fence.block_type().is_empty()
                    && matches!(fence.topic, Topic::Response | Topic::RequestBody)
        }
        _ => among_examples || fence.block_type() != "ignored",
    }
}

/// The exchanges so far.
#[derive(Default)]
struct Pairing {
    exchanges: Vec<Exchange>,
    /// The passage of the last response.
    answered_in: Option<usize>,
}

impl Pairing {
    fn add(&mut self, example: Example, fence: &Fence<'_>) {
        match &example.message {
            Message::Request(_) => self.exchanges.push(Exchange { request: Some(example), response: None }),
            Message::Response(_) => self.answer(example, fence),
            Message::Body(_) if self.is_request_body(fence) => self.send(example),
            Message::Body(_) if is_notification(fence) => {
                self.exchanges.push(Exchange { request: None, response: Some(example) });
            }
            Message::Body(_) => self.answer_with_body(example, fence),
        }
    }

    /// Whether a body without a request line or a status line belongs to a request.
    fn is_request_body(&self, fence: &Fence<'_>) -> bool {
        match fence.block_type() {
            "request" => true,
            "response" => false,
            _ => match (fence.label, self.waiting().map(|at| self.lack(at))) {
                (Some(Label::Response), _) => false,
                // However many bodies the section shows, none is an answer.
                _ if fence.topic == Topic::RequestBody => true,
                (Some(Label::Request), lack) => lack != Some(Lack::None),
                (None, lack) => lack == Some(Lack::AnnouncedBody),
            },
        }
    }

    /// A response goes to the request that it names, or else to the last one if that is without an answer.
    fn answer(&mut self, response: Example, fence: &Fence<'_>) {
        self.answered_in = Some(fence.passage);
        let name = response.annotation.as_ref().and_then(|annotation| annotation.name.as_deref());
        let named = name.and_then(|name| self.exchanges.iter().position(|exchange| is_named(exchange, name)));
        match named.or(self.waiting()).and_then(|at| self.exchanges.get_mut(at)) {
            Some(exchange) => exchange.response = Some(response),
            None => self.exchanges.push(Exchange { request: None, response: Some(response) }),
        }
    }

    /// A response may stand in two blocks, the first with its status line and headers.
    fn answer_with_body(&mut self, example: Example, fence: &Fence<'_>) {
        let head = self.exchanges.last_mut().and_then(|exchange| exchange.response.as_mut());
        match (head.map(|example| &mut example.message), &example.message) {
            (Some(Message::Response(head)), Message::Body(body))
                if head.body == Body::Empty
                    && ![204, 304].contains(&head.status.value)
                    && self.answered_in == Some(fence.passage)
                    && fence.annotation.is_none() =>
            {
                head.body = body.clone();
            }
            _ => self.answer(example, fence),
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

    /// What the request of an exchange still lacks.
    fn lack(&self, at: usize) -> Lack {
        match self.exchanges[at].request.as_ref().map(|example| &example.message) {
            Some(Message::Request(request)) if request.body == Body::Empty => {
                let announces = |header: &Header| header.name.value.eq_ignore_ascii_case("content-type");
                let announced = request.headers.iter().any(announces);
                if announced { Lack::AnnouncedBody } else { Lack::Body }
            }
            _ => Lack::None,
        }
    }
}

/// What a request lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lack {
    Body,
    /// A body whose content type is in the headers.
    AnnouncedBody,
    None,
}

/// JSON that is annotated as an example and not labelled as a response is a message from the service to a callback. It
/// does not answer the request before it.
fn is_notification(fence: &Fence<'_>) -> bool {
    fence.block_type() == "example" && fence.label.is_none()
}

/// Whether an exchange waits for an answer and its request has this name.
fn is_named(exchange: &Exchange, name: &str) -> bool {
    let annotation = exchange.request.as_ref().and_then(|request| request.annotation.as_ref());
    exchange.response.is_none()
        && annotation.is_some_and(|annotation| annotation.name.as_deref() == Some(name))
}
