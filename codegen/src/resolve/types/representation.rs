//! What a JSON representation says beside a property table: it may add a property, and it may contradict one.

use std::collections::{BTreeMap, BTreeSet};

use super::form::form;
use super::inherit;
use super::lines::Lines;
use super::lookup::Lookup;
use super::skeleton::{self, SkeletonType};
use super::type_section::TypeSection;
use crate::diagnostic::{Code, Diagnostics};
use crate::json::{Kind, Member};
use crate::limits;
use crate::model::{Property, QualifiedName, StructuredType, Type};
use crate::page::{ResourcePart, Row};
use crate::primitive::Primitive;
use crate::source::{Span, Spanned};
use crate::text::{Inline, RichText};

/// What a representation says of a property that a table describes.
#[derive(Clone, Debug)]
pub(crate) struct RepresentedType {
    pub(crate) name: String,
    /// The table's row.
    pub(crate) row: Span,
    pub(crate) place: Span,
    /// The type that the representation shows.
    pub(crate) type_: Type,
    /// The form in JSON of the table's type, and of the representation's.
    pub(crate) forms: (String, String),
    /// What the table says of the property.
    pub(crate) description: RichText,
}

/// A name whose spelling in a representation differs from the table's.
#[derive(Clone, Debug)]
pub(crate) struct RepresentedName {
    /// The table's row.
    pub(crate) row: Span,
    /// The name in the table.
    pub(crate) table: String,
    pub(crate) written: Spanned<String>,
}

/// What the representations say of the tables' properties.
#[derive(Debug, Default)]
pub(crate) struct Representations {
    pub(crate) types: Vec<RepresentedType>,
    pub(crate) names: Vec<RepresentedName>,
}

/// Compares each described type, with all that it inherits, with the representations on its pages. Gives what these say
/// of the tables' properties; where that contradicts a table, examples decide.
pub(crate) fn compare(
    lookup: &Lookup<'_>,
    types: &mut BTreeMap<QualifiedName, StructuredType>,
    diagnostics: &mut Diagnostics,
) -> Representations {
    let mut found = Representations::default();
    let mut added: BTreeMap<QualifiedName, Vec<Property>> = BTreeMap::new();
    let compared = diagnostics
        .of_each(&mut *types, |(name, type_), diagnostics| (name, compare_type(lookup, type_, diagnostics)));
    for (name, (of_type, alone)) in compared {
        found.types.extend(of_type.types);
        found.names.extend(of_type.names);
        if !alone.is_empty() {
            added.insert(name.clone(), alone);
        }
    }
    add_to_derived(types, &added, diagnostics);
    found
}

/// Gives the properties that only representations have to the types derived from theirs, nearest base first.
fn add_to_derived(
    types: &mut BTreeMap<QualifiedName, StructuredType>,
    added: &BTreeMap<QualifiedName, Vec<Property>>,
    diagnostics: &mut Diagnostics,
) {
    if added.is_empty() {
        return;
    }
    let lines = Lines::of(types);
    for type_ in types.values_mut() {
        let bases = lines.upwards(&type_.name).skip(1).take(limits::BASES);
        let mut inherited = bases.filter_map(|base| added.get(base)).flatten().peekable();
        if inherited.peek().is_none() {
            continue;
        }
        let mut known: BTreeSet<String> =
            type_.properties.iter().map(|property| property.name.clone()).collect();
        let new = inherited.filter(|property| known.insert(property.name.clone()));
        let mut new: Vec<Property> = new.take(limits::INHERITED + 1).cloned().collect();
        if new.len() > limits::INHERITED {
            new.truncate(limits::INHERITED);
            inherit::report_rest(type_, diagnostics);
        }
        type_.properties.extend(new);
    }
}

/// The same for one type, with the properties that only its representations have.
fn compare_type(
    lookup: &Lookup<'_>,
    type_: &mut StructuredType,
    diagnostics: &mut Diagnostics,
) -> (Representations, Vec<Property>) {
    let (mut found, mut added) = (Representations::default(), Vec::new());
    let mut places = places(type_);
    for TypeSection { page, resource } in lookup.declarations.parts(&type_.name) {
        report_lacking(resource, diagnostics);
        // A type without any table is one finding.
        let has_table = !places.is_empty();
        let mut alone: Vec<&Spanned<String>> = Vec::new();
        for member in members(resource) {
            let name = &member.name.value;
            let skeleton_type = skeleton::of_value(lookup, page, name, &member.value);
            match places.get(&name.to_ascii_lowercase()).map(|place| &type_.properties[*place]) {
                Some(property) => {
                    found.types.extend(represented_type(property, member, skeleton_type));
                    found.names.extend(other_name(property, member));
                }
                // What an open type shows beyond its properties may be a sample of what it can hold besides.
                None if type_.open && !names_type(member, skeleton_type.as_ref()) => {
                    let message = format!(
                        "the representation of the open type shows `{name}`; the crate has no field for it"
                    );
                    diagnostics.report(Code::OpenProperty, member.name.span, message);
                }
                None => {
                    alone.push(&member.name);
                    let property = property(member, skeleton_type);
                    added.push(property.clone());
                    places.insert(name.to_ascii_lowercase(), type_.properties.len());
                    type_.properties.push(property);
                }
            }
        }
        report_alone(&type_.name, &alone, has_table, diagnostics);
    }
    (found, added)
}

