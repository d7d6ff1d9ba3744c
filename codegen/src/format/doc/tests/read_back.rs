//! Documentation read back: it says what the page says, and nothing of it is markup that the page's text was not.

use std::fs;
use std::path::{Path, PathBuf};

use super::super::*;
use crate::diagnostic::Diagnostics;
use crate::markdown::{self, Block, BlockKind};
use crate::source::{Excerpt, FileId};
use crate::text::Inline;
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
    let mut said = String::new();
    for block in &blocks {
        match &block.kind {
            BlockKind::Paragraph { text, .. } => said += &text.plain(),
            kind => return Some(format!("{kind:?} in\n{written}")),
        }
    }
    let (said, meant) = (letters(&said), letters(&dead_ends::without(text, &Web).plain()));
    (said != meant).then(|| format!("says {said:?}\nfor  {meant:?} in\n{written}"))
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

#[test]
fn any_text_is_read_back() {
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    for _ in 0..20_000 {
        let text = RichText { parts: parts(&mut random, 2), span: Default::default() };
        if let Some(fault) = fault(&text) {
            panic!("{:?}: {fault}", text.parts);
        }
    }
}

/// Parts as the reader gives them: no text is empty, stands beside another one or has white space that is not folded.
fn parts(random: &mut Random, depth: usize) -> Vec<Inline> {
    let mut parts: Vec<Inline> = Vec::new();
    for _ in 0..=random.below(3) {
        let part = match random.below(if depth == 0 { 4 } else { 8 }) {
            0..3 => Inline::Text(words(random)),
            3 => Inline::Code(words(random)),
            4 => Inline::Strong(self::parts(random, depth - 1)),
            5 => Inline::Emphasis(self::parts(random, depth - 1)),
            6 => Inline::Link { text: self::parts(random, depth - 1), target: words(random) },
            _ => Inline::Link {
                text: self::parts(random, depth - 1),
                target: format!("https://a.example/{}", words(random).replace(' ', "\n")),
            },
        };
        if !matches!((parts.last(), &part), (Some(Inline::Text(_)), Inline::Text(_))) {
            parts.push(part);
        }
    }
    parts
}

fn words(random: &mut Random) -> String {
    let mut text = String::new();
    for _ in 0..=random.below(5) {
        text.push_str(WORDS[random.below(WORDS.len())]);
        if random.below(3) > 0 {
            text.push(' ');
        }
    }
    text
}

/// Xorshift: a small generator that gives the same numbers on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound as u64) as usize
    }
}
