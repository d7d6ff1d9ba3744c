//! Requests that a resource's page only mentions in its text: `POST https://…/Microsoft.NAV.post`.
//!
//! Such a mention gives no operation: what it sends and answers stands nowhere. It is named, so that it is not lost.

use crate::diagnostic::{Code, Diagnostics};
use crate::markdown::BlockKind;
use crate::page::outline::Passage;
use crate::text::Inline;

/// Reports the requests in the text of a page that describes a type.
pub(super) fn report(passages: &[Passage<'_>], diagnostics: &mut Diagnostics) {
    for block in passages.iter().flat_map(|passage| passage.blocks) {
        let BlockKind::Paragraph { text, .. } = &block.kind else { continue };
        let codes = text.parts.iter().filter_map(|part| match part {
            Inline::Code(code) => Some(code),
            _ => None,
        });
        for code in codes.filter(|code| is_request(code)) {
            let message = format!("`{code}` is only mentioned; no operation comes of it");
            diagnostics.report(Code::MentionedRequest, text.span, message);
        }
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
