//! Segments that are spelt almost like a navigation property of the object before them, which its table lists:
//! `customerPaymentsJournals` behind a company that has `customerPaymentJournals`.
//!
//! Where other routes have the name that the table lists, the other one is the slip, however many pages write it. The route
//! is taken as it stands: only the service knows.

use std::collections::{BTreeMap, BTreeSet};

use super::misspellings::{SHORTEST, is_of_other_number, is_slip, name_of};
use super::tree::Tree;
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Property, QualifiedName, StructuredType, Type};
use crate::page::Pages;
use crate::source::Span;

/// Reports each such name once. Routes that are misspelt by those of other pages have a finding.
pub(crate) fn report(
    pages: &Pages,
    types: &BTreeMap<QualifiedName, StructuredType>,
    tree: &Tree<'_>,
    misspelt: &Diagnostics,
    diagnostics: &mut Diagnostics,
) {
    let mut slips: BTreeMap<(QualifiedName, &str), (&Property, Vec<Span>)> = BTreeMap::new();
    let mut listed: BTreeSet<(QualifiedName, String)> = BTreeSet::new();
    for page in pages.values() {
        let actions = page.resource.actions.iter().map(|action| &action.route);
        for route in page.api.routes.iter().chain(actions) {
            let path = &route.address.path;
            for (name, owner, is_property) in tree.sets(path) {
                if is_property {
                    listed.insert((owner, name));
                    continue;
                }
                let written =
                    path.segments.iter().filter_map(name_of).find(|text| text.to_lowercase() == name);
                let Some((written, property)) = written.zip(alike(types, &owner, &name)) else { continue };
                slips.entry((owner, written)).or_insert((property, Vec::new())).1.push(route.span);
            }
        }
    }
    let reported = misspelt.places();
    for ((owner, name), (property, routes)) in slips {
        let Some((first, others)) = routes.split_first() else { continue };
        let is_reported = routes.iter().any(|route| reported.contains(route));
        if is_reported || !listed.contains(&(owner.clone(), property.name.to_lowercase())) {
            continue;
        }
        let message = format!(
            "the table of `{owner}` does not list `{name}`; it lists `{0}`, and other routes have `{0}`",
            property.name
        );
        let mut related = vec![(property.span, "the table's row".to_owned())];
        related.extend(others.iter().map(|span| (*span, "the same".to_owned())));
        diagnostics.report_with(Code::MisspeltSegment, *first, message, related);
    }
}

/// The navigation property of a type that a name is a slip for.
fn alike<'a>(
    types: &'a BTreeMap<QualifiedName, StructuredType>,
    owner: &QualifiedName,
    name: &str,
) -> Option<&'a Property> {
    let leads = |property: &&Property| matches!(property.type_.element(), Type::Structured(_));
    let mut properties = types.get(owner)?.properties.iter().filter(leads);
    properties.find(|property| {
        let listed = property.name.to_lowercase();
        name.len() >= SHORTEST && is_slip(name, &listed) && !is_of_other_number(name, &listed)
    })
}
