//! Requests in the text of a section: as spans of code, or as a paragraph that holds nothing else.

use std::collections::BTreeSet;

use crate::http::starts_request;
use crate::markdown::{Block, BlockKind, ParagraphKind};
use crate::page::code_spans;
use crate::source::{Excerpt, Sources};
use crate::text::{self, Inline, RichText};

/// The requests that stand as code, unless the text says that the service does not support them.
pub(super) fn in_code(sources: &Sources, block: &Block) -> Vec<Excerpt> {
    let mut requests = Vec::new();
    for text in code_spans::texts(block) {
        let denied = denied(text);
        let code = code_spans::of(sources, text).into_iter();
        let supported = code.filter(|(_, code)| starts_request(code) && !denied.contains(code.trim()));
        requests.extend(supported.map(|(span, code)| Excerpt::whole(code, span.file, span.start())));
    }
    requests
}

/// Whether a paragraph is a single span of code.
pub(super) fn is_code(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::Paragraph { text, .. } if matches!(&text.parts[..], [Inline::Code(_)]))
}

/// The requests of a paragraph that holds nothing else: `POST /loans`, `[201] POST /loans`. Empty for any other.
pub(super) fn alone(block: &Block) -> Vec<Excerpt> {
    let BlockKind::Paragraph { text, place: ParagraphKind::Body | ParagraphKind::ListItem(_) } = &block.kind
    else {
        return Vec::new();
    };
    let plain = text.plain();
    let is_status = |word: &&str| word.starts_with('[') && word.ends_with(']');
    let words: Vec<&str> = plain.split_whitespace().filter(|word| !is_status(word)).collect();
    let requests: Vec<String> = words.chunks(2).map(|request| request.join(" ")).collect();
    match requests.iter().all(|request| starts_request(request)) {
        true => requests.iter().map(|it| Excerpt::whole(it, text.span.file, text.span.start())).collect(),
        false => Vec::new(),
    }
}

/// How many parts of a text may stand between a request and the end of the words that deny it.
const DENIAL: usize = 4;

/// The requests of which a text says right behind them that the service does not support them.
fn denied(text: &RichText) -> BTreeSet<String> {
    const DENIALS: [&str; 4] =
        ["is not supported", "isn't supported", "is currently not supported", "is not currently supported"];
    let mut denied = BTreeSet::new();
    if !text.plain().contains("supported") {
        return denied;
    }
    for sentence in text.sentences() {
        for (at, part) in sentence.parts.iter().enumerate() {
            let Inline::Code(code) = part else { continue };
            let behind: Vec<Inline> = sentence.parts[at + 1..].iter().take(DENIAL).cloned().collect();
            let words = text::plain(&behind).trim_start().to_lowercase();
            if DENIALS.iter().any(|denial| words.starts_with(denial)) {
                denied.insert(code.trim().to_owned());
            }
        }
    }
    denied
}
