//! The repairs that a text needed before it was JSON.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::source::{Excerpt, Span};

/// What comments in JSON are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comments {
    /// A slip that is repaired.
    Repaired,
    /// What the format has.
    Fine,
}

/// The kinds of repair. Each is made only where the text has one possible meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Repair {
    TrailingComma,
    MissingComma,
    Comment,
    Space,
    RawControl,
    Backslash,
    Ellipsis,
    SmartQuotes,
    SingleQuotes,
    BlankInName,
    UnquotedType,
    Placeholder,
    UnquotedDate,
    UnquotedName,
    Parentheses,
}

impl Repair {
    fn describe(self) -> &'static str {
        match self {
            Repair::TrailingComma => "a trailing comma",
            Repair::MissingComma => "a missing comma",
            Repair::Comment => "a comment",
            Repair::Space => "a no-break or zero-width space",
            Repair::RawControl => "a line break or tab inside a string",
            Repair::Backslash => "an unescaped backslash",
            Repair::Ellipsis => "an ellipsis",
            Repair::SingleQuotes => "single quotes instead of double ones",
            Repair::BlankInName => "a space at the end of a name",
            Repair::SmartQuotes => "typographic quotes",
            Repair::UnquotedType => "the name of a type without quotes",
            Repair::Placeholder => "the name of a type in place of a value",
            Repair::UnquotedDate => "a date without quotes",
            Repair::UnquotedName => "the name of a member without quotes",
            Repair::Parentheses => "parentheses around a member or its name",
        }
    }
}

/// All repairs of one text, in the order in which they were made.
#[derive(Debug, Default)]
pub(super) struct Repairs {
    list: Vec<(Repair, Range<usize>)>,
}

impl Repairs {
    pub(super) fn add(&mut self, repair: Repair, place: Range<usize>) {
        self.list.push((repair, place));
    }

    /// What to do on the page, as an order.
    pub(super) fn title(&self) -> &'static str {
        let kinds: BTreeSet<Repair> = self.list.iter().map(|(repair, _)| *repair).collect();
        match Vec::from_iter(kinds).as_slice() {
            [Repair::TrailingComma] => "remove the trailing comma",
            [Repair::MissingComma] => "add the missing comma",
            [Repair::Space] => "use plain spaces",
            [Repair::Backslash] => "double the backslash",
            [Repair::UnquotedType | Repair::UnquotedName] => "put the name in quotes",
            [Repair::UnquotedDate] => "put the date in quotes",
            [Repair::SmartQuotes | Repair::SingleQuotes] => "use straight double quotes",
            _ => "write strict JSON",
        }
    }

    /// The repairs as changes of the page, in order: a range and its new text for each. `None` if a repair removes or
    /// adds something that the writer may have meant for readers.
    pub(super) fn edits(&self, text: &str) -> Option<Vec<(Range<usize>, String)>> {
        let edit = |(repair, range): &(Repair, Range<usize>)| {
            let written = &text[range.clone()];
            let quoted = |marks: &[char]| serde_json::Value::from(written.trim_matches(marks)).to_string();
            let new = match repair {
                Repair::TrailingComma => String::new(),
                Repair::MissingComma => ",".to_owned(),
                Repair::Space => " ".to_owned(),
                Repair::Backslash => "\\\\".to_owned(),
                Repair::SmartQuotes => quoted(&['“', '”']),
                Repair::SingleQuotes => quoted(&['\'']),
                Repair::UnquotedType | Repair::UnquotedDate | Repair::UnquotedName => quoted(&[]),
                Repair::Parentheses
                | Repair::Placeholder
                | Repair::Comment
                | Repair::RawControl
                | Repair::Ellipsis
                | Repair::BlankInName => return None,
            };
            Some((range.clone(), new))
        };
        let mut edits = self.list.iter().map(edit).collect::<Option<Vec<_>>>()?;
        edits.sort_by_key(|(range, _)| (range.start, range.end));
        Some(edits)
    }

    /// One sentence for all repairs, and the place of the first.
    pub(super) fn summary(&self, excerpt: &Excerpt, comments: Comments) -> Option<(Span, String)> {
        let is_told = |repair: Repair| comments == Comments::Repaired || repair != Repair::Comment;
        let repairs: Vec<_> = self.list.iter().filter(|(repair, _)| is_told(*repair)).collect();
        let (_, first) = repairs.iter().min_by_key(|(_, place)| place.start)?;
        let mut counts = BTreeMap::new();
        for (repair, _) in &repairs {
            *counts.entry(*repair).or_insert(0) += 1;
        }
        let kinds: Vec<String> = counts
            .into_iter()
            .map(|(repair, count)| match count {
                1 => repair.describe().to_owned(),
                _ => format!("{} ({count} times)", repair.describe()),
            })
            .collect();
        Some((excerpt.span(first.clone()), format!("this is not strict JSON: {}", kinds.join(", "))))
    }
}
