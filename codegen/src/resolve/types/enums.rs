//! Enum types: the members that all pages together give them.

use std::collections::BTreeMap;

use super::declare::DeclaredKind;
use super::lookup::Lookup;
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Description, EnumType, Member, QualifiedName, Section};
use crate::page::{EnumMember, EnumTable, Page, PageKind};
use crate::source::FileId;

/// All enum types that pages describe by tables or lists.
pub(crate) fn described(
    lookup: &Lookup<'_>,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<QualifiedName, EnumType> {
    let declared = lookup.declarations.iter().filter_map(|declared| match &declared.kind {
        DeclaredKind::Enum(places) => Some((&declared.name, places)),
        DeclaredKind::Structured(_) => None,
    });
    declared
        .map(|(name, places)| {
            let merged = merged(lookup, name, places);
            if let (true, Some((_, table))) = (merged.members.is_empty(), places.first()) {
                let message = format!("no page lists the members of `{name}`; its values are strings");
                diagnostics.report(Code::UnresolvedType, table.name.span, message);
            }
            (name.clone(), merged)
        })
        .collect()
}

fn merged(lookup: &Lookup<'_>, name: &QualifiedName, places: &[(FileId, &EnumTable)]) -> EnumType {
    let mut members: Vec<Member> = Vec::new();
    let mut pages: Vec<&Page> = Vec::new();
    for (page, table) in places {
        let Some(page) = lookup.pages.get(page) else { continue };
        pages.push(page);
        for member in &table.members {
            if !members.iter().any(|known| known.name == member.name.value) {
                members.push(converted(member));
            }
        }
    }
    let below = places.iter().filter_map(|(page, table)| {
        Some(Section { page: *page, anchor: Some(table.anchor.clone().filter(|anchor| !anchor.is_empty())?) })
    });
    let own_page = pages.iter().find(|page| page.kind == PageKind::Enum && page.enums.len() == 1);
    EnumType {
        name: name.clone(),
        flags: are_flags(&members),
        description: Description {
            text: own_page.map(|page| page.summary.clone()).unwrap_or_default(),
            deprecation: own_page.and_then(|page| page.deprecation.clone()),
            pages: pages.iter().map(|page| page.file).collect(),
            places: own_page
                .map(|page| Section { page: page.file, anchor: None })
                .into_iter()
                .chain(below)
                .collect(),
        },
        members,
    }
}

fn converted(member: &EnumMember) -> Member {
    Member { name: member.name.value.clone(), value: member.value, description: member.description.clone() }
}

/// Flags have powers of two for values; nothing else on a page tells them. Two of 1 and 2 could be a plain count.
fn are_flags(members: &[Member]) -> bool {
    let values: Vec<i64> =
        members.iter().filter_map(|member| member.value).filter(|value| *value != 0).collect();
    let powers = values.iter().filter(|value| **value > 0 && value.count_ones() == 1).count();
    powers >= 3 && values.iter().any(|value| *value >= 4) && !values.contains(&3)
}
