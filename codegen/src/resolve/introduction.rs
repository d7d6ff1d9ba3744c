//! What several pages say first of one call or one type. Most only say again what it is; the others are taken after the first.

use std::collections::BTreeSet;

use crate::text::{self, RichText};

/// Fewer words of its own than these do not tell what a text says from what is known, unless it has no others.
const TELLING: usize = 3;

/// Words of a limit, which a single word more may tell.
const LIMITS: [&str; 5] = ["cannot", "must", "not", "only", "required"];

/// Shorter words than these do not count.
const WORD: usize = 4;

/// The words of what is known, in small letters.
pub(crate) struct Introduction {
    words: BTreeSet<String>,
}

impl Introduction {
    pub(crate) fn of(texts: &[RichText]) -> Self {
        Introduction { words: texts.iter().flat_map(words).collect() }
    }

    /// What another page says besides: its first sentence and its other texts, each where it says more than is known. What leads to a
    /// list stays with all of its items.
    pub(crate) fn more(&mut self, page: Vec<RichText>) -> Vec<RichText> {
        let mut texts = page.into_iter();
        let first = texts.next().map(RichText::lead);
        let first = first.into_iter().flat_map(|(lead, rest)| std::iter::once(lead).chain(rest));
        let texts: Vec<RichText> = first.chain(texts).collect();
        let passages = texts.chunk_by(|_, next| next.is_item());
        let more = passages.filter(|passage| self.learns_from(passage));
        more.flatten().cloned().collect()
    }

    /// Takes in a passage, if it says more than is known.
    fn learns_from(&mut self, passage: &[RichText]) -> bool {
        let all: BTreeSet<String> =
            passage.iter().flat_map(words).filter(|word| word.len() >= WORD).collect();
        let own = all.iter().filter(|word| !self.words.contains(*word)).count();
        let limits = passage.iter().flat_map(words).any(|word| LIMITS.contains(&word.as_str()));
        let tells = own >= TELLING || own > 0 && (own == all.len() || limits);
        if tells {
            self.words.extend(all);
        }
        tells
    }
}

/// The words of a text, in small letters.
pub(crate) fn words(text: &RichText) -> impl Iterator<Item = String> {
    let text = text.plain().to_lowercase();
    text::words(&text).map(str::to_owned).collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Inline;

    fn more(known: &str, page: &[&str]) -> Vec<String> {
        let text = |words: &&str| {
            let of = |words: &str| RichText {
                parts: [Inline::Text(words.to_owned())].into(),
                ..RichText::default()
            };
            words.strip_prefix("- ").map_or_else(|| of(words), |item| of(item).into_item(0))
        };
        let told = Introduction::of(&[text(&known)]).more(page.iter().map(text).collect());
        told.iter().map(|text| text.plain().trim().to_owned()).collect()
    }

    #[test]
    fn what_only_repeats_is_left_out() {
        assert_eq!(more("Lists all loans.", &["Get the loans of a shelf."]), [""; 0]);
        let told = more("Lists all loans.", &["List loans. Only librarians may call it."]);
        assert_eq!(told, ["Only librarians may call it."]);
        assert_eq!(more("Lists all loans.", &["Holds books."]), ["Holds books."]);
        let told =
            more("Lists loans; supported by all libraries.", &["Not supported by libraries on ships."]);
        assert_eq!(told, ["Not supported by libraries on ships."]);
    }

    #[test]
    fn a_list_stays_whole() {
        let told = more(
            "A book, a map or a note.",
            &["Any.", "Readers may borrow for a week:", "- a book", "- a map"],
        );
        assert_eq!(told, ["Readers may borrow for a week:", "a book", "a map"]);
    }
}
