//! Tables that lack most of what answers show: the page leaves out what its type has from another one. Examples add it.

use std::collections::{BTreeMap, BTreeSet};

use super::samples::{Samples, Types};
use super::wrong_tables::proof;
use crate::diagnostic::{Code, Diagnostics};
use crate::json::{Member, Value};
use crate::model::{Property, QualifiedName, StructuredType, Type};
use crate::primitive::Primitive;
use crate::resolve::types::representation::form;
use crate::shape::Shape;
use crate::source::FileId;

/// So many pages have to show a property.
const PAGES: usize = 2;

/// The properties that each type lacks, in the order of their names.
pub(crate) fn missing(types: &Types, samples: &Samples<'_>) -> BTreeMap<QualifiedName, Vec<Property>> {
    let bases: BTreeSet<&QualifiedName> = types.values().filter_map(|type_| type_.base.as_ref()).collect();
    let usual = usual(types);
    let mut missing = BTreeMap::new();
    for (name, objects) in &samples.answered {
        // What a base or an open type shows beyond its table belongs to those derived from it, or to nobody.
        let is_whole = |type_: &&StructuredType| {
            type_.owner.is_none()
                && !type_.open
                && !type_.properties.is_empty()
                && !bases.contains(&type_.name)
        };
        let Some(type_) = types.get(*name).filter(is_whole) else { continue };
        let properties = of_type(type_, objects, &usual);
        if !properties.is_empty() {
            missing.insert((*name).clone(), properties);
        }
    }
    missing
}

/// Adds the properties, and reports each type that lacks some.
pub(crate) fn add(
    types: &mut Types,
    missing: BTreeMap<QualifiedName, Vec<Property>>,
    diagnostics: &mut Diagnostics,
) {
    for (name, mut properties) in missing {
        let Some(type_) = types.get_mut(&name) else { continue };
        // The key may have been added by itself.
        properties.retain(|property| type_.property(&property.name).is_none());
        let names: Vec<String> = properties.iter().map(|property| format!("`{}`", property.name)).collect();
        let message = format!(
            "most of what answers show is in no table of `{name}`; {} are taken for properties",
            names.join(", ")
        );
        let Some(first) = properties.first().map(|property| property.span) else { continue };
        diagnostics.report(Code::PropertyFromExamples, first, message);
        type_.properties.extend(properties);
    }
}

/// What the objects show beyond the type, if that is most of what they show, on several pages.
fn of_type(
    type_: &StructuredType,
    objects: &[&Value],
    usual: &BTreeMap<&str, Option<&Type>>,
) -> Vec<Property> {
    let mut strangers: BTreeMap<&str, Vec<&Member>> = BTreeMap::new();
    let mut pages = BTreeSet::new();
    for object in objects {
        let members = object.as_object().unwrap_or_default();
        let own = members.iter().filter(|member| !member.name.value.contains('@'));
        let (known, unknown): (Vec<&Member>, Vec<&Member>) =
            own.partition(|member| type_.property_in_any_case(&member.name.value).is_some());
        if unknown.len() <= known.len() {
            return Vec::new();
        }
        pages.insert(object.span.file);
        for member in unknown {
            strangers.entry(&member.name.value).or_default().push(member);
        }
    }
    if pages.len() < PAGES {
        return Vec::new();
    }
    let is_common = |members: &Vec<&Member>| {
        let pages: BTreeSet<FileId> = members.iter().map(|member| member.name.span.file).collect();
        pages.len() >= PAGES
    };
    let common = strangers.into_iter().filter(|(_, members)| is_common(members));
    common.map(|(name, members)| property(&members, usual.get(name).copied().flatten())).collect()
}

/// The type that all tables give the properties of a name; none where they differ.
fn usual(types: &Types) -> BTreeMap<&str, Option<&Type>> {
    let mut usual: BTreeMap<&str, Option<&Type>> = BTreeMap::new();
    for property in types.values().flat_map(|type_| &type_.properties) {
        let known = usual.entry(&property.name).or_insert(Some(&property.type_));
        *known = known.filter(|type_| **type_ == property.type_);
    }
    usual
}

/// A property of a type that these values have, or else of the one that they show.
fn property(members: &[&Member], usual: Option<&Type>) -> Property {
    let values: Vec<&Value> = members.iter().map(|member| &member.value).collect();
    let has_usual = |type_: &&Type| form(type_).is_some_and(|form| proof(&form, &values).is_some());
    let shown = || type_of(&values.iter().map(|value| Shape::of(value)).fold(Shape::Nothing, Shape::join));
    Property {
        name: members[0].name.value.clone(),
        type_: usual.filter(has_usual).cloned().unwrap_or_else(shown),
        navigation: false,
        max_length: None,
        description: Default::default(),
        deprecated: false,
        read_only: false,
        span: members[0].name.span,
    }
}

/// The type of values of a shape. Objects that no table describes stay JSON.
fn type_of(shape: &Shape) -> Type {
    Type::Primitive(match shape {
        Shape::Bool => Primitive::Boolean,
        Shape::Integer { .. } => Primitive::Int64,
        Shape::Number => Primitive::Decimal,
        Shape::String => Primitive::String,
        Shape::Nothing | Shape::Any | Shape::Object(_) => Primitive::Untyped,
        Shape::Array(element) => return type_of(element).collection(),
    })
}
