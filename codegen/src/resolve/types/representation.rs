//! What a JSON representation says beside a property table: it may add a property, and it may contradict one.

use std::collections::BTreeMap;

use super::lookup::Lookup;
use super::skeleton;
use crate::diagnostic::{Code, Diagnostics};
use crate::json::{Kind, Member};
use crate::model::{Property, QualifiedName, StructuredType, Type};
use crate::page::Page;
use crate::primitive::Primitive;

/// Holds each described type, with all that it inherits, against the representations on its pages.
pub(crate) fn compare(
    lookup: &Lookup<'_>,
    types: &mut BTreeMap<QualifiedName, StructuredType>,
    diagnostics: &mut Diagnostics,
) {
    let mut added: BTreeMap<QualifiedName, Vec<Property>> = BTreeMap::new();
    for type_ in types.values_mut() {
        let pages: Vec<&Page> =
            type_.description.pages.iter().filter_map(|id| lookup.pages.get(id)).collect();
        for page in pages {
            for member in members(page) {
                let name = &member.name.value;
                let shown = skeleton::type_of(lookup, page, name, &member.value);
                let known = type_.properties.iter().find(|property| property.name.eq_ignore_ascii_case(name));
                match known {
                    Some(property) => contradict(property, member, shown.as_ref(), diagnostics),
                    // The members that an open type shows beyond its properties are samples.
                    None if type_.open => {}
                    None => {
                        let property = property(member, shown, diagnostics);
                        added.entry(type_.name.clone()).or_default().push(property.clone());
                        type_.properties.push(property);
                    }
                }
            }
        }
    }
    // What a base type has only in its representation is inherited all the same.
    for type_ in types.values_mut() {
        let inherited = type_.base.iter().filter_map(|base| added.get(base)).flatten();
        for property in inherited {
            if !type_.properties.iter().any(|known| known.name == property.name) {
                type_.properties.push(property.clone());
            }
        }
    }
}

/// The members of a page's representations that are properties.
pub(crate) fn members(page: &Page) -> impl Iterator<Item = &Member> {
    let values = page.resource.representations.iter().filter_map(|each| each.value.as_ref());
    let members = values.filter_map(|value| value.as_object()).flatten();
    members.filter(|member| !member.name.value.contains('@'))
}

/// A property that only the representation has.
fn property(member: &Member, shown: Option<Type>, diagnostics: &mut Diagnostics) -> Property {
    let message = format!("only the representation has the property `{}`", member.name.value);
    diagnostics.report(Code::RepresentationOnly, member.name.span, message);
    Property {
        name: member.name.value.clone(),
        type_: shown.unwrap_or(Type::Primitive(Primitive::Untyped)),
        navigation: false,
        max_length: None,
        description: Default::default(),
        deprecated: false,
        span: member.name.span,
    }
}

fn contradict(property: &Property, member: &Member, shown: Option<&Type>, diagnostics: &mut Diagnostics) {
    let place = || vec![(property.span, "the type that is taken".to_owned())];
    if property.name != member.name.value {
        let message = format!("`{}` is spelt `{}` in the table", member.name.value, property.name);
        diagnostics.report_with(Code::SpellingDiffers, member.name.span, message, place());
    }
    let empty = matches!(&member.value.kind, Kind::Array(elements) if elements.is_empty());
    let Some(shown) = shown.filter(|_| !empty) else { return };
    let (table, json) = (form(&property.type_), form(shown));
    if let (Some(table), Some(json)) = (table, json)
        && table != json
    {
        let message =
            format!("`{}` is {table} by the table, and {json} by the representation", property.name);
        diagnostics.report_with(Code::ConflictingType, member.value.span, message, place());
    }
}

/// What JSON has for a type; none where it may be anything.
fn form(type_: &Type) -> Option<String> {
    Some(match type_ {
        Type::Collection(element) => format!("a list of {}", form(element)?.trim_start_matches("a ")),
        Type::Structured(_) => "an object".to_owned(),
        Type::Enum(_) => "a string".to_owned(),
        Type::Primitive(primitive) => match primitive {
            Primitive::Boolean => "a truth value",
            Primitive::Int32 | Primitive::Int64 | Primitive::Double | Primitive::Decimal => "a number",
            Primitive::Stream | Primitive::Untyped => return None,
            _ => "a string",
        }
        .to_owned(),
    })
}
