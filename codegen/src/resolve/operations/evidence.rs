//! Which examples of a page say what one of its routes sends and answers.

use std::collections::BTreeSet;

use super::exchanges::Binding;
use super::fit;
use crate::http::{Body, Message, Response, content_type};
use crate::model::QualifiedName;
use crate::page::{Exchange, Page, Route};
use crate::path_template;
use crate::primitive::Primitive;
use crate::shape::Shape;

/// What a route's last segment asks for, in OData's words: of the same object, the routes of one page may give an object,
/// its bytes, and the number of its elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tail {
    Value,
    Count,
    Ref,
    Other,
}

impl Tail {
    pub(crate) fn of_route(route: &Route) -> Tail {
        Tail::of(&last_segment(route))
    }

    pub(crate) fn of(segment: &str) -> Tail {
        match segment.to_ascii_lowercase().as_str() {
            "$value" => Tail::Value,
            "$count" => Tail::Count,
            "$ref" => Tail::Ref,
            _ => Tail::Other,
        }
    }
}

/// The exchanges of a page, by how much they say of one of its routes.
pub(crate) struct Evidence<'a> {
    levels: [Vec<&'a Exchange>; 4],
    /// What the route sends: the strongest level, and what has no address, where all routes of the page end alike.
    sending: Vec<&'a Exchange>,
}

/// What a successful example answers.
#[derive(Clone, Copy)]
pub(crate) struct ExampleAnswer<'a> {
    pub(crate) status: u16,
    /// Whether it says where something else is.
    pub(crate) location: bool,
    pub(crate) body: &'a Body,
    /// Whether it says that its body is bytes, whatever that looks like.
    says_bytes: bool,
}

impl ExampleAnswer<'_> {
    /// Whether the body is bytes, or text that is not meant to be JSON.
    pub(crate) fn is_content(&self) -> bool {
        match self.body {
            Body::Text(_) => !self.body.is_broken_json(),
            Body::Json(_) => self.says_bytes,
            Body::Empty => false,
        }
    }
}

impl<'a> Evidence<'a> {
    /// From strong to weak: examples of routes that end alike; of the page's other routes with this method; with an
    /// address that does not match a route of the page; of anything else. Another service's examples do not count.
    pub(crate) fn of(page: &'a Page, bindings: &[Binding], route: &Route) -> Self {
        let mut levels: [Vec<&Exchange>; 4] = Default::default();
        let mut sending = Vec::new();
        let last = last_segment(route);
        let tail_of_route = Tail::of(&last);
        let all_end_alike = page.api.routes.iter().all(|route| last_segment(route) == last);
        for (exchange, binding) in page.api.exchanges.iter().zip(bindings) {
            let method = exchange.http_request().map(|request| request.method.value);
            let same_method = method.is_none_or(|method| method == route.method);
            let same_tail = tail(exchange).is_none_or(|tail| tail == tail_of_route);
            let level = match binding {
                Binding::OtherService => continue,
                _ if !same_tail => continue,
                Binding::Route(index, _) if same_method => {
                    let alike = page.api.routes.get(*index).map(last_segment).as_ref() == Some(&last);
                    if alike { 0 } else { 1 }
                }
                Binding::WithoutKey(_) | Binding::NoRoute | Binding::NoAddress if same_method => 2,
                _ => 3,
            };
            levels[level].push(exchange);
            if level == 0 || all_end_alike && *binding == Binding::NoAddress {
                sending.push(exchange);
            }
        }
        Evidence { levels, sending }
    }

