//! A request body that is a JSON array: the type of its elements.

use std::collections::BTreeMap;

use super::fit;
use super::proposals::{Proposals, structured};
use super::sent_body::SentBody;
use crate::json::Value;
use crate::model::{QualifiedName, RequestBody, StructuredType, Type};
use crate::primitive::Primitive;
use crate::shape::Shape;

/// The body if an example sends these elements: the type that the page names, if it has most of their properties, or else
/// the shape of the elements.
pub(super) fn taken(
    types: &BTreeMap<QualifiedName, StructuredType>,
    proposals: &Proposals,
    elements: &[Value],
) -> SentBody {
    let shape = Shape::of_all(elements);
    let names = fit::names(elements);
    let named = || proposals.sent.iter().chain(&proposals.taken).filter_map(structured);
    let fits = |name: &&QualifiedName| fit::known(types, name, &names) * 2 >= names.len();
    let element = match (&shape, named().find(fits)) {
        (Shape::Object(_) | Shape::Nothing, Some(name)) => Type::Structured(name.clone()),
        (Shape::Object(_), None) => return SentBody::OfExampleElements(shape),
        (Shape::String, _) => Type::Primitive(Primitive::String),
        _ => Type::Primitive(Primitive::Untyped),
    };
    SentBody::Known(RequestBody::Collection(element))
}
