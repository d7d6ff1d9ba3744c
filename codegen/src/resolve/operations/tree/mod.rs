//! The tree of routes that all pages describe together, and where each route ends in it.
//!
//! What a segment is, a table of properties says best: a navigation property, with its type. At the root, and where no
//! table has the name, the pages whose routes go there vote: by their words, links and examples, and by the name itself.

mod build;
mod node;
mod step;
mod vote;
mod ways;

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Property, QualifiedName, StructuredType, Type};
use crate::path_template::PathTemplate;
use crate::primitive::Primitive;
use crate::resolve::types::lookup::Lookup;
use crate::source::Span;
use node::{Context, Elected, Node};
use step::{Step, steps};
use ways::Ways;

/// What each segment of each route is.
pub(crate) struct Tree<'a> {
    types: &'a BTreeMap<QualifiedName, StructuredType>,
    lookup: &'a Lookup<'a>,
    /// The types that are derived from each, directly or not.
    derived: BTreeMap<&'a QualifiedName, BTreeSet<&'a QualifiedName>>,
    /// The properties of each type, by their names in small letters, and those of the types that are derived from it: the
    /// routes leave casts out. Of several derived types that is a guess, and so marked.
    properties: BTreeMap<&'a QualifiedName, BTreeMap<String, (&'a Property, bool)>>,
    nodes: BTreeMap<Node, Elected>,
    ways: Ways,
    /// Where each of the ways leads.
    places: Vec<At>,
}

/// Where a route ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct End {
    /// The type of the object, of one of many, or of the property.
    pub(crate) type_: Option<Type>,
    /// Whether it is many; none where nothing tells.
    pub(crate) many: Option<bool>,
    /// Whether a key stands at the end.
    pub(crate) keyed: bool,
    /// Whether the route has a key where the tree has one object, so that one of the two is wrong; or a property that one
    /// of several derived types has.
    pub(crate) doubtful: bool,
    /// Whether it is an action or a function: what that answers, only its page tells.
    pub(crate) call: bool,
    /// The property that tells.
    pub(crate) property: Option<Span>,
}

/// A place on the way.
#[derive(Clone, Debug, Default)]
struct At {
    end: End,
    /// The path so far, for what nothing is known of.
    path: String,
    /// The node of the last name, where no table tells.
    node: Option<Node>,
}

impl<'a> Tree<'a> {
    /// Where a route ends.
    pub(crate) fn end(&self, path: &PathTemplate) -> End {
        self.walk(&steps(path)).end
    }

    /// The types that a route is about, the nearest first: that of its end, unless this is an action or a function, and that
    /// of the object whose property or call the end is.
    pub(crate) fn subjects(&self, path: &PathTemplate) -> Vec<QualifiedName> {
        let steps = steps(path);
        let named = steps.iter().rposition(|step| !matches!(step, Step::Key | Step::Form));
        let ends = [self.walk(&steps).end, self.walk(&steps[..named.unwrap_or_default()]).end];
        let types = ends.into_iter().filter(|end| !end.call).filter_map(|end| end.type_);
        types.filter_map(|type_| if let Type::Structured(name) = type_ { Some(name) } else { None }).collect()
    }

    /// The type of which a route addresses one object by its key.
    pub(crate) fn keyed(&self, path: &PathTemplate) -> Option<QualifiedName> {
        match self.end(path) {
            End { keyed: true, call: false, type_: Some(Type::Structured(name)), .. } => Some(name),
            _ => None,
        }
    }

    /// The names in front of a key, in lower case, that stand behind an object of a known type, with that type; and whether
    /// they are its properties.
    pub(crate) fn sets(&self, path: &PathTemplate) -> Vec<(String, QualifiedName, bool)> {
        let steps = steps(path);
        let set = |(at, pair): (usize, &[Step])| {
            let [Step::Name(name), Step::Key] = pair else { return None };
            let End { type_: Some(Type::Structured(owner)), many: Some(false), call: false, .. } =
                self.walk(&steps[..at]).end
            else {
                return None;
            };
            let is_property = self.properties.get(&owner)?.contains_key(name);
            Some((name.clone(), owner, is_property))
        };
        steps.windows(2).enumerate().filter_map(set).collect()
    }

