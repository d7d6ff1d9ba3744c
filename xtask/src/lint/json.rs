//! Findings as one JSON object.

use codegen::{Edit, Severity, Span};
use serde_json::{Value, json};

use super::finding::{Finding, Pages};

/// The findings and their number by severity. Lines and columns count from 1; columns count characters.
pub(super) fn render(findings: &[Finding<'_>], pages: &Pages<'_>) -> String {
    let number =
        |severity| findings.iter().filter(|found| found.diagnostic.code.severity() == severity).count();
    let list: Vec<Value> = findings.iter().map(|finding| object(finding, pages)).collect();
    let text = json!({
        "findings": list,
        "errors": number(Severity::Error),
        "warnings": number(Severity::Warning),
        "notes": number(Severity::Note),
    });
    format!("{text:#}\n")
}

fn object(finding: &Finding<'_>, pages: &Pages<'_>) -> Value {
    let diagnostic = finding.diagnostic;
    let related = diagnostic.related.iter().map(|(span, label)| {
        let mut place = place(*span, pages);
        place["message"] = json!(label);
        place
    });
    let mut object = place(diagnostic.span, pages);
    object["code"] = json!(diagnostic.code.as_str());
    object["severity"] = json!(diagnostic.code.severity().to_string());
    object["message"] = json!(diagnostic.message);
    object["related"] = related.collect();
    if let Some(fix) = &diagnostic.fix {
        let edits = fix.edits.iter().map(|Edit { span, text }| {
            let mut edit = place(*span, pages);
            edit["text"] = json!(text);
            edit
        });
        object["fix"] = json!({ "title": fix.title, "edits": edits.collect::<Vec<_>>() });
    }
    object
}

fn place(span: Span, pages: &Pages<'_>) -> Value {
    let (start, end) = pages.positions(span);
    json!({
        "path": pages.path(span.file),
        "start": { "line": start.line, "column": start.column },
        "end": { "line": end.line, "column": end.column },
    })
}
