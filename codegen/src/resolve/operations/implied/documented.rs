//! The documented operations that imply others: entities by their keys, collections, single entities.

use std::collections::{BTreeMap, BTreeSet};

use super::paths::{self, KeyStyle};
use crate::http::Method;
use crate::model::{Operation, Operations, QualifiedName, ResponseBody, StructuredType, Type, by_page};
use crate::page::{Page, Pages, Route};
use crate::path_template::PathTemplate;
use crate::resolve::operations::proposals::structured;
use crate::resolve::operations::tree::{End, Tree};

/// All documented operations whose paths are nothing but names and keys.
pub(super) struct Documented<'a> {
    pub(super) calls: Vec<Call<'a>>,
    pub(super) types: &'a BTreeMap<QualifiedName, StructuredType>,
    /// The places that some operation reads, whether or not it implies anything.
    read: BTreeSet<String>,
    /// The types that some path addresses by key.
    keyed: BTreeSet<QualifiedName>,
    /// How most paths write keys.
    style: KeyStyle,
}

/// A documented operation.
pub(super) struct Call<'a> {
    pub(super) operation: &'a Operation,
    pub(super) page: &'a Page,
    pub(super) route: &'a Route,
    /// The position of the route among those of the page.
    pub(super) position: usize,
    pub(super) end: End,
    pub(super) place: String,
    /// The path without the key at its end.
    pub(super) collection: Option<PathTemplate>,
}

impl<'a> Documented<'a> {
    pub(super) fn of(
        operations: &'a Operations,
        types: &'a BTreeMap<QualifiedName, StructuredType>,
        tree: &Tree<'_>,
        pages: &'a Pages,
    ) -> Self {
        let calls = by_page(operations).into_iter().map(|(_, operation)| operation);
        let calls = calls.filter(|operation| paths::is_plain(&operation.path));
        let calls = calls.filter_map(|operation| {
            let place = operation.places.first()?;
            let page = pages.get(&place.page)?;
            let route = page.api.routes.get(place.route)?;
            let (end, position) = (tree.end(&operation.path), place.route);
            let collection =
                paths::without_key(&operation.path).filter(|path| end.keyed && may_be_many(tree, path));
            let place = paths::place(&operation.path);
            Some(Call { operation, page, route, position, end, place, collection })
        });
        let calls: Vec<Call<'a>> = calls.collect();
        // A page that documents the query leaves open what the call without it reads.
        let reads = operations
            .values()
            .filter(|operation| operation.method == Method::Get && operation.fixed_query.is_none());
        let read = reads.map(|operation| paths::place(&operation.path)).collect();
        let entities = calls.iter().filter(|call| call.end.keyed && !call.end.call);
        let keyed = entities.filter_map(|call| structured(call.end.type_.as_ref()?).cloned()).collect();
        let mut styles: BTreeMap<KeyStyle, usize> = BTreeMap::new();
        for style in calls.iter().filter_map(|call| paths::style(&call.operation.path)) {
            *styles.entry(style).or_default() += 1;
        }
        let style = styles.into_iter().max_by_key(|(_, count)| *count);
        let style = style.map_or(KeyStyle::Segment, |(style, _)| style);
        Documented { calls, types, read, keyed, style }
    }

    /// The places that are read.
    pub(super) fn places(&self) -> impl Iterator<Item = &str> {
        self.read.iter().map(String::as_str)
    }

    pub(super) fn is_read(&self, place: &str) -> bool {
        self.read.contains(place)
    }

    /// The reads.
    pub(super) fn reads(&self) -> impl Iterator<Item = &Call<'a>> {
        self.calls.iter().filter(|call| call.operation.method == Method::Get)
    }

    /// Whether a type has keys: some path has one, or the type says what identifies it.
    pub(super) fn has_key(&self, type_: &QualifiedName) -> bool {
        let has_id = |type_: &StructuredType| type_.property("id").is_some();
        self.keyed.contains(type_) || self.types.get(type_).is_some_and(has_id)
    }

    /// How a key is written behind a path: as the path writes its own, or as most do.
    pub(super) fn style(&self, call: &Call<'_>) -> KeyStyle {
        paths::style(&call.operation.path).unwrap_or(self.style)
    }
}

/// Whether a path leads to many: not where a table says that its last name is a property with one value.
fn may_be_many(tree: &Tree<'_>, path: &PathTemplate) -> bool {
    let end = tree.end(path);
    end.property.is_none() || end.many == Some(true)
}

impl Call<'_> {
    /// The type of the entity that a key addresses.
    pub(super) fn keyed_entity(&self) -> Option<&QualifiedName> {
        let is_entity = self.end.keyed && !self.end.call;
        self.end.type_.as_ref().filter(|_| is_entity).and_then(structured)
    }

    /// The type of the entities that the call lists.
    pub(super) fn listed(&self) -> Option<&QualifiedName> {
        let is_list = self.end.many == Some(true) && !self.end.keyed && !self.end.call;
        match &self.operation.response {
            ResponseBody::Collection(Type::Structured(name)) if is_list => Some(name),
            _ => None,
        }
    }

    /// The type of the one entity that the call reads, and that its path addresses: the answer of a function is not such
    /// an entity.
    pub(super) fn one(&self) -> Option<&QualifiedName> {
        let at_root = self.operation.path.segments.len() == 1;
        let is_addressed = self.end.keyed || self.end.property.is_some() || at_root;
        match &self.operation.response {
            ResponseBody::One(name) if is_addressed && self.end.many == Some(false) && !self.end.call => {
                Some(name)
            }
            _ => None,
        }
    }
}
