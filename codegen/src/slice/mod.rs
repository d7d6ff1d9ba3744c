//! A slice of the API: some resources or areas, their operations, and the types that these need.
//!
//! An operation belongs to the resources that it carries: those that it sends or answers. One that carries none, or only
//! what its own resource is derived from, belongs to the resource that its page is named for. So a slice of users holds
//! no events, though the pages of users list them: that operation comes with the events. An area has what its pages have.
//!
//! A navigation property needs no type: without it, its JSON is kept as it is. So a slice does not grow into all that is
//! related to it.

mod resources;
mod search;

use std::collections::{BTreeMap, BTreeSet};

use crate::coverage;
use crate::model::{ApiModel, QualifiedName, StructuredType, closure};
use crate::names::{ModulePath, Names};
use crate::options::SliceTypes;
use crate::refusal::Refusal;
use crate::source::{FileId, PageId};
use resources::Resources;

/// The origin of a slice.
pub(crate) struct Slice {
    /// The pages that its items come from, and those of its resources that nothing comes from.
    pub(crate) pages: BTreeSet<FileId>,
    pub(crate) types: SliceTypes,
    /// What operations carry that are on pages named for the slice's resources and yet belong to others, each with the
    /// number of the operations.
    pub(crate) elsewhere: BTreeMap<String, usize>,
}

/// Leaves in model and names only the named resources and areas, and what they need; gives nothing where nothing is named.
///
/// Names are assigned before: an item is called the same in every slice.
pub(crate) fn take(
    model: &mut ApiModel,
    names: &mut Names,
    only: &[String],
) -> Result<Option<Slice>, Refusal> {
    if only.is_empty() {
        return Ok(None);
    }
    let resources = Resources::named(model, names, only)?;
    let mut elsewhere = BTreeMap::new();
    let mut kept = BTreeSet::new();
    for (key, operation) in &model.operations {
        let Some(names) = names.operation(key) else { continue };
        if resources.have(operation, names, &model.areas) {
            kept.insert(key.clone());
        } else if resources.name(names) {
            for other in resources.others(operation) {
                *elsewhere.entry(other.name.clone()).or_default() += 1;
            }
        }
    }
    let documented = coverage::used(model);
    let is_theirs = |(page, module): &(PageId, &ModulePath)| {
        resources.name_module(module) || resources.hold(*page, &model.areas)
    };
    let theirs = names.pages().filter(is_theirs).map(|(page, _)| page.file);
    let without_items: Vec<FileId> = theirs.filter(|page| !documented.contains(page)).collect();

    model.operations.retain(|key, _| kept.contains(key));
    let own = resources.own(&model.areas, &model.operations);
    let needed = needed(model, &own);
    model.structured.retain(|name, _| needed.contains(name));
    model.enums.retain(|name, _| needed.contains(name));
    names.retain(&needed, &model.operations);
    let pages: BTreeSet<FileId> = coverage::used(model).into_iter().chain(without_items).collect();
    model.examples.retain(|page, _| pages.contains(&page.file));
    Ok(Some(Slice { pages, types: count(model, &own), elsewhere }))
}

/// These types and what they hold, directly or not.
fn needed(model: &ApiModel, own: &BTreeSet<QualifiedName>) -> BTreeSet<QualifiedName> {
    let inside = |name| model.structured.get(name).into_iter().flat_map(|type_| type_.needs());
    closure(own, inside).into_iter().cloned().collect()
}

/// Counts the types of a model that has been cut down. The parts of an action's body are as much its operation's own as
/// the body is.
fn count(model: &ApiModel, own: &BTreeSet<QualifiedName>) -> SliceTypes {
    let is_own = |type_: &&StructuredType| own.contains(&type_.name) || type_.owner.is_some();
    let structured = model.structured.values().filter(is_own).count();
    let own = structured + model.enums.keys().filter(|name| own.contains(*name)).count();
    SliceTypes { own, needed: model.structured.len() + model.enums.len() - own }
}