/// Where the properties of a type stand in its list, by their names in small letters.
fn places(type_: &StructuredType) -> BTreeMap<String, usize> {
    let names = type_.properties.iter().map(|property| property.name.to_ascii_lowercase());
    let mut places = BTreeMap::new();
    for (place, name) in names.enumerate() {
        places.entry(name).or_insert(place);
    }
    places
}

/// Names the rows of a page's tables that its representation lacks. A representation that is empty or truncated does not
/// count.
fn report_lacking(resource: &ResourcePart, diagnostics: &mut Diagnostics) {
    let truncated = resource.annotations().any(|annotation| annotation.truncated);
    let names: BTreeSet<String> =
        members(resource).map(|member| member.name.value.to_ascii_lowercase()).collect();
    // Annotations belong to the format.
    let is_lacking =
        |row: &&Row| !row.name.value.contains('@') && !names.contains(&row.name.value.to_ascii_lowercase());
    let lacking: Vec<&Row> = resource.properties.iter().filter(is_lacking).collect();
    let Some(first) = lacking.first().filter(|_| !names.is_empty() && !truncated) else { return };
    let names: Vec<String> = lacking.iter().map(|row| format!("`{}`", row.name.value)).collect();
    let message = format!(
        "the table lists {}; the representation lacks {}",
        names.join(", "),
        if names.len() == 1 { "it" } else { "them" }
    );
    diagnostics.report(Code::TableOnly, first.span, message);
}

/// Names what only a representation has: each property, or all of them where no table lists any.
fn report_alone(
    type_: &QualifiedName,
    alone: &[&Spanned<String>],
    has_table: bool,
    diagnostics: &mut Diagnostics,
) {
    let Some((first, others)) = alone.split_first() else { return };
    if has_table || others.is_empty() {
        for name in alone {
            let message = format!("`{}` is in the representation, but in no table of `{type_}`", name.value);
            diagnostics.report(Code::RepresentationOnly, name.span, message);
        }
        return;
    }
    let names: Vec<String> = alone.iter().map(|name| format!("`{}`", name.value)).collect();
    let message =
        format!("no table lists the properties of `{type_}`; the representation has {}", names.join(", "));
    let related = others.iter().map(|name| (name.span, "in the representation, too".to_owned())).collect();
    diagnostics.report_with(Code::RepresentationOnly, first.span, message, related);
}

/// Whether a member's value is a word for a type rather than a value.
fn names_type(member: &Member, skeleton_type: Option<&SkeletonType>) -> bool {
    let is_name = member.name.value.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
    is_name
        && matches!(skeleton_type, Some(SkeletonType::Named(_)))
        && matches!(member.value.kind, Kind::String(_))
}

/// The members of representations that are properties.
fn members(resource: &ResourcePart) -> impl Iterator<Item = &Member> {
    let members = resource.skeletons().filter_map(|value| value.as_object()).flatten();
    members.filter(|member| !member.name.value.contains('@'))
}

/// A property that only the representation has.
fn property(member: &Member, skeleton_type: Option<SkeletonType>) -> Property {
    let type_ = skeleton_type.map_or(Type::Primitive(Primitive::Untyped), SkeletonType::into_type);
    let property = Property::from_examples(member.name.value.clone(), type_, member.name.span);
    Property { description: alternatives(member), ..property }
}

/// The values that the text of a member offers, as in `"red | blue"`: nothing else describes the property.
fn alternatives(member: &Member) -> RichText {
    let Kind::String(text) = &member.value.kind else { return RichText::default() };
    let values: Vec<&str> = text.split('|').map(str::trim).filter(|value| !value.is_empty()).collect();
    if values.len() < 2 {
        return RichText::default();
    }
    let mut parts = vec![Inline::Text("The page shows ".to_owned())];
    for (at, value) in values.iter().enumerate() {
        let between = if at == 0 { "" } else { ", " };
        parts.push(Inline::Text(between.to_owned()));
        parts.push(Inline::Code((*value).to_owned()));
    }
    parts.push(Inline::Text(".".to_owned()));
    RichText { parts: parts.into(), span: member.value.span }
}

/// The name of a member, where the table spells it otherwise.
fn other_name(property: &Property, member: &Member) -> Option<RepresentedName> {
    let differs = property.name != member.name.value;
    differs.then(|| RepresentedName {
        row: property.span,
        table: property.name.clone(),
        written: member.name.clone(),
    })
}

/// The type that a member shows for the property that a table describes.
fn represented_type(
    property: &Property,
    member: &Member,
    skeleton_type: Option<SkeletonType>,
) -> Option<RepresentedType> {
    let empty = matches!(&member.value.kind, Kind::Array(elements) if elements.is_empty());
    let Some(SkeletonType::Named(type_)) = skeleton_type.filter(|_| !empty) else { return None };
    let forms = (form(&property.type_)?, form(&type_)?);
    Some(RepresentedType {
        name: property.name.clone(),
        row: property.span,
        place: member.value.span,
        type_,
        forms,
        description: property.description.clone(),
    })
}
