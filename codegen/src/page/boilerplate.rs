//! Sentences that only repeat a signature, and sentences that only introduce something.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::LazyLock;

use crate::page::of_examples;
use crate::page::outline::Topic;
use crate::text::{self, Inline, RichText, plain};

/// How sentences begin that only repeat the list of permissions.
const OF_PERMISSIONS: [&str; 6] = [
    "one of the following permissions",
    "to learn more, including",
    "to learn more about these permissions",
    "choose the permission or permissions marked as least privileged",
    "use a higher privileged permission or permissions only if",
    "for details about delegated and application permissions",
];

/// What sentences say that are about a table of methods.
const OF_METHODS: [&str; 5] =
    ["following methods", "following tasks", "previous table", "all examples", "examples below"];

type Vocabulary = LazyLock<BTreeSet<&'static str>>;

fn words(text: &'static str) -> BTreeSet<&'static str> {
    text.split_whitespace().collect()
}

/// The words of sentences about an answer that only repeat the signature.
static OF_ANSWERS: Vocabulary = LazyLock::new(|| {
    words(
        "if when successful this the a an method action function request api call operation returns return answers \
    will responds with response code codes http status and of in its body object objects resource resources collection \
    list instance new newly created updated requested successfully empty no content it does do not doesn t don anything \
    json representation ok accepted string stream boolean none nothing type single is",
    )
});

/// The words of sentences about a body that only repeat the signature.
static OF_BODIES: Vocabulary = LazyLock::new(|| {
    words(
        "do does not don t doesn supply submit provide specify include require a an the request body for this \
    method action function in json representation of object objects following parameters parameter with table shows \
    properties that can be used and no is required needed none empty values relevant fields should updated as to content \
    below resource type when calling new it or its syntax requests",
    )
});

/// The words of sentences about a query that hold for every call and do not name an option.
static OF_QUERIES: Vocabulary = LazyLock::new(|| {
    words(
        "this the method api operation function call request supports support some of any odata query parameters \
    parameter options option to help customize customizing the response for more general information details on about see \
    learn and using use you can in url provide following required with values",
    )
});

/// The text without the sentences that only repeat the signature; `None` if it would be empty. Whether an announcing
/// sentence is needed shows only when the announced thing comes.
pub(super) fn without(text: &RichText, topic: Topic) -> Option<RichText> {
    let says_more = |sentence: &RichText| match topic {
        Topic::Permissions => {
            let words = sentence.plain().to_lowercase();
            !OF_PERMISSIONS.iter().any(|start| words.starts_with(start))
        }
        Topic::Response => announces(sentence) || !has_only(sentence, &OF_ANSWERS),
        // Of several types, the signature has one.
        Topic::RequestBody => {
            announces(sentence) || sentence.links().len() > 1 || !has_only(sentence, &OF_BODIES)
        }
        Topic::QueryParameters => names_option(sentence) || !has_only(sentence, &OF_QUERIES),
        Topic::HttpRequest => is_label(sentence) || !has_only(sentence, &OF_BODIES),
        Topic::Properties => {
            let words = sentence.plain().to_lowercase();
            let says_none = ["none", "n/a", "not applicable"].contains(&words.trim_matches(['.', ' ']));
            !says_none && !words.contains("no properties") && !words.contains("no relationships")
        }
        Topic::Methods => {
            let words = sentence.plain().to_lowercase();
            words.trim_matches(['.', ' ']) != "none"
                && !OF_METHODS.iter().any(|phrase| words.contains(phrase))
        }
        Topic::RequestHeaders | Topic::FunctionParameters | Topic::Parameters => {
            let words = sentence.plain().to_lowercase();
            announces(sentence) || !words.contains("following") && !has_only(sentence, &OF_BODIES)
        }
        Topic::Remarks => {
            !sentence.plain().to_lowercase().trim_end_matches(['.', ' ']).ends_with("how errors are returned")
        }
        _ => true,
    };
    let sentences = text.sentences().into_iter().filter(|sentence| !of_examples::is(sentence));
    joined(text, sentences.filter(says_more).collect())
}

/// The text without words that only stand in for a description.
pub(super) fn documented(mut text: RichText) -> RichText {
    let first = text.parts.iter().position(|part| !matches!(part, Inline::Bullet(_)));
    if let Some(first) = first
        && let Inline::Text(words) = &text.parts[first]
    {
        let is_start = |phrase: &&&str| {
            words.get(..phrase.len()).is_some_and(|start| start.eq_ignore_ascii_case(phrase))
                && !words[phrase.len()..].starts_with(char::is_alphanumeric)
        };
        if let Some(phrase) = NOTHING_YET.iter().find(is_start) {
            let rest = words[phrase.len()..].trim_start_matches(['.', ' ']).to_owned();
            Arc::make_mut(&mut text.parts)[first] = Inline::Text(rest);
        }
    }
    if text.is_empty() { RichText { span: text.span, ..RichText::default() } } else { text }
}

/// What stands where a description is to come.
const NOTHING_YET: [&str; 4] = ["not yet documented", "not documented yet", "to be documented", "tbd"];

/// The text without its last sentence, where that one announces what follows.
pub(super) fn without_lead(text: &RichText) -> Option<RichText> {
    let mut sentences = text.sentences();
    sentences.pop_if(|last| announces(last));
    joined(text, sentences)
}

/// The text without the sentences that announce what follows.
pub(super) fn without_leads(text: &RichText) -> Option<RichText> {
    let sentences = text.sentences().into_iter().filter(|sentence| !announces(sentence));
    joined(text, sentences.collect())
}

/// Whether the last sentence of a text announces what follows.
pub(super) fn ends_in_lead(text: &RichText) -> bool {
    text.sentences().last().is_some_and(announces)
}

/// Whether a sentence announces what follows: a list, a table, an example. `One of the following roles: reader, clerk.` holds
/// what it announces.
fn announces(sentence: &RichText) -> bool {
    let text = sentence.plain().to_lowercase();
    if text.ends_with(':') {
        return true;
    }
    let words: Vec<&str> =
        text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let is_shown = |word: &&str| SHOWN.contains(&word.trim_end_matches('s'));
    let announced = words
        .windows(2)
        .any(|pair| pair[0] == "following" && is_shown(&pair[1]) || pair[1] == "below" && is_shown(&pair[0]));
    let last = words.last().is_some_and(|last| ["following", "below"].contains(last));
    last || announced && !text.contains(':')
}

/// What a page shows, in the singular.
const SHOWN: [&str; 14] = [
    "table",
    "list",
    "example",
    "sample",
    "code",
    "json",
    "parameter",
    "property",
    "propertie",
    "header",
    "column",
    "value",
    "request",
    "response",
];

fn joined(text: &RichText, sentences: Vec<RichText>) -> Option<RichText> {
    let left = RichText::joined(sentences, text.span);
    if left.is_empty() {
        return None;
    }
    Some(match text.depth() {
        Some(depth) if !left.is_item() => left.into_item(depth),
        _ => left,
    })
}

/// Whether a sentence sets words off as a name.
fn names_option(sentence: &RichText) -> bool {
    sentence
        .parts
        .iter()
        .any(|part| matches!(part, Inline::Code(_) | Inline::Strong(_) | Inline::Emphasis(_)))
}

/// Whether a sentence is several strong words and nothing else, as one above a list of routes may be.
fn is_label(sentence: &RichText) -> bool {
    match sentence.parts.as_ref() {
        [Inline::Strong(words)] => plain(words).trim().contains(' '),
        _ => false,
    }
}

/// Whether a text is bold and says which case the next ones are about: `**Version 2 and later**`. One or two words are the label
/// of an example, or a name.
pub(super) fn names_case(text: &RichText) -> bool {
    match text.parts.as_ref() {
        [Inline::Strong(words)] => {
            let words = plain(words);
            words.split_whitespace().nth(2).is_some() && !words.trim_end().ends_with('.')
        }
        _ => false,
    }
}

/// Whether a sentence consists of these words, and of the names of types, members and statuses.
fn has_only(sentence: &RichText, vocabulary: &BTreeSet<&str>) -> bool {
    let mut own = String::new();
    for part in sentence.parts.iter() {
        match part {
            Inline::Text(text) => own.push_str(text),
            // A name is a word or two.
            Inline::Strong(inner) if plain(inner).split_whitespace().nth(2).is_some() => {
                own.push_str(&plain(inner));
            }
            Inline::Code(_) | Inline::Strong(_) | Inline::Link(_) => own.push_str(" 0 "),
            Inline::Emphasis(_) | Inline::Break | Inline::Bullet(_) => own.push(' '),
        }
    }
    let is_name = |word: &str| {
        word.chars().all(|letter| letter.is_ascii_digit()) || word.chars().skip(1).any(char::is_uppercase)
    };
    text::words(&own).all(|word| is_name(word) || vocabulary.contains(word.to_lowercase().as_str()))
}
