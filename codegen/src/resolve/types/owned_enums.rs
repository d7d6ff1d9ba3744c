//! Enums that belong to one property: the type column says `Enum`, or a text, and a list or a table of the same page tells
//! the members.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::inline_enums;
use super::listing::listed;
use super::type_section::{TypeSection, name_of, parts};
use crate::model::QualifiedName;
use crate::page::{EnumTable, Page, PageKind, Pages, Row, TypeSpelling};
use crate::primitive::Primitive;
use crate::source::{PageId, Sources, Span, Spanned};
use crate::text::{lower_first, upper_first};

/// The enum of one property.
#[derive(Clone, Debug)]
pub(crate) struct Owned {
    pub(crate) page: PageId,
    /// The row that describes the property.
    pub(crate) row: Span,
    /// The members, below the name that the enum gets.
    pub(crate) table: EnumTable,
}

/// The enums of single properties, and the tables that list their members.
#[derive(Clone, Debug, Default)]
pub(crate) struct OwnedEnums {
    pub(crate) list: Vec<Owned>,
    pub(crate) tables: BTreeSet<Span>,
    rows: BTreeSet<Span>,
}

/// Words that say that a property's values stand in a table further down.
const BELOW: [&str; 5] =
    ["listed below", "following table", "table below", "values below", "described below"];

/// Finds the enums of single properties on all pages.
pub(crate) fn of(pages: &Pages, sources: &Sources) -> OwnedEnums {
    let named = named(pages);
    let mut found = OwnedEnums::default();
    for page in pages.values() {
        match page.kind {
            PageKind::Resource => {
                for part in parts(page) {
                    found.add_part(&part, &name_of(&part, sources), &named);
                }
            }
            PageKind::Api => {
                let words = page.names.words.split('_').map(upper_first).collect::<String>();
                let owner = QualifiedName::new(page.namespace(), lower_first(&words));
                let api = &page.api;
                for row in api.request_body.rows.iter().chain(&api.parameters).chain(&api.function_parameters)
                {
                    found.add_listed(page, row, &owner);
                }
            }
            PageKind::Enum | PageKind::Other => {}
        }
    }
    found
}

impl OwnedEnums {
    fn add_part(&mut self, part: &TypeSection<'_>, owner: &QualifiedName, named: &BTreeSet<String>) {
        let rows: Vec<&Row> = part.resource.properties.iter().chain(&part.resource.relationships).collect();
        let mut open: BTreeMap<String, VecDeque<&Row>> = BTreeMap::new();
        for row in rows.iter().copied().filter(|row| is_text(row)) {
            open.entry(row.name.value.to_ascii_lowercase()).or_default().push_back(row);
        }
        let free = |table: &&EnumTable| !named.contains(&table.name.value.to_lowercase());
        let tables: Vec<&EnumTable> = part.page.enums.iter().filter(free).collect();
        let mut rest = Vec::new();
        for table in tables {
            let named = open.get_mut(&table.name.value.to_ascii_lowercase());
            match named.and_then(VecDeque::pop_front) {
                Some(row) => self.add(part.page, row, owner, table.clone()),
                None => rest.push(table),
            }
        }
        let is_known =
            |table: &EnumTable| rows.iter().any(|row| row.name.value.eq_ignore_ascii_case(&table.name.value));
        let points = |row: &&Row| {
            let words = row.description.plain().to_lowercase();
            BELOW.iter().any(|below| words.contains(below)) && listed(&row.description).is_empty()
        };
        let pointing: Vec<&Row> = open.into_values().flatten().filter(points).collect();
        if let ([row], [table]) = (pointing.as_slice(), rest.as_slice())
            && !is_known(table)
        {
            self.add(part.page, row, owner, (*table).clone());
        }
        for row in rows {
            if !self.rows.contains(&row.span) {
                self.add_listed(part.page, row, owner);
            }
        }
    }

    /// Adds the enum of a row whose type is `Enum`, if its description lists members.
    fn add_listed(&mut self, page: &Page, row: &Row, owner: &QualifiedName) {
        let Some(spelling) = row.type_.as_ref().filter(|spelling| spelling.own_enum) else { return };
        let members = listed(&row.description);
        if !members.is_empty() {
            let table = inline_enums::list(Spanned::new(String::new(), spelling.span), members, row);
            self.add(page, row, owner, table);
        }
    }

    fn add(&mut self, page: &Page, row: &Row, owner: &QualifiedName, mut table: EnumTable) {
        self.tables.insert(table.span);
        let property = &row.name.value;
        let name = match property.to_lowercase().starts_with(&owner.name.to_lowercase()) {
            true => lower_first(property),
            false => lower_first(&owner.name) + &upper_first(property),
        };
        let name = QualifiedName::new(&owner.namespace, name);
        table.name.value = name.to_string();
        self.rows.insert(row.span);
        self.list.push(Owned { page: page.id, row: row.span, table });
    }
}

/// Whether a row says that its property is a text, or an enum without a name.
fn is_text(row: &Row) -> bool {
    let is_text =
        |spelling: &TypeSpelling| spelling.own_enum || spelling.primitive == Some(Primitive::String);
    row.type_.as_ref().is_none_or(is_text)
}

/// The names in all type columns, in lower case: an enum of such a name is shared.
fn named(pages: &Pages) -> BTreeSet<String> {
    let rows = pages.values().flat_map(|page| {
        let resources = page.resources().flat_map(|it| it.properties.iter().chain(&it.relationships));
        let api = &page.api;
        resources.chain(&api.request_body.rows).chain(&api.parameters).chain(&api.function_parameters)
    });
    let spellings = rows.filter_map(|row| row.type_.as_ref()).filter(|spelling| spelling.primitive.is_none());
    spellings.map(|spelling| spelling.name.rsplit('.').next().unwrap_or_default().to_lowercase()).collect()
}
