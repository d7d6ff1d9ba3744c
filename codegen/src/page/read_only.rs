//! Whether a row of a table says that only the service sets what it describes.

use crate::text::RichText;

/// Whether a sentence says so: `Read-only.`, `Read-only attribute that …`. What is read-only at times is not.
pub(super) fn of(description: &RichText) -> bool {
    const CONDITIONS: [&str; 8] = ["after", "except", "for", "if", "once", "unless", "when", "while"];
    let text = description.plain().to_lowercase();
    text.split(['.', ';', '\n']).map(str::trim).any(|sentence| {
        let rest = ["read-only", "readonly", "read only"].iter().find_map(|word| sentence.strip_prefix(word));
        let words = rest.filter(|rest| !rest.starts_with(char::is_alphanumeric)).map(str::split_whitespace);
        words.is_some_and(|words| words.into_iter().all(|word| !CONDITIONS.contains(&word)))
    })
}

#[cfg(test)]
mod tests {
    use crate::text::{Inline, RichText};

    #[test]
    fn a_sentence_says_so_without_a_condition() {
        let of = |text: &str| {
            let parts = vec![Inline::Text(text.to_owned())];
            super::of(&RichText { parts: parts.into(), ..RichText::default() })
        };
        assert!(of("The key. Read-only."));
        assert!(of("Read-only. Nullable."));
        assert!(of("Readonly"));
        assert!(of("When it came. Read only, set by the library."));
        assert!(!of("Read-only for readers, and not for staff."));
        assert!(!of("Read-only once it is lent."));
        assert!(!of("Whether the book is read-only."));
    }
}
