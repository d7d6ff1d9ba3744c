//! Types that plain words name, without a link: "`200 OK` with list of the machines in the response body".

use super::page_type;
use crate::model::Type;
use crate::page::Page;
use crate::resolve::types::lookup::Lookup;
use crate::text::{self, RichText, upper_first};

/// Words that follow the name of the answer's type.
const BEHIND: [&str; 7] = ["in", "entity", "entities", "object", "objects", "resource", "resources"];

/// The most words that a type's name is written in.
const LONGEST: usize = 4;

/// The types that a text names as the content of a body.
pub(super) fn named(lookup: &Lookup<'_>, page: &Page, texts: &[RichText]) -> Vec<Type> {
    let sentences = texts.iter().map(RichText::plain).collect::<Vec<_>>();
    let sentences = sentences.iter().flat_map(|text| text.split(". "));
    sentences
        .filter(|sentence| sentence.to_lowercase().contains("body"))
        .flat_map(|it| of_sentence(lookup, page, it))
        .collect()
}

fn of_sentence(lookup: &Lookup<'_>, page: &Page, sentence: &str) -> Vec<Type> {
    let words: Vec<&str> = text::words(sentence).collect();
    let ends = words.iter().enumerate().filter(|(_, word)| BEHIND.contains(&word.to_lowercase().as_str()));
    let named = ends.filter_map(|(end, _)| {
        // The longest name that ends here.
        (end.saturating_sub(LONGEST)..end).find_map(|start| {
            let name: String = words[start..end].iter().map(|word| upper_first(word)).collect();
            page_type::strong(lookup, page, &name)
        })
    });
    named.collect()
}
