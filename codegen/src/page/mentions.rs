//! Requests that a resource's page only mentions in its text: `POST https://…/Microsoft.NAV.post`.
//!
//! Such a mention gives no operation: what it sends and answers stands nowhere. It is named, so that it is not lost.

use crate::diagnostic::{Code, Diagnostics};
use crate::markdown::{Block, BlockKind};
use crate::page::outline::Passage;
use crate::source::Span;
use crate::text::{Inline, RichText};

/// Reports the requests in the text of a page that describes a type; `page` is all of that text.
pub(super) fn report(page: &str, passages: &[Passage<'_>], diagnostics: &mut Diagnostics) {
    for text in passages.iter().flat_map(|passage| passage.blocks).flat_map(texts) {
        // A span of code has no place of its own: it is looked for behind the one before.
        let mut from = text.span.start;
        for code in text.parts.iter().filter_map(code) {
            let place = page.get(from..text.span.end).and_then(|rest| rest.find(code));
            let start = place.map_or(text.span.start, |at| from + at);
            let end = place.map_or(text.span.end, |_| start + code.len());
            from = place.map_or(from, |_| end);
            if is_request(code) {
                let message = format!("`{code}` is only mentioned; no operation comes of it");
                diagnostics.report(Code::MentionedRequest, Span { start, end, ..text.span }, message);
            }
        }
    }
}

/// The texts of a block: a paragraph, or the cells of a table.
fn texts(block: &Block) -> Vec<&RichText> {
    match &block.kind {
        BlockKind::Paragraph { text, .. } => vec![text],
        BlockKind::Table(table) => table.rows.iter().flat_map(|row| &row.cells).collect(),
        _ => Vec::new(),
    }
}

fn code(part: &Inline) -> Option<&str> {
    match part {
        Inline::Code(code) => Some(code),
        _ => None,
    }
}

/// Whether a code span is a word in capitals and the whole address of a request.
fn is_request(code: &str) -> bool {
    let Some((method, address)) = code.split_once(' ') else { return false };
    let is_word = method.len() > 2 && method.bytes().all(|letter| letter.is_ascii_uppercase());
    is_word && (address.starts_with("https://") || address.starts_with("http://"))
}

#[cfg(test)]
mod tests {
    use super::is_request;

    #[test]
    fn a_word_in_capitals_and_an_address_are_a_request() {
        assert!(is_request("POST https://<server>/companies({id})/journals({id})/Microsoft.NAV.post"));
        assert!(is_request("CANCEL https://a.example/invoices({id})/cancel"));
        assert!(!is_request("GET /me/messages"));
        assert!(!is_request("see https://a.example/"));
    }
}
