//! Requests that stand only in the text of a resource's page. Bound actions become operations. Any other request becomes
//! a finding, because no page says what it sends and answers.

use crate::diagnostic::{Code, Diagnostics};
use crate::http::Method;
use crate::markdown::{Block, BlockKind};
use crate::page::outline::Passage;
use crate::page::{BoundAction, Route, code_spans, wording};
use crate::path_template::{self, Address, Piece, ReadAddress};
use crate::source::{Excerpt, Sources, Span, lines};
use crate::text::{Inline, RichText};

/// Reads the requests in the text of a page that describes a type.
pub(super) fn read(
    sources: &Sources,
    passages: &[Passage<'_>],
    diagnostics: &mut Diagnostics,
) -> Vec<BoundAction> {
    let mut actions = Vec::new();
    for passage in passages {
        let heading = passage.heading.map(RichText::plain).unwrap_or_default();
        let mut reader =
            ActionReader { sources, heading, lead: None, open: None, actions: &mut actions, diagnostics };
        for block in passage.blocks {
            reader.block(block);
        }
    }
    actions
}

/// What has been read of a passage.
struct ActionReader<'a, 'o> {
    sources: &'a Sources,
    heading: String,
    /// The paragraph before, if it is not about an action yet.
    lead: Option<&'a RichText>,
    /// The action that the next paragraph may say more of.
    open: Option<usize>,
    actions: &'o mut Vec<BoundAction>,
    diagnostics: &'o mut Diagnostics,
}

impl<'a> ActionReader<'a, '_> {
    fn block(&mut self, block: &'a Block) {
        if let BlockKind::Code { body, .. } = &block.kind {
            self.code_block(body);
        }
        let in_prose = matches!(block.kind, BlockKind::Paragraph { .. });
        for text in code_spans::texts(block) {
            let code = code_spans::of(self.sources, text);
            let requests: Vec<_> = code.into_iter().filter(|(_, code)| is_request(code)).collect();
            for (span, code) in &requests {
                match in_prose.then(|| self.action(text, code, *span)).flatten() {
                    Some(action) => self.add(action),
                    None => {
                        let message =
                            format!("the page mentions `{code}` but does not describe it as an operation");
                        self.diagnostics.report(Code::MentionedRequest, *span, message);
                    }
                }
            }
            if in_prose && requests.is_empty() {
                self.follow(text);
            }
        }
    }

    /// A code block may show actions; any other request in it is an example.
    fn code_block(&mut self, body: &Excerpt) {
        for line in lines(&body.text) {
            let written = &body.text[line.clone()];
            let start = line.start + (written.len() - written.trim_start().len());
            let code = written.trim();
            if is_request(code)
                && let Some(action) =
                    self.action(&RichText::default(), code, body.span(start..start + code.len()))
            {
                self.add(action);
            }
        }
    }

    /// A paragraph without a request: about the answer to the request above, or about the next one.
    fn follow(&mut self, text: &'a RichText) {
        let open = self.open.and_then(|open| self.actions.get_mut(open));
        match (open, wording::of_answer(text)) {
            (Some(action), Some(answer)) => {
                action.answers_nothing |= answer.nothing;
                action.empty_status = action.empty_status.or(answer.empty_status());
            }
            _ => self.lead = Some(text),
        }
    }

    fn add(&mut self, action: BoundAction) {
        self.open = Some(self.actions.len());
        self.lead = None;
        let known = |other: &BoundAction| other.route.address.path.key() == action.route.address.path.key();
        if !self.actions.iter().any(known) {
            self.actions.push(action);
        }
    }

    /// The action that a request in the text calls; `None` if the text does not call it an action.
    fn action(&mut self, text: &RichText, code: &str, span: Span) -> Option<BoundAction> {
        let (word, written) = code.split_once(' ')?;
        let start = span.start() + (code.len() - written.trim_start().len());
        let ReadAddress { address, repairs } =
            path_template::read(written, Span::new(span.file, start..span.end())).ok()?;
        let name = last_name(&address)?;
        let called = name.rsplit('.').next().unwrap_or(&name).to_owned();
        let method = Method::from_word(word);
        let says_action = |words: &str| words.to_lowercase().contains("action");
        let lead = self.lead.map(RichText::plain).unwrap_or_default();
        let is_action = name.contains('.')
            || (method.is_none() && word.eq_ignore_ascii_case(&called))
            || [&self.heading, &lead, &text.plain()].into_iter().any(|words| says_action(words));
        if !is_action || method == Some(Method::Get) {
            return None;
        }
        if method != Some(Method::Post) {
            let message = format!("the page calls the action with `{word}`; an action is called with `POST`");
            self.diagnostics.report(Code::ActionMethod, span, message);
        }
        if !repairs.is_empty() {
            self.diagnostics.report(Code::RepairedRoute, span, repairs.join("; "));
        }
        let documented = format!("POST {}", written.trim());
        let own = before(text, code);
        let description = match (own.is_empty(), self.lead) {
            (false, _) => own,
            (true, Some(lead)) => lead.clone(),
            (true, None) => text.clone(),
        };
        let answer = wording::of_answer(text).unwrap_or_default();
        Some(BoundAction {
            route: Route {
                method: Method::Post,
                address,
                query: None,
                text: documented,
                about: Vec::new(),
                only: None,
                span,
            },
            name: called,
            description,
            answers_nothing: answer.nothing,
            empty_status: answer.empty_status(),
        })
    }
}

