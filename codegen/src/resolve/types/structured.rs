//! Bodies second: the properties of each declared type, from all evidence in its order.
//!
//! A property table says more than a JSON representation, and that more than examples, which count only if no page
//! describes the type. Each may add or conflict; a conflict is a diagnostic with both places.

use std::collections::{BTreeMap, BTreeSet};

use super::bases;
use super::declarations::{Declarations, DeclaredKind};
use super::from_row::from_row;
use super::lookup::Lookup;
use super::type_section::TypeSection;
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Description, Property, QualifiedName, StructuredType};
use crate::resolve::introduction::Introduction;
use crate::source::FileId;
use crate::text::RichText;

/// All structured types that have pages, with their own properties only.
pub(crate) fn described(
    lookup: &Lookup<'_>,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<QualifiedName, StructuredType> {
    let declared = lookup.declarations.iter().map(|declared| (&declared.name, declared.parts()));
    let described: Vec<_> = declared.filter(|(_, parts)| !parts.is_empty()).collect();
    let described = diagnostics.of_each(described, |(name, parts), diagnostics| {
        (name.clone(), structured(lookup, name, parts, diagnostics))
    });
    described.into_iter().collect()
}

fn structured(
    lookup: &Lookup<'_>,
    name: &QualifiedName,
    parts: &[TypeSection<'_>],
    diagnostics: &mut Diagnostics,
) -> StructuredType {
    let mut properties = Properties::default();
    for part in parts {
        let resource = part.resource;
        for (rows, navigation) in [(&resource.properties, false), (&resource.relationships, true)] {
            for row in rows {
                properties.add(from_row(lookup, *part, row, navigation, diagnostics), diagnostics);
            }
        }
    }
    for part in parts {
        report_unknown_base(lookup, part, diagnostics);
    }
    let annotations = || parts.iter().flat_map(|part| part.resource.annotations());
    let mut pages: Vec<FileId> = parts.iter().map(|part| part.page.id.file).collect();
    pages.dedup();
    StructuredType {
        name: name.clone(),
        owner: None,
        base: bases::base(lookup, name).filter(|base| base != name),
        is_abstract: annotations().any(|annotation| annotation.is_abstract),
        open: annotations().any(|annotation| annotation.open_type)
            || parts.iter().any(|part| part.resource.says_open),
        key: annotations().find_map(|annotation| annotation.key_property.clone()),
        properties: properties.list,
        description: Description {
            text: description(parts),
            notes: notes(parts),
            deprecation: parts.iter().find_map(TypeSection::deprecation),
            pages,
            places: parts.iter().filter_map(TypeSection::place).collect(),
        },
    }
}

/// What the pages say of a type: its own page, then what the others add.
fn description(parts: &[TypeSection<'_>]) -> Vec<RichText> {
    let mut summaries = parts.iter().map(TypeSection::summary);
    let is_some = |summary: &&[RichText]| summary.iter().any(|text| !text.is_empty());
    let mut text = summaries.by_ref().find(is_some).unwrap_or_default().to_vec();
    let mut known = None;
    for summary in summaries {
        let known = known.get_or_insert_with(|| Introduction::of(&text));
        let more = known.more(summary.to_vec());
        text.extend(more);
    }
    text
}

/// What the pages about a type say of it besides, each note once.
fn notes(parts: &[TypeSection<'_>]) -> Vec<RichText> {
    let mut known = BTreeSet::new();
    let about = parts.iter().filter(|part| part.place().is_some());
    let notes = about.flat_map(TypeSection::notes);
    notes.filter(|note| note.is_item() || known.insert(note.plain())).cloned().collect()
}

/// A type inherits nothing from a base type that no page describes.
fn report_unknown_base(lookup: &Lookup<'_>, part: &TypeSection<'_>, diagnostics: &mut Diagnostics) {
    let mut report = |name: &str, span| {
        diagnostics.report(Code::UnresolvedType, span, format!("no page describes the base type `{name}`"));
    };
    let annotated = part.resource.annotations().filter_map(|annotation| annotation.base_type.as_ref());
    let annotated: Vec<_> = annotated.collect();
    for base in annotated.iter().filter(|base| lookup.named(part.page, &base.value).is_none()) {
        report(&base.value, base.span);
    }
    // The annotation says the same, or better.
    let in_sentence = part.resource.base.as_ref().filter(|_| annotated.is_empty());
    if let Some(base) = in_sentence.filter(|base| lookup.spelled(part.page, base).is_none()) {
        report(&base.name, base.span);
    }
}

/// Properties by name, each once.
#[derive(Default)]
pub(crate) struct Properties {
    pub(crate) list: Vec<Property>,
    places: BTreeMap<String, usize>,
}

impl Properties {
    /// The first of two rows wins: it is the stronger evidence, or stands first.
    pub(crate) fn add(&mut self, property: Property, diagnostics: &mut Diagnostics) {
        let Some(index) = self.places.get(&property.name) else {
            self.places.insert(property.name.clone(), self.list.len());
            self.list.push(property);
            return;
        };
        let first = &mut self.list[*index];
        let related = vec![(first.span, "first listed here".to_owned())];
        if first.type_ == property.type_ {
            let (code, message) = match first.span.file == property.span.file {
                true => (
                    Code::DuplicateProperty,
                    format!("the page lists the property `{}` twice", property.name),
                ),
                false => (
                    Code::MergedProperty,
                    format!("two pages list the property `{}` of one type", property.name),
                ),
            };
            diagnostics.report_with(code, property.span, message, related);
        } else {
            let message = format!(
                "`{}` is `{}` in this row and `{}` in the first; the first is used",
                property.name, property.type_, first.type_
            );
            diagnostics.report_with(Code::ConflictingType, property.span, message, related);
        }
        // The relationships' table repeats what the properties' table has: it is a navigation property all the same.
        first.navigation |= property.navigation;
    }
}

/// Whether the type is declared but not described by a page.
pub(crate) fn is_undescribed(declarations: &Declarations<'_>, name: &QualifiedName) -> bool {
    declarations.get(name).is_some_and(|declared| match &declared.kind {
        DeclaredKind::Structured(parts) => parts.is_empty(),
        DeclaredKind::Enum(_) => false,
    })
}
