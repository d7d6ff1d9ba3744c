//! A user's own corrections: what the documentation has wrong, or what a user wants to call otherwise.
//!
//! Each states its reason, and is refused once it no longer applies: a correction of what has been corrected would hide
//! the next mistake. What the crate then says otherwise than its pages is a finding, so that it stands in the output.

mod omit;
mod retype;

use std::collections::BTreeMap;
use std::fmt;

use crate::correction::{Change, Correction};
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Model, StructuredType};
use crate::names::Names;
use crate::page::Page;
use crate::resolve::mark_recursion;
use crate::source::{FileId, Span};

/// A correction that cannot be applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// Where the correction is written.
    pub place: String,
    /// Why it does not apply.
    pub why: String,
}

impl fmt::Display for Stale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: the correction does not apply: {}", self.place, self.why)
    }
}

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
        let done = done.map_err(|why| Stale { place: correction.place.clone(), why })?;
        for place in done.places {
            diagnostics.report(Code::Corrected, place, format!("{}: {}", done.what, correction.reason));
        }
    }
    mark_recursion(&mut model.structured);
    Ok(())
}

/// Corrects the names.
pub(crate) fn rename(names: &mut Names, model: &Model, corrections: &[Correction]) -> Result<(), Stale> {
    let renames = corrections.iter().filter_map(|correction| match &correction.change {
        Change::Rename { item, to } => Some((&correction.place, (item.as_str(), to.as_str()))),
        Change::Retype { .. } | Change::Omit { .. } => None,
    });
    let (places, pairs): (Vec<_>, Vec<_>) = renames.unzip();
    names.rename(model, &pairs).map_err(|(at, why)| Stale { place: places[at].clone(), why })
}

/// The type that has a property, as `namespace.type.property` names it, and the property's position.
fn property(model: &Model, path: &str) -> Result<(usize, usize), String> {
    let (owner, name) = path.rsplit_once('.').ok_or("a property is written `namespace.type.property`")?;
    let is_owner = |type_: &StructuredType| type_.name.to_string() == owner;
    let owner_at = model.structured.iter().position(is_owner);
    let owner_at = owner_at.ok_or_else(|| format!("no page describes a type `{owner}`"))?;
    let at = model.structured[owner_at].properties.iter().position(|property| property.name == name);
    Ok((owner_at, at.ok_or_else(|| format!("`{owner}` has no property `{name}`"))?))
}

/// The property in the type that is named and in all that inherit it from there.
fn heirs(model: &Model, (owner, at): (usize, usize)) -> Vec<(usize, usize)> {
    let owner = &model.structured[owner];
    let original = &owner.properties[at];
    let mut found = Vec::new();
    for (index, type_) in model.structured.iter().enumerate() {
        let is_heir = type_.name == owner.name || model.bases(type_).any(|base| base.name == owner.name);
        // An inherited property has the evidence of the base's; one of the type's own has its own.
        let same = type_
            .properties
            .iter()
            .position(|property| is_heir && property.name == original.name && property.span == original.span);
        found.extend(same.map(|at| (index, at)));
    }
    found
}
