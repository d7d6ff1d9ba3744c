//! Inline Markdown that means what it is meant to.

use std::ops::Add;

use super::address::Address;
use super::escape;
use crate::text::RichText;

/// A piece of a paragraph. A page's words in it are text, code and links, and cannot become anything else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Markdown(pub(super) String);

impl Markdown {
    /// Markdown of ours.
    pub(crate) fn ours(markdown: &'static str) -> Self {
        Markdown(markdown.to_owned())
    }

    /// Our Markdown with pieces in the places of its `{}`.
    pub(crate) fn with<const N: usize>(template: &'static str, pieces: [Markdown; N]) -> Self {
        let mut out = String::new();
        let mut pieces = pieces.into_iter();
        for (index, words) in template.split("{}").enumerate() {
            if index > 0 {
                out.push_str(&pieces.next().unwrap_or_default().0);
            }
            out.push_str(words);
        }
        Markdown(out)
    }

    /// Any text; an address in it becomes a link, or code where it has placeholders.
    pub(crate) fn text(text: &str) -> Self {
        Markdown(escape::escape(text))
    }

    /// Any text as a code span; nothing if there are only spaces.
    pub(crate) fn code(code: &str) -> Self {
        Markdown(escape::code_span(code))
    }

    /// A number.
    pub(crate) fn number(number: usize) -> Self {
        Markdown(number.to_string())
    }

    /// A link.
    pub(crate) fn link(label: &Markdown, to: &Address) -> Self {
        Markdown(format!("[{}]({})", label.0, to.destination()))
    }

    /// A page's prose as words alone.
    pub(crate) fn plain(text: &RichText) -> String {
        escape::escape_words(&text.plain())
    }

    /// The pieces with words of ours between.
    pub(crate) fn join(pieces: impl IntoIterator<Item = Markdown>, between: &'static str) -> Self {
        let pieces: Vec<String> = pieces.into_iter().map(|piece| piece.0).collect();
        Markdown(pieces.join(between))
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Add for Markdown {
    type Output = Markdown;

    fn add(self, other: Markdown) -> Markdown {
        Markdown(self.0 + &other.0)
    }
}
