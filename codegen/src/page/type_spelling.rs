//! What a cell of a type column says.

use super::TypeSpelling;
use crate::primitive::Primitive;
use crate::text::RichText;

/// Reads a cell. A cell that names several types, or none, keeps its words as a name that no page describes.
pub(crate) fn read(cell: &RichText) -> TypeSpelling {
    let words = cell.plain();
    let links = cell.links();
    let mut spelling = TypeSpelling { span: cell.span, ..TypeSpelling::default() };
    spelling.collection = says_collection(&words);
    spelling.max_length = max_length(&words);
    if links.len() > 1 && words.contains(" or ") {
        spelling.name = words;
        return spelling;
    }
    match links.first() {
        Some(link) => {
            spelling.name = bare_name(&link.text);
            spelling.target = Some(link.target.to_owned());
        }
        None => {
            let (words, target) = written_link(&words);
            spelling.name = bare_name(words);
            spelling.target = target;
        }
    }
    spelling.primitive = Primitive::from_word(&spelling.name);
    spelling
}

/// Whether the word stands by itself: `windowsInformationProtectionResourceCollection` is a name.
fn says_collection(words: &str) -> bool {
    let sentence = words.split(". ").next().unwrap_or_default();
    sentence
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .any(|word| word.eq_ignore_ascii_case("collection") || word.eq_ignore_ascii_case("collections"))
}

/// The number of `string, maximum size 20`.
fn max_length(words: &str) -> Option<u32> {
    let words = words.to_ascii_lowercase();
    let after = &words[words.find("max")?..];
    let digits = &after[after.find(|c: char| c.is_ascii_digit())?..];
    digits.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

/// The name and the target of a link that Markdown did not take for one: `[x][]` without a definition, `[x](x.md`.
fn written_link(words: &str) -> (&str, Option<String>) {
    let Some((before, rest)) = words.split_once('[') else { return (words, None) };
    let Some((name, rest)) = rest.split_once(']') else { return (words, None) };
    let target =
        rest.strip_prefix('(').map(|rest| rest.split([')', ' ']).next().unwrap_or_default().to_owned());
    let is_name = !name.is_empty() && (before.is_empty() || says_collection(before));
    if is_name { (name, target) } else { (words, None) }
}

/// Takes off the words that stand around a type's name.
fn bare_name(words: &str) -> String {
    let mut name = tidy(words);
    name = tidy(after(name, "(optional)").unwrap_or(name));
    name = tidy(after(name, "collection of ").unwrap_or(name));
    if let Some(inside) = after(name, "collection(") {
        name = tidy(inside.split(')').next().unwrap_or_default());
    }
    // Behind the name: `(url)`, `, maximum size 20`, `. Holds grades`.
    name = tidy(name.split(['(', ',']).next().unwrap_or_default());
    name = tidy(name.split(". ").next().unwrap_or_default());
    for word in [" collection", " collections", " collection", " resource type", " resource", " object"] {
        name = tidy(before(name, word).unwrap_or(name));
    }
    name.to_owned()
}

/// Without white space, emphasis that was never closed, and punctuation at the ends.
fn tidy(text: &str) -> &str {
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '`' | '[' | ']' | '"'));
    text.trim_end_matches(['.', ',', ';', ':']).trim_end()
}

fn after<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    let head = text.get(..start.len())?;
    head.eq_ignore_ascii_case(start).then(|| &text[start.len()..])
}

fn before<'a>(text: &'a str, end: &str) -> Option<&'a str> {
    let at = text.len().checked_sub(end.len())?;
    text.get(at..)?.eq_ignore_ascii_case(end).then(|| &text[..at])
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::primitive::Primitive;
    use crate::source::Span;
    use crate::text::{Inline, RichText};

    fn cell(parts: Vec<Inline>) -> RichText {
        RichText { parts, span: Span::default() }
    }

    fn text(text: &str) -> Inline {
        Inline::Text(text.to_owned())
    }

    fn link(words: &str, target: &str) -> Inline {
        Inline::Link { text: vec![text(words)], target: target.to_owned() }
    }

    #[test]
    fn words_around_a_name_are_taken_off() {
        let cases = [
            ("String", "String", false),
            ("String collection", "String", true),
            ("Collection(Edm.String)", "Edm.String", true),
            ("collection(string)", "string", true),
            ("Collection of String", "String", true),
            ("message collection collection", "message", true),
            ("string (url)", "string", false),
            ("String(timestamp)", "String", false),
            ("decimal, read-only", "decimal", false),
            ("(Optional) Int32.", "Int32", false),
            ("n.sub.media collection", "n.sub.media", true),
            ("protectionResourceCollection", "protectionResourceCollection", false),
            ("protectionResourceCollection collection", "protectionResourceCollection", true),
            ("[itemAnalytics][] resource", "itemAnalytics", false),
            ("Collection([site][])", "site", true),
            ("JSON object", "JSON", false),
            ("** Unknown Type `n.x` ** collection", "Unknown Type `n.x", true),
            ("", "", false),
        ];
        for (words, name, collection) in cases {
            let spelling = read(&cell(vec![text(words)]));
            assert_eq!((spelling.name.as_str(), spelling.collection), (name, collection), "{words}");
        }
    }

    #[test]
    fn a_link_gives_name_and_target() {
        let spelling = read(&cell(vec![link("recipient collection", "recipient.md")]));
        assert_eq!((spelling.name.as_str(), spelling.target.as_deref()), ("recipient", Some("recipient.md")));
        assert!(spelling.collection);
        let spelling = read(&cell(vec![link("DateTimeOffset", "timestamp.md")]));
        assert_eq!(spelling.primitive, Some(Primitive::DateTimeOffset));
        let spelling = read(&cell(vec![text("[x](x.md collection)")]));
        assert_eq!(
            (spelling.name.as_str(), spelling.target.as_deref(), spelling.collection),
            ("x", Some("x.md"), true)
        );
        let spelling = read(&cell(vec![link("a", "a.md"), text(" or "), link("b", "b.md")]));
        assert_eq!((spelling.name.as_str(), spelling.target), ("a or b", None));
    }

    #[test]
    fn a_maximum_size_is_read() {
        for (words, expected) in [
            ("string, maximum size 20", Some(20)),
            ("String (max. 250 characters)", Some(250)),
            ("Int32", None),
            ("string, maximum size 99999999999", None),
        ] {
            assert_eq!(read(&cell(vec![text(words)])).max_length, expected, "{words}");
        }
    }
}
