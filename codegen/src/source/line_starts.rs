//! Where the lines of a text start.

use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

/// Looked for when somebody first asks, because most texts have nothing to report. They follow from the text, so they do not
/// tell texts apart.
#[derive(Clone, Debug, Default)]
pub(super) struct LineStarts(OnceLock<Box<[u32]>>);

impl LineStarts {
    /// The number of the line that a byte of the text is in, from 1, and where that line starts.
    pub(super) fn line_at(&self, text: &str, offset: usize) -> (usize, usize) {
        // As in spans, nothing starts behind the first 4 GiB.
        let ends = || text.match_indices('\n').map_while(|(at, _)| u32::try_from(at + 1).ok());
        let starts = self.0.get_or_init(|| std::iter::once(0).chain(ends()).collect());
        let line = starts.partition_point(|start| *start as usize <= offset);
        (line, starts[line - 1] as usize)
    }
}

impl PartialEq for LineStarts {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for LineStarts {}

impl Hash for LineStarts {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}
