//! Names first: which types the pages declare, and on which pages each of them stands.

use std::collections::{BTreeMap, BTreeSet};

use super::owned_enums::OwnedEnums;
use super::shared_enums;
use crate::model::{QualifiedName, Section};
use crate::page::{EnumTable, Page, PageKind, ResourcePart, outline};
use crate::source::{FileId, Sources, Span, file_stem};
use crate::text::{RichText, lower_first, upper_first};

/// Every type that some page declares, found by name without regard to case.
#[derive(Debug, Default)]
pub(crate) struct Declarations<'a> {
    types: BTreeMap<String, Declared<'a>>,
    /// The qualified names of a plain name.
    plain: BTreeMap<String, Vec<QualifiedName>>,
    /// The type that a page is about.
    pages: BTreeMap<FileId, QualifiedName>,
    /// The types of a page's sections, by what links to them have behind their `#`.
    sections: BTreeMap<(FileId, String), QualifiedName>,
    /// The enums of single properties, by the rows that describe these.
    owned: BTreeMap<Span, QualifiedName>,
    /// The enums whose values properties have that their rows call texts.
    shared: BTreeMap<Span, QualifiedName>,
    /// The type that a page which is not there would be about, by folder and file.
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

/// A page, and what it or a section of it says of a structured type.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TypeSection<'a> {
    pub(crate) page: &'a Page,
    pub(crate) resource: &'a ResourcePart,
}

impl<'a> TypeSection<'a> {
    /// What a page says of its own type.
    pub(crate) fn of(page: &'a Page) -> Self {
        TypeSection { page, resource: &page.resource }
    }

    /// What a link to the type leads to. An operation's page is about the operation.
    pub(crate) fn place(&self) -> Option<Section> {
        let anchor = self.resource.heading.as_ref().map(|heading| outline::anchor(&heading.value));
        (self.is_own() || anchor.is_some()).then_some(Section { page: self.page.file, anchor })
    }

    /// Whether the page as a whole is about the type.
    fn is_own(&self) -> bool {
        self.page.kind == PageKind::Resource && std::ptr::eq(&self.page.resource, self.resource)
    }

    /// The paragraphs about the type.
    pub(crate) fn summary(&self) -> Vec<RichText> {
        let told = if self.is_own() { &self.page.summary } else { &self.resource.summary };
        told.iter().chain(&self.resource.remarks).cloned().collect()
    }

    /// The notice that the type is deprecated: a page's notice is about its own type.
    pub(crate) fn deprecation(&self) -> Option<RichText> {
        self.page.deprecation.clone().filter(|_| self.is_own())
    }
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
    /// Structured types win over enums of the same name (an "options" table under a resource's name is no type), and
    /// tables of members over the `inline` lists in descriptions.
    pub(crate) fn of(
        pages: &'a BTreeMap<FileId, Page>,
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
                    // What prose lists beside a table adds to it.
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
        declarations.shared = shared_enums::of(&declarations, pages, sources);
        declarations
    }

    fn add_members(&mut self, known: &str, page: &Page, table: &'a EnumTable) {
        if let Some(Declared { kind: DeclaredKind::Enum(places), .. }) = self.types.get_mut(known)
            && !table.members.is_empty()
        {
            places.push((page.file, table));
        }
    }

