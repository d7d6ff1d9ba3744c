//! What the page shows, as JSON: each page, area and code once, the rest by its position.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use codegen::{
    Code, FileId, Severity, Sources, Span, Surface, Survey, SurveyedFinding, SurveyedItem, SurveyedKind,
    SurveyedPage,
};
use serde_json::{Map, Value, json};

use super::excerpt::excerpt;
use crate::paths;

/// Where the data comes from beside the survey.
pub(super) struct Data<'a> {
    pub(super) sources: &'a Sources,
    pub(super) folders: &'a [PathBuf],
    /// The declarations of the items.
    pub(super) surface: &'a Surface,
    pub(super) rust_url: Option<&'a str>,
}

/// The position of each page that is shown.
type Positions = BTreeMap<FileId, usize>;

impl Data<'_> {
    pub(super) fn json(&self, survey: &Survey) -> Value {
        let files = files(survey);
        let positions: Positions = files.iter().enumerate().map(|(index, file)| (*file, index)).collect();
        let described: BTreeMap<FileId, &SurveyedPage> =
            survey.pages.iter().map(|page| (page.file, page)).collect();
        let page = |file: &FileId| match described.get(file) {
            Some(page) => self.page(page),
            None => json!({ "path": self.sources.display_path(*file), "kind": "part", "area": "" }),
        };
        let of_pages = |pages: &[FileId]| -> Vec<usize> {
            pages.iter().filter_map(|page| positions.get(page).copied()).collect()
        };
        let operations = survey.operations.iter().map(|operation| {
            json!({
                "method": codegen::visible(&operation.method),
                "path": codegen::visible(&operation.path),
                "item": self.item(&operation.item),
                "area": codegen::visible(&operation.area),
                "pages": of_pages(&operation.pages),
                "basis": operation.rests_on,
                "guessed": operation.is_guessed,
            })
        });
        let types = survey.types.iter().map(|type_| {
            json!({
                "name": codegen::visible(&type_.name),
                "item": self.item(&type_.item),
                "area": codegen::visible(&type_.area),
                "pages": of_pages(&type_.pages),
                "members": type_.members,
            })
        });
        let summary = survey.summary;
        json!({
            "folders": self.folders.iter().map(|folder| name(folder)).collect::<Vec<_>>(),
            "withoutItems": summary.without_items,
            "examples": summary.examples,
            "tested": summary.tested,
            "allowed": survey.allowed,
            "codes": codes(survey),
            "pages": files.iter().map(page).collect::<Vec<_>>(),
            "operations": operations.collect::<Vec<_>>(),
            "types": types.collect::<Vec<_>>(),
            "findings": survey.findings.iter().map(|found| self.finding(found, &positions)).collect::<Vec<_>>(),
        })
    }

    fn page(&self, page: &SurveyedPage) -> Value {
        let kind = match page.kind {
            SurveyedKind::Operation => "operation",
            SurveyedKind::Resource => "resource",
            SurveyedKind::Enum => "enum",
            SurveyedKind::Other => "other",
        };
        json!({
            "path": page.path,
            "title": codegen::visible(&page.title),
            "kind": kind,
            "area": codegen::visible(&page.area),
            "url": page.url,
            "examples": page.examples,
            "tested": page.tested,
        })
    }

    /// An item's path, where it is documented if that is known, and how it is declared.
    fn item(&self, item: &SurveyedItem) -> Value {
        let address = self.rust_url.map(|url| format!("{}/{}", url.trim_end_matches('/'), item.doc));
        json!([item.path, address, self.surface.declaration(&item.path)])
    }

    fn finding(&self, found: &SurveyedFinding, positions: &Positions) -> Value {
        let diagnostic = &found.diagnostic;
        let related = diagnostic.related.iter().map(|(span, label)| {
            let mut place = self.place(*span, positions);
            place["label"] = json!(label);
            place
        });
        let mut object = self.place(diagnostic.span, positions);
        object["code"] = json!(diagnostic.code.as_str());
        object["message"] = json!(diagnostic.message);
        let text = self.sources.text(diagnostic.span.file);
        object["excerpt"] = excerpt(text, diagnostic.span.start()..diagnostic.span.end());
        object["related"] = related.collect();
        object["items"] = found.items.iter().map(|item| self.item(item)).collect();
        if let Some(fix) = &diagnostic.fix {
            object["fix"] = json!(fix.title);
        }
        object
    }

    fn place(&self, span: Span, positions: &Positions) -> Value {
        let position = self.sources.position(span);
        json!({ "page": positions.get(&span.file), "line": position.line, "column": position.column })
    }
}

/// The pages, and behind them the other files that findings are about: parts of pages, and files that could not be read.
fn files(survey: &Survey) -> Vec<FileId> {
    let pages: Vec<FileId> = survey.pages.iter().map(|page| page.file).collect();
    let known: BTreeSet<FileId> = pages.iter().copied().collect();
    let diagnostics = survey.findings.iter().map(|found| &found.diagnostic);
    let places = diagnostics.flat_map(|diagnostic| {
        std::iter::once(diagnostic.span.file).chain(diagnostic.related.iter().map(|(span, _)| span.file))
    });
    let others: BTreeSet<FileId> = places.filter(|file| !known.contains(file)).collect();
    pages.into_iter().chain(others).collect()
}

/// Severity and explanation of each code that occurs.
fn codes(survey: &Survey) -> Value {
    let codes: BTreeSet<Code> = survey.findings.iter().map(|found| found.diagnostic.code).collect();
    let severity = |code: Code| match code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let explained =
        codes.into_iter().map(|code| (code.as_str().to_owned(), json!([severity(code), code.explanation()])));
    Value::Object(explained.collect::<Map<_, _>>())
}

/// The folder's own name, and that of the folder around it: `api-reference/v1.0`.
fn name(folder: &std::path::Path) -> String {
    let mut parts: Vec<_> = folder.components().rev().take(2).collect();
    parts.reverse();
    codegen::visible(&paths::slashes(&parts.into_iter().collect::<PathBuf>()))
}
