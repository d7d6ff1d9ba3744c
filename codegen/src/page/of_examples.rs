//! Sentences about a page's example, which says nothing of the call: the docs show examples in a form of their own.

use crate::text::RichText;

/// Whether a sentence only introduces an example, or says that it is cut: `Here's an example of the response.`, `The response
/// object shown here may be truncated.`
pub(super) fn is(sentence: &RichText) -> bool {
    let words = sentence.plain().to_lowercase().replace('’', "'");
    introduces(&words) || says_that_it_is_cut(&words)
}

/// Whether a sentence at an example states a rule, which holds for calls that differ from the example too.
pub(super) fn states_rule(sentence: &RichText) -> bool {
    let words = sentence.plain().to_lowercase().replace('’', "'");
    let words = format!(" {words} ");
    RULES.iter().any(|rule| words.contains(rule))
        && !words.contains("example")
        && !words.trim().ends_with(':')
}

/// How sentences state a rule. What is not supported, and what cannot be, may be told of the example alone.
const RULES: [&str; 4] = [" must ", " is required", " are required", " requires "];

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
    let has = |any: &[&str]| any.iter().any(|part| words.contains(part));
    let is_cut = has(&["truncated", "shortened"]);
    let is_part = has(&["some of the", "subset of", "not all"])
        && has(&[" shown", " displayed", " printed"])
        && has(&[" here", "example", "sample"]);
    is_cut && has(&["response object", "for readability", "for brevity", "for clarity"])
        || words.contains("properties") && (is_part || has(&["actual call", "actual response"]))
}

#[cfg(test)]
mod tests {
    use crate::text::{Inline, RichText};

    #[test]
    fn a_rule_is_told_from_what_an_example_shows() {
        let states_rule = |text: &str| {
            let parts = [Inline::Text(text.to_owned())].into();
            super::states_rule(&RichText { parts, ..RichText::default() })
        };
        assert!(states_rule("The reader must have paid."));
        assert!(states_rule("This request requires a key."));
        assert!(!states_rule("The address must be replaced to make the example work."));
        assert!(!states_rule("It includes only the title."));
        assert!(!states_rule("Several readers at once are not supported."));
    }

    #[test]
    fn a_sentence_about_an_example_is_told() {
        let is = |text: &str| {
            let parts = [Inline::Text(text.to_owned())].into();
            super::is(&RichText { parts, ..RichText::default() })
        };
        assert!(is("Here is an example of the response."));
        assert!(is("Here are some example requests."));
        assert!(is("Note: The response object shown here might be shortened for readability."));
        assert!(is("The key has been shortened for readability."));
        assert!(is("All the default properties are returned in an actual call."));
        assert!(is("Only some of the properties are shown here; the service sends all."));
        assert!(is("The actual response includes all properties."));
        assert!(is("All of the properties will be returned from an actual call."));
        assert!(!is("Here is the loan's key."));
        assert!(!is("Here's what the sample returns."));
        assert!(!is("The response is truncated after 100 books."));
        assert!(!is("By default, only a subset of the properties is returned, such as displayName."));
        assert!(!is("Only some of the printer's properties can be updated."));
    }
}
