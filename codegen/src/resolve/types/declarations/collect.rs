//! Collecting the declarations from the pages.

use std::collections::{BTreeMap, BTreeSet};

use super::{Declarations, Declared, DeclaredKind, key};
use crate::diagnostic::{Code, Diagnostics};
use crate::limits;
use crate::model::QualifiedName;
use crate::page::{EnumTable, Page, PageKind, Pages, outline};
use crate::resolve::types::owned_enums::OwnedEnums;
use crate::resolve::types::type_section::{TypeSection, annotated_name, name_of, parts, qualified};
use crate::source::{PageId, Sources, file_stem};
use crate::text::{letters, lower_first};

impl<'a> Declarations<'a> {
    /// Structured types win over enums of the same name (an "options" table under a resource's name is not a type), and
    /// tables of members over the `inline` lists in descriptions.
    pub(crate) fn of(
        pages: &'a Pages,
        inline: &'a BTreeMap<PageId, Vec<EnumTable>>,
        owned: &'a OwnedEnums,
        sources: &Sources,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let mut declarations = Declarations::default();
        for (id, page) in pages.iter().filter(|(_, page)| page.kind == PageKind::Resource) {
            declarations.describe_resource(*id, page, sources);
        }
        // A page of an operation may show what it takes as an annotated block.
        for page in pages.values().filter(|page| page.kind == PageKind::Api) {
            declarations.describe_annotated(page);
        }
        declarations.put_own_pages_first(sources);
        for page in pages.values() {
            declarations.declare_enums(page, owned);
        }
        declarations.declare_inline(pages, inline);
        let mut of_properties = BTreeSet::new();
        for enum_ in &owned.list {
            let Some(page) = pages.get(&enum_.page) else { continue };
            let Some(name) = declarations.declare_owned(page, &enum_.table, &of_properties) else {
                let message = format!(
                    "other types have the name `{}` and similar names; the crate has no enum of these members",
                    qualified(page, &enum_.table.name.value)
                );
                diagnostics.report(Code::OverLimit, enum_.table.span, message);
                continue;
            };
            of_properties.insert(name.clone());
            declarations.owned.insert(enum_.row, name);
        }
        declarations
    }

    /// The types of a resource's page: its own, and those of its sections.
    fn describe_resource(&mut self, id: PageId, page: &'a Page, sources: &Sources) {
        for part in parts(page) {
            let name = name_of(&part, sources);
            match &part.resource.heading {
                Some(heading) => {
                    let place = (id.file, outline::anchor(&heading.value));
                    self.sections.entry(place).or_insert_with(|| name.clone());
                }
                None => drop(self.pages.entry(id.file).or_insert_with(|| name.clone())),
            }
            self.describe(name, part);
        }
    }

    /// Of the pages on one type, the one whose file has the type's name is the type's own, else the one whose file has the shortest
    /// name: others add the words of an area that tells of its own part of the type, or have the type in a section.
    fn put_own_pages_first(&mut self, sources: &Sources) {
        let stem = |part: &TypeSection<'_>| file_stem(&sources.get(part.page.id.file).path);
        for declared in self.types.values_mut() {
            let DeclaredKind::Structured(parts) = &mut declared.kind else { continue };
            let name: String = letters(&declared.name.name).collect();
            let places = parts.iter().enumerate();
            let own = places.min_by_key(|(_, part)| {
                let stem = stem(part);
                (!part.is_own(), !letters(stem).eq(name.chars()), stem.len())
            });
            if let Some((own, _)) = own {
                parts[..=own].rotate_right(1);
            }
        }
    }

    fn describe_annotated(&mut self, page: &'a Page) {
        for part in parts(page) {
            if let Some(name) = annotated_name(&part).filter(|name| self.get(name).is_none()) {
                self.describe(name, part);
            }
        }
    }

    /// The enums of a page's tables, but for those that belong to one property.
    fn declare_enums(&mut self, page: &'a Page, owned: &OwnedEnums) {
        for table in page.enums.iter().filter(|table| !owned.tables.contains(&table.span)) {
            let name = self.declare_enum(page, table);
            if page.kind == PageKind::Enum && page.enums.len() == 1 {
                self.pages.insert(page.id.file, name);
            }
        }
    }

    /// The enums of lists in prose. A list adds to the table of the same enum.
    fn declare_inline(&mut self, pages: &Pages, inline: &'a BTreeMap<PageId, Vec<EnumTable>>) {
        let by_tables: BTreeSet<String> = self.types.keys().cloned().collect();
        for (id, tables) in inline {
            let Some(page) = pages.get(id) else { continue };
            for table in tables {
                let known = self.find(page.namespace(), &table.name.value).map(|known| key(&known.name));
                match known.filter(|known| by_tables.contains(known)) {
                    Some(known) => self.add_members(&known, page, table),
                    None => drop(self.declare_enum(page, table)),
                }
            }
        }
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
            DeclaredKind::Enum(places) => places.push((page.id, table)),
            DeclaredKind::Structured(_) => {}
        }
        name
    }

    fn add_members(&mut self, known: &str, page: &Page, table: &'a EnumTable) {
        if let Some(Declared { kind: DeclaredKind::Enum(places), .. }) = self.types.get_mut(known)
            && !table.members.is_empty()
        {
            places.push((page.id, table));
        }
    }

    /// Declares the enum of one property; `of_properties` are those before. Its name is made up, so a type that already has the
    /// name keeps it; but what another page on the property's type lists are members of the same enum.
    fn declare_owned(
        &mut self,
        page: &Page,
        table: &'a EnumTable,
        of_properties: &BTreeSet<QualifiedName>,
    ) -> Option<QualifiedName> {
        let wanted = qualified(page, &table.name.value);
        let is_another = |known: &Declared<'_>| match &known.kind {
            DeclaredKind::Enum(places) => {
                !of_properties.contains(&known.name) || places.iter().any(|(place, _)| *place == page.id)
            }
            DeclaredKind::Structured(_) => true,
        };
        let is_free = |name: &QualifiedName| !self.get(name).is_some_and(is_another);
        let ends = (2..=limits::ENUMS_OF_ONE_NAME).map(|number| format!("Values{number}"));
        let mut names = [String::new(), "Values".to_owned()]
            .into_iter()
            .chain(ends)
            .map(|end| QualifiedName::new(wanted.namespace.as_str(), format!("{}{end}", wanted.name)));
        let name = names.find(is_free)?;
        if let DeclaredKind::Enum(places) = self.declare(name.clone(), || DeclaredKind::Enum(Vec::new())) {
            places.push((page.id, table));
        }
        Some(name)
    }
}
