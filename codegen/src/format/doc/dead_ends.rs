//! Sentences that send their reader where the documentation cannot lead.

use super::link_target::LinkTarget;
use crate::text::{Inline, RichText};

/// The text without sentences that only point to a place that the documentation cannot lead to.
pub(super) fn without(text: &RichText, links: &dyn LinkTarget) -> RichText {
    let leads = |target: &str| links.destination(text, target).is_some();
    let is_dead_end = |sentence: &RichText| {
        let targets = sentence.links();
        !targets.is_empty() && targets.iter().all(|link| !leads(link.target)) && points(&sentence.plain())
    };
    // Most texts lack links.
    if text.links().is_empty() {
        return text.clone();
    }
    let sentences = text.sentences().into_iter().flat_map(|sentence| match is_dead_end(&sentence) {
        true => sentence
            .parts
            .into_iter()
            .filter(|part| matches!(part, Inline::Break | Inline::Bullet(_)))
            .collect(),
        false => sentence.parts,
    });
    RichText { parts: sentences.collect(), span: text.span }
}

/// Whether a sentence sends its reader elsewhere: `For details, see sending limits.`
fn points(sentence: &str) -> bool {
    let words = sentence.trim().trim_start_matches('(').to_lowercase();
    let first = words.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    let leads = ["see ", "refer to ", "visit ", "learn more", "read more", "more information"];
    ["see", "please", "refer", "for", "to", "learn", "read", "more", "visit"].contains(&first)
        && leads.iter().any(|lead| words.contains(lead))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Address;

    struct Nowhere;

    impl LinkTarget for Nowhere {
        fn destination(&self, _: &RichText, target: &str) -> Option<Address> {
            Address::web(target)
        }
    }

    fn left(before: &str, target: &str) -> String {
        let link =
            Inline::Link { text: vec![Inline::Text("the limits".to_owned())], target: target.to_owned() };
        let parts = vec![Inline::Text(before.to_owned()), link, Inline::Text(". It is free.".to_owned())];
        without(&RichText { parts, ..RichText::default() }, &Nowhere).plain()
    }

    #[test]
    fn a_sentence_that_only_points_nowhere_is_left_out() {
        assert_eq!(left("Sends it. For details, see ", "limits.md"), "Sends it. It is free.");
        assert_eq!(left("Sends it. See ", "https://example.com/"), "Sends it. See the limits. It is free.");
        assert_eq!(left("It keeps ", "limits.md"), "It keeps the limits. It is free.");
    }
}
