//! How a command ends.

/// What a run that was not refused ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The output is what the pages give; findings about the pages do not change that.
    Done,
    /// A check that the user asked for failed: with `--check` the output is not current, `lint` or `diff` found what it was
    /// told to deny, or a figure of `bench` is not what it must be.
    CheckFailed,
}
