//! From the model and the names to the survey.

use super::places::{self, Places};
use super::{
    Survey, SurveyedFinding, SurveyedItem, SurveyedKind, SurveyedOperation, SurveyedPage, SurveyedType,
};
use crate::api::Api;
use crate::diagnostic::Diagnostic;
use crate::emit;
use crate::format::Address;
use crate::links::Links;
use crate::model::{ApiModel, Areas, Basis, Operation, QualifiedName, by_page};
use crate::names::{ItemName, Names, OperationNames};
use crate::options::Options;
use crate::page::{Page, PageKind};
use crate::source::{FileId, Sources};

/// Surveys what was read and named.
pub(crate) fn survey(sources: &Sources, options: &Options, links: &Links<'_>, api: &Api) -> Survey {
    let Api { pages, model, names, .. } = api;
    let lint = api.lint();
    let places = Places::of(sources, pages, model, names);
    let found = |diagnostic: Diagnostic| SurveyedFinding { items: places.items(&diagnostic), diagnostic };
    let operations = by_page(&model.operations).into_iter();
    let operations = operations.filter_map(|(key, operation)| Some((operation, names.operation(key)?)));
    let files = emit::emit(model, names, sources, options, links).into_iter();
    Survey {
        summary: lint.summary,
        allowed: lint.allowed,
        pages: pages.values().map(|page| surveyed_page(page, sources, options, model)).collect(),
        operations: operations
            .map(|(operation, names)| surveyed_operation(operation, names, model))
            .collect(),
        types: types(model, names),
        findings: lint.findings.into_iter().map(found).collect(),
        files: files.map(|(path, file)| (path, file.into_text())).collect(),
    }
}

fn surveyed_page(page: &Page, sources: &Sources, options: &Options, model: &ApiModel) -> SurveyedPage {
    let count = model.examples.get(&page.id).copied().unwrap_or_default();
    let (_, path) = sources.location(page.id.file);
    SurveyedPage {
        file: page.id.file,
        path: sources.display_path(page.id.file),
        title: page.title.value.clone(),
        kind: match page.kind {
            PageKind::Api => SurveyedKind::Operation,
            PageKind::Resource => SurveyedKind::Resource,
            PageKind::Enum => SurveyedKind::Enum,
            PageKind::Other => SurveyedKind::Other,
        },
        area: area_of_page(&model.areas, Some(page.id.file)),
        url: options.page_url.as_ref().map(|template| Address::page(template, path).into_text()),
        examples: count.total,
        tested: count.total.saturating_sub(count.untested),
    }
}

fn area_of_page(areas: &Areas, page: Option<FileId>) -> String {
    page.and_then(|page| areas.pages.get(&page)).map_or_else(String::new, |area| area.0.clone())
}

fn surveyed_operation(operation: &Operation, names: &OperationNames, model: &ApiModel) -> SurveyedOperation {
    let examples = places::examples(operation);
    let mut pages: Vec<FileId> = operation.homes().map(|page| page.file).collect();
    pages.dedup();
    SurveyedOperation {
        method: operation.method.to_string(),
        path: operation.template().whole(),
        item: SurveyedItem::of_operation(names),
        area: area_of_page(&model.areas, pages.first().copied()),
        pages,
        rests_on: operation.basis.words(),
        is_guessed: operation.basis == Basis::Guess,
        examples: examples.clone().count(),
        tested: examples.filter(|example| example.holds).count(),
    }
}

fn types(model: &ApiModel, names: &Names) -> Vec<SurveyedType> {
    let surveyed = |name: &QualifiedName, kind: &str, pages: &[FileId], members: usize| {
        let area = model.areas.types.get(name).map_or_else(String::new, |area| area.0.clone());
        let item = SurveyedItem::new(names.type_(name)?, kind);
        Some(SurveyedType { name: name.to_string(), item, area, pages: pages.to_vec(), members })
    };
    let structured = model.structured.iter().filter_map(|(name, type_)| {
        let pages = &type_.description.pages;
        let owner = type_.owner.map(|page| page.file);
        let pages = if pages.is_empty() { owner.as_slice() } else { pages };
        surveyed(name, "struct", pages, type_.properties.len())
    });
    let enums = model
        .enums
        .iter()
        .filter_map(|(name, type_)| surveyed(name, "enum", &type_.description.pages, type_.members.len()));
    structured.chain(enums).collect()
}

impl SurveyedItem {
    pub(super) fn new(name: &ItemName, kind: &str) -> Self {
        let (modules, name) = (&name.module, &name.ident);
        let path: String = modules.iter().map(|module| format!("{}::", &**module)).collect();
        let folder: String = modules.iter().map(|module| format!("{}/", &**module)).collect();
        SurveyedItem { path: format!("{path}{}", &**name), doc: format!("{folder}{kind}.{}.html", &**name) }
    }

    pub(super) fn of_operation(names: &OperationNames) -> Self {
        SurveyedItem::new(&names.function, "fn")
    }

    /// A field or variant of this type.
    pub(super) fn member(&self, name: &str, kind: &str) -> Self {
        SurveyedItem { path: format!("{}::{name}", self.path), doc: format!("{}#{kind}.{name}", self.doc) }
    }
}
