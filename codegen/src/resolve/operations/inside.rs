//! What is inside of a body that only an example shows: where a documented type has all of it, it is of that type, and
//! rows that describe what is inside describe it.

use std::collections::BTreeSet;

use super::fit;
use super::judge::Judge;
use super::proposals::structured;
use crate::diagnostic::Diagnostics;
use crate::model::{QualifiedName, StructuredType, Type, closure};
use crate::page::Page;
use crate::plural::singulars;
use crate::primitive::Primitive;
use crate::resolve::types::declare::Part;
use crate::resolve::types::lookup::Lookup;
use crate::resolve::types::structured::from_row;

/// Gives the properties of inferred types what the page says of them; the outermost type is the last. Types that nothing
/// holds any more are taken out.
pub(super) fn describe(
    judge: &Judge<'_>,
    lookup: &Lookup<'_>,
    page: &Page,
    inferred: &mut Vec<StructuredType>,
    diagnostics: &mut Diagnostics,
) {
    let shapes = inferred.clone();
    let documented = |property: &str, type_: &Type| {
        let Type::Structured(made) = type_.element() else { return None };
        let made = shapes.iter().find(|shape| shape.name == *made)?;
        let names: Vec<&str> = made.properties.iter().map(|property| property.name.as_str()).collect();
        let has_all = |name: &&QualifiedName| fit::known(judge.types, name, &names) == names.len();
        let by_name =
            singulars(property).iter().filter_map(|name| lookup.named(page, name)).collect::<Vec<_>>();
        let proposals = judge.proposals.get(&page.file);
        let proposed = proposals.into_iter().flat_map(|all| all.taken.iter().chain(&all.sent));
        let mut found = by_name.iter().chain(proposed).filter_map(structured);
        found.find(|name| !names.is_empty() && has_all(name)).cloned()
    };
    for type_ in inferred.iter_mut() {
        for property in &mut type_.properties {
            if let Some(name) = documented(&property.name, &property.type_) {
                property.type_ = with_element(&property.type_, name);
            }
            let rows = &page.api.request_body.rows;
            let Some(row) = rows.iter().find(|row| row.name.value == property.name) else { continue };
            let told = from_row(lookup, Part::of(page), row, false, diagnostics);
            property.description = told.description;
            // A row says which text or which number it is, not that an object is none.
            if let (Type::Primitive(_), Type::Primitive(known)) = (&property.type_, &told.type_)
                && *known != Primitive::Untyped
            {
                property.type_ = told.type_;
                property.max_length = told.max_length;
            }
        }
    }
    let made = inferred.clone();
    let held: BTreeSet<QualifiedName> = match made.last() {
        Some(outermost) => {
            closure([&outermost.name], |name| needs(&made, name)).into_iter().cloned().collect()
        }
        None => return,
    };
    inferred.retain(|type_| held.contains(&type_.name));
}

fn needs<'a>(made: &'a [StructuredType], name: &QualifiedName) -> Vec<&'a QualifiedName> {
    let type_ = made.iter().find(|type_| type_.name == *name);
    type_.into_iter().flat_map(StructuredType::needs).collect()
}

fn with_element(type_: &Type, name: QualifiedName) -> Type {
    match type_ {
        Type::Collection(inner) => with_element(inner, name).collection(),
        _ => Type::Structured(name),
    }
}
