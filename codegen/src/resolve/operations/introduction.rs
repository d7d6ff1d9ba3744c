//! What several pages say first of one call. Most only say again what it does; the others are taken after the first.

use std::collections::BTreeSet;

use crate::text::RichText;

/// Fewer words of its own than these do not tell what a text says from what is known.
const TELLING: usize = 3;

/// Shorter words than these do not count.
const WORD: usize = 4;

/// The words of what is known, in small letters.
pub(super) struct Introduction {
    words: BTreeSet<String>,
}

impl Introduction {
    pub(super) fn of(texts: &[RichText]) -> Self {
        Introduction { words: texts.iter().flat_map(words).collect() }
    }

    /// What another page says besides: its first sentence and its other texts, each where it says more than is known. Items
    /// stand behind what leads to them.
    pub(super) fn more(&mut self, page: Vec<RichText>) -> Vec<RichText> {
        let mut texts = page.into_iter();
        let first = texts.next().map(RichText::lead);
        let first = first.into_iter().flat_map(|(lead, rest)| std::iter::once(lead).chain(rest));
        let (mut more, mut lead) = (Vec::new(), Lead::None);
        for text in first.chain(texts) {
            let is_led = text.is_item() && matches!(lead, Lead::Taken);
            if is_led || self.is_told_more_by(&text) {
                self.words.extend(words(&text));
                let is_item = text.is_item();
                if let (true, Lead::Left(lead)) = (is_item, std::mem::replace(&mut lead, Lead::Taken)) {
                    more.push(lead);
                }
                more.push(text);
            } else if !text.is_item() {
                lead = Lead::Left(text);
            }
        }
        more
    }

    fn is_told_more_by(&self, text: &RichText) -> bool {
        let own = words(text).filter(|word| word.len() >= WORD && !self.words.contains(word));
        let own: BTreeSet<String> = own.collect();
        own.len() >= TELLING
    }
}

/// What stands in front of the items of a list.
enum Lead {
    None,
    Taken,
    Left(RichText),
}

/// The words of a text, in small letters.
pub(super) fn words(text: &RichText) -> impl Iterator<Item = String> {
    let text = text.plain().to_lowercase();
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect::<Vec<_>>().into_iter()
}
