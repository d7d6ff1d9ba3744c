//! Findings in SARIF 2.1.0, the format in which analysers tell editors and code hosts what they found.

use std::collections::BTreeSet;

use codegen::{Code, Edit, Fix, Severity, Span};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::finding::{Finding, Pages};
use crate::explain::Document;
use crate::program;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// One run with its results and the rules that they break.
pub(super) fn render(findings: &[Finding<'_>], pages: &Pages<'_>) -> String {
    let codes: BTreeSet<Code> = findings.iter().map(|finding| finding.diagnostic.code).collect();
    let codes: Vec<Code> = codes.into_iter().collect();
    let rules: Vec<Value> = codes.iter().map(|code| rule(*code)).collect();
    let results: Vec<Value> = findings.iter().map(|finding| result(finding, &codes, pages)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": program::BINARY,
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            // Columns count characters, not units of UTF-16.
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn rule(code: Code) -> Value {
    let document = Document::of(code);
    json!({
        "id": code.as_str(),
        "shortDescription": { "text": code.explanation() },
        "fullDescription": { "text": document.summary() },
        "help": { "text": document.fix(), "markdown": code.document() },
        "defaultConfiguration": { "level": level(code) },
    })
}

fn level(code: Code) -> &'static str {
    match code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn result(finding: &Finding<'_>, codes: &[Code], pages: &Pages<'_>) -> Value {
    let diagnostic = finding.diagnostic;
    let index = codes.iter().position(|code| *code == diagnostic.code);
    let mut result = json!({
        "ruleId": diagnostic.code.as_str(),
        "ruleIndex": index,
        "level": level(diagnostic.code),
        "message": { "text": diagnostic.message },
        "locations": [location(diagnostic.span, pages)],
    });
    if !diagnostic.related.is_empty() {
        let related = diagnostic.related.iter().enumerate().map(|(id, (span, label))| {
            let mut location = location(*span, pages);
            location["id"] = json!(id);
            location["message"] = json!({ "text": label });
            location
        });
        result["relatedLocations"] = related.collect();
    }
    if let Some(fix) = &diagnostic.fix {
        result["fixes"] = json!([mended(fix, diagnostic.span, pages)]);
    }
    result
}

fn mended(fix: &Fix, place: Span, pages: &Pages<'_>) -> Value {
    let replacements = fix.edits.iter().map(|Edit { span, text }| {
        json!({ "deletedRegion": region(*span, pages), "insertedContent": { "text": text } })
    });
    json!({
        "description": { "text": fix.title },
        "artifactChanges": [{
            "artifactLocation": artifact(place, pages),
            "replacements": replacements.collect::<Vec<_>>(),
        }],
    })
}

fn location(span: Span, pages: &Pages<'_>) -> Value {
    json!({ "physicalLocation": { "artifactLocation": artifact(span, pages), "region": region(span, pages) } })
}

/// The page, as a relative reference where it lies below the current folder.
fn artifact(span: Span, pages: &Pages<'_>) -> Value {
    let path = pages.path(span.file);
    let encoded = utf8_percent_encode(&path, NOT_IN_A_PATH).to_string();
    json!({ "uri": if path.starts_with('/') { format!("file://{encoded}") } else { encoded } })
}

/// What a path in a URI cannot hold as it is.
const NOT_IN_A_PATH: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

fn region(span: Span, pages: &Pages<'_>) -> Value {
    let (start, end) = pages.positions(span);
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}
