//! The repairs that a text needed before it was JSON.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::source::{Excerpt, Span};

/// What had to be repaired. Each has one meaning only, whoever reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Repair {
    TrailingComma,
    MissingComma,
    Comment,
    Space,
    RawControl,
    Ellipsis,
    SmartQuotes,
    SingleQuotes,
}

impl Repair {
    fn describe(self) -> &'static str {
        match self {
            Repair::TrailingComma => "trailing comma dropped",
            Repair::MissingComma => "missing comma added",
            Repair::Comment => "comment dropped",
            Repair::Space => "no-break or zero-width space taken for a space",
            Repair::RawControl => "line break or tab in a string escaped",
            Repair::Ellipsis => "ellipsis dropped",
            Repair::SingleQuotes => "single quotes taken for double ones",
            Repair::SmartQuotes => "typographic quotes taken for straight ones",
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

    /// One sentence for all repairs, and the place of the first.
    pub(super) fn summary(&self, excerpt: &Excerpt) -> Option<(Span, String)> {
        let (_, first) = self.list.iter().min_by_key(|(_, place)| place.start)?;
        let mut counts = BTreeMap::new();
        for (repair, _) in &self.list {
            *counts.entry(*repair).or_insert(0) += 1;
        }
        let kinds: Vec<String> = counts
            .into_iter()
            .map(|(repair, count)| match count {
                1 => repair.describe().to_owned(),
                _ => format!("{} ({count} times)", repair.describe()),
            })
            .collect();
        Some((excerpt.span(first.clone()), format!("not strict JSON: {}", kinds.join(", "))))
    }
}
