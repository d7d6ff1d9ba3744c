//! What an operation sends and answers: decided by the example's body, named by the page's evidence.

use std::collections::BTreeMap;

use super::lookup::Lookup;
use super::subject::{self, Returns};
use crate::http::{Body, Message, Method};
use crate::json::{Kind, Value};
use crate::model::{QualifiedName, RequestBody, ResponseBody, StructuredType, Type};
use crate::page::Page;
use crate::primitive::Primitive;
use crate::shape::Shape;

/// What decides about bodies, beside the page itself.
pub(crate) struct Bodies<'a> {
    pub(crate) lookup: &'a Lookup<'a>,
    pub(crate) returns: &'a Returns<'a>,
    pub(crate) types: &'a BTreeMap<QualifiedName, StructuredType>,
}

/// What a page's operations take in their bodies.
pub(crate) enum Taken {
    Known(RequestBody),
    /// The page lists the parameters of an action.
    Parameters,
    /// Only the example shows what is sent.
    Shown(Shape),
}

impl Bodies<'_> {
    /// What the page's operations answer.
    pub(crate) fn response(&self, page: &Page) -> ResponseBody {
        let subject = subject::answered(self.lookup, self.returns, page);
        match success_body(page) {
            Some((_, Body::Json(value))) => self.shown(value, subject),
            Some((_, Body::Text(_))) => ResponseBody::Content,
            Some((status, Body::Empty)) if status == 204 || says_nothing_comes_back(page) => {
                ResponseBody::None
            }
            Some((300..=399, Body::Empty)) => ResponseBody::Content,
            Some((202, Body::Empty)) if subject.is_none() => ResponseBody::None,
            _ if says_nothing_comes_back(page) => ResponseBody::None,
            _ => match subject {
                Some(type_) if says_collection(page) => ResponseBody::Collection(type_),
                Some(type_) => one(type_),
                None => ResponseBody::None,
            },
        }
    }

    fn shown(&self, value: &Value, subject: Option<Type>) -> ResponseBody {
        let Kind::Object(_) = &value.kind else { return ResponseBody::Json };
        // A type with a property of its own called `value` is no envelope.
        let owns_value = |type_: &Type| match type_ {
            Type::Structured(name) => self
                .types
                .get(name)
                .is_some_and(|type_| type_.properties.iter().any(|property| property.name == "value")),
            _ => false,
        };
        match value.get("value") {
            Some(inner) if !subject.as_ref().is_some_and(owns_value) || is_envelope(value) => {
                match &inner.kind {
                    Kind::Array(elements) => {
                        let shown = elements.iter().map(Shape::of).fold(Shape::Nothing, Shape::join);
                        ResponseBody::Collection(element(&shown, subject))
                    }
                    Kind::Object(_) => match subject {
                        Some(type_ @ Type::Structured(_)) => ResponseBody::Wrapped(type_),
                        _ => ResponseBody::Wrapped(Type::Primitive(Primitive::Untyped)),
                    },
                    _ => ResponseBody::Wrapped(element(&Shape::of(inner), subject)),
                }
            }
            _ => match subject {
                Some(Type::Structured(name)) => ResponseBody::One(name),
                _ => ResponseBody::Json,
            },
        }
    }

    /// What the page's operations of this method take.
    pub(crate) fn request(&self, page: &Page, method: Method, response: &ResponseBody) -> Taken {
        if matches!(method, Method::Get | Method::Delete) {
            return Taken::Known(RequestBody::None);
        }
        let shown =
            page.api.exchanges.iter().find_map(|exchange| match &exchange.request.as_ref()?.message {
                Message::Request(request) => match &request.body {
                    Body::Empty => None,
                    body => Some(body),
                },
                Message::Body(body) => Some(body),
                Message::Response(_) => None,
            });
        if let Some(Body::Text(_)) = shown {
            return Taken::Known(RequestBody::Content);
        }
        let answered = match response {
            ResponseBody::One(name) => Some(name.clone()),
            ResponseBody::Wrapped(Type::Structured(name)) => Some(name.clone()),
            _ => None,
        };
        let taken = match subject::taken(self.lookup, page) {
            Some(Type::Structured(name)) => Some(name),
            _ => None,
        };
        let listed: Vec<&str> =
            page.api.request_body.rows.iter().map(|row| row.name.value.as_str()).collect();
        let sent: Vec<&str> = match shown {
            Some(Body::Json(Value { kind: Kind::Object(members), .. })) => members
                .iter()
                .map(|member| member.name.value.as_str())
                .filter(|name| !name.contains('@'))
                .collect(),
            _ => Vec::new(),
        };
        let names = if listed.is_empty() { &sent } else { &listed };
        // What comes back may be what is sent, in an envelope too, where the page says another name.
        let element = match response {
            ResponseBody::Collection(Type::Structured(name)) => Some(name.clone()),
            _ => answered.clone(),
        };
        let fits = |name: &QualifiedName| !names.is_empty() && self.mostly_has(name, names);
        let subject =
            taken.or(answered).filter(|name| names.is_empty() || fits(name)).or(element.filter(fits));
        match subject {
            Some(name) if !names.is_empty() || shown.is_some() || !says_nothing_is_sent(page) => {
                Taken::Known(RequestBody::Structured(name))
            }
            _ if !listed.is_empty() => Taken::Parameters,
            _ => match shown {
                Some(Body::Json(value @ Value { kind: Kind::Object(_), .. })) => {
                    Taken::Shown(Shape::of(value))
                }
                Some(Body::Json(_)) => Taken::Known(RequestBody::Json),
                _ => Taken::Known(RequestBody::None),
            },
        }
    }

    /// Whether at least half of the names are properties of the type.
    fn mostly_has(&self, type_: &QualifiedName, names: &[&str]) -> bool {
        let Some(type_) = self.types.get(type_) else { return false };
        let known = names
            .iter()
            .filter(|name| type_.properties.iter().any(|property| property.name.eq_ignore_ascii_case(name)));
        known.count() * 2 >= names.len()
    }
}

