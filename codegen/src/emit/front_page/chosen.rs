//! Which calls the front page shows: those that a reader of any API of this kind knows, of the resource that the crate has
//! most to say of.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::emit::mains::Called;
use crate::emit::{Crate, arguments, call_example};
use crate::format::Code;
use crate::http::Method;
use crate::model::{Property, QualifiedName, RequestBody, ResponseBody, StructuredType, Type};
use crate::names::{Ident, ItemName, ModulePath};
use crate::primitive::Primitive;

/// The most lines of a first call: its imports, its client and three that are not shown included.
const LINES: usize = 28;

/// The fewest properties that a first call sets, where there is such a call.
const FIELDS: usize = 3;

/// The calls to choose from, the best first.
pub(super) struct Chosen<'a> {
    krate: &'a Crate<'a>,
    /// Calls that every service of this kind has: few arguments, all of them texts.
    simple: Vec<Called<'a>>,
}

impl<'a> Chosen<'a> {
    pub(super) fn of(krate: &'a Crate<'a>) -> Self {
        let mut simple = krate.names.named(&krate.model.operations);
        let mut known: BTreeMap<&ModulePath, usize> = BTreeMap::new();
        for (_, names) in &simple {
            *known.entry(&names.function.module).or_default() += 1;
        }
        simple.retain(|(operation, names)| {
            let are_plain = operation.arguments.iter().all(|argument| arguments::is_plain(krate, argument));
            are_plain && operation.arguments.len() < 3 && !names.function.module.is_empty()
        });
        // Of the resource with most calls, which is the one that readers come for; there the plainest.
        simple.sort_by_cached_key(|(operation, names)| {
            let ItemName { module, ident } = &names.function;
            (Reverse(known[module]), module, operation.arguments.len(), ident.len())
        });
        Chosen { krate, simple }
    }

    /// The first call: documented, it makes a resource and answers it, at the resource's own module if there is one such; its
    /// body has a few properties, and no object in it.
    pub(super) fn first(&self, root: &str) -> Option<(Called<'a>, Code)> {
        let makes = |(operation, names): &Called<'a>| match (&operation.request, &operation.response) {
            (RequestBody::Structured(sent), ResponseBody::One(answered)) => {
                let is_made = operation.method == Method::Post && sent == answered;
                let type_ =
                    self.krate.names.type_(sent).filter(|_| is_made && self.krate.is_resource(sent))?;
                Some(type_.module == names.function.module)
            }
            _ => None,
        };
        let calls = self.simple.iter().filter_map(|called| Some((makes(called)?, *called)));
        let mut calls: Vec<(bool, Called<'a>)> = calls.collect();
        calls.sort_by_key(|(own, _)| !own);
        let examples = calls
            .into_iter()
            .filter_map(|(_, called)| Some((called, call_example::sent(self.krate, called, root)?)));
        let mut examples = examples.filter(|(_, code)| code.count("Some(") > 0 && code.len() <= LINES);
        let first = examples.next()?;
        let is_plain = |code: &Code| code.count("Some(") >= FIELDS && code.count("::default()") < 2;
        if is_plain(&first.1) {
            return Some(first);
        }
        examples.find(|(_, code)| is_plain(code)).or(Some(first))
    }

    /// Lets the other examples come from the module of the first call, where it has them.
    pub(super) fn stay(&mut self, module: &ModulePath) {
        self.simple.sort_by_key(|(_, names)| names.function.module != *module);
    }

    /// A call that lists a resource of such a type.
    pub(super) fn listed(
        &self,
        is_fit: impl Fn(&StructuredType) -> bool,
    ) -> Option<(Called<'a>, &'a QualifiedName)> {
        let reads = |called: &&Called<'_>| called.0.request == RequestBody::None && !is_delta(called);
        let fits = self.simple.iter().filter(reads).filter_map(|called| {
            let name = element(called)?;
            self.krate.structured(name).filter(|type_| is_fit(type_)).map(|_| (*called, name))
        });
        self.at_home(fits, |(called, name)| (called, name))
    }

    /// The first of these that stands at its type's own module, or else the first.
    fn at_home<T: Copy>(
        &self,
        all: impl Iterator<Item = T> + Clone,
        of: impl Fn(T) -> (Called<'a>, &'a QualifiedName),
    ) -> Option<T> {
        let is_at_home = |one: &T| {
            let (called, name) = of(*one);
            self.krate.names.type_(name).is_some_and(|item| item.module == called.1.function.module)
        };
        all.clone().find(is_at_home).or_else(|| all.clone().next())
    }

    /// A function without arguments that lists changes.
    pub(super) fn delta(&self) -> Option<Called<'a>> {
        let is_fit = |called: &&Called<'_>| {
            is_delta(called) && called.0.arguments.is_empty() && element(called).is_some()
        };
        self.simple.iter().find(is_fit).copied()
    }

    /// A call that updates a resource, and a property of it that may become null.
    pub(super) fn updated(&self) -> Option<(Called<'a>, &'a QualifiedName, usize)> {
        let updates = self.simple.iter().filter(|(operation, _)| operation.method == Method::Patch);
        let fits = updates.filter_map(|called| {
            let RequestBody::Structured(name) = &called.0.request else { return None };
            let type_ = self.krate.structured(name).filter(|_| self.krate.is_resource(name))?;
            Some((*called, name, texts(type_).last()?))
        });
        self.at_home(fits, |(called, name, _)| (called, name))
    }

    /// A type and one that is derived from it.
    pub(super) fn family(&self) -> Option<(&'a ItemName, &'a ItemName)> {
        let names = self.krate.names;
        let derived = self.krate.model.structured.values().filter(|type_| type_.owner.is_none());
        let pairs =
            derived.filter_map(|type_| Some((names.type_(type_.base.as_ref()?)?, names.type_(&type_.name)?)));
        pairs.min_by_key(|(base, derived)| (base.ident.len() + derived.ident.len(), base.ident.clone()))
    }

    /// Two properties of a type that are texts, by their fields: the shortest.
    pub(super) fn two_fields(&self, name: &QualifiedName) -> Option<[&'a Ident; 2]> {
        let fields = self.krate.names.fields(name);
        let mut fields: Vec<&Ident> =
            texts(self.krate.structured(name)?).filter_map(|at| fields.get(at)).collect();
        fields.sort_by_key(|field| field.len());
        fields.first_chunk().copied()
    }
}

/// What a call lists.
fn element<'a>((operation, _): &Called<'a>) -> Option<&'a QualifiedName> {
    match &operation.response {
        ResponseBody::Collection(Type::Structured(name)) => Some(name),
        _ => None,
    }
}

fn is_delta((operation, _): &Called<'_>) -> bool {
    let path = operation.path.to_string();
    path.rsplit('/').next().is_some_and(|last| last.trim_end_matches("()").eq_ignore_ascii_case("delta"))
}

/// The places of the properties that are texts, are not deprecated, and can be set.
pub(super) fn texts(type_: &StructuredType) -> impl Iterator<Item = usize> {
    let is_text = |property: &Property| {
        property.type_ == Type::Primitive(Primitive::String)
            && !property.navigation
            && !property.deprecated
            && !property.read_only
    };
    type_.properties.iter().enumerate().filter(move |(_, property)| is_text(property)).map(|(at, _)| at)
}
