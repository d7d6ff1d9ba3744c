//! Names first: which types the pages declare, and on which pages each of them stands.

use std::collections::{BTreeMap, BTreeSet};

use super::owned_enums::OwnedEnums;
use super::type_section::{TypeSection, annotated_name, name_of, parts, qualified};
use crate::model::QualifiedName;
use crate::page::{EnumTable, Page, PageKind, Pages, outline};
use crate::source::{FileId, Sources, Span};
use crate::text::lower_first;

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
    Enum(Vec<(FileId, &'a EnumTable)>),
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
    /// Structured types win over enums of the same name (an "options" table under a resource's name is not a type), and
    /// tables of members over the `inline` lists in descriptions.
    pub(crate) fn of(
        pages: &'a Pages,
        inline: &'a BTreeMap<FileId, Vec<EnumTable>>,
        owned: &'a OwnedEnums,
        sources: &Sources,
    ) -> Self {
        let mut declarations = Declarations::default();
        for (id, page) in pages.iter().filter(|(_, page)| page.kind == PageKind::Resource) {
            for part in parts(page) {
                let name = name_of(&part, sources);
                match &part.resource.heading {
                    Some(heading) => {
                        let place = (*id, outline::anchor(&heading.value));
                        declarations.sections.entry(place).or_insert_with(|| name.clone());
                    }
                    None => drop(declarations.pages.entry(*id).or_insert_with(|| name.clone())),
                }
                declarations.describe(name, part);
            }
        }
        // A page of an operation may show what it takes as an annotated block.
        for page in pages.values().filter(|page| page.kind == PageKind::Api) {
            for part in parts(page) {
                let name = annotated_name(&part).filter(|name| declarations.get(name).is_none());
                if let Some(name) = name {
                    declarations.describe(name, part);
                }
            }
        }
        for (id, page) in pages {
            for table in page.enums.iter().filter(|table| !owned.tables.contains(&table.span)) {
                let name = declarations.declare_enum(page, table);
                if page.kind == PageKind::Enum && page.enums.len() == 1 {
                    declarations.pages.insert(*id, name);
                }
            }
        }
        let by_tables: Vec<String> = declarations.types.keys().cloned().collect();
        for (id, tables) in inline {
            let Some(page) = pages.get(id) else { continue };
            for table in tables {
                let known =
                    declarations.find(page.namespace(), &table.name.value).map(|known| key(&known.name));
                match known.filter(|known| by_tables.binary_search(known).is_ok()) {
                    // A list in prose adds to the table beside it.
                    Some(known) => declarations.add_members(&known, page, table),
                    None => drop(declarations.declare_enum(page, table)),
                }
            }
        }
        for enum_ in &owned.list {
            let Some(page) = pages.get(&enum_.page) else { continue };
            let name = declarations.declare_owned(page, &enum_.table);
            declarations.owned.insert(enum_.row, name);
        }
        declarations
    }

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

    fn add_members(&mut self, known: &str, page: &Page, table: &'a EnumTable) {
        if let Some(Declared { kind: DeclaredKind::Enum(places), .. }) = self.types.get_mut(known)
            && !table.members.is_empty()
        {
            places.push((page.file, table));
        }
    }

    /// Declares the enum of one property. Its name is made up, so a type that already has the name keeps it.
    fn declare_owned(&mut self, page: &Page, table: &'a EnumTable) -> QualifiedName {
        let mut name = qualified(page, &table.name.value);
        if self.get(&name).is_some() {
            name = QualifiedName::new(name.namespace.as_str(), format!("{}Values", name.name));
        }
        self.declare(name.clone(), || DeclaredKind::Enum(Vec::new()));
        if let Some(Declared { kind: DeclaredKind::Enum(places), .. }) = self.types.get_mut(&key(&name)) {
            places.push((page.file, table));
        }
        name
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

    fn describe(&mut self, name: QualifiedName, part: TypeSection<'a>) {
        match self.declare(name, || DeclaredKind::Structured(Vec::new())) {
            DeclaredKind::Structured(parts) => parts.push(part),
            DeclaredKind::Enum(_) => {}
        }
    }

    fn declare_enum(&mut self, page: &Page, table: &'a EnumTable) -> QualifiedName {
        let name = qualified(page, &table.name.value);
        let name = QualifiedName::new(name.namespace.as_str(), lower_first(&name.name));
        match self.declare(name.clone(), || DeclaredKind::Enum(Vec::new())) {
            DeclaredKind::Enum(places) => places.push((page.file, table)),
            DeclaredKind::Structured(_) => {}
        }
        name
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
