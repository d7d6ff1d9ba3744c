//! The bases of types, and the common base of several: "[A](a.md) or [B](b.md)" means the nearest base of both.

use std::collections::{BTreeMap, BTreeSet};

use super::lookup::Lookup;
use super::type_section::TypeSection;
use crate::diagnostic::{Code, Diagnostics};
use crate::limits;
use crate::model::{QualifiedName, Type};
use crate::page::{Page, TypeSpelling};
use crate::source::Span;

/// The base type of a described type: what its own page says, else what the base's page says.
pub(crate) fn base(lookup: &Lookup<'_>, name: &QualifiedName) -> Option<QualifiedName> {
    said_base(lookup, name).or_else(|| lookup.declarations.base_by_page(name).cloned())
}

/// The base type that a type's own pages name.
fn said_base(lookup: &Lookup<'_>, name: &QualifiedName) -> Option<QualifiedName> {
    lookup.declarations.parts(name).iter().find_map(|part| base_of(lookup, part))
}

/// The bases that pages name the derived types of, by these. Of several pages that claim a type, some may claim one another's
/// types: then the nearest is the base. What unrelated pages claim belongs to none of them.
pub(crate) fn by_pages(
    lookup: &Lookup<'_>,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<QualifiedName, QualifiedName> {
    let claims = claims(lookup);
    // What stands above a type: its line, as the pages of the line tell, and the types that claim it.
    let above = |name: &QualifiedName| {
        let line = std::iter::successors(said_base(lookup, name), |next| said_base(lookup, next));
        line.take(limits::BASES).chain(claims.get(name).into_iter().flatten().cloned()).collect::<Vec<_>>()
    };
    let mut nearest = |derived: &QualifiedName, bases: &BTreeSet<QualifiedName>| {
        if let Some(only) = bases.first().filter(|_| bases.len() == 1) {
            return Some(only.clone());
        }
        if bases.len() > limits::BASES {
            if said_base(lookup, derived).is_none() {
                report_claims(lookup, derived, bases, diagnostics);
            }
            return None;
        }
        let further: BTreeSet<QualifiedName> = bases.iter().flat_map(above).collect();
        let mut near = bases.difference(&further);
        near.next().filter(|_| near.next().is_none()).cloned()
    };
    claims.iter().filter_map(|(derived, bases)| Some((derived.clone(), nearest(derived, bases)?))).collect()
}

/// Reports a type that too many pages claim: at its own page, else at the first of these.
fn report_claims(
    lookup: &Lookup<'_>,
    derived: &QualifiedName,
    bases: &BTreeSet<QualifiedName>,
    diagnostics: &mut Diagnostics,
) {
    let mut described =
        std::iter::once(derived).chain(bases).flat_map(|name| lookup.declarations.parts(name));
    if let Some(part) = described.next() {
        let message = format!(
            "the pages of {} types say that `{derived}` is derived from them; at most {} are compared, so the crate gives it no base",
            bases.len(),
            limits::BASES
        );
        diagnostics.report(Code::OverLimit, Span::top(part.page.id.file), message);
    }
}

/// The types whose pages name a type as derived from them.
fn claims(lookup: &Lookup<'_>) -> BTreeMap<QualifiedName, BTreeSet<QualifiedName>> {
    let mut claims: BTreeMap<QualifiedName, BTreeSet<QualifiedName>> = BTreeMap::new();
    for declared in lookup.declarations.iter() {
        for TypeSection { page, resource } in declared.parts() {
            let derived = resource.derived.iter().filter_map(|spelling| lookup.spelled(page, spelling));
            for derived in derived {
                if let Type::Structured(name) = derived.element()
                    && *name != declared.name
                {
                    claims.entry(name.clone()).or_default().insert(declared.name.clone());
                }
            }
        }
    }
    claims
}

/// The base type that a page names: the annotation's, else the sentence's.
fn base_of(lookup: &Lookup<'_>, TypeSection { page, resource }: &TypeSection<'_>) -> Option<QualifiedName> {
    let annotated = resource
        .annotations()
        .find_map(|annotation| lookup.named(page, &annotation.base_type.as_ref()?.value));
    let by_sentence = || resource.base.as_ref().and_then(|base| lookup.spelled(page, base));
    match annotated.or_else(by_sentence) {
        Some(Type::Structured(name)) => Some(name),
        _ => None,
    }
}

/// The nearest base type that all named types have in common.
pub(crate) fn common_base(lookup: &Lookup<'_>, page: &Page, spelling: &TypeSpelling) -> Option<Type> {
    let words = spelling.name.replace(',', " or ");
    let mut named = words.split(" or ").map(str::trim).filter(|name| !name.is_empty());
    let first = ancestry(lookup, structured(lookup, page, named.next()?)?);
    let others: Vec<Vec<QualifiedName>> =
        named.map(|name| Some(ancestry(lookup, structured(lookup, page, name)?))).collect::<Option<_>>()?;
    let common = first.into_iter().find(|name| others.iter().all(|other| other.contains(name)));
    common.filter(|_| !others.is_empty()).map(Type::Structured)
}

fn structured(lookup: &Lookup<'_>, page: &Page, name: &str) -> Option<QualifiedName> {
    match lookup.named(page, name)? {
        Type::Structured(name) => Some(name),
        _ => None,
    }
}

/// A type and its bases, the nearest first.
fn ancestry(lookup: &Lookup<'_>, name: QualifiedName) -> Vec<QualifiedName> {
    let mut line = Vec::new();
    for next in upwards(lookup, name) {
        if line.contains(&next) {
            break;
        }
        line.push(next);
    }
    line
}

/// A type, its base, the base of that, and so on: without an end where pages say that types are derived from each other.
pub(crate) fn upwards(lookup: &Lookup<'_>, name: QualifiedName) -> impl Iterator<Item = QualifiedName> {
    std::iter::successors(Some(name), |last| base(lookup, last))
}
