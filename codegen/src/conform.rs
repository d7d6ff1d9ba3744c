//! Whether a JSON value has the type that the model gives it: what the generated code will decode, and what it will not.

use crate::json::{Kind, Value};
use crate::model::{Model, QualifiedName, RequestBody, ResponseBody, StructuredType, Type};
use crate::primitive::Primitive;
use crate::source::Span;

/// A value that has another kind than its type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Contradiction {
    /// The type and property, `microsoft.graph.customerPayment.lineNumber`.
    pub(crate) place: String,
    /// What the type takes.
    pub(crate) expected: &'static str,
    pub(crate) span: Span,
}

/// Where a request's body contradicts the operation.
pub(crate) fn request(model: &Model, body: &RequestBody, value: &Value) -> Vec<Contradiction> {
    match body {
        RequestBody::Structured(name) => of_type(model, &Type::Structured(name.clone()), value),
        RequestBody::None | RequestBody::Json | RequestBody::Content => Vec::new(),
    }
}

/// Where a response's body contradicts the operation.
pub(crate) fn response(model: &Model, body: &ResponseBody, value: &Value) -> Vec<Contradiction> {
    match body {
        ResponseBody::One(name) => of_type(model, &Type::Structured(name.clone()), value),
        ResponseBody::Collection(element) => match value.get("value") {
            Some(value) => of_type(model, &element.clone().collection(), value),
            None => vec![Contradiction {
                place: "the collection".to_owned(),
                expected: "an object with `value`",
                span: value.span,
            }],
        },
        ResponseBody::Wrapped(type_) => of_type(model, type_, value.get("value").unwrap_or(value)),
        ResponseBody::None | ResponseBody::Json | ResponseBody::Content => Vec::new(),
    }
}

fn of_type(model: &Model, type_: &Type, value: &Value) -> Vec<Contradiction> {
    let mut found = Vec::new();
    check(model, type_, value, &type_name(type_), &mut found);
    found
}

fn type_name(type_: &Type) -> String {
    match type_.element() {
        Type::Structured(name) | Type::Enum(name) => name.to_string(),
        _ => "value".to_owned(),
    }
}

fn check(model: &Model, type_: &Type, value: &Value, place: &str, found: &mut Vec<Contradiction>) {
    if value.kind == Kind::Null {
        return;
    }
    let mut expect = |holds: bool, expected: &'static str| {
        if !holds {
            found.push(Contradiction { place: place.to_owned(), expected, span: value.span });
        }
    };
    match type_ {
        Type::Primitive(primitive) => {
            let (holds, expected) = primitive_holds(*primitive, &value.kind);
            expect(holds, expected);
        }
        Type::Enum(_) => expect(matches!(value.kind, Kind::String(_)), "a string"),
        Type::Collection(element) => match &value.kind {
            Kind::Array(values) => {
                for value in values {
                    check(model, element, value, place, found);
                }
            }
            _ => expect(false, "an array"),
        },
        Type::Structured(name) => match &value.kind {
            Kind::Object(members) => {
                for member in members {
                    if let Some(property) = property(model, name, &member.name.value) {
                        let place = format!("{name}.{}", property.name);
                        if !property.navigation {
                            check(model, &property.type_, &member.value, &place, found);
                        }
                    }
                }
            }
            _ => expect(false, "an object"),
        },
    }
}

fn property<'a>(model: &'a Model, type_: &QualifiedName, name: &str) -> Option<&'a crate::model::Property> {
    structured(model, type_)?.properties.iter().find(|property| property.name == name)
}

fn structured<'a>(model: &'a Model, name: &QualifiedName) -> Option<&'a StructuredType> {
    let index = model.structured.binary_search_by(|type_| type_.name.cmp(name)).ok()?;
    model.structured.get(index)
}

fn primitive_holds(primitive: Primitive, kind: &Kind) -> (bool, &'static str) {
    let text = matches!(kind, Kind::String(_));
    match primitive {
        Primitive::Boolean => (matches!(kind, Kind::Bool(_)), "true or false"),
        Primitive::Int32 => (integer::<i32>(kind), "a 32-bit integer"),
        Primitive::Int64 => (integer::<i64>(kind), "a 64-bit integer"),
        Primitive::Double => {
            let special =
                matches!(kind, Kind::String(text) if matches!(text.as_str(), "NaN" | "INF" | "-INF"));
            (special || matches!(kind, Kind::Number(_)), "a number")
        }
        Primitive::Decimal => (text || matches!(kind, Kind::Number(_)), "a number"),
        Primitive::Stream | Primitive::Untyped => (true, "any value"),
        Primitive::String
        | Primitive::Guid
        | Primitive::Date
        | Primitive::DateTimeOffset
        | Primitive::TimeOfDay
        | Primitive::Duration
        | Primitive::Binary => (text, "a string"),
    }
}

/// Numbers in quotes and fractions of zero count too: the generated code reads them.
fn integer<T: std::str::FromStr>(kind: &Kind) -> bool {
    match kind {
        Kind::Number(text) => {
            let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
            whole.parse::<T>().is_ok() && fraction.bytes().all(|digit| digit == b'0')
        }
        Kind::String(text) => text.parse::<T>().is_ok(),
        _ => false,
    }
}