/// Whether a code span is a word in capitals and the whole address of a request.
fn is_request(code: &str) -> bool {
    let Some((method, address)) = code.split_once(' ') else { return false };
    let is_word = method.len() > 2 && method.bytes().all(|letter| letter.is_ascii_uppercase());
    is_word && (address.starts_with("https://") || address.starts_with("http://"))
}

/// The name at the end of an address, if it ends in a name: the address of an action ends without a key, and its query
/// without places.
fn last_name(address: &Address) -> Option<String> {
    match address.path.segments.last()?.pieces.as_slice() {
        [Piece::Literal(name)] => Some(name.trim_end_matches("()").to_owned()),
        _ => None,
    }
}

/// What a text says before the code, without a sentence that only introduces it.
fn before(text: &RichText, code: &str) -> RichText {
    let is_code = |part: &Inline| matches!(part, Inline::Code(other) if other.trim() == code);
    let mut parts: Vec<Inline> = text.parts.iter().take_while(|part| !is_code(part)).cloned().collect();
    let introduces = RichText { parts: parts.clone().into(), span: text.span }.plain().ends_with(':');
    while introduces && let Some(last) = parts.pop() {
        if let Inline::Text(words) = last
            && let Some(end) = words.rfind(". ")
        {
            parts.push(Inline::Text(words[..=end].to_owned()));
            break;
        }
    }
    RichText { parts: parts.into(), span: text.span }
}

#[cfg(test)]
mod tests {
    use super::{before, is_request};
    use crate::text::{Inline, RichText};

    #[test]
    fn a_word_in_capitals_and_an_address_are_a_request() {
        assert!(is_request("POST https://<server>/companies({id})/journals({id})/Microsoft.NAV.post"));
        assert!(is_request("CANCEL https://a.example/invoices({id})/cancel"));
        assert!(!is_request("GET /me/messages"));
        assert!(!is_request("see https://a.example/"));
    }

    #[test]
    fn a_sentence_that_introduces_the_code_says_nothing_else() {
        let text = |parts: Vec<Inline>| RichText { parts: parts.into(), ..RichText::default() };
        let words = |words: &str| Inline::Text(words.to_owned());
        let code = || Inline::Code("X y".to_owned());
        let cases = [
            (vec![words("Stops it. As shown: "), code()], "Stops it."),
            (vec![words("Stops. Its "), Inline::Strong(vec![words("call")]), words(": "), code()], "Stops."),
            (vec![words("As shown: "), code()], ""),
            (vec![words("Stopped by "), code(), words(".")], "Stopped by"),
        ];
        for (parts, expected) in cases {
            assert_eq!(before(&text(parts), "X y").plain(), expected);
        }
    }
}
