//! The product that a page is about, where only its description names it.

use super::FrontMatter;

impl FrontMatter {
    /// The product's name as prose has it, "Example 365 Suite": several words in a row that are written like a name,
    /// not at the start of the sentence; of several the last. ("Example for Teams" is one name.)
    pub(crate) fn product_name(&self) -> Option<String> {
        let description = &self.description.as_ref()?.value;
        let mut found = Vec::new();
        let mut run: Vec<&str> = Vec::new();
        for written in description.split_whitespace().skip(1) {
            let word = written.trim_end_matches(['.', ',', ';', ':', ')']);
            match is_of_name(word, run.is_empty()) {
                true => run.push(word),
                false if ["for", "of"].contains(&word) && !run.is_empty() => run.push(word),
                false => found.push(std::mem::take(&mut run)),
            }
            if word.len() < written.len() {
                found.push(std::mem::take(&mut run));
            }
        }
        found.push(run);
        for run in &mut found {
            run.pop_if(|last| last.starts_with(char::is_lowercase));
        }
        found.into_iter().rfind(|run| run.len() > 1).map(|run| run.join(" "))
    }
}

/// `Example`, and `365` behind it; what is all in capitals is an abbreviation.
fn is_of_name(word: &str, first: bool) -> bool {
    let is_number = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_capitalised =
        word.starts_with(char::is_uppercase) && word.chars().skip(1).all(|letter| letter.is_lowercase());
    is_capitalised && word.chars().nth(1).is_some() || is_number && !first
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Span, Spanned};

    #[test]
    fn a_run_of_capitalised_words_names_the_product() {
        let product = |description: &str| {
            let description = Some(Spanned::new(description.to_owned(), Span::default()));
            FrontMatter { description, ..FrontMatter::default() }.product_name()
        };
        assert_eq!(product("Gets a payment in Example 365 Suite.").as_deref(), Some("Example 365 Suite"));
        assert_eq!(product("Use the Example Suite API to get payments.").as_deref(), Some("Example Suite"));
        assert_eq!(
            product("Represents a payment in Example Suite, with its date.").as_deref(),
            Some("Example Suite")
        );
        assert_eq!(product("Gets a payment in Example for Teams.").as_deref(), Some("Example for Teams"));
        assert_eq!(product("Gets the Payment for one customer."), None);
        assert_eq!(product("Update the properties of a Payment object."), None);
        assert_eq!(product("Get Started"), None);
    }
}