    /// The successful answers of the strongest level that has any.
    pub(crate) fn answers(&self) -> Vec<ExampleAnswer<'a>> {
        self.levels.iter().map(answers).find(|answers| !answers.is_empty()).unwrap_or_default()
    }

    /// The successful answers of routes that end alike.
    pub(crate) fn own_answers(&self) -> Vec<ExampleAnswer<'a>> {
        answers(&self.levels[0])
    }

    /// What all of the objects have that a route of the page answers, if any has something. An example without an address is
    /// the route's where the page has no other route.
    pub(crate) fn object(&self, page: &Page) -> Option<Shape> {
        let ends: BTreeSet<String> = page.api.routes.iter().map(last_segment).collect();
        let mut answers = self.own_answers();
        if answers.is_empty() && ends.len() == 1 {
            answers = self::answers(&self.levels[2]);
        }
        let bodies = answers.iter().filter_map(|answer| answer.body.json());
        let shape = Shape::of_all(bodies.flat_map(fit::objects));
        let has_some = |members: &[(String, Shape)]| members.iter().any(|(name, _)| !name.contains('@'));
        matches!(&shape, Shape::Object(members) if has_some(members)).then_some(shape)
    }

    /// The body that is sent in the strongest level that has any.
    pub(crate) fn sent(&self) -> Option<&'a Body> {
        self.all_sent().next()
    }

    /// The bodies that are sent, the strongest first.
    pub(crate) fn all_sent(&self) -> impl Iterator<Item = &'a Body> {
        self.sending().into_iter().flat_map(|(level, _)| bodies(level))
    }

    /// What the objects have that are sent in the strongest level that has any body.
    pub(crate) fn sent_shape(&self) -> Shape {
        let sent = self.sending().into_iter().find(|(level, _)| bodies(level).next().is_some());
        let (level, most) = sent.unwrap_or_default();
        let objects = bodies(level).filter_map(Body::json).filter(|body| body.as_object().is_some());
        Shape::of_all(objects.take(most))
    }

    /// The exchanges whose bodies count, the strongest first, and how many of these are of one kind: other routes may send other
    /// things. A route that has requests of its own ignores those of other routes.
    fn sending(&self) -> [(&[&'a Exchange], usize); 3] {
        let (own, [_, other, anywhere, _]) = (&self.sending, &self.levels);
        let has_own = own.iter().any(|exchange| sent(exchange).is_some());
        let other: &[&Exchange] = if has_own { &[] } else { other };
        [(own, usize::MAX), (other, 1), (anywhere, usize::MAX)]
    }

    /// The type that the body begins with.
    pub(crate) fn sent_type(&self) -> Option<QualifiedName> {
        let Body::Json(value) = self.sent()? else { return None };
        let first = value.as_object()?.first().filter(|member| member.name.value == "@odata.type")?;
        Some(QualifiedName::from_text(first.value.as_str()?.trim_start_matches('#')))
    }
}

fn sent(exchange: &Exchange) -> Option<&Body> {
    exchange.request.as_ref()?.message.sent()
}

/// What is sent, without empty bodies.
fn bodies<'a>(exchanges: &[&'a Exchange]) -> impl Iterator<Item = &'a Body> {
    exchanges.iter().filter_map(|exchange| sent(exchange)).filter(|body| **body != Body::Empty)
}

fn answers<'a>(exchanges: &Vec<&'a Exchange>) -> Vec<ExampleAnswer<'a>> {
    exchanges.iter().filter_map(|exchange| answer(exchange)).collect()
}

fn answer(exchange: &Exchange) -> Option<ExampleAnswer<'_>> {
    let example = exchange.response.as_ref()?;
    let name = example.annotation.as_ref().and_then(|annotation| annotation.odata_type.as_ref());
    let is_stream = name.is_some_and(|name| Primitive::from_word(&name.value) == Some(Primitive::Stream));
    match &example.message {
        Message::Response(response) if response.status.value < 400 => Some(ExampleAnswer {
            status: response.status.value,
            location: says_location(response),
            body: &response.body,
            says_bytes: is_stream || says_bytes(response),
        }),
        Message::Body(body) => {
            Some(ExampleAnswer { status: 200, location: false, body, says_bytes: is_stream })
        }
        _ => None,
    }
}

fn says_location(response: &Response) -> bool {
    response.headers.iter().any(|header| header.name.value.to_ascii_lowercase().ends_with("location"))
}

fn says_bytes(response: &Response) -> bool {
    content_type(&response.headers).is_some_and(|format| format.starts_with("application/octet-stream"))
}

/// What the address of an example ends with.
fn tail(exchange: &Exchange) -> Option<Tail> {
    let path = path_template::concrete_path(&exchange.http_request()?.url.value);
    path.rsplit('/').next().map(Tail::of)
}

pub(super) fn last_segment(route: &Route) -> String {
    route.address.path.key().rsplit('/').next().unwrap_or_default().to_owned()
}
