//! Places in the texts.

use std::fmt;
use std::ops::{Range, RangeInclusive};

/// Identifies a source: its position in the order of root and path.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub(super) u32);

/// Identifies a page: its source, and which of the source's pages it is. Most sources are one page; one that describes several
/// calls one after the other has a page for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct PageId {
    pub(crate) file: FileId,
    /// 0 of the first page, or the only one.
    pub(crate) part: u16,
}

impl PageId {
    /// The first page of a source.
    pub(crate) fn first(file: FileId) -> Self {
        PageId { file, part: 0 }
    }

    /// From the first page of a source to the last one.
    pub(crate) fn all(file: FileId) -> RangeInclusive<Self> {
        PageId::first(file)..=PageId { file, part: u16::MAX }
    }
}

/// A range of bytes in a source's text. Nearly all that is read keeps its place, so a place is small: whatever lies behind the
/// first 4 GiB of a source counts as their end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The source.
    pub file: FileId,
    start: u32,
    end: u32,
}

impl Span {
    /// The span of these bytes; an empty one where the range ends before it starts.
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { file, start: byte(range.start), end: byte(range.end.max(range.start)) }
    }

    /// The place before all that the source holds.
    pub(crate) fn top(file: FileId) -> Self {
        Span { file, ..Span::default() }
    }

    /// The first byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// The bytes.
    pub(crate) fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// From where this begins to where the later of the two ends; of another source's span nothing is taken.
    pub(crate) fn to(self, other: Span) -> Span {
        if self.file == other.file { Span { end: self.end.max(other.end), ..self } } else { self }
    }

    /// The empty span behind this one.
    pub fn behind(self) -> Span {
        Span { start: self.end, ..self }
    }

    /// Whether another span begins inside of this one.
    pub(crate) fn holds(self, other: Span) -> bool {
        self.file == other.file && self.start <= other.start && other.start < self.end
    }
}

/// A value and the place that it was read from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Spanned<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
}

impl<T> Spanned<T> {
    pub(crate) fn new(value: T, span: Span) -> Self {
        Spanned { value, span }
    }
}

/// Line and column, both from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}
