//! Names first: which types the pages declare, and on which pages each of them stands.

use std::collections::BTreeMap;

use crate::model::QualifiedName;
use crate::page::{EnumTable, Page, PageKind};
use crate::source::{FileId, Sources, file_stem};
use crate::text::{lower_first, upper_first};

/// Every type that some page declares, found by name without regard to case.
#[derive(Debug, Default)]
pub(crate) struct Declarations<'a> {
    types: BTreeMap<String, Declared<'a>>,
    /// The qualified names of a plain name.
    plain: BTreeMap<String, Vec<QualifiedName>>,
    /// The type that a page is about.
    pages: BTreeMap<FileId, QualifiedName>,
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
    /// The pages that describe a structured type.
    Structured(Vec<FileId>),
    /// The pages and what each says of the members.
    Enum(Vec<(FileId, &'a EnumTable)>),
}

impl<'a> Declarations<'a> {
    /// Structured types win over enums of the same name (an "options" table under a resource's name is no type), and
    /// tables of members over the `inline` lists in descriptions.
    pub(crate) fn of(
        pages: &'a BTreeMap<FileId, Page>,
        inline: &'a BTreeMap<FileId, Vec<EnumTable>>,
        sources: &Sources,
    ) -> Self {
        let mut declarations = Declarations::default();
        for (id, page) in pages.iter().filter(|(_, page)| page.kind == PageKind::Resource) {
            let name = resource_name(page, sources);
            declarations.pages.insert(*id, name.clone());
            match declarations.declare(name, || DeclaredKind::Structured(Vec::new())) {
                DeclaredKind::Structured(pages) => pages.push(*id),
                DeclaredKind::Enum(_) => {}
            }
        }
        for (id, page) in pages {
            for table in &page.enums {
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
                let known = declarations.find(page.namespace(), &table.name.value);
                if known.is_none_or(|known| by_tables.binary_search(&key(&known.name)).is_err()) {
                    declarations.declare_enum(page, table);
                }
            }
        }
        declarations
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

/// The name of a resource: the annotation's, else the title's, else the file's.
fn resource_name(page: &Page, sources: &Sources) -> QualifiedName {
    let annotated = page.resource.representations.iter().find_map(|representation| {
        representation.annotation.as_ref().and_then(|annotation| annotation.odata_type.as_ref())
    });
    if let Some(annotated) = annotated {
        return qualified(page, &annotated.value);
    }
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
    const KIND: [&str; 7] = ["resource", "resouce", "type", "facet", "complex", "enum", "entity"];
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
