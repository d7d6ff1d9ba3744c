//! Properties that a table calls texts, and whose values are those of an enum that the pages describe elsewhere.
//!
//! The values in the description decide: the enum must have all of them, and must be named like the property or have
//! exactly these members.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::declarations::{Declarations, DeclaredKind};
use super::enums::squeezed;
use super::listing::listed;
use super::type_section::{TypeSection, name_of, parts};
use crate::model::QualifiedName;
use crate::page::{PageKind, Pages, Row};
use crate::primitive::Primitive;
use crate::source::{Sources, Span};

/// The enums that pages describe, to be found by their names and by their members.
struct EnumIndex<'a> {
    /// By namespace, and name in small letters.
    by_name: BTreeMap<(&'a str, String), Vec<Enum<'a>>>,
    /// By namespace, and members but for the sentinel.
    by_members: BTreeMap<(&'a str, BTreeSet<String>), Vec<Enum<'a>>>,
}

/// An enum with its members, by what is left of each where spellings compare.
#[derive(Clone)]
struct Enum<'a> {
    name: &'a QualifiedName,
    members: Arc<BTreeMap<String, &'a str>>,
}

/// Fewer members than these could fit many enums.
const TELLING: usize = 3;

/// The member that Graph adds to an enum that may grow.
const SENTINEL: &str = "unknownfuturevalue";

/// Finds the enums of such properties, by the rows that describe these.
pub(crate) fn of(
    declarations: &Declarations<'_>,
    pages: &Pages,
    sources: &Sources,
) -> BTreeMap<Span, QualifiedName> {
    let known = EnumIndex::of(declarations);
    let of_part = |part: TypeSection<'_>| {
        let owner = name_of(&part, sources);
        let rows = part.resource.properties.iter();
        let rows = rows.filter(|row| is_string(row) && declarations.owned(row.span).is_none());
        let found = rows.filter_map(|row| Some((row.span, known.enum_of(row, &owner)?.clone())));
        found.collect::<Vec<_>>()
    };
    let resources = pages.par_iter().filter(|(_, page)| page.kind == PageKind::Resource);
    resources.flat_map_iter(|(_, page)| parts(page)).flat_map_iter(of_part).collect()
}

fn is_string(row: &Row) -> bool {
    row.type_.as_ref().is_some_and(|type_| type_.primitive == Some(Primitive::String) && !type_.collection)
}

impl<'a> EnumIndex<'a> {
    fn of(declarations: &'a Declarations<'_>) -> Self {
        let mut known = EnumIndex { by_name: BTreeMap::new(), by_members: BTreeMap::new() };
        let owned = declarations.all_owned();
        for declared in declarations.iter() {
            let DeclaredKind::Enum(places) = &declared.kind else { continue };
            // An enum of a single property is not shared.
            if owned.contains(&declared.name) {
                continue;
            }
            let (name, members) = (&declared.name, places.iter().flat_map(|(_, table)| &table.members));
            let members = members.map(|member| member.name.value.as_str());
            // The first spelling is the one that the enum has.
            let members = members.rev().map(|member| (squeezed(member), member));
            let members: BTreeMap<String, &str> = members.collect();
            let (namespace, but_sentinel) = (name.namespace.as_str(), without_sentinel(members.keys()));
            let enum_ = Enum { name, members: Arc::new(members) };
            known.by_name.entry((namespace, name.name.to_lowercase())).or_default().push(enum_.clone());
            known.by_members.entry((namespace, but_sentinel)).or_default().push(enum_);
        }
        known
    }

    fn enum_of(&self, row: &Row, owner: &QualifiedName) -> Option<&'a QualifiedName> {
        let listed = listed(&row.description);
        let listed: BTreeMap<String, &String> = listed.iter().map(|name| (squeezed(name), name)).collect();
        if listed.len() < 2 {
            return None;
        }
        let namespace = owner.namespace.as_str();
        let holds =
            |enum_: &&Enum<'_>| listed.iter().all(|(key, text)| enum_.has_member_in_same_case(key, text));
        let property = row.name.value.to_lowercase();
        let names = [owner.name.to_lowercase() + &property, property.clone(), format!("{property}type")];
        let mut by_name = names
            .into_iter()
            .filter_map(|name| self.by_name.get(&(namespace, name)).into_iter().flatten().find(holds));
        let by_members = || {
            let same = self.by_members.get(&(namespace, without_sentinel(listed.keys())))?;
            let mut same = same.iter().filter(holds);
            let only = same.next().filter(|_| listed.len() >= TELLING)?;
            same.next().is_none().then_some(only)
        };
        by_name.next().or_else(by_members).map(|enum_| enum_.name)
    }
}

impl Enum<'_> {
    /// Whether it has a member, which a text spells in the same letters. In other letters, it is another value where it is read.
    fn has_member_in_same_case(&self, key: &str, text: &str) -> bool {
        let member = self.members.get(key);
        member.is_some_and(|member| *member == text || !member.eq_ignore_ascii_case(text))
    }
}

fn without_sentinel<'k>(members: impl Iterator<Item = &'k String>) -> BTreeSet<String> {
    members.filter(|member| *member != SENTINEL).cloned().collect()
}
