//! Markdown as a list of blocks with their places: the only user of the Markdown parser.
//!
//! Containers are flattened, since lists and block quotes have no meaning of their own on these pages: a fence in a list
//! item is a fence. What the parser would lose is recovered here and reported: cells beyond a table's header, rows broken
//! over two lines, fences that are never closed or opened twice.

mod blocks;
mod fence;
mod html;
mod html_table;
mod include;
mod inlines;
mod markup;
mod prose;
mod table;
mod translation;

use crate::diagnostic::Diagnostics;
use crate::source::{Excerpt, Span};
use crate::text::RichText;
pub(crate) use blocks::opens_note;

/// A block and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) kind: BlockKind,
    pub(crate) span: Span,
}

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum BlockKind {
    Heading {
        level: u8,
        text: RichText,
        /// The name that links call it by, where an anchor stands in it: a translated heading keeps its English one.
        slug: Option<String>,
    },
    /// `# [HTTP](#tab/http)`: written as a heading, but the label of a tab.
    Tab {
        id: String,
        label: String,
    },
    /// `---`: ends a group of tabs.
    Rule,
    Paragraph {
        text: RichText,
        place: ParagraphKind,
    },
    Table(MarkdownTable),
    /// A fenced or indented block of code.
    Code {
        /// The language and whatever else stands behind the opening fence, as written.
        info: Excerpt,
        body: Excerpt,
    },
    /// The inside of a comment.
    Comment(Excerpt),
    /// `[!INCLUDE [name](target)]` on a line of its own: the target.
    Include(String),
}

/// Where a paragraph stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ParagraphKind {
    Body,
    /// An item of a list, which is in so many others.
    ListItem(usize),
    /// A block quote, which is how notes and warnings are written.
    Quote,
}

/// A table. All rows have as many cells as the header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct MarkdownTable {
    pub(crate) header: Vec<RichText>,
    pub(crate) rows: Vec<TableRow>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TableRow {
    pub(crate) cells: Vec<RichText>,
    pub(crate) span: Span,
}

/// Reads the Markdown below the front matter. `product` is the name that stands for an include which holds it.
pub(crate) fn read(text: &Excerpt, product: Option<&str>, diagnostics: &mut Diagnostics) -> Vec<Block> {
    blocks::read(text, product, diagnostics)
}

/// The targets of the lines that include other files.
pub(crate) fn included(text: &str) -> Vec<String> {
    include::lines(text).into_iter().map(|line| line.target).collect()
}

#[cfg(test)]
mod tests;
