//! Enum types: the members that all pages together give them.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::declarations::DeclaredKind;
use super::lookup::Lookup;
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Description, EnumType, Member, QualifiedName, Section, Type};
use crate::page::{EnumMember, EnumTable, Page, PageKind, Row};
use crate::source::PageId;
use crate::text::{RichText, letters};

/// All enum types that pages describe by tables or lists.
pub(crate) fn described(
    lookup: &Lookup<'_>,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<QualifiedName, EnumType> {
    let declared = lookup.declarations.iter().filter_map(|declared| match &declared.kind {
        DeclaredKind::Enum(places) => Some((&declared.name, places)),
        DeclaredKind::Structured(_) => None,
    });
    let combined = combined(lookup);
    let described = diagnostics.of_each(declared.collect::<Vec<_>>(), |(name, places), diagnostics| {
        let mut merged = merged(lookup, name, places, diagnostics);
        merged.flags |= combined.contains(name);
        if let (true, Some((_, table))) = (merged.members.is_empty(), places.first()) {
            let message = format!("no page lists the members of `{name}`; its values are strings");
            diagnostics.report(Code::UnresolvedType, table.name.span, message);
        }
        (name.clone(), merged)
    });
    described.into_iter().collect()
}

/// Words that say that values of an enum may be several members at once, each by itself or in a list of values.
const FLAGGED: [&str; 3] = ["flagged enum", "flags enum", "flag enum"];

/// Words that say so where there is one value; a list has several anyhow.
const COMBINED: [&str; 4] =
    ["multi-valued", "multivalued", "values can be combined", "comma-separated list of values"];

/// The enums of which a description says that a property may have several members at once.
fn combined(lookup: &Lookup<'_>) -> BTreeSet<QualifiedName> {
    let of_row = |page: &Page, row: &Row| {
        let spelling = row.type_.as_ref()?;
        let words = row.description.plain().to_lowercase();
        let says = |any: &[&str]| any.iter().any(|combined| words.contains(combined));
        if !says(&FLAGGED) && (spelling.collection || !says(&COMBINED)) {
            return None;
        }
        let spelled = || match lookup.spelled(page, spelling) {
            Some(type_) => match type_.element() {
                Type::Enum(name) => Some(name.clone()),
                _ => None,
            },
            None => None,
        };
        lookup.declarations.of_row(row.span).cloned().or_else(spelled)
    };
    let of_page = |page: &Page| -> Vec<QualifiedName> {
        let api = &page.api;
        let sent = api.request_body.rows.iter().chain(&api.parameters).chain(&api.function_parameters);
        let rows = page.resources().flat_map(|resource| &resource.properties).chain(sent);
        rows.filter_map(|row| of_row(page, row)).collect()
    };
    lookup.pages.par_iter().flat_map_iter(|(_, page)| of_page(page)).collect()
}

fn merged(
    lookup: &Lookup<'_>,
    enum_: &QualifiedName,
    places: &[(PageId, &EnumTable)],
    diagnostics: &mut Diagnostics,
) -> EnumType {
    let mut members: Vec<Member> = Vec::new();
    let mut known = BTreeSet::new();
    // The place of the first member that is written so but for signs and case.
    let mut by_squeezed: BTreeMap<String, usize> = BTreeMap::new();
    let mut pages: Vec<&Page> = Vec::new();
    let has_table = places.iter().any(|(_, table)| table.anchor.is_some());
    for (page, table) in places {
        let Some(page) = lookup.pages.get(page) else { continue };
        let before = members.len();
        for member in &table.members {
            let name = &member.name.value;
            let is_known = match table.anchor {
                Some(_) => known.contains(name.as_str()),
                // A table spells more carefully than prose.
                None => by_squeezed.contains_key(&squeezed(name)),
            };
            if !is_known {
                known.insert(name.as_str());
                by_squeezed.entry(squeezed(name)).or_insert(members.len());
                members.push(converted(member));
            } else if let Some(first) = by_squeezed.get(&squeezed(name)).and_then(|at| members.get_mut(*at)) {
                if table.anchor.is_none() && known.insert(name.as_str()) {
                    read_as_prose_spells(first, enum_, member, diagnostics);
                }
                // What no page before says of it.
                first.value = first.value.or(member.value);
                if first.description.is_empty() {
                    first.description.clone_from(&member.description);
                }
            }
        }
        let describes = table.anchor.is_some() || !has_table || members.len() > before;
        if describes && pages.iter().all(|other| other.id.file != page.id.file) {
            pages.push(page);
        }
    }
    let below = places.iter().filter_map(|(page, table)| {
        Some(Section {
            page: page.file,
            anchor: Some(table.anchor.clone().filter(|anchor| !anchor.is_empty())?),
        })
    });
    let mut said = BTreeSet::new();
    let mut is_new = |text: &&RichText| said.insert(text.plain());
    let about: Vec<&RichText> =
        places.iter().flat_map(|(_, table)| &table.about).filter(&mut is_new).collect();
    let notes: Vec<&RichText> =
        places.iter().flat_map(|(_, table)| &table.notes).filter(&mut is_new).collect();
    let own_page = pages.iter().find(|page| page.kind == PageKind::Enum && page.enums.len() == 1);
    EnumType {
        name: enum_.clone(),
        flags: are_flags(&members),
        description: Description {
            text: own_page.iter().flat_map(|page| &page.summary).chain(about).cloned().collect(),
            notes: own_page.iter().flat_map(|page| page.notes_of_type()).chain(notes).cloned().collect(),
            deprecation: own_page.and_then(|page| page.deprecation.clone()),
            pages: pages.iter().map(|page| page.id.file).collect(),
            places: own_page
                .map(|page| Section { page: page.id.file, anchor: None })
                .into_iter()
                .chain(below)
                .collect(),
        },
        members,
    }
}

/// Lets a member be read with the capitals that prose has, which may be the service's, too.
fn read_as_prose_spells(
    first: &mut Member,
    enum_: &QualifiedName,
    member: &EnumMember,
    diagnostics: &mut Diagnostics,
) {
    let Member { name, read, span, .. } = first;
    let other = &member.name.value;
    if !other.eq_ignore_ascii_case(name) {
        return;
    }
    read.push(other.clone());
    let message = format!(
        "the text writes `{other}` for the member `{name}` of `{enum_}`; the crate sends `{name}` and reads both"
    );
    let related = vec![(*span, "the member".to_owned())];
    diagnostics.report_with(Code::MemberSpelling, member.name.span, message, related);
}

/// A member's name in letters and digits alone, without regard to case.
pub(crate) fn squeezed(name: &str) -> String {
    let letters: String = letters(name).collect();
    if letters.is_empty() { name.to_owned() } else { letters }
}

fn converted(member: &EnumMember) -> Member {
    Member {
        name: member.name.value.clone(),
        wire: None,
        read: Vec::new(),
        value: member.value,
        description: member.description.clone(),
        span: member.name.span,
    }
}

/// Flags have powers of two for values, where words do not tell them. Two of 1 and 2 could be a plain count.
fn are_flags(members: &[Member]) -> bool {
    let values: Vec<i64> =
        members.iter().filter_map(|member| member.value).filter(|value| *value != 0).collect();
    let powers = values.iter().filter(|value| **value > 0 && value.count_ones() == 1).count();
    powers >= 3 && values.iter().any(|value| *value >= 4) && !values.contains(&3)
}
