//! A user's own corrections: mistakes of the documentation, and names that a user wants to change.
//!
//! Each states its reason, and is refused once it no longer applies: a correction of what has been corrected would hide
//! the next mistake. Each difference between crate and pages is a finding, so that the output shows it.

mod call;
mod examples;
mod named;
mod omit;
mod retype;
mod route;

pub(crate) use named::nameless;

use std::collections::BTreeSet;

use crate::correction::{Change, Correction, Stale};
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{ApiModel, Operation, PageRoute, Property, QualifiedName, StructuredType, closure};
use crate::page::Pages;
use crate::source::{Sources, Span};

/// What a correction changed: where the pages say it, and what was done to it.
struct Done {
    places: Vec<Span>,
    what: String,
    /// Whether a finding about such a place no longer holds.
    resolves: fn(Code) -> bool,
}

/// Corrects the pages' routes, before they are resolved: a route's evidence counts at the corrected address.
pub(crate) fn correct_routes(
    pages: &mut Pages,
    sources: &Sources,
    corrections: &[Correction],
    diagnostics: &mut Diagnostics,
) -> Result<(), Stale> {
    for correction in corrections {
        if let Change::Route { item, to } = &correction.change {
            correction.report(route::apply(pages, sources, item, to), diagnostics)?;
        }
    }
    Ok(())
}

/// Corrects the model, in the order in which the corrections are written.
pub(crate) fn correct(
    model: &mut ApiModel,
    corrections: &[Correction],
    pages: &Pages,
    diagnostics: &mut Diagnostics,
) -> Result<(), Stale> {
    for correction in corrections {
        let done = match &correction.change {
            Change::Rename { .. } | Change::Route { .. } => continue,
            Change::Retype { property, to } => retype::apply(model, property, to),
            Change::Body { item, is } => call::body(model, pages, item, is),
            Change::Answer { item, is } => call::answer(model, pages, item, is),
            Change::Omit { item } => omit::apply(model, pages, item),
        };
        correction.report(done, diagnostics)?;
    }
    Ok(())
}

impl Correction {
    /// Reports what was done, at the places that say otherwise; or says why the correction does not apply.
    fn report(&self, done: Result<Done, String>, diagnostics: &mut Diagnostics) -> Result<(), Stale> {
        let Done { places, what, resolves } = done.map_err(|why| self.stale(why))?;
        for place in places {
            diagnostics.take_back(place, resolves);
            diagnostics.report(Code::Corrected, place, format!("{what}: {}", self.reason));
        }
        Ok(())
    }
}

/// The property that `namespace.type.property` names, and the type.
fn property(model: &ApiModel, path: &str) -> Result<(QualifiedName, Property), String> {
    let (owner, name) = path.rsplit_once('.').ok_or("a property is written `namespace.type.property`")?;
    let type_ = model.structured.get(&QualifiedName::from_text(owner));
    let type_ = type_.ok_or_else(|| format!("no page describes a type `{owner}`"))?;
    let property = type_.property(name).ok_or_else(|| format!("`{owner}` has no property `{name}`"))?;
    Ok((type_.name.clone(), property.clone()))
}

/// The type that is named and all that inherit the property from there.
fn heirs<'a>(
    model: &'a mut ApiModel,
    owner: &QualifiedName,
    original: &Property,
) -> impl Iterator<Item = &'a mut StructuredType> {
    let is_heir = |type_: &&StructuredType| {
        let is_derived = type_.name == *owner || model.bases(type_).any(|base| base.name == *owner);
        // An inherited property has the evidence of the base's; one of the type's own has its own.
        is_derived && type_.property(&original.name).is_some_and(|property| property.span == original.span)
    };
    let heirs: BTreeSet<QualifiedName> =
        model.structured.values().filter(is_heir).map(|type_| type_.name.clone()).collect();
    model.structured.values_mut().filter(move |type_| heirs.contains(&type_.name))
}

/// Where the pages document an operation, or imply it.
fn places(pages: &Pages, operation: &Operation) -> Vec<Span> {
    let route = |place: &PageRoute| pages.get(&place.page)?.route(place.route).map(|route| route.span);
    let implying = operation.implied.iter().filter_map(|implied| implied.from.first().copied());
    operation.places.iter().filter_map(route).chain(implying).collect()
}

/// The body of an action goes when its last operation stops sending it.
fn drop_unused_bodies(model: &mut ApiModel) {
    let sent: BTreeSet<QualifiedName> =
        model.operations.values().flat_map(Operation::needs).cloned().collect();
    let needs = |name| model.structured.get(name).into_iter().flat_map(|type_| type_.needs());
    let used: BTreeSet<QualifiedName> = closure(&sent, needs).into_iter().cloned().collect();
    model.structured.retain(|name, type_| type_.owner.is_none() || used.contains(name));
}
