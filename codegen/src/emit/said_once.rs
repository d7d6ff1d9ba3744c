//! What several pages say of one call, each thing once.

use std::collections::BTreeSet;

use crate::text::{Inline, RichText};

/// The texts of each page, without what an earlier page says in the same words, or what stands `there`: at another function
/// that the documentation leads to.
pub(super) fn beyond<'a>(
    there: impl IntoIterator<Item = &'a Vec<RichText>>,
    pages: impl IntoIterator<Item = &'a Vec<RichText>>,
) -> Vec<Vec<RichText>> {
    let words = |passage: &[RichText]| passage.iter().map(|text| text.plain().to_lowercase()).collect();
    let there = there.into_iter().flat_map(|page| passages(page));
    let mut known: BTreeSet<Vec<String>> = there.map(words).collect();
    let mut new = |page| {
        let passages: Vec<(Vec<String>, &[RichText])> =
            passages(page).into_iter().map(|passage| (words(passage), passage)).collect();
        let new = passages.iter().filter(|(words, _)| !known.contains(words));
        let new = new.flat_map(|(_, passage)| passage.iter().cloned()).collect();
        known.extend(passages.into_iter().map(|(words, _)| words));
        new
    };
    pages.into_iter().map(|page| new(page)).collect()
}

/// The texts of a page in pieces that stand by themselves: a paragraph with the list or the names that it announces, an item
/// with the lists in it.
fn passages(texts: &[RichText]) -> Vec<&[RichText]> {
    let mut starts: Vec<usize> = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        let passage = starts.last().map_or(&[][..], |start| &texts[*start..at]);
        if passage.is_empty() || !belongs(text, passage) {
            starts.push(at);
        }
    }
    let ends = starts.iter().skip(1).copied().chain([texts.len()]);
    starts.iter().zip(ends).map(|(start, end)| &texts[*start..end]).collect()
}

/// Whether a text goes on with what stands before it.
fn belongs(text: &RichText, passage: &[RichText]) -> bool {
    let lists_names = matches!(text.parts.first(), Some(Inline::Code(_)));
    match text.depth() {
        // Behind an item stand items alone.
        Some(0) => !passage[0].is_item() && passage.get(1).is_none_or(RichText::is_item),
        Some(_) => true,
        None => lists_names && passage.len() == 1 && !passage[0].is_item(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(pages: &[&[&str]]) -> Vec<String> {
        let text = |words: &&str| {
            let parts = |words: &str| match words.strip_prefix('`') {
                Some(code) => [Inline::Code(code.to_owned())],
                None => [Inline::Text(words.to_owned())],
            };
            let of = |words: &str| RichText { parts: parts(words).into(), ..RichText::default() };
            words.strip_prefix("- ").map_or_else(|| of(words), |item| of(item).into_item(0))
        };
        let pages: Vec<Vec<RichText>> = pages.iter().map(|page| page.iter().map(text).collect()).collect();
        beyond([], &pages).iter().flatten().map(RichText::plain).collect()
    }

    #[test]
    fn a_paragraph_of_several_pages_stands_once() {
        assert_eq!(
            said(&[&["It is slow."], &["It is slow.", "It is free."]]),
            ["It is slow.", "It is free."]
        );
        // What one page repeats has its reason there.
        assert_eq!(said(&[&["Yes.", "Yes."]]), ["Yes.", "Yes."]);
    }

    #[test]
    fn what_announces_a_list_stands_with_each_list() {
        let pages: [&[&str]; 3] =
            [&["Send these:", "- a", "- b"], &["Send these:", "- a", "- b"], &["Send these:", "- c"]];
        assert_eq!(said(&pages), ["Send these:", "a", "b", "Send these:", "c"]);
        let pages: [&[&str]; 3] =
            [&["Send this.", "`a"], &["Send this.", "`a", "- a"], &["Send this.", "`b"]];
        assert_eq!(said(&pages), ["Send this.", "a", "a", "Send this.", "b"]);
    }
}
