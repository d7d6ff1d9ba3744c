//! From what a page writes to the type that it means.

use super::declarations::{Declarations, Declared, DeclaredKind};
use crate::links::Links;
use crate::model::Type;
use crate::page::{self, Page, Pages, TypeSpelling};
use crate::plural;
use crate::primitive::Primitive;

/// Everything that a name on a page may refer to.
pub(crate) struct Lookup<'a> {
    pub(crate) pages: &'a Pages,
    pub(crate) links: &'a Links<'a>,
    pub(crate) declarations: &'a Declarations<'a>,
}

impl Lookup<'_> {
    /// The type of a table's type cell. A link's target names a type better than its text, unless the text names a
    /// primitive type or the link leads to no type. A name in the plural, where the type's is in the singular, is a
    /// collection's.
    pub(crate) fn spelled(&self, page: &Page, spelling: &TypeSpelling) -> Option<Type> {
        let element = match spelling.primitive {
            Some(primitive) => Some(Type::Primitive(primitive)),
            // This spelling does not mean a type of that name.
            None if spelling.own_enum => {
                let target = spelling.target.as_deref();
                let linked = target
                    .and_then(|target| self.anchored(page, target).or_else(|| self.linked(page, target)));
                linked.or(Some(Type::Primitive(Primitive::String)))
            }
            None => self.element(page, spelling),
        }?;
        let is_many = match &element {
            Type::Structured(name) => plural::is_plural_of(&spelling.name, &name.name),
            _ => false,
        };
        Some(if spelling.collection || is_many { element.collection() } else { element })
    }

    fn element(&self, page: &Page, spelling: &TypeSpelling) -> Option<Type> {
        let target = spelling.target.as_deref();
        let anchored = target.and_then(|target| self.anchored(page, target));
        let named = || self.named(page, &spelling.name);
        let linked = || {
            let linked = target.and_then(|target| self.linked(page, target))?;
            // The page may be about another type, and have that one beside it.
            let is_other = names_other(&spelling.name, &linked);
            if is_other { named() } else { Some(linked) }
        };
        anchored.or_else(linked).or_else(named).or_else(|| self.one_of(page, &spelling.name))
    }

    /// The structured type that a name in the plural names many of.
    pub(crate) fn one_of(&self, page: &Page, many: &str) -> Option<Type> {
        let is_structured = |type_: &Type| matches!(type_, Type::Structured(_));
        plural::singulars(many).iter().find_map(|one| self.named(page, one).filter(is_structured))
    }

    /// The type that a link leads to: that of the section, the page's own, or the one that a missing page would describe.
    pub(crate) fn linked(&self, page: &Page, target: &str) -> Option<Type> {
        if let Some(declared) = self.section(page, target) {
            return Some(declared_type(declared));
        }
        if target.starts_with('#') {
            return None;
        }
        let declared = match self.links.page(page.id.file, target) {
            Some(id) => self.declarations.of_page(id),
            None => {
                self.links.place(page.id.file, target).and_then(|place| self.declarations.of_missing(&place))
            }
        };
        declared.map(declared_type)
    }

    fn section(&self, page: &Page, target: &str) -> Option<&Declared<'_>> {
        let (_, anchor) = target.split_once('#')?;
        self.declarations.of_section(self.links.page(page.id.file, target)?, anchor)
    }

    /// The type of the section, or the enum, that a link with an anchor leads to: `enums.md#importance-values`.
    fn anchored(&self, page: &Page, target: &str) -> Option<Type> {
        let (_, anchor) = target.split_once('#')?;
        if let Some(declared) = self.section(page, target) {
            return Some(declared_type(declared));
        }
        let id = self.links.page(page.id.file, target)?;
        let word = anchor.split('-').next().filter(|word| !word.is_empty())?;
        page::of_file(self.pages, id).find_map(|page| {
            let table = page.enums.iter().find(|table| table.name.value.eq_ignore_ascii_case(word))?;
            self.named(page, &table.name.value)
        })
    }

    /// The type of this name, seen from this page.
    pub(crate) fn named(&self, page: &Page, name: &str) -> Option<Type> {
        self.declarations.find(page.namespace(), name).map(declared_type).or_else(|| {
            let name = name.trim().trim_start_matches('#');
            Primitive::from_word(name).map(Type::Primitive)
        })
    }
}

/// Whether a qualified name is not that of a type.
fn names_other(name: &str, type_: &Type) -> bool {
    let (Type::Structured(known) | Type::Enum(known)) = type_ else { return false };
    name.rsplit_once('.').is_some_and(|(_, name)| !known.name.eq_ignore_ascii_case(name))
}

fn declared_type(declared: &Declared<'_>) -> Type {
    match declared.kind {
        DeclaredKind::Structured(_) => Type::Structured(declared.name.clone()),
        DeclaredKind::Enum(_) => Type::Enum(declared.name.clone()),
    }
}
