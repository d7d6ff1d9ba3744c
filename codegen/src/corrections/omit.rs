//! Properties and operations that are left out.

use super::{Done, named};
use crate::model::{ApiModel, Operation};
use crate::page::Pages;
use crate::source::Span;

/// Leaves out a property, there and wherever it is inherited, or an operation.
pub(super) fn apply(model: &mut ApiModel, pages: &Pages, item: &str) -> Result<Done, String> {
    let what = "left out, as a correction says".to_owned();
    let places = match item.contains(' ') {
        true => operation(model, pages, item)?,
        false => property(model, item)?,
    };
    Ok(Done { places, what, resolves: |_| false })
}

fn property(model: &mut ApiModel, path: &str) -> Result<Vec<Span>, String> {
    if !path.contains('.') {
        return Err("what is left out is written `namespace.type.property` or `METHOD /path`".to_owned());
    }
    let (owner, omitted) = super::property(model, path)?;
    for type_ in super::heirs(model, &owner, &omitted) {
        type_.properties.retain(|property| property.name != omitted.name);
    }
    Ok(vec![omitted.span])
}

/// The places are the routes on all pages that document the operation.
fn operation(model: &mut ApiModel, pages: &Pages, item: &str) -> Result<Vec<Span>, String> {
    let named = named::operations(model, item)?;
    let omitted: Vec<Operation> = named.iter().filter_map(|key| model.operations.remove(key)).collect();
    let places = omitted.iter().flat_map(|operation| super::places(pages, operation)).collect();
    super::drop_unused_bodies(model);
    Ok(places)
}
