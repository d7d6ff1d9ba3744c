//! The kind of letter that a name begins with.

use crate::text::upper_first;

/// Whether a name begins with a capital.
pub(super) fn is_capital(name: &str) -> bool {
    name.starts_with(char::is_uppercase)
}

/// A name with the other kind of letter in front: `DisplayName`, `ID` and `URLPath` become `displayName`, `id` and `urlPath`.
pub(super) fn other_case(name: &str) -> String {
    if !is_capital(name) {
        return upper_first(name);
    }
    let letters: Vec<char> = name.chars().collect();
    let capitals = letters.iter().take_while(|letter| letter.is_uppercase()).count();
    // The last of several capitals begins the next word.
    let first = if capitals == letters.len() { capitals } else { capitals.saturating_sub(1).max(1) };
    let (front, rest) = letters.split_at(first);
    front.iter().flat_map(|letter| letter.to_lowercase()).chain(rest.iter().copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::other_case;

    #[test]
    fn the_first_word_changes_its_case() {
        for (name, other) in [
            ("DisplayName", "displayName"),
            ("ID", "id"),
            ("ETag", "eTag"),
            ("URLPath", "urlPath"),
            ("Id2", "id2"),
            ("displayName", "DisplayName"),
            ("", ""),
        ] {
            assert_eq!(other_case(name), other);
        }
    }
}