    /// Declares the enum of one property. Its name is made up: what is called so already stays as it is.
    fn declare_owned(&mut self, page: &Page, table: &'a EnumTable) -> QualifiedName {
        let mut name = qualified(page, &table.name.value);
        if self.get(&name).is_some() {
            name.name.push_str("Values");
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

    /// The enum whose values the property has that a row calls a text.
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
        let mut name = qualified(page, &table.name.value);
        name.name = lower_first(&name.name);
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
        if let Some((namespace, name)) = text.rsplit_once('.') {
            let qualified = QualifiedName::new(namespace, name);
            return self.get(&qualified);
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

/// Splits a qualified name as an annotation writes it; a plain one lives in the page's namespace.
pub(crate) fn qualified(page: &Page, text: &str) -> QualifiedName {
    let text = text.trim().trim_start_matches('#');
    match text.rsplit_once('.') {
        Some((namespace, name)) => QualifiedName::new(namespace, name),
        None => QualifiedName::new(page.namespace(), text),
    }
}

/// What a page says of its own type, if it says anything of it, and of those that its sections describe.
pub(crate) fn parts(page: &Page) -> impl Iterator<Item = TypeSection<'_>> {
    page.resources()
        .filter(|resource| resource.describes_type())
        .map(move |resource| TypeSection { page, resource })
}

/// The name of a type: the annotation's, else that of the section's heading, the page's title or the file.
pub(crate) fn name_of(part: &TypeSection<'_>, sources: &Sources) -> QualifiedName {
    annotated_name(part).unwrap_or_else(|| match &part.resource.heading {
        Some(heading) => section_name(part.page, &heading.value),
        None => page_name(part.page, sources),
    })
}

fn annotated_name(part: &TypeSection<'_>) -> Option<QualifiedName> {
    let annotated = part.resource.annotations().find_map(|annotation| annotation.odata_type.as_ref());
    annotated.map(|annotated| qualified(part.page, &annotated.value))
}

/// The name in a section's heading, which may be a qualified one.
fn section_name(page: &Page, heading: &str) -> QualifiedName {
    let namespace = heading.split_whitespace().next().and_then(|first| first.rsplit_once('.'));
    let namespace = namespace.map_or_else(|| page.namespace(), |(namespace, _)| namespace);
    let name = title_name(heading).unwrap_or_else(|| heading.to_owned());
    QualifiedName::new(namespace, name)
}

/// The name of a resource that a whole page is about.
fn page_name(page: &Page, sources: &Sources) -> QualifiedName {
    let stem = file_stem(&sources.get(page.file).path);
    let name = match title_name(&page.title.value) {
        // A title in the plural beside a file in the singular names many of what the file names one of.
        Some(title) if is_plural_of(&title, stem) => title[..title.len() - 1].to_owned(),
        Some(title) => title,
        None => stem.rsplit(['-', '_']).next().unwrap_or(stem).to_owned(),
    };
    QualifiedName::new(page.namespace(), name)
}

/// Whether the file is named for one of what the title names many of.
fn is_plural_of(title: &str, stem: &str) -> bool {
    let title = title.to_lowercase();
    let file = stem.rsplit(['-', '_']).next().unwrap_or(stem).to_lowercase();
    title.strip_suffix('s').is_some_and(|one| one == file)
}

/// The name in a title such as "customerPayment resource type" or "Audio facet".
fn title_name(title: &str) -> Option<String> {
    const KIND: [&str; 8] = ["resource", "resouce", "type", "facet", "complex", "enum", "entity", "object"];
    let words: Vec<&str> = title
        .split_whitespace()
        .take_while(|word| !KIND.contains(&word.to_lowercase().as_str()) && !word.starts_with('('))
        .collect();
    let (first, rest) = words.split_first()?;
    let first = first.rsplit('.').next().unwrap_or(first);
    let name = rest.iter().fold(lower_first(first), |name, word| name + &upper_first(word));
    let name: String = name.chars().filter(|letter| letter.is_alphanumeric() || *letter == '_').collect();
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_its_resource_without_the_words_around_it() {
        let name = |title: &str| title_name(title).unwrap_or_default();
        assert_eq!(name("customerPayment resource type"), "customerPayment");
        assert_eq!(name("Audio facet"), "audio");
        assert_eq!(name("account resource type (v1.0)"), "account");
        assert_eq!(name("Trial balance resource type"), "trialBalance");
        assert_eq!(name("resource type"), "");
    }

    #[test]
    fn a_plural_title_over_a_singular_file_is_told() {
        assert!(is_plural_of("customerPayments", "dynamics-customerpayment"));
        assert!(!is_plural_of("currencies", "dynamics-currencies"));
    }
}
