//! What an operation sends and answers: decided by the example's body, named by the page's evidence.

use std::collections::BTreeMap;

use super::array_body;
use super::evidence::{Evidence, Shown, Tail};
use super::subject::{self, Returns};
use crate::http::{Body, Method};
use crate::json::{Kind, Value};
use crate::model::{QualifiedName, RequestBody, ResponseBody, StructuredType, Type};
use crate::page::{Page, Route};
use crate::path_template::Piece;
use crate::primitive::Primitive;
use crate::resolve::types::lookup::Lookup;
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
    /// Only the example shows what the elements of an array are.
    ShownElements(Shape),
}

impl Bodies<'_> {
    /// What an operation of the page answers.
    pub(crate) fn response(&self, page: &Page, route: &Route, evidence: &Evidence<'_>) -> ResponseBody {
        match (Tail::of_route(route), route.method) {
            (Tail::Ref, method) if method != Method::Get => return ResponseBody::None,
            (Tail::Count, _) => return ResponseBody::Wrapped(Type::Primitive(Primitive::Int64)),
            _ => {}
        }
        let subject = self.cast(page, route).or_else(|| subject::answered(self.lookup, self.returns, page));
        let answers = evidence.answers();
        let empty = |shown: &&Shown<'_>| *shown.body == Body::Empty;
        if answers.iter().filter(empty).any(|shown| shown.status >= 300) {
            return ResponseBody::Download;
        }
        let full = answers.iter().find_map(|shown| match shown.body {
            Body::Json(value) => Some(self.shown(value, subject.clone())),
            Body::Text(_) if !shown.body.is_broken_json() => Some(ResponseBody::Content),
            Body::Text(_) | Body::Empty => None,
        });
        match (full, answers.iter().find(empty)) {
            (Some(ResponseBody::Content), _) => ResponseBody::Content,
            (Some(full), Some(_)) => ResponseBody::Reply(Box::new(full)),
            (Some(full), None) => full,
            (None, Some(empty)) => self.nothing_shown(page, empty, subject),
            (None, None) if Tail::of_route(route) == Tail::Value => ResponseBody::Content,
            (None, None) => self.told(page, subject).unwrap_or(ResponseBody::None),
        }
    }

    /// What is answered where the example has no body: nothing, where page or status say so, else what the page tells of,
    /// which the example may have left out.
    fn nothing_shown(&self, page: &Page, example: &Shown<'_>, subject: Option<Type>) -> ResponseBody {
        let nothing = match example.status {
            202 => example.location,
            status => status == 204,
        };
        match self.told(page, subject).filter(|_| !nothing) {
            Some(told @ ResponseBody::Content) => told,
            Some(told) => ResponseBody::Reply(Box::new(told)),
            None if example.location => ResponseBody::Receipt,
            None => ResponseBody::None,
        }
    }

    /// What the page's words say that is answered.
    fn told(&self, page: &Page, subject: Option<Type>) -> Option<ResponseBody> {
        match subject.filter(|_| !answers_nothing(page))? {
            type_ if page.api.response.collection => Some(ResponseBody::Collection(type_)),
            type_ => Some(one(type_)),
        }
    }

    /// The type that a route casts to: `/memberOf/microsoft.graph.group`.
    fn cast(&self, page: &Page, route: &Route) -> Option<Type> {
        match route.address.path.segments.last()?.pieces.as_slice() {
            [Piece::Literal(name)] if name.contains('.') => {
                self.lookup.named(page, name).filter(|type_| matches!(type_, Type::Structured(_)))
            }
            _ => None,
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

    /// What an operation of the page takes.
    pub(crate) fn request(
        &self,
        page: &Page,
        method: Method,
        evidence: &Evidence<'_>,
        response: &ResponseBody,
    ) -> Taken {
        if matches!(method, Method::Get | Method::Delete) {
            return Taken::Known(RequestBody::None);
        }
        let shown = evidence.sent();
        if let Some(body @ Body::Text(_)) = shown
            && !body.is_broken_json()
        {
            return Taken::Known(RequestBody::Content);
        }
        if let Some(Body::Json(Value { kind: Kind::Array(elements), .. })) = shown {
            return array_body::taken(self, page, elements);
        }
        let subject = match subject::taken(self.lookup, page) {
            Some(Type::Structured(name)) => Some(name),
            _ => resource(response).cloned(),
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
        match subject {
            Some(name) if names.is_empty() && (shown.is_some() || !page.api.request_body.nothing) => {
                Taken::Known(RequestBody::Structured(name))
            }
            Some(name) if !names.is_empty() && self.mostly_has(&name, names) => {
                Taken::Known(RequestBody::Structured(name))
            }
            _ if !listed.is_empty() => Taken::Parameters,
            _ => match (shown, self.element_of(response, &sent)) {
                (Some(Body::Json(_)), Some(name)) => Taken::Known(RequestBody::Structured(name)),
                (Some(Body::Json(value @ Value { kind: Kind::Object(_), .. })), None) => {
                    Taken::Shown(Shape::of(value))
                }
                // A body that could not be read is JSON all the same.
                (Some(Body::Json(_) | Body::Text(_)), _) => Taken::Known(RequestBody::Json),
                _ => Taken::Known(RequestBody::None),
            },
        }
    }

    /// What comes back among others, if that is what is sent: the page may call it by another name.
    fn element_of(&self, response: &ResponseBody, sent: &[&str]) -> Option<QualifiedName> {
        match response {
            ResponseBody::Collection(Type::Structured(name)) => {
                (!sent.is_empty() && self.mostly_has(name, sent)).then(|| name.clone())
            }
            _ => None,
        }
    }

    /// Whether at least half of the names are properties of the type.
    pub(super) fn mostly_has(&self, type_: &QualifiedName, names: &[&str]) -> bool {
        let Some(type_) = self.types.get(type_) else { return false };
        let known = names
            .iter()
            .filter(|name| type_.properties.iter().any(|property| property.name.eq_ignore_ascii_case(name)));
        known.count() * 2 >= names.len()
    }
}

/// The type of the one object that is answered.
fn resource(response: &ResponseBody) -> Option<&QualifiedName> {
    match response {
        ResponseBody::One(name) | ResponseBody::Wrapped(Type::Structured(name)) => Some(name),
        ResponseBody::Reply(body) => resource(body),
        _ => None,
    }
}

/// Whether an object holds nothing but `value` and annotations.
pub(crate) fn is_envelope(value: &Value) -> bool {
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

/// Whether no body comes back, of one success or of all.
fn answers_nothing(page: &Page) -> bool {
    page.api.response.nothing || page.api.response.maybe_nothing
}
