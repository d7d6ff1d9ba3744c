//! The evidence that an operation's answer rests on.

/// The evidence for an answer, from strong to weak.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Basis {
    /// A correction of the user's.
    Correction,
    /// The tree of routes and the page's words.
    Agreement,
    /// The tree of routes alone.
    Tree,
    /// The page's words.
    Words,
    /// The type that the example's body fits best.
    Fit,
    /// An annotation of an example.
    Annotation,
    /// The table of methods on a resource's page.
    Methods,
    /// Words elsewhere on the page.
    Guess,
    /// No page documents the call; what the pages document implies it.
    Implied,
}

impl Basis {
    const ALL: [Basis; 9] = [
        Basis::Correction,
        Basis::Agreement,
        Basis::Tree,
        Basis::Words,
        Basis::Fit,
        Basis::Annotation,
        Basis::Methods,
        Basis::Guess,
        Basis::Implied,
    ];

    /// The evidence in words, as part of a sentence.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Basis::Correction => "a correction",
            Basis::Agreement => "the route and the words",
            Basis::Tree => "the route",
            Basis::Words => "the words",
            Basis::Fit => "the example's body",
            Basis::Annotation => "an annotation",
            Basis::Methods => "a table of methods",
            Basis::Guess => "a guess",
            Basis::Implied => "what implies the call",
        }
    }

    /// How many answers rest on which evidence: `answers rest on: the route and the words 9, the route 1`.
    pub(crate) fn account(bases: impl Iterator<Item = Basis> + Clone) -> String {
        let counts = Basis::ALL.into_iter().filter_map(|basis| {
            let count = bases.clone().filter(|other| *other == basis).count();
            (count > 0).then(|| format!("{} {count}", basis.words()))
        });
        let counts: Vec<String> = counts.collect();
        if counts.is_empty() { String::new() } else { format!("answers rest on: {}", counts.join(", ")) }
    }
}
