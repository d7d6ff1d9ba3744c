//! How the body of an example is shaped: an object, a list, or either with an envelope around it.

use super::fit::{self, is_envelope};
use super::judge::Judge;
use super::proposals::structured;
use crate::json::{Kind, Value};
use crate::model::{ResponseBody, Type};
use crate::primitive::Primitive;
use crate::shape::Shape;

impl Judge<'_> {
    /// Whether an example has an object around the one that it shows: not what is a property of the type.
    pub(super) fn is_wrapped(&self, body: &Value, type_: &Type) -> bool {
        let has_object = body.get("value").is_some_and(|value| value.as_object().is_some());
        has_object && is_envelope(body) && !self.owns_value(type_)
    }

    /// Whether an example shows a text, a number or a truth value in its envelope, where the type is one of objects.
    pub(super) fn is_bare_value(&self, body: &Value, type_: &Type) -> bool {
        let is_bare = |value: &Value| matches!(value.kind, Kind::String(_) | Kind::Number(_) | Kind::Bool(_));
        structured(type_).is_some()
            && body.get("value").is_some_and(is_bare)
            && is_envelope(body)
            && !self.owns_value(type_)
    }

    /// Whether a type has a property of its own called `value`: then that is not an envelope's.
    fn owns_value(&self, type_: &Type) -> bool {
        structured(type_).is_some_and(|name| fit::known(self.types, name, &["value"]) > 0)
    }

    /// Whether the words say many of a type, and an example shows an object without `value` or any property of the type, but with
    /// a list of another name, which no list comes as.
    pub(super) fn is_many_in_odd_envelope(&self, words: &ResponseBody, example: &Value) -> bool {
        let names = fit::names([example]);
        let known = words.type_name().map(|type_| fit::known(self.types, type_, &names));
        let is_array = |name: &&str| example.get(name).is_some_and(|it| matches!(it.kind, Kind::Array(_)));
        let lists = names.iter().any(is_array) && !names.contains(&"value");
        words.is_collection() && lists && known == Some(0)
    }

    /// What an example answers; the page names the type.
    pub(super) fn of_example(&self, value: &Value, subject: Option<Type>) -> ResponseBody {
        if let Kind::Array(elements) = &value.kind {
            // A list without an envelope.
            return ResponseBody::Wrapped(element(&Shape::of_all(elements), subject).collection());
        }
        let Kind::Object(_) = &value.kind else { return ResponseBody::Json };
        match value.get("value") {
            Some(inner)
                if !subject.as_ref().is_some_and(|type_| self.owns_value(type_)) || is_envelope(value) =>
            {
                match &inner.kind {
                    Kind::Array(elements) => {
                        ResponseBody::Collection(element(&Shape::of_all(elements), subject))
                    }
                    Kind::Object(_) => match subject {
                        Some(type_ @ Type::Structured(_)) => ResponseBody::Wrapped(type_),
                        _ => ResponseBody::Wrapped(Type::Primitive(Primitive::Untyped)),
                    },
                    // The type's name stands where bytes come, without an envelope. In small letters, it may be a value.
                    Kind::String(text) if matches!(&**text, "Stream" | "Edm.Stream") => ResponseBody::Content,
                    _ => ResponseBody::Wrapped(element(&Shape::of(inner), subject)),
                }
            }
            _ => match subject {
                Some(Type::Structured(name)) => ResponseBody::One(name),
                _ => ResponseBody::Json,
            },
        }
    }
}

/// Whether a body is a list in its envelope.
pub(super) fn is_list(value: &Value) -> bool {
    value.get("value").is_some_and(|value| matches!(value.kind, Kind::Array(_)))
}

/// One value as it is answered.
pub(super) fn one(type_: Type) -> ResponseBody {
    match type_ {
        Type::Structured(name) => ResponseBody::One(name),
        Type::Primitive(Primitive::Stream | Primitive::Binary) => ResponseBody::Content,
        other => ResponseBody::Wrapped(other),
    }
}

/// The type of what an envelope holds: the body decides between one kind and another, the page names the type.
fn element(shape: &Shape, subject: Option<Type>) -> Type {
    match (shape, subject) {
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