    /// The types that are derived from a type.
    pub(crate) fn is_derived(&self, from: &QualifiedName, type_: &QualifiedName) -> bool {
        self.derived.get(from).is_some_and(|derived| derived.contains(type_))
    }

    /// The types that are derived from another.
    pub(crate) fn derived_from(&self, base: &QualifiedName) -> impl Iterator<Item = &'a QualifiedName> {
        self.derived.get(base).into_iter().flatten().copied()
    }

    /// The only type that is derived from an abstract one.
    pub(crate) fn only_derived(&self, base: &QualifiedName) -> Option<&'a QualifiedName> {
        let derived = self.derived.get(base).filter(|derived| derived.len() == 1)?;
        derived.first().copied().filter(|_| self.types.get(base).is_some_and(|base| base.is_abstract))
    }

    fn walk(&self, steps: &[Step]) -> At {
        let (way, further) = self.ways.along(steps);
        further.iter().fold(self.places[way].clone(), |at, step| self.step(at, step))
    }

    fn step(&self, at: At, step: &Step) -> At {
        match step {
            Step::Form => at,
            Step::Gap => At { path: "...".to_owned(), ..At::default() },
            Step::Key => At {
                end: End { doubtful: at.end.many == Some(false), many: Some(false), keyed: true, ..at.end },
                path: at.path + "/{}",
                node: at.node,
            },
            Step::Qualified(name) => match self.cast(name) {
                Some(type_) => At { end: End { type_: Some(type_), ..at.end }, node: None, ..at },
                None => self.name(&at, name.rsplit('.').next().unwrap_or(name), true),
            },
            Step::Name(name) => self.name(&at, name, false),
            Step::Call(name) => self.name(&at, name, true),
        }
    }

    fn cast(&self, name: &str) -> Option<Type> {
        let declared = self.lookup.declarations.find("", name)?;
        self.types.contains_key(&declared.name).then(|| Type::Structured(declared.name.clone()))
    }

    fn name(&self, at: &At, name: &str, call: bool) -> At {
        let path = format!("{}/{name}", at.path);
        let owner = match &at.end.type_ {
            Some(Type::Structured(owner)) => Some(owner),
            _ => None,
        };
        let one = owner.filter(|_| at.end.many != Some(true));
        if let Some((property, doubtful)) = one.and_then(|owner| self.property(owner, name)) {
            let end = End {
                type_: Some(property.type_.element().clone()),
                many: Some(matches!(property.type_, Type::Collection(_))),
                keyed: false,
                doubtful,
                call: false,
                property: Some(property.span),
            };
            return At { end, path, node: None };
        }
        let context = match (owner, at.end.many) {
            (Some(owner), Some(true)) => Context::Many(owner.clone()),
            (Some(owner), _) => Context::One(owner.clone()),
            (None, _) => Context::Path(at.path.clone()),
        };
        let node = Node { context, name: name.to_owned() };
        let found = self.nodes.get(&node);
        let end = End {
            type_: found.and_then(|found| found.type_.clone()).map(Type::Structured),
            many: found.and_then(|found| found.many),
            keyed: false,
            doubtful: false,
            call: call || found.is_some_and(|found| found.call),
            property: None,
        };
        At { end, path, node: Some(node) }
    }

    /// A property of a type, or of one that is derived from it: of several derived types that is a guess. What is any JSON
    /// tells nothing.
    fn property(&self, owner: &QualifiedName, name: &str) -> Option<(&'a Property, bool)> {
        let is_telling = |(property, _): &(&Property, bool)| {
            *property.type_.element() != Type::Primitive(Primitive::Untyped)
        };
        self.properties.get(owner)?.get(&name.to_ascii_lowercase()).copied().filter(is_telling)
    }
}
