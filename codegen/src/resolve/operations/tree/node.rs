//! What the pages say of a name below an object or at the root, where no table of properties does.

use std::collections::{BTreeMap, BTreeSet};

use crate::http::Method;
use crate::model::QualifiedName;
use crate::plural;

/// Where a name stands: below an object of a type, below many of them, or at a path that nothing is known of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Context {
    One(QualifiedName),
    Many(QualifiedName),
    Path(String),
}

/// A name in its context.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Node {
    pub(super) context: Context,
    pub(super) name: String,
}

/// The votes of the pages whose routes have a node.
#[derive(Clone, Debug, Default)]
pub(super) struct Votes {
    /// The types that the pages' words and examples propose, with the weight of each.
    types: BTreeMap<QualifiedName, u32>,
    /// The methods of the routes that end here, without a key.
    methods: BTreeSet<Method>,
    /// Whether a key stands behind the name in some route.
    keyed: bool,
    /// Whether the name stands with parentheses and arguments.
    called: bool,
    lists: u32,
    objects: u32,
}

/// What the votes amount to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Elected {
    pub(super) type_: Option<QualifiedName>,
    pub(super) many: Option<bool>,
    /// Whether this is an action or a function.
    pub(super) call: bool,
}

impl Votes {
    pub(super) fn propose(&mut self, type_: QualifiedName, weight: u32) {
        *self.types.entry(type_).or_default() += weight;
    }

    pub(super) fn end(&mut self, method: Method) {
        self.methods.insert(method);
    }

    pub(super) fn key(&mut self) {
        self.keyed = true;
    }

    pub(super) fn call(&mut self) {
        self.called = true;
    }

    /// An answer, or the words about it, show many or one.
    pub(super) fn show(&mut self, many: bool, weight: u32) {
        *(if many { &mut self.lists } else { &mut self.objects }) += weight;
    }

    /// `named` is the type that the name itself names many or one of. Who votes for a derived type votes for a base of it
    /// that somebody names.
    pub(super) fn count(
        &self,
        node: &Node,
        named: Option<(QualifiedName, bool)>,
        is_derived: impl Fn(&QualifiedName, &QualifiedName) -> bool,
    ) -> Elected {
        const NAME: u32 = 12;
        const NAMED: u32 = 12;
        let mut types = self.types.clone();
        let is_named = named.is_some();
        let plural = named.as_ref().is_some_and(|(_, many)| *many);
        // One of many may have a word for its key: that names no type.
        let named = match &node.context {
            Context::Many(owner) if !plural => named.map(|_| (owner.clone(), false)),
            _ => named,
        };
        if let Some((type_, _)) = named {
            *types.entry(type_).or_default() += NAME;
        }
        let shared = |base: &QualifiedName, own: u32| {
            let derived = types.iter().filter(|(name, _)| is_derived(base, name));
            own + if own >= NAMED { derived.map(|(_, weight)| weight).sum() } else { 0 }
        };
        let weights = types.iter().map(|(name, weight)| (name, shared(name, *weight)));
        let best = weights.max_by_key(|(name, weight)| (*weight, std::cmp::Reverse(*name)));
        // A name in the singular is one object's, whatever key a page puts behind it.
        let one = is_named
            && !plural
            && is_singular(&node.name)
            && self.lists <= self.objects
            && self.methods.contains(&Method::Get);
        let many = match (self.keyed && !one, (self.lists + u32::from(plural) * 3).cmp(&self.objects)) {
            (true, _) | (false, std::cmp::Ordering::Greater) => Some(true),
            (false, std::cmp::Ordering::Less) => Some(false),
            (false, std::cmp::Ordering::Equal) => (one && self.keyed).then_some(false),
        };
        // What is only posted to and is nothing's name is an action.
        let posted = self.methods.iter().eq([&Method::Post]);
        let at_root = node.context == Context::Path(String::new());
        let call = self.called || posted && !self.keyed && !is_named && !at_root;
        Elected { type_: best.map(|(name, _)| name.clone()), many, call }
    }
}

/// Whether a name is not a plural of another word.
fn is_singular(name: &str) -> bool {
    plural::singular(name) == name
}
