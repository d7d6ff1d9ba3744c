//! What the caller hands in: files, and places that could not be read.

/// A file as it was found: which root, which path below it, which bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Index of the documentation root that the file was found under.
    pub root: usize,
    /// Path below the root, with `/` on every machine; of a file beside the root that pages include it begins with `../`.
    pub path: String,
    /// The content, which need not be UTF-8.
    pub bytes: Vec<u8>,
}

/// A place below a root that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unreadable {
    /// Index of the documentation root.
    pub root: usize,
    /// Path below the root, with `/` on every machine.
    pub path: String,
    /// What stands in the way.
    pub obstacle: Obstacle,
}

/// What stands in the way of reading a place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Obstacle {
    /// A symbolic link to a folder above it, which is read in its own place.
    Loop,
    /// A symbolic link that leads out of the root, to files that are not part of the documentation.
    Outside,
    /// The system refused, in its words.
    Refused(String),
}
