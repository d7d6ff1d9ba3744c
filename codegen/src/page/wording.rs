//! What the words of the sections about bodies say: each phrase is judged here and nowhere else.

use crate::page::{NameTable, Section};
use crate::source::Spanned;
use crate::text::{self, Inline, RichText};

/// Judges the words of a *Request body* section. `shows_code` says that it has a code block, which may be the body.
pub(super) fn of_request(section: &mut Section, shows_code: bool) {
    let words = Words::of(section);
    let lists = !section.tables.is_empty();
    let declined = words.sentences.first().is_some_and(|sentence| declines_body(sentence));
    let excepted = lists || words.any(|sentence| sentence.starts_with("however"));
    section.optional = declined && excepted || words.any(leaves_body_out);
    let says_nothing = declined || (words.sentences.is_empty() && !shows_code);
    section.nothing = section.present && says_nothing && !lists && !section.optional;
    section.body = !declined && words.any(asks_for_body);
    section.bytes = !declined && words.any(calls_body_bytes);
}

/// Judges the words of a *Response* section.
pub(super) fn of_response(section: &mut Section) {
    let words = Words::of(section);
    section.statuses = statuses(&section.text);
    section.collection =
        words.any(|sentence| sentence.contains("collection") || sentence.contains("list of"));
    const ADDRESSES: [&str; 4] =
        ["location header", "location response header", "header named location", "asyncoperation header"];
    section.location = words.any(|sentence| ADDRESSES.iter().any(|address| sentence.contains(address)))
        || section.tables.iter().any(lists_address);
    section.body =
        words.any(|sentence| sentence.contains("in response body") || sentence.contains("in body"));
    let has = |status: u16| section.statuses.contains(&status);
    let no_content = has(204) || words.any(|sentence| sentence.contains("no content"));
    let content = section.statuses.iter().any(|status| *status < 300 && *status != 204);
    // What is accepted and not done yet has its outcome elsewhere.
    let elsewhere = |sentence: &str| sentence.contains("location") || sentence.contains("empty body");
    let accepted = has(202) && (has(200) || has(201)) && words.any(elsewhere);
    section.maybe_nothing = content && no_content || accepted;
    section.nothing = !section.maybe_nothing && (no_content || words.any(answers_nothing));
}

/// Whether a table of headers has one that says where the outcome is.
fn lists_address(table: &NameTable) -> bool {
    const NAMES: [&str; 3] = ["location", "operation-location", "azure-asyncoperation"];
    let is_of_headers =
        table.title.as_ref().is_some_and(|title| title.plain().to_lowercase().contains("header"));
    is_of_headers && table.rows.iter().any(|row| NAMES.contains(&row.name.value.to_lowercase().as_str()))
}

/// What a paragraph that stands by itself says of an answer; none where it is not about one.
pub(super) fn of_answer(text: &RichText) -> Option<Section> {
    let mut section = Section { present: true, text: vec![text.clone()], ..Section::default() };
    of_response(&mut section);
    let is_about = section.nothing
        || !section.statuses.is_empty()
        || Words::of(&section).any(|sentence| sentence.contains("response"));
    is_about.then_some(section)
}

/// The sentences of a section: words in lower case, one space between two, without articles, `n't` written out.
struct Words {
    sentences: Vec<String>,
}

impl Words {
    fn of(section: &Section) -> Self {
        let paragraphs: Vec<String> = section.text.iter().map(|text| text.plain().to_lowercase()).collect();
        let sentences = paragraphs.iter().flat_map(|text| text.split(". ")).map(normal);
        Words { sentences: sentences.filter(|sentence| !sentence.is_empty()).collect() }
    }

    fn any(&self, is_such: impl Fn(&str) -> bool) -> bool {
        self.sentences.iter().any(|sentence| is_such(sentence))
    }
}

fn normal(sentence: &str) -> String {
    let written_out = sentence.replace('’', "'").replace("n't", " not");
    let words = text::words(&written_out).filter(|word| !["a", "an", "any", "the"].contains(word));
    words.collect::<Vec<_>>().join(" ")
}

/// `None`, `Do not supply a request body`, `This method doesn't need any body`.
fn declines_body(sentence: &str) -> bool {
    const WHOLE: [&str; 5] = ["none", "nothing", "empty", "not applicable", "n a"];
    const VERBS: [&str; 9] =
        ["supply", "provide", "specify", "include", "send", "require", "need", "take", "accept"];
    const NO: [&str; 3] = ["no request body", "no body", "no request content"];
    const NEEDLESS: [&str; 5] =
        ["is not necessary", "is not required", "is not needed", "is not used", "is empty"];
    WHOLE.contains(&sentence)
        || NO.iter().any(|no| sentence.contains(no))
        || NEEDLESS.iter().any(|needless| sentence.contains(&format!("body {needless}")))
        || VERBS.iter().any(|verb| {
            sentence.contains(&format!("not {verb} request body"))
                || sentence.contains(&format!("not {verb} body"))
        })
        || (sentence.starts_with("leave ") && sentence.ends_with(" empty"))
}

