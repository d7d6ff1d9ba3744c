//! Whether a row of a table says that only the service sets what it describes.

use crate::text::{RichText, words};

/// Whether a cell says so: `Read-only.`, `Read-only attribute that …`, `This property is read-only.`, `Key, read-only`,
/// `string (readonly)`. What is read-only at times is not.
pub(super) fn of(cell: &RichText) -> bool {
    let text = cell.plain();
    let lower = text.to_ascii_lowercase();
    // Most cells have none of the words.
    WORDS.iter().any(|word| lower.contains(word))
        && (is_remark(&text) || text.split(['.', ';', '\n']).any(says_so))
}

const WORDS: [&str; 4] = ["read-only", "readonly", "read only", "non-editable"];

/// What a sentence may call the thing that its row describes.
const SUBJECTS: [&str; 5] = ["attribute", "field", "property", "setting", "value"];

/// What stands before the words without a verb.
const FLAGS: [&str; 4] = ["key", "not nullable", "nullable", "unique"];

const CONDITIONS: [&str; 14] = [
    "after",
    "but",
    "default",
    "during",
    "except",
    "for",
    "if",
    "once",
    "otherwise",
    "unless",
    "until",
    "when",
    "whether",
    "while",
];

/// What begins a clause that a remark behind it belongs to.
const CLAUSES: [&str; 7] = ["if", "once", "unless", "until", "when", "whether", "while"];

/// Whether a text is one word and the remark: `string (readonly)`.
fn is_remark(text: &str) -> bool {
    let remark = text.strip_suffix(')').and_then(|text| text.split_once('('));
    remark.is_some_and(|(word, remark)| {
        !word.trim().contains(char::is_whitespace) && WORDS.contains(&remark.to_lowercase().as_str())
    })
}

fn says_so(sentence: &str) -> bool {
    let lower = sentence.to_ascii_lowercase();
    let found = WORDS.iter().filter_map(|word| Some((lower.find(word)?, word.len()))).min();
    found.is_some_and(|(at, length)| {
        let after = &lower[at + length..];
        let is_word =
            !after.starts_with(|next: char| next.is_alphanumeric() || matches!(next, '"' | '\'' | '`'));
        is_word
            && !words(after).any(|word| CONDITIONS.contains(&word))
            && (leads(&lower[..at], after) || begins_anew(&sentence[..at], &sentence[at..], after))
    })
}

/// Whether nothing but the subject, or flags, stand before the words.
fn leads(before: &str, after: &str) -> bool {
    let before_words: Vec<&str> = words(before).collect();
    let is_subject = |word: &str| SUBJECTS.contains(&word);
    match before_words.as_slice() {
        [] => before.chars().all(|letter| letter.is_whitespace() || matches!(letter, '(' | ')' | '*' | '"')),
        ["this", "is"] | ["this", "is", "a"] => true,
        ["this"] => words(after).next().is_some_and(is_subject),
        ["this", subject, "is"] | ["this", subject, "is", "a"] => is_subject(subject),
        _ => {
            let flags = before.trim_end().strip_suffix(',');
            flags.is_some_and(|flags| flags.split(',').all(|flag| FLAGS.contains(&flag.trim())))
        }
    }
}

/// Whether the words end a sentence in which their capital begins another: `One of the shelves Read-only.`
fn begins_anew(before: &str, from: &str, after: &str) -> bool {
    const JOINING: [&str; 9] = ["a", "and", "as", "be", "in", "is", "not", "or", "to"];
    let is_apart = before.ends_with(' ') && !before.trim_end().ends_with([',', ':']);
    from.starts_with('R')
        && words(after).next().is_none()
        && is_apart
        && !words(&before.to_ascii_lowercase()).any(|word| CLAUSES.contains(&word))
        && words(before).last().is_some_and(|last| !JOINING.contains(&last))
}

#[cfg(test)]
mod tests {
    use crate::text::{Inline, RichText};

    fn of(text: &str) -> bool {
        let parts = vec![Inline::Text(text.to_owned())];
        super::of(&RichText { parts: parts.into(), ..RichText::default() })
    }

    #[test]
    fn a_sentence_says_so_without_a_condition() {
        assert!(of("The key. Read-only."));
        assert!(of("Read-only. Nullable."));
        assert!(of("Readonly"));
        assert!(of("Whether it is \"in.\" Read-only."));
        assert!(of("When it came. Read only, set by the library."));
        assert!(of("The number on the spine. Non-editable."));
        assert!(!of("Read-only for readers, and not for staff."));
        assert!(!of("Read-only once it is lent."));
        assert!(!of("Whether the book is read-only."));
    }

    #[test]
    fn a_sentence_may_name_the_property() {
        assert!(of("The shelf. This property is read-only."));
        assert!(of("This is a read-only mark that the library sets."));
        assert!(of("This read-only field tells the state."));
        assert!(!of("Once it is lent, this property is read-only."));
        assert!(!of("This property is read-only until the book is back."));
        assert!(!of("This shelf is read-only."));
    }

    #[test]
    fn it_may_be_one_of_several_flags_or_a_remark() {
        assert!(of("Key, read-only"));
        assert!(of("Not nullable, Read-only"));
        assert!(of("(The books that stand here.) Read-only."));
        assert!(of("string (readonly)"));
        assert!(!of("One of open, read-only, closed."));
        assert!(!of("\"Read-only\" or \"Read-write\""));
        assert!(!of("If true, the file is locked Read-only."));
        assert!(!of("Whether the book opens Read-only."));
        assert!(!of("This property is read-only by default."));
        assert!(!of("Whether it may be changed (write) or not (read-only)"));
    }

    #[test]
    fn a_full_stop_may_be_missing_before_it() {
        assert!(of("Ways in: GET Read-only."));
        assert!(!of("One of Open or Read-only."));
        assert!(!of("Modes: Open, Read-only."));
        assert!(!of("The Read-only mode of the shelf."));
    }
}
