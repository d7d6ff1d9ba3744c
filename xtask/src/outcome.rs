//! How a command ends.

/// What a run that was not refused ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The output is what the pages give; findings about the pages do not change that.
    Done,
    /// `--check` found that the output is not current, `lint` or `diff` what it was told to deny, or `bench` that a figure is
    /// not what it must be.
    Stale,
}
