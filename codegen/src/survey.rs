//! What became of the pages, for people who look at all of them: what each page says is which item, and which finding is
//! about which item.

mod places;

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::format::Address;
use crate::model::{Areas, Basis, Model, Operation, QualifiedName, by_page};
use crate::names::{ItemName, Names, OperationNames};
use crate::options::{Lint, Options, Summary};
use crate::page::{Page, PageKind};
use crate::source::{FileId, Sources};
use places::Places;

/// What became of the pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Survey {
    /// What the run counted.
    pub summary: Summary,
    /// The pages in the order of their paths.
    pub pages: Vec<SurveyedPage>,
    /// The operations in the order of the pages.
    pub operations: Vec<SurveyedOperation>,
    /// The types in the order of their names.
    pub types: Vec<SurveyedType>,
    /// The findings in the order of their places, without those that the pages let stand.
    pub findings: Vec<SurveyedFinding>,
    /// How many more there are that the pages let stand.
    pub let_stand: usize,
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyedPage {
    /// The page.
    pub file: FileId,
    /// Its path for people.
    pub path: String,
    /// Its first heading.
    pub title: String,
    /// What its content is, whatever its label says.
    pub kind: SurveyedKind,
    /// The part of the API that it belongs to.
    pub area: String,
    /// Where it is published, where the options tell.
    pub url: Option<String>,
    /// How many messages it shows as examples.
    pub examples: usize,
    /// How many of these the crate is tested with.
    pub tested: usize,
}

/// What a page's content is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SurveyedKind {
    /// It shows routes.
    Operation,
    /// It describes the properties of a type.
    Resource,
    /// It lists the members of an enum.
    Enum,
    /// None of these.
    Other,
}

/// An operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyedOperation {
    /// The method.
    pub method: String,
    /// The path, with the part of the query that belongs to the call.
    pub path: String,
    /// The function.
    pub item: Item,
    /// The area of its first page.
    pub area: String,
    /// The pages that document it, or the one that the missing page would stand beside.
    pub pages: Vec<FileId>,
    /// What its answer rests on.
    pub rests_on: &'static str,
    /// Whether that is a guess.
    pub is_guessed: bool,
    /// How many messages the pages show as its examples.
    pub examples: usize,
    /// How many of these the crate is tested with.
    pub tested: usize,
}

/// A type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyedType {
    /// The name in the API.
    pub name: String,
    /// The struct or enum.
    pub item: Item,
    /// The area.
    pub area: String,
    /// The pages that describe it, or whose operation it is made for.
    pub pages: Vec<FileId>,
    /// How many properties or members it has.
    pub members: usize,
}

/// A finding and what it concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyedFinding {
    /// The finding.
    pub diagnostic: Diagnostic,
    /// The items that come of the finding's very lines; none where it is about the page as a whole.
    pub items: Vec<Item>,
}

/// An item of the crate.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Item {
    /// Its path below the crate: `reader::Reader::card_number`.
    pub path: String,
    /// Where rustdoc shows it, below the crate's folder: `reader/struct.Reader.html#structfield.card_number`.
    pub doc: String,
}

impl Item {
    fn new(name: &ItemName, kind: &str) -> Self {
        let (modules, name) = (&name.module, &name.ident);
        let path: String = modules.iter().map(|module| format!("{}::", &**module)).collect();
        let folder: String = modules.iter().map(|module| format!("{}/", &**module)).collect();
        Item { path: format!("{path}{}", &**name), doc: format!("{folder}{kind}.{}.html", &**name) }
    }

    fn of_operation(names: &OperationNames) -> Self {
        Item::new(&names.function, "fn")
    }

    /// A field or variant of this type.
    fn member(&self, name: &str, kind: &str) -> Self {
        Item { path: format!("{}::{name}", self.path), doc: format!("{}#{kind}.{name}", self.doc) }
    }
}

/// Surveys what was read and named.
pub(crate) fn survey(
    sources: &Sources,
    options: &Options,
    pages: &BTreeMap<FileId, Page>,
    model: &Model,
    names: &Names,
    lint: Lint,
) -> Survey {
    let places = Places::of(sources, pages, model, names);
    let found = |diagnostic: Diagnostic| SurveyedFinding { items: places.items(&diagnostic), diagnostic };
    let operations = by_page(&model.operations).into_iter();
    let operations = operations.filter_map(|(key, operation)| Some((operation, names.operation(key)?)));
    Survey {
        summary: lint.summary,
        let_stand: lint.let_stand,
        pages: pages.values().map(|page| surveyed_page(page, sources, options, model)).collect(),
        operations: operations
            .map(|(operation, names)| surveyed_operation(operation, names, model))
            .collect(),
        types: types(model, names),
        findings: lint.findings.into_iter().map(found).collect(),
    }
}

fn surveyed_page(page: &Page, sources: &Sources, options: &Options, model: &Model) -> SurveyedPage {
    let count = model.examples.get(&page.file).copied().unwrap_or_default();
    let (_, path) = sources.location(page.file);
    SurveyedPage {
        file: page.file,
        path: sources.display_path(page.file),
        title: page.title.value.clone(),
        kind: match page.kind {
            PageKind::Api => SurveyedKind::Operation,
            PageKind::Resource => SurveyedKind::Resource,
            PageKind::Enum => SurveyedKind::Enum,
            PageKind::Other => SurveyedKind::Other,
        },
        area: area_of_page(&model.areas, Some(page.file)),
        url: options.page_url.as_ref().map(|template| Address::page(template, path).into_text()),
        examples: count.shown,
        tested: count.shown.saturating_sub(count.untested),
    }
}

fn area_of_page(areas: &Areas, page: Option<FileId>) -> String {
    page.and_then(|page| areas.pages.get(&page)).map_or_else(String::new, |area| area.0.clone())
}

fn surveyed_operation(operation: &Operation, names: &OperationNames, model: &Model) -> SurveyedOperation {
    let (path, call) = operation.template();
    let examples = places::examples(operation);
    let mut pages: Vec<FileId> = operation.homes().collect();
    pages.dedup();
    SurveyedOperation {
        method: operation.method.to_string(),
        path: path + &call,
        item: Item::of_operation(names),
        area: area_of_page(&model.areas, pages.first().copied()),
        pages,
        rests_on: operation.basis.words(),
        is_guessed: operation.basis == Basis::Guess,
        examples: examples.clone().count(),
        tested: examples.filter(|example| example.holds).count(),
    }
}

fn types(model: &Model, names: &Names) -> Vec<SurveyedType> {
    let surveyed = |name: &QualifiedName, kind: &str, pages: &[FileId], members: usize| {
        let area = model.areas.types.get(name).map_or_else(String::new, |area| area.0.clone());
        let item = Item::new(names.type_(name)?, kind);
        Some(SurveyedType { name: name.to_string(), item, area, pages: pages.to_vec(), members })
    };
    let structured = model.structured.iter().filter_map(|(name, type_)| {
        let pages = &type_.description.pages;
        let pages = if pages.is_empty() { type_.owner.as_slice() } else { pages };
        surveyed(name, "struct", pages, type_.properties.len())
    });
    let enums = model
        .enums
        .iter()
        .filter_map(|(name, type_)| surveyed(name, "enum", &type_.description.pages, type_.members.len()));
    structured.chain(enums).collect()
}
