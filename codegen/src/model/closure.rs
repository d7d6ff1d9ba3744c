//! What an item needs.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::{ApiModel, Argument, Operation, QualifiedName, RequestBody, ResponseBody, StructuredType, Type};
use crate::primitive::Primitive;

/// The items `from`, and all that they need, directly or not.
pub(crate) fn closure<T, I>(from: impl IntoIterator<Item = T>, needs: impl Fn(T) -> I) -> BTreeSet<T>
where
    T: Copy + Ord,
    I: IntoIterator<Item = T>,
{
    let mut found = BTreeSet::new();
    let mut open: Vec<T> = from.into_iter().collect();
    while let Some(item) = open.pop() {
        if found.insert(item) {
            open.extend(needs(item));
        }
    }
    found
}

/// The items, each with one of those that it needs and that need it, directly or not: the same one for all of a ring.
pub(crate) fn rings<T, I>(items: impl IntoIterator<Item = T>, needs: impl Fn(T) -> I) -> BTreeMap<T, T>
where
    T: Copy + Ord,
    I: IntoIterator<Item = T>,
{
    // Kosaraju's algorithm: each item behind what it needs, then against the arrows.
    let mut order = Vec::new();
    let mut needed_by: BTreeMap<T, Vec<T>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut open: Vec<(T, bool)> = items.into_iter().map(|item| (item, false)).collect();
    while let Some((item, is_left)) = open.pop() {
        if is_left {
            order.push(item);
        } else if seen.insert(item) {
            open.push((item, true));
            for need in needs(item) {
                needed_by.entry(need).or_default().push(item);
                open.push((need, false));
            }
        }
    }
    let mut rings = BTreeMap::new();
    for first in order.into_iter().rev() {
        let mut open = vec![first];
        while let Some(item) = open.pop() {
            if let Entry::Vacant(entry) = rings.entry(item) {
                entry.insert(first);
                open.extend(needed_by.get(&item).into_iter().flatten());
            }
        }
    }
    rings
}

impl StructuredType {
    /// The types that the properties hold. Those of navigation properties are left out, because the struct keeps their
    /// values as JSON.
    pub(crate) fn needs(&self) -> impl Iterator<Item = &QualifiedName> {
        let by_value = self.properties.iter().filter(|property| !property.navigation);
        by_value.filter_map(|property| property.type_.name())
    }

    /// The types that the navigation properties lead to.
    pub(crate) fn leads_to(&self) -> impl Iterator<Item = &QualifiedName> {
        let related = self.properties.iter().filter(|property| property.navigation);
        related.filter_map(|property| property.type_.name())
    }
}

impl ApiModel {
    /// The types that a type is derived from, the nearest first.
    pub(crate) fn bases<'a>(&'a self, type_: &'a StructuredType) -> impl Iterator<Item = &'a StructuredType> {
        let base = |type_: &&StructuredType| self.structured.get(type_.base.as_ref()?);
        // A page may say that a type is derived from itself.
        std::iter::successors(base(&type_), base).take(self.structured.len())
    }
}

impl Operation {
    /// The types that the operation sends and answers.
    pub(crate) fn needs(&self) -> impl Iterator<Item = &QualifiedName> {
        self.request.type_name().into_iter().chain(self.response.type_name())
    }

    /// The types of the arguments.
    pub(crate) fn takes(&self) -> impl Iterator<Item = &QualifiedName> {
        self.arguments.iter().filter_map(Argument::enum_)
    }
}

impl RequestBody {
    /// The name of the type that is sent, alone or as the elements of an array.
    pub(crate) fn type_name(&self) -> Option<&QualifiedName> {
        match self {
            RequestBody::Structured(name) => Some(name),
            RequestBody::Collection(type_) => type_.name(),
            RequestBody::Optional(body) => body.type_name(),
            RequestBody::None | RequestBody::Json | RequestBody::Content => None,
        }
    }
}

impl ResponseBody {
    /// The name of the type that is answered, alone or in a list.
    pub(crate) fn type_name(&self) -> Option<&QualifiedName> {
        match self {
            ResponseBody::One(name) => Some(name),
            ResponseBody::Collection(type_) | ResponseBody::Wrapped(type_) => type_.name(),
            ResponseBody::Reply(body) => body.type_name(),
            ResponseBody::None
            | ResponseBody::Count
            | ResponseBody::Json
            | ResponseBody::Content
            | ResponseBody::Download
            | ResponseBody::Receipt => None,
        }
    }

    /// Whether the answer is JSON of which nothing is known.
    pub(crate) fn is_untyped(&self) -> bool {
        match self {
            ResponseBody::Json => true,
            ResponseBody::Collection(type_) | ResponseBody::Wrapped(type_) => {
                *type_.element() == Type::Primitive(Primitive::Untyped)
            }
            ResponseBody::Reply(body) => body.is_untyped(),
            _ => false,
        }
    }

    /// Whether many are answered.
    pub(crate) fn is_collection(&self) -> bool {
        match self {
            ResponseBody::Collection(_) => true,
            ResponseBody::Reply(body) => body.is_collection(),
            _ => false,
        }
    }

    /// An answer of a type, in words: `a list of book`.
    pub(crate) fn noun(&self, type_: &QualifiedName) -> String {
        if self.is_collection() { format!("a list of `{type_}`") } else { format!("one `{type_}`") }
    }

    /// The same with another type.
    pub(crate) fn with_type(self, name: &QualifiedName) -> Self {
        match self {
            ResponseBody::One(_) => ResponseBody::One(name.clone()),
            ResponseBody::Collection(_) => ResponseBody::Collection(Type::Structured(name.clone())),
            ResponseBody::Wrapped(_) => ResponseBody::Wrapped(Type::Structured(name.clone())),
            ResponseBody::Reply(body) => ResponseBody::Reply(Box::new(body.with_type(name))),
            other => other,
        }
    }
}

impl Type {
    /// The name of the type, or of what it collects.
    fn name(&self) -> Option<&QualifiedName> {
        match self.element() {
            Type::Structured(name) | Type::Enum(name) => Some(name),
            Type::Primitive(_) | Type::Collection(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{closure, rings};

    #[test]
    fn a_closure_ends_in_a_circle() {
        let needs = |item: u32| (!item.is_multiple_of(5)).then_some(item + 1);
        assert_eq!(Vec::from_iter(closure([3, 8], needs)), [3, 4, 5, 8, 9, 10]);
        assert_eq!(closure([0, 1], |item: u32| [1 - item]).len(), 2);
    }

    #[test]
    fn a_ring_is_what_leads_to_itself() {
        let needs: [&[usize]; 8] = [&[1, 4], &[2], &[0, 3], &[5], &[4], &[3, 6], &[], &[0]];
        let rings = rings(0..needs.len(), |item| needs[item].iter().copied());
        let reaches = |from: usize, to: usize| {
            closure(needs[from].iter().copied(), |item| needs[item].iter().copied()).contains(&to)
        };
        for one in 0..needs.len() {
            for other in 0..needs.len() {
                let is_ring = one == other || reaches(one, other) && reaches(other, one);
                assert_eq!(rings[&one] == rings[&other], is_ring, "{one} and {other}");
            }
        }
        assert_eq!(rings.values().collect::<BTreeSet<_>>().len(), 5);
    }
}
