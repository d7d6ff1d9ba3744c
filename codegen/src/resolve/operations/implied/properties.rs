//! Where pages document an entity and its navigation properties, each of them can be read below the entity.

use super::Read;
use super::documented::Documented;
use super::naming::Naming;
use super::paths;
use crate::model::{Implied, Property, ResponseBody, Rule, StructuredType, Type};

pub(super) fn implied(documented: &Documented<'_>, naming: &Naming) -> Vec<Read> {
    let entities = documented.reads().filter(|call| call.operation.fixed_query.is_none());
    let entities = entities.filter_map(|call| Some((call, documented.types.get(call.one()?)?)));
    let mut reads = Vec::new();
    for (entity, type_) in entities {
        let related = type_.properties.iter().filter(|property| property.navigation && !property.deprecated);
        let related = related.filter(|property| !leads_back(documented, type_, property));
        for property in related {
            let path = paths::below(&entity.operation.path, &property.name);
            let Some(response) = answer(property).filter(|_| !documented.is_read(&paths::place(&path)))
            else {
                continue;
            };
            let many = matches!(response, ResponseBody::Collection(_));
            let missing = naming.property(entity, &property.name, many);
            let implied = Implied {
                rule: Rule::Property(property.name.clone()),
                beside: entity.page.id,
                resource: missing.resource,
                function: missing.function,
                from: vec![entity.route.span, property.span],
            };
            reads.push(Read { path, response, implied, deprecation: entity.page.deprecation.clone() });
        }
    }
    reads
}

/// Whether a property leads back to the parent, whose own property leads here: a caller who has the entity's path has
/// come from the parent.
fn leads_back(documented: &Documented<'_>, type_: &StructuredType, property: &Property) -> bool {
    let Type::Structured(owner) = &property.type_ else { return false };
    let owner = documented.types.get(owner);
    let related = owner.into_iter().flat_map(|owner| &owner.properties).filter(|back| back.navigation);
    // A property that leads to another object of the same type is not in itself a way back.
    let mut related = related.filter(|back| back.span != property.span);
    related.any(|back| *back.type_.element() == Type::Structured(type_.name.clone()))
}

/// The entity that the property leads to, if it is one.
fn answer(property: &Property) -> Option<ResponseBody> {
    match &property.type_ {
        Type::Structured(name) => Some(ResponseBody::One(name.clone())),
        Type::Collection(element) => match element.as_ref() {
            Type::Structured(_) => Some(ResponseBody::Collection(element.as_ref().clone())),
            _ => None,
        },
        Type::Primitive(_) | Type::Enum(_) => None,
    }
}
