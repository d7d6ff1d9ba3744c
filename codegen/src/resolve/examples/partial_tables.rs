//! Tables that lack most of what answers show: the page leaves out what its type has from another one. Examples add it.

use std::collections::{BTreeMap, BTreeSet};

use super::samples::{Samples, Types};
use super::wrong_tables::proof;
use crate::diagnostic::{Code, Diagnostics};
use crate::json::{Kind, Member, Value};
use crate::model::{Property, QualifiedName, StructuredType, Type};
use crate::primitive::Primitive;
use crate::resolve::types::form::form;
use crate::resolve::types::infer;
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
            "most properties that answers show are in no table of `{name}`; the crate takes {} from examples",
            names.join(", ")
        );
        let Some(first) = properties.first().map(|property| property.span) else { continue };
        diagnostics.report(Code::PropertyFromExamples, first, message);
        type_.properties.extend(properties);
    }
}

/// What the objects show beyond the type, if that is most of what they show, on several pages.
fn of_type(type_: &StructuredType, objects: &[&Value], usual: &BTreeMap<&str, &Type>) -> Vec<Property> {
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
    // Null says nothing of a type.
    let is_common = |members: &Vec<&Member>| {
        let pages: BTreeSet<FileId> = members.iter().map(|member| member.name.span.file).collect();
        pages.len() >= PAGES && members.iter().any(|member| member.value.kind != Kind::Null)
    };
    let common = strangers.into_iter().filter(|(_, members)| is_common(members));
    common.map(|(name, members)| property(&members, usual.get(name).copied())).collect()
}

/// The type that nearly all tables give the properties of a name: three of four, at least.
fn usual(types: &Types) -> BTreeMap<&str, &Type> {
    let mut counts: BTreeMap<&str, BTreeMap<&Type, usize>> = BTreeMap::new();
    for property in types.values().flat_map(|type_| &type_.properties) {
        *counts.entry(&property.name).or_default().entry(&property.type_).or_default() += 1;
    }
    let most = |counts: BTreeMap<_, usize>| {
        let all: usize = counts.values().sum();
        counts.into_iter().find(|(_, count)| count * 4 >= all * 3).map(|(type_, _)| type_)
    };
    counts.into_iter().filter_map(|(name, counts)| Some((name, most(counts)?))).collect()
}

/// A property of a type that these values have, or else of the one that they show.
fn property(members: &[&Member], usual: Option<&Type>) -> Property {
    let values: Vec<&Value> = members.iter().map(|member| &member.value).collect();
    let has_usual = |type_: &&Type| form(type_).is_some_and(|form| proof(&form, &values).is_some());
    let shown = || match values.iter().all(|value| is_date_time(value)) {
        true => Type::Primitive(Primitive::DateTimeOffset),
        false => infer::plain(&Shape::of_all(values.iter().copied())),
    };
    let type_ = usual.filter(has_usual).cloned().unwrap_or_else(shown);
    Property::from_examples(members[0].name.value.clone(), type_, members[0].name.span)
}

/// Whether a value is a date with a time, `2026-11-29T08:00:00Z`, or null.
fn is_date_time(value: &Value) -> bool {
    let is_pattern = |text: &str, pattern: &str| {
        text.len() >= pattern.len()
            && text.bytes().zip(pattern.bytes()).all(|(byte, of)| match of {
                b'0' => byte.is_ascii_digit(),
                of => byte == of,
            })
    };
    match &value.kind {
        Kind::String(text) => is_pattern(text, "0000-00-00T00:00"),
        kind => *kind == Kind::Null,
    }
}
