//! A page can harm nobody: attacks by kind, each with a page that tries it, and the oracles over all golden folders.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "../oracle/mod.rs"]
mod oracle;
#[path = "../pages/mod.rs"]
mod pages;

mod documentation;
mod golden;
mod items;
mod names;
mod vanishing;

use codegen::{Generated, Input, Options};

/// The crate that pages give, after no fault was found in it.
#[track_caller]
fn harmless(inputs: Vec<Input>) -> Generated {
    harmless_with(inputs, &Options::default())
}

#[track_caller]
fn harmless_with(inputs: Vec<Input>, options: &Options) -> Generated {
    let sources = pages::sources(inputs);
    let generated = codegen::generate(&sources, options).unwrap();
    let faults = oracle::faults(&sources, &generated);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    generated
}

/// A page of a resource, with the rows of its table.
fn resource(rows: &str) -> Input {
    let text = format!(
        "---\ntitle: book resource type\ndoc_type: resourcePageType\n---\n# book resource type\nA book.\n\n\
         ## Properties\n|Property|Type|Description|\n|:-|:-|:-|\n{rows}\n"
    );
    pages::page("resources/book.md", text)
}

/// A page of an operation that sends and answers a book, with more text at its end.
fn create(words: &str, more: &str) -> Input {
    let text = format!(
        "---\ntitle: Create book\ndoc_type: apiPageType\n---\n# Create book\n{words}\n\n## HTTP request\n\
         ```http\nPOST /books\n```\n## Request body\nA [book](../resources/book.md) object.\n## Response\n\
         `201 Created` and a [book](../resources/book.md) object.\n{more}\n"
    );
    pages::page("api/book-create.md", text)
}
