//! The letters of a property's name: as tables spell them, unless examples prove a table wrong.
//!
//! A page may name properties as a class does (`DisplayName`) where JSON has `displayName`. One row that examples spell
//! otherwise is as likely a slip of theirs; several of a page, and none as its tables have it, are how that page writes names.

use std::collections::{BTreeMap, BTreeSet};

use super::samples::{Samples, Types};
use crate::diagnostic::{Code, Diagnostics, Fix};
use crate::resolve::types::representation::RepresentedName;
use crate::source::{FileId, Span, Spanned};
use crate::text::upper_first;

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
    let shown: BTreeMap<Span, &Spanned<String>> =
        table.keys().filter_map(|row| Some((*row, only(samples, *row)?))).collect();
    let mut groups: BTreeMap<Group, Evidence<'_>> = BTreeMap::new();
    for (row, name) in &table {
        let evidence = groups.entry((row.file, is_capital(name))).or_default();
        evidence.is_right |= samples.of_place.contains_key(row);
        let other = shown.get(row).filter(|shown| is_capital(&shown.value) != is_capital(name));
        evidence.wrong.extend(other.map(|shown| (*name, *shown)));
    }
    groups.retain(|_, evidence| !evidence.is_right && evidence.wrong.len() >= ROWS);
    let mut names: BTreeMap<Span, String> = BTreeMap::new();
    for (row, name) in &table {
        if groups.contains_key(&(row.file, is_capital(name))) {
            names.insert(*row, shown.get(row).map_or_else(|| other_case(name), |shown| shown.value.clone()));
        }
    }
    for (&(file, capital), evidence) in &groups {
        let first =
            table.range(Span { file, ..Span::default() }..).find(|(_, name)| is_capital(name) == capital);
        if let Some((row, _)) = first {
            report_page(*row, capital, evidence, diagnostics);
        }
    }
    for name in represented {
        let proof = shown.get(&name.row).filter(|shown| shown.value == name.written.value);
        if let Some(shown) = proof {
            names.insert(name.row, shown.value.clone());
        }
        report_represented(name, names.get(&name.row), proof.map(|shown| shown.span), diagnostics);
    }
    let taken = taken(types, &names);
    names.retain(|row, _| !taken.contains(row));
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

fn is_capital(name: &str) -> bool {
    name.starts_with(char::is_uppercase)
}

/// A name with the other kind of letter in front: `DisplayName`, `ID` and `URLPath` become `displayName`, `id` and `urlPath`.
fn other_case(name: &str) -> String {
    if !is_capital(name) {
        return upper_first(name);
    }
    let letters: Vec<char> = name.chars().collect();
    let capitals = letters.iter().take_while(|letter| letter.is_uppercase()).count();
    // The last of several capitals begins the next word.
    let first = if capitals == letters.len() { capitals } else { capitals.saturating_sub(1).max(1) };
    let (front, rest) = letters.split_at(first);
    front.iter().flat_map(|letter| letter.to_lowercase()).chain(rest.iter().copied()).collect()
}

fn report_page(row: Span, capital: bool, evidence: &Evidence<'_>, diagnostics: &mut Diagnostics) {
    let (table, examples) = match capital {
        true => ("a capital", "a small letter"),
        false => ("a small letter", "a capital"),
    };
    let Some((name, first)) = evidence.wrong.first() else { return };
    let others = match evidence.wrong.len() - 1 {
        1 => "another name".to_owned(),
        count => format!("{count} other names"),
    };
    let message = format!(
        "the tables of this page begin names with {table} (`{name}`); all examples begin it and {others} with {examples} \
         (`{}`), which is used for all of them",
        first.value
    );
    let related = vec![(first.span, "an example".to_owned())];
    diagnostics.report_with(Code::PropertySpelling, row, message, related);
}

/// Reports that a representation and a table differ, and which of them the crate follows.
fn report_represented(
    name: &RepresentedName,
    used: Option<&String>,
    proof: Option<Span>,
    diagnostics: &mut Diagnostics,
) {
    let RepresentedName { row, table, written } = name;
    let mut related = vec![(*row, "the table's row".to_owned())];
    let Some(example) = proof else {
        // The page's tables lose, and what is right is found already.
        if used == Some(&written.value) {
            return;
        }
        let message = format!("the representation writes `{}`; the table spells it `{table}`", written.value);
        let fix = Fix::new(format!("write `{table}`"), written.span, format!("\"{table}\""));
        let differs_in_case = table.eq_ignore_ascii_case(&written.value);
        let found = diagnostics.report_with(Code::SpellingDiffers, written.span, message, related);
        found.with_fix(differs_in_case.then_some(fix));
        return;
    };
    related.push((example, "an example".to_owned()));
    let message = format!(
        "the table spells it `{table}`; the representation and all examples write `{}`, which is used",
        written.value
    );
    diagnostics.report_with(Code::PropertySpelling, written.span, message, related);
}

#[cfg(test)]
mod tests {
    use super::other_case;

    #[test]
    fn the_first_word_changes_its_case() {
        for (name, other) in [
            ("DisplayName", "displayName"),
            ("ID", "id"),
            ("ETag", "eTag"),
            ("URLPath", "urlPath"),
            ("Id2", "id2"),
            ("displayName", "DisplayName"),
            ("", ""),
        ] {
            assert_eq!(other_case(name), other);
        }
    }
}
