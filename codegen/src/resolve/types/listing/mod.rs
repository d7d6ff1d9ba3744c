//! Members that a description lists: "The possible values are: `low`, `normal`, `high`."

mod explained;

use std::collections::BTreeSet;

use crate::text::{self, Inline, RichText};

/// Words that introduce a list of members.
const INTRODUCTIONS: [&str; 10] = [
    "possible value:",
    "values are",
    "enum are",
    "values:",
    "values include",
    "one of",
    "it can be",
    "can be",
    "value is",
    "values is",
];

/// Words that introduce more members behind the list: those that a program has to ask for.
const FURTHER: [&str; 3] = ["following value", "following member", "following enum member"];

/// Words behind which a name is not a member, but what a member depends on: "`none` when `shared` is `false`".
const CONDITIONS: [&str; 9] =
    ["when", "if", "unless", "while", "where", "because", "see", "property", "header"];

/// The members that a description lists.
pub(crate) fn listed(description: &RichText) -> Vec<String> {
    if let Some(members) = explained::members(description) {
        return members;
    }
    let text = marked(&description.parts);
    let lower = text.to_ascii_lowercase();
    let starts = |words: &&str| {
        let length = words.len();
        lower.match_indices(*words).map(move |(at, _)| at + length).collect::<Vec<_>>()
    };
    let starts: BTreeSet<usize> = INTRODUCTIONS.iter().flat_map(starts).collect();
    let lists = || starts.iter().filter_map(|start| text.get(*start..)).map(sentence);
    let Some(first) = lists().next() else { return Vec::new() };
    // Names in prose may be those of people; a list of code spans behind it has those of the service.
    let coded = || lists().find(|(list, _)| list.matches('`').nth(2).is_some());
    let (list, rest) = if first.0.contains('`') { first } else { coded().unwrap_or(first) };
    let mut members = of_sentence(behind_condition(list).trim_end_matches(['.', ' ']));
    // What a program has to ask for is a member of the list before, and makes no list by itself.
    if !members.is_empty() {
        members.extend(further(rest));
        members.extend(otherwise(rest));
    }
    let mut known = BTreeSet::new();
    // What is not set is not a member.
    members.retain(|member| known.insert(member.clone()) && member != "null");
    members
}

/// A sentence, and what stands behind it.
fn sentence(text: &str) -> (&str, &str) {
    text.split_once(". ").unwrap_or((text, ""))
}

/// The list behind a condition that a colon ends: "… one of the following when `shared` is `false`: `a`, `b`".
fn behind_condition(list: &str) -> &str {
    let mut outside = true;
    let colon = list.char_indices().find(|(_, letter)| {
        outside ^= *letter == '`';
        outside && *letter == ':'
    });
    match colon {
        Some((at, _)) if has_condition(&list[..at]) => &list[at + 1..],
        _ => list,
    }
}

fn has_condition(words: &str) -> bool {
    text::words(words).any(|word| CONDITIONS.contains(&word.to_ascii_lowercase().as_str()))
}

fn of_sentence(list: &str) -> Vec<String> {
    match () {
        () if list.contains('`') => quoted(list, '`'),
        () if list.contains('"') => quoted(list, '"'),
        () if has_single_quotes(list) => quoted(list, '\''),
        () => bare(list),
    }
}