/// The status and body of the first example that succeeds.
fn success_body(page: &Page) -> Option<(u16, &Body)> {
    let responses = page.api.exchanges.iter().filter_map(|exchange| exchange.response.as_ref());
    let mut bodies = responses.filter_map(|example| match &example.message {
        Message::Response(response) if response.status.value < 400 => {
            Some((response.status.value, &response.body))
        }
        Message::Body(body) => Some((200, body)),
        _ => None,
    });
    let first = bodies.clone().find(|(_, body)| !matches!(body, Body::Empty));
    first.or_else(|| bodies.next())
}

/// Whether an object holds nothing but `value` and annotations.
fn is_envelope(value: &Value) -> bool {
    match &value.kind {
        Kind::Object(members) => {
            members.iter().all(|member| member.name.value == "value" || member.name.value.contains('@'))
        }
        _ => false,
    }
}

/// The type of what an envelope holds: the body decides between one kind and another, the page names the type.
fn element(shown: &Shape, subject: Option<Type>) -> Type {
    match (shown, subject) {
        (Shape::Object(_) | Shape::Nothing, Some(type_)) => type_,
        (Shape::String, Some(type_ @ (Type::Enum(_) | Type::Primitive(_)))) => type_,
        (Shape::Bool, _) => Type::Primitive(Primitive::Boolean),
        (Shape::Integer { .. }, Some(type_ @ Type::Primitive(Primitive::Int32 | Primitive::Double))) => type_,
        (Shape::Integer { .. }, _) => Type::Primitive(Primitive::Int64),
        (Shape::Number, Some(type_ @ Type::Primitive(Primitive::Decimal))) => type_,
        (Shape::Number, _) => Type::Primitive(Primitive::Double),
        (Shape::String, _) => Type::Primitive(Primitive::String),
        _ => Type::Primitive(Primitive::Untyped),
    }
}

fn one(type_: Type) -> ResponseBody {
    match type_ {
        Type::Structured(name) => ResponseBody::One(name),
        Type::Primitive(Primitive::Stream | Primitive::Binary) => ResponseBody::Content,
        other => ResponseBody::Wrapped(other),
    }
}

fn prose(text: &[crate::text::RichText]) -> String {
    text.iter().map(|text| text.plain().to_lowercase()).collect::<Vec<_>>().join(" ")
}

fn says_nothing_comes_back(page: &Page) -> bool {
    let text = prose(&page.api.response.text);
    text.contains("204")
        || text.contains("no content")
        || text.contains("not return anything")
        || text.contains("empty response body")
}

fn says_collection(page: &Page) -> bool {
    let text = prose(&page.api.response.text);
    text.contains("collection") || text.contains("list of")
}

fn says_nothing_is_sent(page: &Page) -> bool {
    let text = prose(&page.api.request_body.text);
    text.contains("do not supply") || text.contains("don't supply") || text.contains("no request body")
}
