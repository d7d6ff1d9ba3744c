//! Documentation read back: it says what the page says, and nothing of it is markup that the page's text was not.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::super::*;
use crate::diagnostic::Diagnostics;
use crate::markdown::{self, Block, BlockKind};
use crate::source::{Excerpt, FileId};
use crate::text::{Inline, Link};
use crate::visible::is_hidden;

struct Web;

impl LinkTarget for Web {
    fn destination(&self, _: &RichText, target: &str) -> Option<Address> {
        Address::web(target)
    }
}

/// What went wrong on the way of a text to documentation and back.
fn fault(text: &RichText) -> Option<String> {
    let mut doc = Doc::default();
    doc.prose(text, &Web);
    let written = doc.lines.join("\n");
    let blocks = read(&written);
    let mut output = String::new();
    for block in &blocks {
        match &block.kind {
            BlockKind::Paragraph { text, .. } => output += &text.plain(),
            kind => return Some(format!("{kind:?} in\n{written}")),
        }
    }
    let (output, meant) = (letters(&output), letters(&dead_ends::without(text, &Web).plain()));
    (output != meant).then(|| format!("says {output:?}\nfor  {meant:?} in\n{written}"))
}

fn read(text: &str) -> Vec<Block> {
    markdown::read(&Excerpt::whole(text, FileId::default(), 0), None, &mut Diagnostics::default())
}

/// The text without white space, which is folded on the way, and without what nobody sees.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && !is_hidden(*letter)).collect()
}

#[test]
fn every_text_of_the_golden_pages_is_read_back() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let pages = pages(&root.join("tests/golden")).into_iter().chain(pages(&root.join("pages")));
    let mut count = 0;
    for page in pages {
        for text in read(&fs::read_to_string(&page).unwrap_or_default()).iter().flat_map(texts) {
            count += 1;
            if let Some(fault) = fault(text) {
                panic!("{}: {fault}", page.display());
            }
        }
    }
    assert!(count > 1000, "{count}");
}

fn texts(block: &Block) -> Vec<&RichText> {
    match &block.kind {
        BlockKind::Paragraph { text, .. } | BlockKind::Heading { text, .. } => vec![text],
        BlockKind::Table(table) => {
            table.header.iter().chain(table.rows.iter().flat_map(|row| &row.cells)).collect()
        }
        _ => Vec::new(),
    }
}

fn pages(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let below = |path: PathBuf| if path.is_dir() { pages(&path) } else { vec![path] };
    let mut found: Vec<PathBuf> = entries.flat_map(below).collect();
    found.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    found.sort();
    found
}

/// Words that are something in Markdown, in HTML or in rustdoc, and plain ones between.
const WORDS: [&str; 70] = [
    "a",
    "word",
    "Größe",
    "年",
    "x_y",
    "_x_",
    "__x",
    "*",
    "**",
    "*x*",
    "***",
    "`",
    "``",
    "```",
    "```rust",
    "~~~",
    "~x~",
    "#",
    "##",
    "#x",
    "-",
    "--",
    "---",
    "- -",
    "+",
    "=",
    "===",
    ">",
    ">x",
    "1.",
    "12)",
    "1.5",
    "|",
    "a|b",
    "|---|",
    ":-:",
    ":",
    "<",
    "<x>",
    "</x>",
    "<script>",
    "<!--",
    "-->",
    "<br>",
    "&amp;",
    "&#10;",
    "&lt",
    "&",
    "\\",
    "\\\\",
    "[",
    "]",
    "[x]",
    "[x]:",
    "[^1]",
    "[^1]:",
    "![",
    "!",
    "(",
    ")",
    "](x)",
    "https://a.example/b",
    "https://a.example/?b=1&lt;=2",
    "http://",
    "https://a.example/(b)",
    "www.a.example",
    "\u{202E}",
    "\u{200B}",
    "\t",
    "end.",
];

/// Some of these words, most with a space behind them.
fn words() -> impl Strategy<Value = String> {
    let word = (select(&WORDS[..]), prop::bool::weighted(0.67));
    vec(word.prop_map(|(word, spaced)| format!("{word}{}", if spaced { " " } else { "" })), 1..6)
        .prop_map(|words| words.concat())
}

/// Parts as the reader gives them: no text is empty, stands beside another one or has white space that is not folded.
fn parts() -> impl Strategy<Value = Vec<Inline>> {
    let plain = prop_oneof![3 => words().prop_map(Inline::Text), 1 => words().prop_map(Inline::Code)];
    let part = plain.prop_recursive(2, 12, 4, |inner| {
        let parts = vec(inner.clone(), 1..4).prop_map(apart);
        prop_oneof![
            inner,
            parts.clone().prop_map(Inline::Strong),
            parts.clone().prop_map(Inline::Emphasis),
            (parts.clone(), words()).prop_map(|(text, target)| Inline::Link(Box::new(Link { text, target }))),
            (parts, words()).prop_map(|(text, path)| {
                Inline::Link(Box::new(Link {
                    text,
                    target: format!("https://a.example/{}", path.replace(' ', "\n")),
                }))
            }),
        ]
    });
    vec(part, 1..5).prop_map(apart)
}

fn apart(mut parts: Vec<Inline>) -> Vec<Inline> {
    parts.dedup_by(|part, before| matches!((before, part), (Inline::Text(_), Inline::Text(_))));
    parts
}

proptest! {
    /// Whatever a page's text is, its documentation says the same words, and has no markup but the text's own.
    #[test]
    fn any_text_is_read_back(parts in parts()) {
        let text = RichText { parts: parts.into(), span: Default::default() };
        prop_assert_eq!(fault(&text), None);
    }
}
