//! Every page ends as a part of the crate or in a finding.

use crate::{harmless, pages, resource};

#[track_caller]
fn is_named(text: &str) {
    let generated = harmless(vec![pages::page("notes/page.md", text), resource("|id|String|x|")]);
    assert!(
        generated.files["diagnostics.txt"].contains("notes/page.md:"),
        "{}",
        generated.files["diagnostics.txt"]
    );
}

#[test]
fn a_page_without_a_title_is_named() {
    is_named("---\nauthor: a\n---\nWords.\n");
    is_named("---\n---\n");
    is_named("Words.\n");
    is_named("<!-- ---\ntitle: t\n---\n# Create book\n");
    is_named("<div>\n");
}

#[test]
fn a_page_behind_an_unclosed_fence_is_named() {
    for fence in ["```", "~~~~", "    ", "```json"] {
        is_named(&format!("{fence}\n---\nauthor: a\n---\nWords.\n"));
        is_named(&format!("{fence}\n---\ntitle: Create book\ndoc_type: apiPageType\n---\nWords.\n"));
    }
}

#[test]
fn only_what_a_page_includes_is_a_part_of_it() {
    let part = pages::page("includes/part.md", "---\ndescription: d\n---\nWords.\n");
    let including = pages::page(
        "resources/shelf.md",
        "---\ntitle: t\n---\n# shelf resource type\n[!Include [part](../includes/part.md)]\n## Properties\n\
         |Property|Type|Description|\n|-|-|-|\n|id|String|x|\n",
    );
    let with = harmless(vec![part.clone(), including]);
    assert!(!with.files["diagnostics.txt"].contains("part.md"));
    let without = harmless(vec![part, resource("|id|String|x|")]);
    assert!(without.files["diagnostics.txt"].contains("includes/part.md:"));
}
