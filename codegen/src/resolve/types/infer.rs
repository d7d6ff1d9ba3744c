//! Types that only examples show, inferred from the values that are sent and answered.

use crate::model::{Description, Property, QualifiedName, StructuredType, Type};
use crate::plural::singular;
use crate::primitive::Primitive;
use crate::shape::Shape;
use crate::source::{FileId, Span};

/// A structured type with the members of an object's shape, and one for each object inside it.
pub(crate) fn structured(
    name: QualifiedName,
    owner: Option<FileId>,
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
        properties.push(Property {
            name: member.clone(),
            type_: type_of(nested, owner, shape, place, inferred),
            navigation: false,
            max_length: None,
            description: Default::default(),
            deprecated: false,
            read_only: false,
            span: place.1,
        });
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

/// The type that a shape shows. A fraction is a decimal: it may be money.
fn type_of(
    nested: QualifiedName,
    owner: Option<FileId>,
    shape: &Shape,
    place: (FileId, Span),
    inferred: &mut Vec<StructuredType>,
) -> Type {
    Type::Primitive(match shape {
        Shape::Bool => Primitive::Boolean,
        Shape::Integer { .. } => Primitive::Int64,
        Shape::Number => Primitive::Decimal,
        Shape::String => Primitive::String,
        Shape::Nothing | Shape::Any => Primitive::Untyped,
        Shape::Array(element) => return type_of(nested, owner, element, place, inferred).collection(),
        Shape::Object(_) => {
            structured(nested.clone(), owner, shape, place, inferred);
            return Type::Structured(nested);
        }
    })
}