/// Whether texts stand in single quotes, and no apostrophe stands in a word.
fn has_single_quotes(list: &str) -> bool {
    let is_inside = |(at, _): (usize, &str)| {
        let before = list[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        before && list[at + 1..].starts_with(char::is_alphanumeric)
    };
    list.contains('\'') && !list.match_indices('\'').any(is_inside)
}

/// The members in later sentences.
fn further(rest: &str) -> Vec<String> {
    let lower = rest.to_ascii_lowercase();
    let start = FURTHER.iter().filter_map(|words| lower.find(words)).min();
    let list =
        start.and_then(|start| rest.get(start..)).and_then(|list| list.split_once(':')).map(|(_, list)| list);
    let list = list.map_or("", |list| list.split(". ").next().unwrap_or_default());
    if list.contains('`') { quoted(list.trim_end_matches('.'), '`') } else { Vec::new() }
}

/// The members of a sentence that says what else a value is: "Otherwise, the value is `lent`."
fn otherwise(rest: &str) -> Vec<String> {
    let (sentence, _) = sentence(rest.trim_start());
    let words = sentence.split('`').next().unwrap_or_default().to_ascii_lowercase();
    let is_other = words.starts_with("otherwise") && words.contains("value");
    if is_other { quoted(sentence.trim_end_matches(['.', ' ']), '`') } else { Vec::new() }
}

/// The text with code spans in backticks and other markup taken off.
fn marked(parts: &[Inline]) -> String {
    parts
        .iter()
        .map(|part| match part {
            Inline::Text(text) => text.clone(),
            Inline::Code(code) => format!("`{code}`"),
            Inline::Strong(inner) | Inline::Emphasis(inner) => marked(inner),
            Inline::Link(link) => marked(&link.text),
            Inline::Break => " ".to_owned(),
            Inline::Bullet(_) => String::new(),
        })
        .collect()
}

/// What stands between pairs of a quote, up to a condition. Several words of a list may share one pair; where there are more
/// pairs, a comma between phrases belongs to one member. White space alone is a member too.
fn quoted(list: &str, quote: char) -> Vec<String> {
    let is_only = list.matches(quote).count() <= 2;
    let mut parts = list.split(quote);
    let mut members = Vec::new();
    let mut between = parts.next().unwrap_or_default();
    while let Some(inside) = parts.next() {
        if has_condition(&without_remarks(between)) {
            break;
        }
        match inside.trim() {
            "" if !inside.is_empty() => members.push(" ".to_owned()),
            // Quotes say where a member begins and ends: `"Closed "` has a blank.
            phrase if !is_only && quote == '"' && !phrase.contains(',') => {
                members.push(inside.trim_matches('\'').to_owned())
            }
            phrase if !is_only && phrase.split(',').any(|part| part.trim().contains(' ')) => {
                members.push(phrase.trim_matches(['\'', ' ']).to_owned());
            }
            _ => members.extend(
                inside
                    .split(',')
                    .map(|text| text.trim_matches(['\'', ' ']).to_owned())
                    .filter(|text| !text.is_empty()),
            ),
        }
        between = parts.next().unwrap_or_default();
        // A quote too many stands behind a word that nothing divides from the member: `"Item", "Resource" Value", "Charge"`.
        while quote == '"' && is_word(between) {
            between = parts.next().unwrap_or_default();
        }
    }
    members
}

/// The words without what stands in parentheses.
fn without_remarks(words: &str) -> String {
    let mut depth = 0_usize;
    let mut kept = String::new();
    for letter in words.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(letter),
            _ => {}
        }
    }
    kept
}

fn is_word(between: &str) -> bool {
    let word = between.trim();
    !matches!(word, "" | "or" | "and") && word.chars().all(char::is_alphanumeric)
}