/// `In the request body, supply the values that change`.
fn asks_for_body(sentence: &str) -> bool {
    const VERBS: [&str; 5] = ["supply", "provide", "specify", "include", "send"];
    const DENIALS: [&str; 4] = ["not", "no", "nothing", "none"];
    let has = |list: &[&str]| text::words(sentence).any(|word| list.contains(&word));
    sentence.contains("in request body") && has(&VERBS) && !has(&DENIALS)
}

/// `The request body is a binary blob`, `In the request body, include the bytes of the photo`.
fn calls_body_bytes(sentence: &str) -> bool {
    const NOT_AS_THEY_ARE: [&str; 4] = ["json", "base64", "encoded", "not"];
    let has = |list: &[&str]| text::words(sentence).any(|word| list.contains(&word));
    sentence.contains("request body") && has(&["binary", "bytes"]) && !has(&NOT_AS_THEY_ARE)
}

/// `The request body is optional`, `In the body, you can optionally give a reason`.
fn leaves_body_out(sentence: &str) -> bool {
    const PHRASES: [&str; 11] = [
        "body is optional",
        "in request body optionally ",
        "optional request body",
        "body provide optional",
        "body supply optional",
        "send empty body",
        "body can be empty",
        "body may be empty",
        "body can be omitted",
        "body may be omitted",
        "omit request body",
    ];
    let may = sentence.contains("can optionally") || sentence.contains("may optionally");
    sentence == "optional"
        || sentence.starts_with("optionally ")
        || (may && sentence.contains("body"))
        || PHRASES.iter().any(|phrase| sentence.contains(phrase))
}

/// `It does not return anything`, `with an empty response body`.
fn answers_nothing(sentence: &str) -> bool {
    const WHOLE: [&str; 4] = ["none", "nothing", "empty", "no response"];
    const PHRASES: [&str; 8] = [
        "not return anything",
        "not return response body",
        "not return body",
        "returns nothing",
        "no response body",
        "empty response body",
        "response body is empty",
        "empty content",
    ];
    WHOLE.contains(&sentence) || PHRASES.iter().any(|phrase| sentence.contains(phrase))
}

