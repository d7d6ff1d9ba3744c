//! Sentences about a page's example, which says nothing of the call: the docs show examples in a form of their own.

use crate::text::RichText;

/// Whether a sentence only introduces an example, or says that it is cut: `Here's an example of the response.`, `The response
/// object shown here may be truncated.`
pub(super) fn is(sentence: &RichText) -> bool {
    let words = sentence.plain().to_lowercase().replace('’', "'");
    introduces(&words) || says_that_it_is_cut(&words)
}

fn introduces(words: &str) -> bool {
    let first = ["here is ", "here's ", "here are "].iter().find_map(|start| words.strip_prefix(start));
    first.is_some_and(|rest| {
        let mut rest = rest.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
        rest.all(|word| INTRODUCING.contains(&word.trim_end_matches('s')))
    })
}

/// The words of sentences that only introduce an example, in the singular.
const INTRODUCING: [&str; 11] =
    ["a", "an", "the", "some", "of", "for", "thi", "example", "sample", "request", "response"];

fn says_that_it_is_cut(words: &str) -> bool {
    let is_shown = words.contains("response object");
    let is_cut = words.contains("truncated") || words.contains("shortened");
    is_shown && is_cut || words.contains("properties will be returned from") && words.contains("actual call")
}

#[cfg(test)]
mod tests {
    use crate::text::{Inline, RichText};

    #[test]
    fn a_sentence_about_an_example_is_told() {
        let is = |text: &str| {
            let parts = [Inline::Text(text.to_owned())].into();
            super::is(&RichText { parts, ..RichText::default() })
        };
        assert!(is("Here is an example of the response."));
        assert!(is("Here are some example requests."));
        assert!(is("Note: The response object shown here might be shortened for readability."));
        assert!(is("All of the properties will be returned from an actual call."));
        assert!(!is("Here is the loan's key."));
        assert!(!is("Here's what the sample returns."));
        assert!(!is("The response is truncated after 100 books."));
    }
}
