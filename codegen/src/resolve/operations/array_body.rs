//! A request body that is a JSON array: what its elements are.

use super::bodies::{Bodies, Taken};
use super::subject;
use crate::json::{Kind, Value};
use crate::model::{RequestBody, Type};
use crate::page::Page;
use crate::primitive::Primitive;
use crate::shape::Shape;

/// What is taken where an example sends these elements: the type that the page names, if it has most of their properties,
/// or else what they show.
pub(super) fn taken(bodies: &Bodies<'_>, page: &Page, elements: &[Value]) -> Taken {
    let shown = elements.iter().map(Shape::of).fold(Shape::Nothing, Shape::join);
    let element = match (&shown, subject::taken(bodies.lookup, page)) {
        (Shape::Object(_), Some(Type::Structured(name))) if bodies.mostly_has(&name, &members(elements)) => {
            Type::Structured(name)
        }
        (Shape::Object(_), _) => return Taken::ShownElements(shown),
        (Shape::Nothing, Some(named @ Type::Structured(_))) => named,
        (Shape::String, _) => Type::Primitive(Primitive::String),
        _ => Type::Primitive(Primitive::Untyped),
    };
    Taken::Known(RequestBody::Collection(element))
}

/// The names of all that the elements have, annotations aside.
fn members(elements: &[Value]) -> Vec<&str> {
    let members = elements.iter().filter_map(|element| match &element.kind {
        Kind::Object(members) => Some(members),
        _ => None,
    });
    let mut names: Vec<&str> = members.flatten().map(|member| member.name.value.as_str()).collect();
    names.retain(|name| !name.contains('@'));
    names.sort_unstable();
    names.dedup();
    names
}
