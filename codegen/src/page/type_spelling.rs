//! What a cell of a type column says.

use super::TypeSpelling;
use crate::plural::singular;
use crate::primitive::Primitive;
use crate::text::RichText;

/// Words that introduce the type of many: `List of String`.
const MANY: [&str; 4] = ["collection of ", "list of ", "array of ", "set of "];

/// Words in front of a type's name that say nothing of the type.
const AHEAD: [&str; 7] = ["(optional)", "optional ", "nullable ", "required ", "an ", "a ", "the "];

/// Words behind a type's name that say nothing of the type.
const BEHIND: [&str; 11] = [
    " collection",
    " collections",
    " array",
    " resource type",
    " resource",
    " objects",
    " object",
    " optional",
    " nullable",
    " or null",
    "[]",
];

/// Words that tell more of a primitive type: `Relative URL`.
const KINDS: [&str; 10] =
    ["relative", "absolute", "valid", "unique", "signed", "unsigned", "positive", "encoded", "utc", "base64"];

/// Words that a remark behind a primitive type begins with: `string in UTC date time format`.
const REMARKS: [&str; 8] = ["in", "that", "containing", "representing", "with", "which", "for", "encoded"];

/// Reads a cell. A cell that names several types or none keeps its words as a name; no page describes a type of that
/// name.
pub(crate) fn read(cell: &RichText) -> TypeSpelling {
    let words = cell.plain();
    let mut spelling = TypeSpelling { span: cell.span, ..TypeSpelling::default() };
    spelling.collection = says_collection(&words);
    spelling.max_length = max_length(&words);
    let mut links = cell.links();
    links.retain(|link| !is_kind_of_type(&link.text));
    links.dedup_by(|a, b| a.target == b.target);
    if links.len() > 1 && (words.contains(" or ") || words.contains(['/', '|'])) {
        spelling.name = words;
        return spelling;
    }
    match links.first() {
        // A link behind a primitive type leads to a remark on it.
        Some(link) if !begins_with_primitive(&words) || words.starts_with(&link.text) => {
            spelling.name = bare_name(&link.text);
            spelling.target = Some(link.target.to_owned());
        }
        _ => {
            let (words, target) = written_link(&words);
            spelling.name = bare_name(words);
            spelling.target = target;
        }
    }
    spelling.primitive = primitive(&spelling.name, spelling.collection);
    spelling.own_enum =
        is_enum(&spelling.name) || says_enum(&words) && spelling.primitive == Some(Primitive::String);
    spelling
}

/// `Enum`, `enumeration`: the members stand elsewhere, and belong to the property.
fn is_enum(name: &str) -> bool {
    ["enum", "edm.enum", "enums", "enumeration", "string enum", "enum string"]
        .contains(&name.to_lowercase().as_str())
}

/// `String (enum)`.
fn says_enum(words: &str) -> bool {
    let inside = words.split_once('(').and_then(|(_, rest)| rest.split_once(')'));
    inside.is_some_and(|(inside, _)| is_enum(inside.trim()))
}

/// Whether a link explains what kind of type it is, and not which: `[Array](…) of …`.
fn is_kind_of_type(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    is_enum(&text) || ["array", "list", "collection", "nullable"].contains(&text.as_str())
}

fn begins_with_primitive(words: &str) -> bool {
    let first = words.split(|letter: char| !letter.is_alphanumeric() && letter != '.').next();
    first.and_then(|word| Primitive::from_word(word.trim_matches('.'))).is_some()
}

/// The primitive type of a name: by one word for it, by several, or by the plural where there are many.
fn primitive(name: &str, collection: bool) -> Option<Primitive> {
    let many = || Primitive::from_word(&singular(name)).filter(|_| collection);
    let words: Vec<&str> = name.split_whitespace().collect();
    let by_words = || match words.as_slice() {
        [kinds @ .., last] if kinds.iter().all(|word| KINDS.contains(&word.to_lowercase().as_str())) => {
            Primitive::from_word(last)
        }
        [first, second, rest @ ..] if REMARKS.contains(&second.to_lowercase().as_str()) => {
            let of = Primitive::from_word(first)?;
            let rest = rest.join("").to_lowercase();
            let is_time = of == Primitive::String && rest.contains("datetime");
            Some(if is_time { Primitive::DateTimeOffset } else { of })
        }
        _ => None,
    };
    Primitive::from_word(name).or_else(many).or_else(by_words)
}

/// Whether the cell tells of many. A word has to stand by itself: `windowsInformationProtectionResourceCollection` is a
/// name, and so is `list` alone.
fn says_collection(words: &str) -> bool {
    let sentence = words.split(". ").next().unwrap_or_default().to_lowercase();
    let mut parts = sentence.split(|c: char| !c.is_alphanumeric() && c != '_');
    let sentence = sentence.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '`'));
    parts.any(|word| matches!(word, "collection" | "collections"))
        || MANY.iter().any(|many| sentence.contains(many))
        || sentence.ends_with(" array")
        || is_list_of_one(words)
        || sentence.split_once("[]").is_some_and(|(name, _)| !name.is_empty() && !name.contains(['[', ']']))
        || inside(sentence, "list").or(inside(sentence, "array")).is_some()
}

