//! Which types are derived from a type.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::closure::closure;
use super::{ApiModel, QualifiedName};

/// The types of a model, with those that are derived from each.
pub(crate) struct Derived<'a> {
    pub(crate) model: &'a ApiModel,
    families: BTreeMap<&'a QualifiedName, Family<'a>>,
}

/// What is derived from one type.
#[derive(Default)]
struct Family<'a> {
    /// The types that extend it directly.
    directly: Vec<&'a QualifiedName>,
    /// The names, in lower case, of all properties that these types and those derived from them have: gathered when somebody
    /// first asks, because many examples may ask.
    properties: OnceLock<BTreeSet<String>>,
}

impl<'a> Derived<'a> {
    pub(crate) fn of(model: &'a ApiModel) -> Self {
        let mut families: BTreeMap<&QualifiedName, Family<'_>> = BTreeMap::new();
        for (name, type_) in &model.structured {
            if let Some(base) = &type_.base {
                families.entry(base).or_default().directly.push(name);
            }
        }
        Derived { model, families }
    }

    /// The types that extend a type directly.
    pub(crate) fn directly(&self, name: &QualifiedName) -> &[&'a QualifiedName] {
        self.families.get(name).map_or(&[], |family| &family.directly)
    }

    /// The types that extend a type, directly or not.
    pub(crate) fn all(&self, name: &QualifiedName) -> BTreeSet<&'a QualifiedName> {
        closure(self.directly(name).iter().copied(), |name| self.directly(name).iter().copied())
    }

    /// Whether a type that extends this one, directly or not, has a property, in any case of its letters.
    pub(crate) fn have_property(&self, name: &QualifiedName, property: &str) -> bool {
        let Some(family) = self.families.get(name) else { return false };
        let known = family.properties.get_or_init(|| {
            let types = self.all(name).into_iter().filter_map(|name| self.model.structured.get(name));
            types.flat_map(|type_| &type_.properties).map(|known| known.name.to_ascii_lowercase()).collect()
        });
        known.contains(&property.to_ascii_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Description, Property, StructuredType, Type};
    use crate::primitive::Primitive;
    use crate::source::Span;

    /// A model in which each type has a property of its own name.
    fn model(types: &[(&str, &str)]) -> ApiModel {
        let structured = types.iter().map(|(name, base)| {
            let property = Type::Primitive(Primitive::String);
            let property = Property::from_examples(format!("{name}Of"), property, Span::default());
            let base = Some(*base).filter(|base| !base.is_empty()).map(QualifiedName::from_text);
            let name = QualifiedName::from_text(name);
            let type_ = StructuredType {
                name: name.clone(),
                owner: None,
                base,
                is_abstract: false,
                open: false,
                key: None,
                properties: vec![property],
                description: Description::default(),
            };
            (name, type_)
        });
        ApiModel { structured: structured.collect(), ..ApiModel::default() }
    }

    #[test]
    fn derived_types_are_found_however_far_they_are() {
        let model = model(&[("a", ""), ("b", "a"), ("c", "b"), ("d", "a"), ("e", "")]);
        let types = Derived::of(&model);
        let names = |name: &str| {
            let directly = types.directly(&QualifiedName::from_text(name)).iter();
            directly.map(|name| name.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(names("a"), ["b", "d"]);
        assert_eq!(names("c"), [""; 0]);
        let have = |name: &str, property| types.have_property(&QualifiedName::from_text(name), property);
        assert!(have("a", "bOf") && have("a", "COF") && have("a", "dOf") && have("b", "cOf"));
        assert!(!have("a", "aOf") && !have("a", "eOf") && !have("b", "dOf") && !have("e", "eOf"));
    }

    #[test]
    fn a_ring_of_bases_ends() {
        let model = model(&[("a", "b"), ("b", "a")]);
        let types = Derived::of(&model);
        let a = QualifiedName::from_text("a");
        assert!(
            types.have_property(&a, "aOf")
                && types.have_property(&a, "bOf")
                && !types.have_property(&a, "cOf")
        );
    }
}
