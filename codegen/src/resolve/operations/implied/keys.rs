//! Where pages document a collection, a key reads one of it.
//!
//! A list is a collection where its name is an entity set at the root or a navigation property, or where a page addresses
//! one of it, to change or to delete it. Everything else that answers many may be a function.

use super::Read;
use super::documented::{Call, Documented};
use super::naming::Naming;
use super::paths;
use crate::model::{Implied, ResponseBody, Rule};

pub(super) fn implied(documented: &Documented<'_>, naming: &Naming) -> Vec<Read> {
    let lists = documented.reads().filter_map(|list| {
        let type_ = list.listed().filter(|type_| documented.has_key(type_))?;
        Some((list, type_, paths::last_name(&list.operation.path)?))
    });
    let reads = lists.filter_map(|(list, type_, name)| {
        let place = format!("{}/{{}}", list.place);
        let addressed = documented.calls.iter().find(|call| call.place == place && call.end.keyed);
        if documented.is_read(&place) || addressed.is_none() && !is_collection(documented, list) {
            return None;
        }
        let path = match addressed {
            Some(addressed) => addressed.operation.path.clone(),
            None => paths::with_key(&list.operation.path, documented.style(list)),
        };
        let missing = naming.one(list, &path);
        let implied = Implied {
            rule: Rule::Key(name.to_owned()),
            beside: list.page.id,
            resource: missing.resource,
            function: missing.function,
            from: [list].into_iter().chain(addressed).map(|call| call.route.span).collect(),
        };
        let response = ResponseBody::One(type_.clone());
        Some(Read { path, response, implied, deprecation: list.page.deprecation.clone() })
    });
    reads.collect()
}

fn is_collection(documented: &Documented<'_>, list: &Call<'_>) -> bool {
    let is_navigation = || {
        let span = list.end.property?;
        let mut properties = documented.types.values().flat_map(|type_| &type_.properties);
        properties.find(|property| property.span == span).map(|property| property.navigation)
    };
    list.operation.path.segments.len() == 1 || is_navigation() == Some(true)
}
