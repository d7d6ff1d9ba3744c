//! Findings that the writers of a page have looked at and ask to leave out.
//!
//! Two forms are read. A comment of its own, `<!-- lint-allow cell-count, status-reason: the service does so -->`, covers the
//! block behind it; in front of a heading it covers the section, and in front of the page's title, the page. The page's
//! annotation, `{ "type": "#page.annotation", "suppressions": ["cell-count"] }`, covers the page.

use crate::diagnostic::{Allowed, Code, Diagnostics};
use crate::json::{self, Kind};
use crate::markdown::{Block, BlockKind};
use crate::source::{Excerpt, FileId, Span};

/// The word that such a comment begins with.
const WORD: &str = "lint-allow";

/// Reads which findings to leave out, and where. `end` is the end of the page.
pub(super) fn read(
    blocks: &[Block],
    file: FileId,
    end: usize,
    diagnostics: &mut Diagnostics,
) -> Vec<Allowed> {
    let mut list = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        let BlockKind::Comment(comment) = &block.kind else { continue };
        if let Some((codes, reason)) = words(comment) {
            let scope = Span::new(file, block.span.start()..scope_end(&blocks[at + 1..], end));
            let scope = if at == 0 && covers_page(blocks) { Span::new(file, 0..end) } else { scope };
            if reason.trim().is_empty() {
                let message = format!("`{WORD}` gives no reason: write `{WORD} {}: …`", codes.text.trim());
                diagnostics.report(Code::MalformedSuppression, block.span, message);
            }
            list.extend(named(&codes, scope, diagnostics));
        } else if comment.text.contains("\"#page.annotation\"") && comment.text.contains("\"suppressions\"") {
            let whole = Span::new(file, 0..end);
            list.extend(annotated(comment).iter().flat_map(|code| named(code, whole, diagnostics)));
        }
    }
    list
}

/// The codes and the reason of such a comment.
fn words(comment: &Excerpt) -> Option<(Excerpt, &str)> {
    let rest = comment.text.trim_start().strip_prefix(WORD)?;
    let rest = rest.strip_prefix(char::is_whitespace)?;
    let start = comment.text.len() - rest.len();
    let end = rest.find(':').map_or(comment.text.len(), |found| start + found);
    Some((comment.part(start..end), comment.text.get(end + 1..).unwrap_or_default()))
}

/// The texts below `suppressions` of a page's annotation.
fn annotated(comment: &Excerpt) -> Vec<Excerpt> {
    let start = comment.text.len() - comment.text.trim_start().len();
    let excerpt = comment.part(start..start + comment.text.trim().len());
    let value = json::read_annotation(&excerpt, &mut Diagnostics::default());
    let elements = value.as_ref().and_then(|value| value.get("suppressions")?.as_array()).unwrap_or_default();
    let texts = elements.iter().filter_map(|element| match &element.kind {
        // Another tool's suppressions are whole messages. The place is behind the opening quote.
        Kind::String(text) if !text.contains([' ', ':', '\n']) => {
            Some(Excerpt::whole(text, element.span.file, element.span.start() + 1))
        }
        _ => None,
    });
    texts.collect()
}

/// The codes of a list between commas.
fn named(list: &Excerpt, scope: Span, diagnostics: &mut Diagnostics) -> Vec<Allowed> {
    let mut found = Vec::new();
    let mut next = 0;
    for part in list.text.split(',') {
        let start = next + part.len() - part.trim_start().len();
        next += part.len() + 1;
        let name = part.trim();
        let place = list.span(start..start + name.len());
        match Code::named(name) {
            Some(code) => found.push(Allowed { code, scope, place }),
            None => {
                let message = format!("`{name}` is not the code of a finding; `explain` lists all codes");
                diagnostics.report(Code::MalformedSuppression, place, message);
            }
        }
    }
    found
}

/// Where the part ends that a comment in front of these blocks covers.
fn scope_end(behind: &[Block], end: usize) -> usize {
    let Some(at) = behind.iter().position(|block| !matches!(block.kind, BlockKind::Comment(_))) else {
        return end;
    };
    let BlockKind::Heading { level, .. } = behind[at].kind else {
        // A block's text may begin in a line and its fence end in another: all lines up to the next block are its own.
        return behind.get(at + 1).map_or(end, |next| next.span.start());
    };
    let is_next =
        |block: &&Block| matches!(block.kind, BlockKind::Heading { level: other, .. } if other <= level);
    behind[at + 1..].iter().find(is_next).map_or(end, |next| next.span.start())
}

/// Whether the first block that is not a comment is the page's title.
fn covers_page(blocks: &[Block]) -> bool {
    let first = blocks.iter().find(|block| !matches!(block.kind, BlockKind::Comment(_)));
    matches!(first, Some(Block { kind: BlockKind::Heading { level: 1, .. }, .. }))
}
