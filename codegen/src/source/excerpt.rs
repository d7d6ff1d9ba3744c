//! Texts cut out of a source, with the way back.

use std::ops::Range;

use super::{FileId, Span};

/// A text cut out of a source line by line (a fenced block in a list loses its indentation), with the way back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Excerpt {
    pub(crate) text: String,
    pub(crate) file: FileId,
    /// For each contiguous piece: its start in `text` and its start in the source.
    pub(crate) pieces: Vec<(usize, usize)>,
}

impl Excerpt {
    /// An excerpt of one piece.
    pub(crate) fn whole(text: &str, file: FileId, start: usize) -> Self {
        Excerpt { text: text.to_owned(), file, pieces: vec![(0, start)] }
    }

    /// The source's span of a range of `text`.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        let end =
            if range.end > range.start { self.offset(range.end - 1) + 1 } else { self.offset(range.start) };
        Span::new(self.file, self.offset(range.start)..end)
    }

    /// A part of this excerpt, as an excerpt.
    pub(crate) fn part(&self, range: Range<usize>) -> Excerpt {
        let mut pieces = vec![(0, self.offset(range.start))];
        pieces.extend(
            self.pieces
                .iter()
                .filter(|(at, _)| *at > range.start && *at < range.end)
                .map(|(at, source)| (at - range.start, *source)),
        );
        Excerpt { text: self.text[range].to_owned(), file: self.file, pieces }
    }

    /// Adds another part of the same source.
    pub(crate) fn append(&mut self, other: Excerpt) {
        for (at, source) in other.pieces {
            let start = self.text.len() + at;
            let follows = self.pieces.last().is_some_and(|(at, begin)| begin + (start - at) == source);
            if !follows {
                self.pieces.push((start, source));
            }
        }
        self.text.push_str(&other.text);
    }

    fn offset(&self, at: usize) -> usize {
        let piece = self.pieces.partition_point(|(start, _)| *start <= at);
        match piece.checked_sub(1).and_then(|index| self.pieces.get(index)) {
            Some((start, source)) => source + (at - start),
            None => at,
        }
    }
}
