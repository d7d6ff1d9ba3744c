//! A finding with the parts that every format shows.

use std::path::PathBuf;

use codegen::{Diagnostic, FileId, Position, Sources, Span};

use crate::paths;

/// A finding, and where it is for people and tools.
pub(crate) struct Finding<'a> {
    pub(crate) diagnostic: &'a Diagnostic,
    /// The page's path below its folder, with `/`.
    pub(crate) below: String,
    /// The page's path from the current folder.
    pub(crate) path: String,
    pub(crate) start: Position,
    pub(crate) end: Position,
}

/// The pages that were read, and where they stand.
pub(crate) struct Pages<'a> {
    pub(crate) sources: &'a Sources,
    /// The folders, physical.
    pub(crate) folders: &'a [PathBuf],
}

impl<'a> Pages<'a> {
    pub(crate) fn finding(&self, diagnostic: &'a Diagnostic) -> Finding<'a> {
        let (start, end) = self.positions(diagnostic.span);
        let (_, below) = self.sources.location(diagnostic.span.file);
        Finding { diagnostic, below: below.to_owned(), path: self.path(diagnostic.span.file), start, end }
    }

    /// The place of the file.
    pub(crate) fn physical(&self, file: FileId) -> PathBuf {
        let (root, below) = self.sources.location(file);
        self.folders.get(root).map_or_else(|| PathBuf::from(below), |folder| folder.join(below))
    }

    /// The path of the file from the current folder.
    pub(crate) fn path(&self, file: FileId) -> String {
        paths::display(&self.physical(file))
    }

    /// Where a span begins and where it ends.
    pub(crate) fn positions(&self, span: Span) -> (Position, Position) {
        (self.sources.position(span), self.sources.position(span.behind()))
    }
}
