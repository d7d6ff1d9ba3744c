//! Types that only examples show, inferred from the values that are sent and answered.

use crate::model::{Description, Property, QualifiedName, StructuredType, Type};
use crate::plural::singular;
use crate::primitive::Primitive;
use crate::shape::Shape;
use crate::source::{FileId, PageId, Span};

/// A structured type with the members of an object's shape, and one for each object inside it.
pub(crate) fn structured(
    name: QualifiedName,
    owner: Option<PageId>,
    shape: &Shape,
    place: (FileId, Span),
    inferred: &mut Vec<StructuredType>,
) {
    let Shape::Object(members) = shape else { return };
    let mut properties = Vec::new();
    // Annotations such as `@odata.type` belong to the format, not to the type.
    for (member, shape) in members.iter().filter(|(member, _)| !member.contains('@')) {
        // The elements of a list are named in the singular.
        let one = if matches!(shape, Shape::Array(_)) { singular(member) } else { member.clone() };
        let nested = name.inner(&one);
        let type_ = type_of(nested, owner, shape, place, inferred);
        properties.push(Property::from_examples(member.clone(), type_, place.1));
    }
    inferred.push(StructuredType {
        name,
        owner,
        base: None,
        is_abstract: false,
        open: true,
        key: None,
        properties,
        description: Description { pages: vec![place.0], ..Description::default() },
    });
}

/// The type that a shape shows, with one of its own for each object.
fn type_of(
    nested: QualifiedName,
    owner: Option<PageId>,
    shape: &Shape,
    place: (FileId, Span),
    inferred: &mut Vec<StructuredType>,
) -> Type {
    match shape {
        Shape::Array(element) => type_of(nested, owner, element, place, inferred).collection(),
        Shape::Object(_) => {
            structured(nested.clone(), owner, shape, place, inferred);
            Type::Structured(nested)
        }
        shape => plain(shape),
    }
}

/// The type that a shape shows, where objects stay JSON. A fraction is a decimal: it may be money.
pub(crate) fn plain(shape: &Shape) -> Type {
    Type::Primitive(match shape {
        Shape::Bool => Primitive::Boolean,
        Shape::Integer { .. } => Primitive::Int64,
        Shape::Number => Primitive::Decimal,
        Shape::String => Primitive::String,
        Shape::Nothing | Shape::Any | Shape::Object(_) => Primitive::Untyped,
        Shape::Array(element) => return plain(element).collection(),
    })
}
