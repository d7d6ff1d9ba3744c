//! Where pages document an entity by its key and no list, the path without the key is the collection.

use std::collections::BTreeMap;

use super::Read;
use super::documented::{Call, Documented};
use super::naming::Naming;
use super::paths;
use crate::http::Method;
use crate::model::{Implied, ResponseBody, Rule, Type};

pub(super) fn implied(documented: &Documented<'_>, naming: &Naming) -> Vec<Read> {
    let mut entities: BTreeMap<String, Vec<&Call<'_>>> = BTreeMap::new();
    for call in documented.calls.iter().filter(|call| call.keyed_entity().is_some()) {
        let Some(place) = call.collection.as_ref().map(paths::place) else { continue };
        if !documented.is_read(&place) {
            entities.entry(place).or_default().push(call);
        }
    }
    let mut reads: Vec<(&Call<'_>, Read)> = Vec::new();
    for mut calls in entities.into_values() {
        // The page that reads one object describes best what a list holds.
        calls.sort_by_key(|call| rank(call.operation.method));
        let Some(best) = calls.first() else { continue };
        let (Some(path), Some(type_)) = (best.collection.clone(), best.keyed_entity()) else { continue };
        let missing = naming.collection(best);
        let implied = Implied {
            rule: Rule::Collection(paths::last_name(&path).unwrap_or_default().to_owned()),
            beside: best.page.id,
            resource: missing.resource,
            function: missing.function,
            from: calls.iter().map(|call| call.route.span).collect(),
        };
        let response = ResponseBody::Collection(Type::Structured(type_.clone()));
        reads.push((best, Read { path, response, implied, deprecation: best.page.deprecation.clone() }));
    }
    reads.sort_by_key(|(call, _)| (call.page.id, call.position));
    reads.into_iter().map(|(_, read)| read).collect()
}

fn rank(method: Method) -> usize {
    [Method::Get, Method::Patch, Method::Put, Method::Delete]
        .iter()
        .position(|known| *known == method)
        .unwrap_or(usize::MAX)
}
