//! The sentence that names a type's base: "Inherits from [entity](entity.md)" in its many phrasings.

use crate::markdown::BlockKind;
use crate::page::outline::{Passage, Topic};
use crate::page::{TypeSpelling, type_spelling};
use crate::text::{Inline, RichText};

/// The verbs. A sentence with plain "inherit" is about other types ("These types inherit from …").
const VERBS: [&str; 3] = ["inherits", "derived", "derives"];

/// The words that may stand between the verb and the base's name.
const FILLERS: [&str; 12] = [
    "all",
    "the",
    "its",
    "properties",
    "metadata",
    "from",
    "of",
    "base",
    "abstract",
    "type",
    "class",
    "resource",
];

/// Looks for the sentence in the page's paragraphs.
pub(super) fn read(passages: &[Passage<'_>]) -> Option<TypeSpelling> {
    let descriptive = passages.iter().filter(|passage| passage.topic != Topic::Example);
    descriptive.flat_map(|passage| passage.blocks).find_map(|block| match &block.kind {
        BlockKind::Paragraph { text, .. } => base(text),
        _ => None,
    })
}

fn base(text: &RichText) -> Option<TypeSpelling> {
    text.parts.iter().enumerate().find_map(|(at, part)| {
        let Inline::Text(words) = part else { return None };
        let name = match announced(words)? {
            Announced::Word(word) => Inline::Text(word),
            Announced::Next => {
                let next = text.parts.get(at + 1)?;
                let is_name = matches!(next, Inline::Link(_) | Inline::Strong(_) | Inline::Code(_));
                is_name.then(|| next.clone())?
            }
        };
        Some(type_spelling::read(&RichText { parts: [name].into(), span: text.span }))
    })
}

enum Announced {
    /// The base's name stands in the text itself.
    Word(String),
    /// It is the next part of the sentence.
    Next,
}

/// What follows the verb, if nothing but fillers stand between and one of them is "from".
fn announced(text: &str) -> Option<Announced> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_verb = |at: usize, word: &str| {
        VERBS.iter().any(|verb| word.eq_ignore_ascii_case(verb))
            || word.eq_ignore_ascii_case("inherit") && at > 0 && words[at - 1] == "will"
    };
    words.iter().enumerate().filter(|(at, word)| is_verb(*at, word)).find_map(|(at, _)| {
        let after = &words[at + 1..];
        let fillers = after.iter().take_while(|word| FILLERS.contains(&word.to_lowercase().as_str())).count();
        let between = &after[..fillers];
        if !between.iter().any(|word| word.eq_ignore_ascii_case("from")) {
            return None;
        }
        match after.get(fillers) {
            None => Some(Announced::Next),
            Some(word) => type_name(word).map(Announced::Word),
        }
    })
}

/// A word that can only be a type's name: `printOperation`, `microsoft.graph.entity`, `[entity]`.
fn type_name(word: &str) -> Option<String> {
    let is_bracketed = word.starts_with('[');
    let name = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let is_camel =
        name.starts_with(|c: char| c.is_ascii_lowercase()) && name.contains(|c: char| c.is_ascii_uppercase());
    (is_bracketed || is_camel || name.starts_with("microsoft.")).then(|| name.to_owned())
}
