//! A user's own corrections: what the documentation has wrong, or what a user wants to call otherwise.
//!
//! Each states its reason, and is refused once it no longer applies: a correction of what has been corrected would hide
//! the next mistake. What the crate then says otherwise than its pages is a finding, so that it stands in the output.

mod omit;
mod retype;

use std::collections::{BTreeMap, BTreeSet};

use crate::correction::{Change, Correction, Stale};
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Model, Property, QualifiedName, StructuredType};
use crate::page::Page;
use crate::source::{FileId, Span};

/// What a correction changed: where the pages say it, and what was done to it.
struct Done {
    places: Vec<Span>,
    what: String,
}

/// Corrects the model, in the order in which the corrections are written.
pub(crate) fn correct(
    model: &mut Model,
    corrections: &[Correction],
    pages: &BTreeMap<FileId, Page>,
    diagnostics: &mut Diagnostics,
) -> Result<(), Stale> {
    for correction in corrections {
        let done = match &correction.change {
            Change::Rename { .. } => continue,
            Change::Retype { property, to } => retype::apply(model, property, to),
            Change::Omit { item } => omit::apply(model, pages, item),
        };
        let done = done.map_err(|why| correction.stale(why))?;
        for place in done.places {
            diagnostics.report(Code::Corrected, place, format!("{}: {}", done.what, correction.reason));
        }
    }
    Ok(())
}

/// The property that `namespace.type.property` names, and the type.
fn property(model: &Model, path: &str) -> Result<(QualifiedName, Property), String> {
    let (owner, name) = path.rsplit_once('.').ok_or("a property is written `namespace.type.property`")?;
    let type_ = model.structured.get(&QualifiedName::from_text(owner));
    let type_ = type_.ok_or_else(|| format!("no page describes a type `{owner}`"))?;
    let property = type_.property(name).ok_or_else(|| format!("`{owner}` has no property `{name}`"))?;
    Ok((type_.name.clone(), property.clone()))
}

/// The type that is named and all that inherit the property from there.
fn heirs<'a>(
    model: &'a mut Model,
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
