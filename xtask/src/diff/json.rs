//! Differences as one JSON object.

use codegen::{Difference, Weight};
use serde_json::{Value, json};

use super::words;

pub(super) fn render(differences: &[Difference]) -> String {
    let number = |weight| differences.iter().filter(|found| found.weight == weight).count();
    let list: Vec<Value> = differences.iter().map(object).collect();
    let all = json!({
        "differences": list,
        "breaking": number(Weight::Breaking),
        "additive": number(Weight::Additive),
        "docs-only": number(Weight::DocsOnly),
    });
    format!("{all:#}\n")
}

fn object(found: &Difference) -> Value {
    json!({
        "weight": words::weight(found.weight),
        "happened": words::happened(found.happened),
        "item": words::item(found.item),
        "module": found.module,
        "name": found.name,
        "old": found.old,
        "new": found.new,
    })
}
