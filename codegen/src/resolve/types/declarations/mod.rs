//! Names first: which types the pages declare, and on which pages each of them stands.

mod collect;

use std::collections::{BTreeMap, BTreeSet};

use super::type_section::TypeSection;
use crate::model::QualifiedName;
use crate::page::EnumTable;
use crate::source::{FileId, PageId, Span};

/// Every type that some page declares, found by name without regard to case.
#[derive(Debug, Default)]
pub(crate) struct Declarations<'a> {
    types: BTreeMap<String, Declared<'a>>,
    /// The qualified names of a plain name.
    plain: BTreeMap<String, Vec<QualifiedName>>,
    /// In small letters.
    namespaces: BTreeSet<String>,
    /// The type that a page is about.
    pages: BTreeMap<FileId, QualifiedName>,
    /// The types of a page's sections, by their anchors.
    sections: BTreeMap<(FileId, String), QualifiedName>,
    /// The enums of single properties, by the rows that describe these.
    owned: BTreeMap<Span, QualifiedName>,
    /// The enums of properties whose rows call them texts.
    shared: BTreeMap<Span, QualifiedName>,
    /// The base of each type that only the base's page says to be derived from it.
    bases: BTreeMap<QualifiedName, QualifiedName>,
    /// The type that a missing page would be about, by folder and file.
    missing: BTreeMap<String, QualifiedName>,
}

/// A declared type and the places that describe it.
#[derive(Debug)]
pub(crate) struct Declared<'a> {
    pub(crate) name: QualifiedName,
    pub(crate) kind: DeclaredKind<'a>,
}

/// What kind of type is declared, and where.
#[derive(Debug)]
pub(crate) enum DeclaredKind<'a> {
    /// What the pages that describe a structured type say of it.
    Structured(Vec<TypeSection<'a>>),
    /// The pages and what each says of the members.
    Enum(Vec<(PageId, &'a EnumTable)>),
}

impl<'a> Declared<'a> {
    /// What pages say of a structured type.
    pub(crate) fn parts(&self) -> &[TypeSection<'a>] {
        match &self.kind {
            DeclaredKind::Structured(parts) => parts,
            DeclaredKind::Enum(_) => &[],
        }
    }
}

impl<'a> Declarations<'a> {
    /// Adds the enums of properties whose rows call them texts.
    pub(crate) fn share(&mut self, shared: BTreeMap<Span, QualifiedName>) {
        self.shared = shared;
    }

    /// Takes in the types that only their bases' pages say to be derived from these.
    pub(crate) fn derive(&mut self, bases: BTreeMap<QualifiedName, QualifiedName>) {
        self.bases = bases;
    }

    /// The base whose page says that a type is derived from it.
    pub(crate) fn base_by_page(&self, derived: &QualifiedName) -> Option<&QualifiedName> {
        self.bases.get(derived)
    }

    /// The enum that belongs to the property that a row describes.
    pub(crate) fn owned(&self, row: Span) -> Option<&QualifiedName> {
        self.owned.get(&row)
    }

    /// The enum of the property that a row describes, where its type column does not name it.
    pub(crate) fn of_row(&self, row: Span) -> Option<&QualifiedName> {
        self.owned(row).or_else(|| self.shared(row))
    }

    /// The enums that belong to one property.
    pub(crate) fn all_owned(&self) -> BTreeSet<&QualifiedName> {
        self.owned.values().collect()
    }

    /// The enum of a property whose row calls it a text.
    pub(crate) fn shared(&self, row: Span) -> Option<&QualifiedName> {
        self.shared.get(&row)
    }

    /// Adds a type unless it is there, and gives its kind.
    pub(crate) fn declare(
        &mut self,
        name: QualifiedName,
        kind: impl FnOnce() -> DeclaredKind<'a>,
    ) -> &mut DeclaredKind<'a> {
        let plain = self.plain.entry(name.name.to_lowercase()).or_default();
        self.namespaces.insert(name.namespace.to_lowercase());
        let declared = self.types.entry(key(&name)).or_insert_with(|| {
            plain.push(name.clone());
            Declared { name, kind: kind() }
        });
        &mut declared.kind
    }

    /// All declared types in the order of their names.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Declared<'a>> {
        self.types.values()
    }

    /// The type of this exact name, but for case.
    pub(crate) fn get(&self, name: &QualifiedName) -> Option<&Declared<'a>> {
        self.types.get(&key(name))
    }

    /// The type that a page is about.
    pub(crate) fn of_page(&self, page: FileId) -> Option<&Declared<'a>> {
        self.pages.get(&page).and_then(|name| self.get(name))
    }

    /// The type that a section of a page describes.
    pub(crate) fn of_section(&self, page: FileId, anchor: &str) -> Option<&Declared<'a>> {
        self.sections.get(&(page, anchor.to_lowercase())).and_then(|name| self.get(name))
    }

    /// What pages say of the structured type of this name.
    pub(crate) fn parts(&self, name: &QualifiedName) -> &[TypeSection<'a>] {
        self.get(name).map_or(&[], Declared::parts)
    }

    /// Declares the type that a missing page would be about.
    pub(crate) fn declare_missing(&mut self, place: String, name: QualifiedName) {
        self.declare(name.clone(), || DeclaredKind::Structured(Vec::new()));
        self.missing.insert(place, name);
    }

    /// The type that a missing page would be about.
    pub(crate) fn of_missing(&self, place: &str) -> Option<&Declared<'a>> {
        self.missing.get(place).and_then(|name| self.get(name))
    }

    /// The type that `text`, written where `namespace` holds, names: qualified, in the namespace, in the namespace
    /// that encloses it, or anywhere if only one namespace has it.
    pub(crate) fn find(&self, namespace: &str, text: &str) -> Option<&Declared<'a>> {
        let text = text.trim().trim_start_matches('#');
        if let Some((other, name)) = text.rsplit_once('.') {
            let found = self.get(&QualifiedName::new(other, name));
            // If no page uses a short namespace, such as `NAV` or `Microsoft.NAV`, only the name is compared.
            let is_short = other.matches('.').count() < 2
                && !other.contains(char::is_whitespace)
                && !other.eq_ignore_ascii_case("edm");
            return found.or_else(|| match is_short && !self.namespaces.contains(&other.to_lowercase()) {
                true => self.find(namespace, name),
                false => None,
            });
        }
        let mut enclosing = namespace;
        loop {
            let qualified = QualifiedName::new(enclosing, text);
            if let Some(found) = self.get(&qualified) {
                return Some(found);
            }
            match enclosing.rsplit_once('.') {
                Some((outer, _)) => enclosing = outer,
                None => break,
            }
        }
        match self.plain.get(&text.to_lowercase()).map(Vec::as_slice) {
            Some([only]) => self.get(only),
            _ => None,
        }
    }
}

fn key(name: &QualifiedName) -> String {
    name.to_string().to_lowercase()
}