/// The statuses of success that texts name, redirects among them, each once and from low to high.
pub(super) fn statuses<'a>(texts: impl IntoIterator<Item = &'a RichText>) -> Vec<u16> {
    let texts: Vec<String> = texts.into_iter().map(RichText::plain).collect();
    let words = texts.iter().flat_map(|text| text::words(text));
    let mut found: Vec<u16> = words
        .filter_map(|word| word.parse().ok())
        .filter(|word| matches!(word, 200..=208 | 226 | 300..=308))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The one status of failure that a text names, if it names no other: at its start, in code, or behind a word for it. Other
/// numbers count things.
pub(super) fn failure(text: &RichText) -> Option<Spanned<u16>> {
    const BEFORE: [&str; 4] = ["status", "code", "error", "http"];
    let plain = text.plain().to_lowercase();
    let words: Vec<&str> = text::words(&plain).collect();
    let is_code = |word: &str| {
        text.parts.iter().any(|part| matches!(part, Inline::Code(code) if code.trim().starts_with(word)))
    };
    let is_status = |at: usize| at == 0 || BEFORE.contains(&words[at - 1]) || is_code(words[at]);
    let number = |(at, word): (usize, &&str)| {
        let status: u16 = word.parse().ok().filter(|_| word.len() == 3)?;
        (200..600).contains(&status).then_some((at, status))
    };
    let numbers: Vec<(usize, u16)> = words.iter().enumerate().filter_map(number).collect();
    match numbers[..] {
        [(at, status)] if status >= 400 && is_status(at) => Some(Spanned::new(status, text.span)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{failure, of_request, of_response};
    use crate::page::Section;
    use crate::text::{Inline, RichText};

    fn section(paragraphs: &[&str]) -> Section {
        let text = |words: &&str| RichText {
            parts: [Inline::Text((*words).to_owned())].into(),
            ..RichText::default()
        };
        Section { present: true, text: paragraphs.iter().map(text).collect(), ..Section::default() }
    }

    fn request(words: &str) -> Section {
        let mut section = section(&[words]);
        of_request(&mut section, false);
        section
    }

    fn response(words: &str) -> Section {
        let mut section = section(&[words]);
        of_response(&mut section);
        section
    }

    #[test]
    fn a_number_is_a_status_of_failure_where_it_stands_as_one() {
        let named = |parts: &[Inline]| failure(&RichText { parts: parts.into(), ..RichText::default() });
        let status = |words: &str| named(&[Inline::Text(words.to_owned())]).map(|status| status.value);
        assert_eq!(status("404 - there is no such room"), Some(404));
        assert_eq!(status("Answered with the HTTP status 409:"), Some(409));
        let code = [Inline::Text("Example of ".to_owned()), Inline::Code("400 Bad Request".to_owned())];
        assert_eq!(named(&code).map(|status| status.value), Some(400));
        for words in ["It answers at most 500 rooms.", "200, or status 404", "status 204", "error 4040"] {
            assert_eq!(status(words), None, "{words}");
        }
    }

    #[test]
    fn a_request_without_a_body_is_told_in_many_ways() {
        let nothing = [
            "None.",
            "Nothing.",
            "No body.",
            "Do not supply a request body for a return.",
            "Don't send a request body. What is sent is ignored.",
            "Don’t include any body.",
            "This call does not need any request body.",
            "As the loan is known, giving a request body is not necessary.",
            "Returning has no request content.",
        ];
        for words in nothing {
            assert!(request(words).nothing, "{words}");
        }
        let something = [
            "In the request body, supply a JSON representation of a loan.",
            "Supply what changes. Don't include values in the body that stay.",
            "Send an empty JSON object as request body.",
            "Do not supply a key; properties that are not included in the request body stay.",
            "Give the reason in the request body. No body.",
        ];
        for words in something {
            assert!(!request(words).nothing, "{words}");
        }
    }

    #[test]
    fn a_body_is_asked_for() {
        assert!(request("In the request body, supply the values that change. What is left out stays.").body);
        assert!(request("Provide the loan in the request body.").body);
        for words in [
            "Do not supply a request body.",
            "What is not included in the request body stays.",
            "Send no data in the request body.",
        ] {
            assert!(!request(words).body, "{words}");
        }
    }

    #[test]
    fn a_body_is_called_bytes() {
        assert!(request("The request body is a binary blob with the bytes of the map.").bytes);
        assert!(request("In the request body, include the binary data of the picture.").bytes);
        for words in [
            "In the request body, supply a JSON object with the bytes of the map.",
            "The request body has the bytes, base64-encoded.",
            "The request body is not binary.",
            "Sends the bytes of a map.",
        ] {
            assert!(!request(words).bytes, "{words}");
        }
    }

    #[test]
    fn an_empty_section_means_no_body_and_a_missing_one_says_nothing() {
        let judged = |present: bool, shows_code: bool| {
            let mut section = Section { present, ..Section::default() };
            of_request(&mut section, shows_code);
            section.nothing
        };
        assert!(judged(true, false));
        assert!(!judged(true, true));
        assert!(!judged(false, false));
    }

    #[test]
    fn a_body_that_may_be_left_out_is_told() {
        let optional = [
            "In the request body, you can optionally give the reason.",
            "You may optionally send the branch in a JSON body.",
            "In the request body, optionally supply a JSON object with this property.",
            "The request body is optional.",
            "In the request body, provide an optional parcel with these properties.",
            "Give what the copy needs. It's fine to send an empty body otherwise.",
            "No request body is required. However, you can say where the loan goes.",
        ];
        for words in optional {
            let section = request(words);
            assert!(section.optional && !section.nothing, "{words}");
        }
        assert!(!request("Supply a parcel in the request body. Its note is optional.").optional);
        assert!(!request("In the request body, supply the loan and optionally its end.").optional);
    }

    #[test]
    fn an_address_in_a_header_is_told() {
        for words in
            ["Returns 202 Accepted and a `Location` header.", "Returns 202 and a header named location."]
        {
            assert!(response(words).location, "{words}");
        }
        assert!(!response("Returns 200 OK and the location.").location);
    }

    #[test]
    fn an_answer_without_a_body_is_told_in_many_ways() {
        let nothing = [
            "Returns 204 No Content.",
            "Returns `204, No Content` and the loan is gone.",
            "Answers 204 No Content. A 400 tells what is wrong.",
            "Returns 200 OK. It does not return anything in the response body.",
            "Returns 202 Accepted. It doesn't return a response body.",
            "Answers 202 Accepted and an empty response body.",
            "The response has no content.",
        ];
        for words in nothing {
            let section = response(words);
            assert!(section.nothing && !section.maybe_nothing, "{words}");
        }
        let something = ["Returns 200 OK and a loan.", "Returns 202 Accepted, with a Location header.", ""];
        for words in something {
            let section = response(words);
            assert!(!section.nothing && !section.maybe_nothing, "{words}");
        }
    }

    #[test]
    fn several_successes_are_told() {
        let maybe = [
            ("Returns 201 Created and the loan where it is new, and else 204 No Content.", vec![201, 204]),
            ("204 No Content and empty content. With a preference, 200 OK and the loan.", vec![200, 204]),
            (
                "Returns 201 and the visit. While it waits, 202 with a location and an empty body.",
                vec![201, 202],
            ),
            ("Returns 204; 207 with the books that stay.", vec![204, 207]),
        ];
        for (words, statuses) in maybe {
            let section = response(words);
            assert!(section.maybe_nothing && !section.nothing, "{words}");
            assert_eq!(section.statuses, statuses, "{words}");
        }
        assert!(!response("Returns 201 Created for a new loan, 200 OK for a known one.").maybe_nothing);
        assert!(response("Returns 200 OK and a collection of loans.").collection);
        assert!(response("Returns a list of loans.").collection);
    }
}
