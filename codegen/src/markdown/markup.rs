//! What marks, or tags in their place, make of a text.

pub(super) enum Markup {
    Strong,
    Emphasis,
    /// `<code>`: in Markdown, code comes whole.
    Code,
    Link(String),
    /// The name of an include inside a sentence, and the words that stand for the include.
    Include(String),
    /// Markup that means nothing here.
    None,
}
