//! Properties that a table calls texts, and whose values are those of an enum that the pages describe elsewhere.
//!
//! The values that the description lists tell: all of them are the enum's, and the enum is called like the property, or has
//! exactly these members.

use std::collections::{BTreeMap, BTreeSet};

use super::declare::{Declarations, DeclaredKind, name_of, parts};
use super::enums::squeezed;
use super::listing::listed;
use crate::model::QualifiedName;
use crate::page::{Page, PageKind, Row};
use crate::primitive::Primitive;
use crate::source::{FileId, Sources, Span};

/// An enum with its members, written so that spellings compare.
struct Known {
    name: QualifiedName,
    members: BTreeSet<String>,
}

/// Fewer members than these may be anybody's.
const TELLING: usize = 3;

/// What Graph adds to an enum that may grow.
const SENTINEL: &str = "unknownfuturevalue";

/// Finds the enums of such properties, by the rows that describe these.
pub(crate) fn of(
    declarations: &Declarations<'_>,
    pages: &BTreeMap<FileId, Page>,
    sources: &Sources,
) -> BTreeMap<Span, QualifiedName> {
    let known = known(declarations);
    let mut found = BTreeMap::new();
    for page in pages.values().filter(|page| page.kind == PageKind::Resource) {
        for part in parts(page) {
            let owner = name_of(&part, sources);
            let rows = part.resource.properties.iter().filter(|row| is_string(row));
            for row in rows.filter(|row| declarations.owned(row.span).is_none()) {
                if let Some(name) = enum_of(row, &owner, &known) {
                    found.insert(row.span, name.clone());
                }
            }
        }
    }
    found
}

fn is_string(row: &Row) -> bool {
    row.type_.as_ref().is_some_and(|type_| type_.primitive == Some(Primitive::String) && !type_.collection)
}

fn known(declarations: &Declarations<'_>) -> Vec<Known> {
    let enums = declarations.iter().filter_map(|declared| match &declared.kind {
        // What belongs to one property is nobody else's.
        DeclaredKind::Enum(_) if declarations.owns(&declared.name) => None,
        DeclaredKind::Enum(places) => Some((&declared.name, places)),
        DeclaredKind::Structured(_) => None,
    });
    let known = enums.map(|(name, places)| {
        let members = places.iter().flat_map(|(_, table)| &table.members);
        Known { name: name.clone(), members: members.map(|member| squeezed(&member.name.value)).collect() }
    });
    known.collect()
}

fn enum_of<'k>(row: &Row, owner: &QualifiedName, known: &'k [Known]) -> Option<&'k QualifiedName> {
    let listed: BTreeSet<String> = listed(&row.description).iter().map(|name| squeezed(name)).collect();
    if listed.len() < 2 {
        return None;
    }
    let holds = |enum_: &&Known| enum_.name.namespace == owner.namespace && listed.is_subset(&enum_.members);
    let candidates: Vec<&Known> = known.iter().filter(holds).collect();
    let property = row.name.value.to_lowercase();
    let owned = owner.name.to_lowercase() + &property;
    let called = |names: &[&str]| {
        let called = |enum_: &&&Known| names.contains(&enum_.name.name.to_lowercase().as_str());
        candidates.iter().find(called).copied()
    };
    let by_name =
        called(&[&owned]).or_else(|| called(&[&property])).or_else(|| called(&[&format!("{property}type")]));
    let without_sentinel = |members: &BTreeSet<String>| -> BTreeSet<String> {
        members.iter().filter(|member| *member != SENTINEL).cloned().collect()
    };
    let same = |enum_: &&&Known| without_sentinel(&enum_.members) == without_sentinel(&listed);
    let mut equal = candidates.iter().filter(same);
    let by_members = || match (equal.next(), equal.next()) {
        (Some(only), None) if listed.len() >= TELLING => Some(*only),
        _ => None,
    };
    by_name.or_else(by_members).map(|known| &known.name)
}
