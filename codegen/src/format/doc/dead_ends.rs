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
    let mut sentences = text.sentences();
    for sentence in sentences.iter_mut().filter(|sentence| is_dead_end(sentence)) {
        let rest = sentence.parts.iter().filter(|part| matches!(part, Inline::Break | Inline::Bullet(_)));
        sentence.parts = rest.cloned().collect();
    }
    RichText::joined(sentences, text.span)
}

/// Whether a sentence sends its reader elsewhere: `For details, see sending limits.` Where that stands in parentheses or behind a
/// semicolon, the sentence says something else too: `To send, you need the role Sender (see roles).`
fn points(sentence: &str) -> bool {
    let words = sentence.trim().trim_start_matches('(').to_lowercase();
    let first = words.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    let leads = ["see ", "refer to ", "visit ", "learn more", "read more", "more information"];
    ["see", "please", "refer", "for", "to", "learn", "read", "more", "visit"].contains(&first)
        && leads.iter().filter_map(|lead| words.find(lead)).any(|at| {
            let before = &words[..at];
            !before.contains(';') && before.rfind('(') <= before.rfind(')')
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Address;
    use crate::text::Link;

    struct Nowhere;

    impl LinkTarget for Nowhere {
        fn destination(&self, _: &RichText, target: &str) -> Option<Address> {
            Address::web(target)
        }
    }

    fn left(before: &str, target: &str) -> String {
        let link = Link { text: vec![Inline::Text("the limits".to_owned())], target: target.to_owned() };
        let parts = [
            Inline::Text(before.to_owned()),
            Inline::Link(Box::new(link)),
            Inline::Text(". It is free.".to_owned()),
        ]
        .into();
        without(&RichText { parts, ..RichText::default() }, &Nowhere).plain()
    }

    #[test]
    fn a_sentence_that_only_points_nowhere_is_left_out() {
        assert_eq!(left("Sends it. For details, see ", "limits.md"), "Sends it. It is free.");
        assert_eq!(left("Sends it. See ", "https://example.com/"), "Sends it. See the limits. It is free.");
        assert_eq!(left("It keeps ", "limits.md"), "It keeps the limits. It is free.");
        let role = "To send, you need a role (See ";
        assert_eq!(left(role, "roles.md"), "To send, you need a role (See the limits. It is free.");
    }
}