/// A list without quotes: words with commas, "or" and "and" between them, and nothing else.
fn bare(list: &str) -> Vec<String> {
    let list =
        list.trim_start_matches([':', ' ']).replace(" or ", ",").replace(" and ", ",").replace('|', ",");
    let words: Vec<String> =
        list.split(',').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect();
    let is_word = |word: &String| word.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
    if words.len() > 1 && words.iter().all(is_word) { words } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_text(parts: Vec<Inline>) -> Vec<String> {
        listed(&RichText { parts: parts.into(), span: Default::default() })
    }

    fn text(text: &str) -> Inline {
        Inline::Text(text.to_owned())
    }

    fn code(code: &str) -> Inline {
        Inline::Code(code.to_owned())
    }

    #[test]
    fn code_spans_after_the_introduction_are_members() {
        let parts = vec![
            text("Set by `x`. The possible values are: "),
            code("low"),
            text(", "),
            code("high"),
            text(". See "),
            code("other"),
        ];
        assert_eq!(of_text(parts), ["low", "high"]);
    }

    #[test]
    fn the_items_of_a_list_begin_with_their_members() {
        let item =
            |member: &str, words: &str| vec![Inline::Bullet(0), code(member), text(words), Inline::Break];
        let items = || [item("low", ": As `x`. Rare."), item("high", "")].concat();
        let of_list = |words: &str| of_text([vec![text(words), Inline::Break], items()].concat());
        assert_eq!(of_list("Read-only. Supported values are:"), ["low", "high"]);
        assert_eq!(of_list("Values are fine. See:"), Vec::<String>::new());
    }

    #[test]
    fn lines_begin_with_their_members_where_they_say_what_each_means() {
        let line = |member: &str, words: &str| vec![Inline::Break, text(" "), code(member), text(words)];
        let of_list =
            |items: [Vec<Inline>; 3]| of_text([vec![text("Possible values are:")], items.concat()].concat());
        let lines = || {
            [line("low", "—As `x`. Rare."), line("high", ": Rare."), vec![Inline::Break, text("Read-only.")]]
        };
        assert_eq!(of_list(lines()), ["low", "high"]);
        let [low, high, _] = lines();
        assert_eq!(of_list([low.clone(), vec![Inline::Break], high.clone()]), ["low", "high"]);
        assert_eq!(
            of_list([low.clone(), vec![Inline::Break, text("Goes on.")], high.clone()]),
            ["low", "high"]
        );
        assert_eq!(of_list([low.clone(), high.clone(), line("none", ":")]), ["low", "high"]);
        let empty = vec![text("Depends on the place. It can be empty.")];
        assert_eq!(of_text([empty, low.clone(), high.clone()].concat()), Vec::<String>::new());
        let depends = vec![text("Depends on "), code("kind"), text(". Possible values are:")];
        assert_eq!(of_text([depends, low.clone(), high.clone()].concat()), ["low", "high"]);
        let all = vec![
            text("Possible values are: "),
            code("low"),
            text(", "),
            code("high"),
            text(", "),
            code("x"),
            text("."),
        ];
        assert_eq!(of_text([all, low, high].concat()), ["low", "high", "x"]);
    }

    #[test]
    fn a_flagged_enum_and_what_a_value_is_otherwise_list_members() {
        let parts =
            vec![text("The possible values of this flagged enum are: "), code("a"), text(", "), code("b")];
        assert_eq!(of_text(parts), ["a", "b"]);
        let parts = vec![
            text("If it is away, the value is "),
            code("lent"),
            text(". Otherwise, the value is "),
            code("kept"),
            text("."),
        ];
        assert_eq!(of_text(parts), ["lent", "kept"]);
        let parts = vec![
            text("One of "),
            code("lent"),
            text(", "),
            code("kept"),
            text(". Otherwise, "),
            code("code"),
            text(" is set."),
        ];
        assert_eq!(of_text(parts), ["lent", "kept"]);
    }

    #[test]
    fn a_comma_belongs_to_a_phrase_among_others() {
        let parts = vec![text("One of "), code("Known, and expected"), text(", "), code("Unknown")];
        assert_eq!(of_text(parts), ["Known, and expected", "Unknown"]);
        assert_eq!(
            of_text(vec![text("One of "), code("not open, open, closed")]),
            ["not open", "open", "closed"]
        );
        let parts = vec![text("One of "), code("open, closed"), text(" or "), code("lost")];
        assert_eq!(of_text(parts), ["open", "closed", "lost"]);
    }

    #[test]
    fn a_list_of_code_spans_counts_rather_than_words_before_it() {
        let parts = vec![
            text("Possible values are: lent, kept. Possible values are: "),
            code("none"),
            text(", "),
            code("lent"),
            text(", "),
            code("kept"),
            text("."),
        ];
        assert_eq!(of_text(parts), ["none", "lent", "kept"]);
        let all = || [code("none"), text(", "), code("lent"), text(", "), code("kept"), text(".")].into();
        for words in ["Can be 'lent' or 'kept'.", "Can be \"lent\" or \"kept\".", "Can be the reader's own."]
        {
            let words: Vec<Inline> = vec![text(words), text(" Possible values are: ")];
            assert_eq!(of_text([words, all()].concat()), ["none", "lent", "kept"]);
        }
        let parts =
            vec![text("Values are: lent, kept. See "), code("none"), text(" for what the values are.")];
        assert_eq!(of_text(parts), ["lent", "kept"]);
    }

    #[test]
    fn bare_and_quoted_lists_count_and_prose_does_not() {
        assert_eq!(
            of_text(vec![text("Possible values are draft, open or paid.")]),
            ["draft", "open", "paid"]
        );
        assert_eq!(
            of_text(vec![text("It can be \" \", \"Open\" or \"Closed \".")]),
            [" ", "Open", "Closed "]
        );
        assert_eq!(
            of_text(vec![text("Possible values are: 'Windows', 'Linux' and 'Other'.")]),
            ["Windows", "Linux", "Other"]
        );
        assert_eq!(of_text(vec![text("Can be the reader's own or 'x'.")]), Vec::<String>::new());
        let stray = "It can be \"Item\", \"Kind\" Value\", \"Fixed Asset\" or \"Charge\".";
        assert_eq!(of_text(vec![text(stray)]), ["Item", "Kind", "Fixed Asset", "Charge"]);
        assert_eq!(
            of_text(vec![text("The name, which can be of any length and form.")]),
            Vec::<String>::new()
        );
    }

    #[test]
    fn a_condition_names_no_members() {
        let when = |words: &str| {
            vec![
                text("Is set to "),
                code("notSet"),
                text(" when "),
                code("applies"),
                text(" is "),
                code("true"),
                text(" and one of the following when "),
                code("applies"),
                text(" is "),
                code("false"),
                text(words),
            ]
        };
        assert_eq!(of_text(when(".")), Vec::<String>::new());
        let listed = when(": ").into_iter().chain([code("a"), text(", "), code("b"), text(".")]).collect();
        assert_eq!(of_text(listed), ["a", "b"]);
        let behind =
            vec![text("One of "), code("a"), text(" (if new) or "), code("b"), text(" when "), code("c")];
        assert_eq!(of_text(behind), ["a", "b"]);
    }

    #[test]
    fn members_to_ask_for_are_members() {
        let parts = vec![
            text("The possible values are: "),
            code("a"),
            text(", "),
            code("b"),
            text(". Use the "),
            code("Prefer: more"),
            text(" header to get the following values in this enum: "),
            code("c"),
            text(" , "),
            code("d"),
            text(". Not "),
            code("e"),
        ];
        assert_eq!(of_text(parts), ["a", "b", "c", "d"]);
    }
}
