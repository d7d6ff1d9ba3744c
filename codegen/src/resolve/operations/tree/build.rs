//! The tree of all pages: in rounds, since the types that the pages elect lead to further names.

use std::collections::{BTreeMap, BTreeSet};

use super::node::{Context, Node, Votes};
use super::step::{Step, steps};
use super::vote::PageEnds;
use super::ways::Ways;
use super::{At, Tree};
use crate::model::{Property, QualifiedName, StructuredType};
use crate::plural;
use crate::resolve::operations::exchanges::Bindings;
use crate::resolve::operations::proposals::Proposals;
use crate::resolve::types::lookup::Lookup;
use crate::resolve::types::structured::is_undescribed;
use crate::source::PageId;

/// A name found is the context of the next: the tree is known once nothing changes any more.
const ROUNDS: usize = 6;

impl<'a> Tree<'a> {
    /// The tree of all pages.
    pub(crate) fn of(
        types: &'a BTreeMap<QualifiedName, StructuredType>,
        lookup: &'a Lookup<'a>,
        proposals: &BTreeMap<PageId, Proposals>,
        bindings: &Bindings,
    ) -> Self {
        let derived = derived(types);
        let properties = properties(types, &derived);
        let mut ways = Ways::default();
        let pages = lookup.pages.values().filter(|page| !page.api.routes.is_empty());
        let pages: Vec<PageEnds<'_>> = pages
            .map(|page| PageEnds {
                page,
                proposals: proposals.get(&page.id),
                bindings: bindings.get(&page.id).map(Vec::as_slice).unwrap_or_default(),
                ends: page.api.routes.iter().map(|route| ways.add(steps(&route.address.path))).collect(),
            })
            .collect();
        let mut tree =
            Tree { types, lookup, derived, properties, nodes: BTreeMap::new(), ways, places: Vec::new() };
        let mut named = BTreeMap::new();
        for _ in 0..ROUNDS {
            tree.places = tree.visited();
            let mut votes = tree.passed();
            for page in &pages {
                tree.vote(page, &mut votes);
            }
            let is_derived = |base: &QualifiedName, type_: &QualifiedName| tree.is_derived(base, type_);
            let count = |(node, votes): (Node, Votes)| {
                let named = named.entry(node.clone()).or_insert_with(|| tree.named(&node)).clone();
                let elected = votes.count(&node, named, is_derived);
                (node, elected)
            };
            let counted = votes.into_iter().map(count).collect();
            if tree.nodes == counted {
                return tree;
            }
            tree.nodes = counted;
        }
        tree.places = tree.visited();
        tree
    }

    /// Where each way leads, by what is known so far.
    fn visited(&self) -> Vec<At> {
        let mut places: Vec<At> = Vec::new();
        for way in self.ways.iter() {
            let at = way.map_or_else(At::default, |(before, step)| self.step(places[before].clone(), step));
            places.push(at);
        }
        places
    }

    /// Which names have keys and arguments, by all routes that pass them.
    fn passed(&self) -> BTreeMap<Node, Votes> {
        let mut votes: BTreeMap<Node, Votes> = BTreeMap::new();
        for (way, at) in self.ways.iter().zip(&self.places) {
            let (Some((_, step)), Some(node)) = (way, &at.node) else { continue };
            match step {
                Step::Key => votes.entry(node.clone()).or_default().key(),
                Step::Call(_) | Step::Qualified(_) => votes.entry(node.clone()).or_default().call(),
                Step::Name(_) => drop(votes.entry(node.clone()).or_default()),
                Step::Form | Step::Gap => {}
            }
        }
        votes
    }

    /// The type that a name names one or many of.
    fn named(&self, node: &Node) -> Option<(QualifiedName, bool)> {
        let namespace = match &node.context {
            Context::One(name) | Context::Many(name) => name.namespace.as_str(),
            Context::Path(_) => "",
        };
        let at_root = node.context == Context::Path(String::new());
        let type_ = |name: &str| {
            let declared = self.lookup.declarations.find(namespace, name)?;
            // A type that no page describes is a weak reason: its name has to be near.
            let is_near = at_root || declared.name.namespace == namespace;
            let described = || !is_undescribed(self.lookup.declarations, &declared.name);
            let known = self.types.contains_key(&declared.name) && (is_near || described());
            known.then(|| declared.name.clone())
        };
        let many = plural::singulars(&node.name);
        let many = many.iter().filter(|one| **one != node.name).find_map(|one| type_(one));
        many.map(|name| (name, true)).or_else(|| type_(&node.name).map(|name| (name, false)))
    }
}

fn derived(
    types: &BTreeMap<QualifiedName, StructuredType>,
) -> BTreeMap<&QualifiedName, BTreeSet<&QualifiedName>> {
    let mut derived: BTreeMap<&QualifiedName, BTreeSet<&QualifiedName>> = BTreeMap::new();
    for (name, type_) in types {
        let mut base = type_.base.as_ref();
        while let Some(next) = base {
            // No type is derived from itself, but a page may say so.
            if !derived.entry(next).or_default().insert(name) {
                break;
            }
            base = types.get(next).and_then(|type_| type_.base.as_ref());
        }
    }
    derived
}

fn properties<'a>(
    types: &'a BTreeMap<QualifiedName, StructuredType>,
    derived: &BTreeMap<&'a QualifiedName, BTreeSet<&'a QualifiedName>>,
) -> BTreeMap<&'a QualifiedName, BTreeMap<String, (&'a Property, bool)>> {
    let of = |(name, type_): (&'a QualifiedName, &'a StructuredType)| {
        let derived = derived.get(name);
        let is_guess = derived.is_some_and(|derived| derived.len() > 1);
        let further = derived.into_iter().flatten().filter_map(|name| types.get(*name));
        let further = further.flat_map(|type_| &type_.properties).map(|property| (property, is_guess));
        let own = type_.properties.iter().map(|property| (property, false));
        let mut properties = BTreeMap::new();
        for (property, is_guess) in own.chain(further) {
            properties.entry(property.name.to_ascii_lowercase()).or_insert((property, is_guess));
        }
        (name, properties)
    };
    types.iter().map(of).collect()
}
