//! The letters of a property's name: as tables spell them, unless examples prove a table wrong.
//!
//! A page may name properties as a class does (`DisplayName`) where JSON has `displayName`. One row that examples spell
//! otherwise is as likely a slip of theirs; several of a page, and none as its tables have it, are how that page writes names.

mod first_letter;
mod report;

use std::collections::{BTreeMap, BTreeSet};

use super::samples::{Samples, Types};
use crate::diagnostic::Diagnostics;
use crate::resolve::types::representation::RepresentedName;
use crate::source::{FileId, Span, Spanned};
use first_letter::{is_capital, other_case};

/// So many rows of a page prove how it writes names.
const ROWS: usize = 2;

/// The rows of a page whose names begin alike: with a capital, or with a small letter.
type Group = (FileId, bool);

/// How examples spell the rows of a group.
#[derive(Default)]
struct Evidence<'a> {
    /// Whether one example or more spells a row as it stands.
    is_right: bool,
    /// The rows that all examples begin with the other kind of letter, each with its first place.
    wrong: Vec<(&'a str, &'a Spanned<String>)>,
}

/// The rows that lose, with the name that each property has instead. Reports each page that writes names otherwise, and what
/// representations spell otherwise.
pub(crate) fn rows(
    types: &Types,
    represented: &[RepresentedName],
    samples: &Samples<'_>,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<Span, String> {
    let table: BTreeMap<Span, &str> = types
        .values()
        .flat_map(|type_| &type_.properties)
        .map(|property| (property.span, property.name.as_str()))
        .collect();
    let spellings: BTreeMap<Span, &Spanned<String>> =
        table.keys().filter_map(|row| Some((*row, only(samples, *row)?))).collect();
    let mut groups: BTreeMap<Group, Evidence<'_>> = BTreeMap::new();
    for (row, name) in &table {
        let evidence = groups.entry((row.file, is_capital(name))).or_default();
        evidence.is_right |= samples.of_place.contains_key(row);
        let other = spellings.get(row).filter(|spelling| is_capital(&spelling.value) != is_capital(name));
        evidence.wrong.extend(other.map(|spelling| (*name, *spelling)));
    }
    groups.retain(|_, evidence| !evidence.is_right && evidence.wrong.len() >= ROWS);
    let is_wrong = |row: &Span, name: &str| groups.contains_key(&(row.file, is_capital(name)));
    let proof = |name: &RepresentedName| {
        spellings.get(&name.row).copied().filter(|spelling| spelling.value == name.written.value)
    };
    let mut names: BTreeMap<Span, String> = BTreeMap::new();
    for (row, name) in table.iter().filter(|(row, name)| is_wrong(row, name)) {
        let spelling = spellings.get(row).map(|spelling| spelling.value.clone());
        names.insert(*row, spelling.unwrap_or_else(|| other_case(name)));
    }
    names.extend(represented.iter().filter_map(|name| Some((name.row, proof(name)?.value.clone()))));
    let taken = taken(types, &names);
    names.retain(|row, _| !taken.contains(row));
    for (&(file, capital), evidence) in &groups {
        let of_page = table.range(Span::top(file)..).take_while(|(row, _)| row.file == file);
        let mut wrong = of_page.filter(|(row, name)| is_capital(name) == capital && names.contains_key(row));
        if let Some((first, _)) = wrong.next() {
            report::page(*first, capital, evidence, diagnostics);
        }
    }
    for name in represented {
        let used = names.get(&name.row);
        let proof = proof(name).filter(|spelling| used == Some(&spelling.value));
        report::representation(name, used, proof.map(|spelling| spelling.span), diagnostics);
    }
    names
}

/// Gives the properties of these rows their names.
pub(crate) fn respell(types: &mut Types, names: &BTreeMap<Span, String>) {
    for property in types.values_mut().flat_map(|type_| &mut type_.properties) {
        if let Some(name) = names.get(&property.span) {
            property.name.clone_from(name);
        }
    }
}

/// The one spelling that examples have for a row, where it is not the row's own.
fn only<'a>(samples: &Samples<'a>, row: Span) -> Option<&'a Spanned<String>> {
    if samples.of_place.contains_key(&row) {
        return None;
    }
    let (first, others) = samples.respelled.get(&row)?.split_first()?;
    others.iter().all(|other| other.value == first.value).then_some(*first)
}

/// The rows whose new name another property of a type has.
fn taken(types: &Types, names: &BTreeMap<Span, String>) -> BTreeSet<Span> {
    let mut taken = BTreeSet::new();
    for type_ in types.values() {
        let mut known: BTreeMap<&str, Span> = BTreeMap::new();
        for property in &type_.properties {
            let name = names.get(&property.span).unwrap_or(&property.name);
            if let Some(other) = known.insert(name, property.span) {
                taken.extend([other, property.span]);
            }
        }
    }
    taken
}
