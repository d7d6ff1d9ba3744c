//! Objects inside of a body that only an example shows: an object gets the documented type that has all of its
//! properties, and the rows that describe its inside.

use std::collections::BTreeSet;

use super::fit;
use super::judge::Judge;
use super::proposals::structured;
use crate::diagnostic::{Code, Diagnostics};
use crate::json::{Kind, Value};
use crate::model::{Property, QualifiedName, StructuredType, Type, closure};
use crate::page::{Explained, Page, Row, Section};
use crate::plural::singulars;
use crate::primitive::Primitive;
use crate::resolve::types::from_row::from_row;
use crate::resolve::types::lookup::Lookup;
use crate::resolve::types::type_section::TypeSection;

/// Gives the properties of inferred types what the page says of them; the outermost type is the last. Types that are no
/// longer used are removed.
pub(super) fn describe(
    judge: &Judge<'_>,
    lookup: &Lookup<'_>,
    (page, section): (&Page, &Section),
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
        let proposals = judge.proposals.get(&page.id);
        let proposed = proposals.into_iter().flat_map(|all| all.taken.iter().chain(&all.sent));
        let mut found = by_name.iter().chain(proposed).filter_map(structured);
        found.find(|name| !names.is_empty() && has_all(name)).cloned()
    };
    for type_ in inferred.iter_mut() {
        for property in &mut type_.properties {
            let by_annotation = || own_type(lookup, page, &property.name);
            if let Some(name) = documented(&property.name, &property.type_).or_else(by_annotation) {
                property.type_ = with_element(&property.type_, name);
            }
            let explained = section.explained.iter().filter(|one| is_of(&type_.name, one, &shapes));
            let mut rows = section.rows.iter().chain(explained.map(|one| &one.row));
            let Some(row) = rows.find(|row| is_same(property, row)) else { continue };
            if row.name.value != property.name {
                let message = format!(
                    "the table spells it `{}`; the example sends `{}`, which is used",
                    row.name.value, property.name
                );
                diagnostics.report(Code::PropertySpelling, row.name.span, message);
            }
            let of_row = from_row(lookup, TypeSection::of(page), row, false, diagnostics);
            property.description = of_row.description;
            // A row decides between kinds of texts and numbers; it does not turn an object into one.
            if let (Type::Primitive(_), Type::Primitive(known)) = (&property.type_, &of_row.type_)
                && *known != Primitive::Untyped
            {
                property.type_ = of_row.type_;
                property.max_length = of_row.max_length;
            }
        }
    }
    add_rows(lookup, page, inferred, diagnostics);
    let made = inferred.clone();
    let inside: BTreeSet<QualifiedName> = match made.last() {
        Some(outermost) => {
            closure([&outermost.name], |name| needs(&made, name)).into_iter().cloned().collect()
        }
        None => return,
    };
    inferred.retain(|type_| inside.contains(&type_.name));
}

/// Whether a line of JSON explains a member of this type: one in the object that the type is of. The objects of a list that is
/// the answer are of the outermost type, which is the last.
fn is_of(type_: &QualifiedName, explained: &Explained, inferred: &[StructuredType]) -> bool {
    let is_outermost = inferred.last().is_some_and(|outermost| outermost.name == *type_);
    let holds = |inside: &str| {
        let mut properties = inferred.iter().flat_map(|type_| &type_.properties);
        properties.any(|property| {
            property.name == inside && *property.type_.element() == Type::Structured(type_.clone())
        })
    };
    match &explained.inside {
        Some(inside) => is_outermost && inside == "value" || holds(inside),
        None => is_outermost,
    }
}

/// The type that an object of this name says it is of, where the page's requests show one.
fn own_type(lookup: &Lookup<'_>, page: &Page, property: &str) -> Option<QualifiedName> {
    let requests = page.api.exchanges.iter().filter_map(|exchange| exchange.request.as_ref());
    let bodies = requests.filter_map(|request| request.message.json());
    let named = bodies.flat_map(|body| typed(body, property)).collect::<BTreeSet<&str>>();
    let name = named.first().filter(|_| named.len() == 1)?;
    match lookup.named(page, name.trim_start_matches('#'))? {
        Type::Structured(name) if !lookup.declarations.parts(&name).is_empty() => Some(name),
        _ => None,
    }
}

/// The annotations of the objects that are the values, or elements of the values, of the members of a name.
fn typed<'a>(value: &'a Value, name: &str) -> Vec<&'a str> {
    let (Kind::Object(_) | Kind::Array(_)) = &value.kind else { return Vec::new() };
    let mut found = Vec::new();
    for element in value.as_array().into_iter().flatten() {
        found.extend(typed(element, name));
    }
    for member in value.as_object().into_iter().flatten() {
        let values = member.value.as_array().unwrap_or(std::slice::from_ref(&member.value));
        if member.name.value == name {
            found.extend(values.iter().filter_map(|one| one.get("@odata.type")?.as_str()));
        }
        found.extend(typed(&member.value, name));
    }
    found
}

/// Where the rows describe what is inside of the one object that is sent, the example need not show all of it.
fn add_rows(
    lookup: &Lookup<'_>,
    page: &Page,
    inferred: &mut [StructuredType],
    diagnostics: &mut Diagnostics,
) {
    let rows = &page.api.request_body.rows;
    let Some([only]) = inferred.last().map(|outermost| outermost.properties.as_slice()) else { return };
    let Type::Structured(inner) = only.type_.element().clone() else { return };
    let Some(inner) = inferred.iter_mut().find(|type_| type_.name == inner) else { return };
    let has = |inner: &StructuredType, row: &Row| inner.properties.iter().any(|known| is_same(known, row));
    if !rows.iter().any(|row| has(inner, row)) {
        return;
    }
    for row in rows {
        if !has(inner, row) {
            inner.properties.push(from_row(lookup, TypeSection::of(page), row, false, diagnostics));
        }
    }
}

/// Whether a row describes a property, in any case of its letters.
fn is_same(property: &Property, row: &Row) -> bool {
    property.name.eq_ignore_ascii_case(&row.name.value)
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