/// `Alert List`, `string list`, `List String`: without a capital or a primitive type, it may be the name of a list.
fn is_list_of_one(words: &str) -> bool {
    let words: Vec<&str> = words.split_whitespace().map(tidy).collect();
    match words.as_slice() {
        [one, "List"] => !one.is_empty(),
        [one, "list"] | ["List" | "list" | "Array" | "array", one] => Primitive::from_word(one).is_some(),
        _ => false,
    }
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
    while let Some(rest) = AHEAD.iter().chain(&MANY).find_map(|word| after(name, word)) {
        name = tidy(rest);
    }
    for word in ["collection", "list", "array", "nullable"] {
        name = inside(name, word).map_or(name, tidy);
    }
    if is_list_of_one(name) {
        let is_kind = |word: &&str| ["list", "array"].contains(&word.to_lowercase().as_str());
        name = name.split_whitespace().map(tidy).find(|word| !is_kind(word)).unwrap_or(name);
    }
    // Behind the name: `(url)`, `, maximum size 20`, `. Holds grades`, ` - optional`.
    name = tidy(name.split(['(', ',', ';']).next().unwrap_or_default());
    for end in [". ", " - ", " \u{2013} ", " \u{2014} "] {
        name = tidy(name.split(end).next().unwrap_or_default());
    }
    while let Some(rest) =
        BEHIND.iter().find_map(|word| before(name, word)).filter(|rest| !rest.trim().is_empty())
    {
        name = tidy(rest);
    }
    name.to_owned()
}

/// What stands in the brackets of `Collection(String)`, `List<String>` or `Array[string]`.
fn inside<'a>(name: &'a str, word: &str) -> Option<&'a str> {
    let behind = after(name, word)?;
    let rest = behind.trim_start();
    // `List (String)`, and not `List (optional)`.
    let is_type = |inside: &str| {
        behind.len() == rest.len()
            || !inside.contains(char::is_whitespace)
                && !["optional", "required", "nullable", "readonly"].contains(&inside.to_lowercase().as_str())
    };
    let close = match rest.chars().next()? {
        '(' => ')',
        '<' => '>',
        '[' => ']',
        _ => return None,
    };
    rest[1..].split(close).next().filter(|inside| !inside.is_empty() && is_type(inside))
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
    use crate::text::{Inline, Link, RichText};

    fn cell(parts: Vec<Inline>) -> RichText {
        RichText { parts: parts.into(), span: Span::default() }
    }

    fn text(text: &str) -> Inline {
        Inline::Text(text.to_owned())
    }

    fn link(words: &str, target: &str) -> Inline {
        Inline::Link(Box::new(Link { text: vec![text(words)], target: target.to_owned() }))
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
            ("Nullable DateTimeOffset", "DateTimeOffset", false),
            ("Nullable Long", "Long", false),
            ("List of String", "String", true),
            ("Array of strings", "strings", true),
            ("array of [vulnerability] objects", "vulnerability", true),
            ("List<string>", "string", true),
            ("String[]", "String", true),
            ("list", "list", false),
            ("List (String)", "String", true),
            ("List *String*", "String", true),
            ("List (optional)", "List", false),
            ("Array[string]", "string", true),
            ("string List", "string", true),
            ("Alert List", "Alert", true),
            ("price list", "price list", false),
            ("list item", "list item", false),
            ("array[]", "array", true),
            ("String - optional", "String", false),
            ("String or null", "String", false),
            ("Nullable<Int32>", "Int32", false),
            ("string/number", "string/number", false),
            ("", "", false),
        ];
        for (words, name, collection) in cases {
            let spelling = read(&cell(vec![text(words)]));
            assert_eq!((spelling.name.as_str(), spelling.collection), (name, collection), "{words}");
        }
    }

    #[test]
    fn several_words_may_name_one_primitive_type() {
        let primitive = |words: &str| read(&cell(vec![text(words)])).primitive;
        assert_eq!(primitive("Relative URL"), Some(Primitive::String));
        assert_eq!(primitive("list of strings"), Some(Primitive::String));
        assert_eq!(primitive("string in UTC date time format"), Some(Primitive::DateTimeOffset));
        assert_eq!(primitive("integer in cents"), Some(Primitive::Int32));
        assert_eq!(primitive("Distribution groups"), None);
        assert_eq!(primitive("string/number"), None);
        assert_eq!(primitive("Int32 or String"), None);
    }

    #[test]
    fn an_enum_without_a_name_is_the_propertys_own() {
        for words in ["Enum", "enumeration", "String (enum)", "Nullable Enum", "Enum, read-only"] {
            assert!(read(&cell(vec![text(words)])).own_enum, "{words}");
        }
        let linked = read(&cell(vec![link("Enum", "https://example.com/enum")]));
        assert!(linked.own_enum && linked.target.is_none());
        assert!(!read(&cell(vec![text("enumKind")])).own_enum);
    }

    #[test]
    fn a_link_behind_a_primitive_type_is_a_remark() {
        let spelling = read(&cell(vec![text("String. See "), link("kinds", "kinds.md")]));
        assert_eq!((spelling.primitive, spelling.target), (Some(Primitive::String), None));
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
