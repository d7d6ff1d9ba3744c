//! The areas of the API: parts of it that can be used alone.

use std::collections::BTreeMap;

use super::QualifiedName;
use crate::source::FileId;

/// A part of the API, in the documentation's words: `outlook`, `intune apps`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Area(pub(crate) String);

/// Which area each item belongs to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Areas {
    /// Of structured types and enum types.
    pub(crate) types: BTreeMap<QualifiedName, Area>,
    /// Of each page, and so of the operations that it documents.
    pub(crate) pages: BTreeMap<FileId, Area>,
}
