//! A sign of life on long work, where somebody watches.

use std::io::{self, IsTerminal};

/// Says what is being done, on a terminal only.
pub(crate) struct Progress;

impl Progress {
    /// Names the step.
    pub(crate) fn step(&self, what: impl Into<String>) {
        if io::stderr().is_terminal() {
            eprintln!("{} …", what.into());
        }
    }

    /// Prints while work goes on.
    pub(crate) fn print(&self, text: &str) {
        print!("{text}");
    }
}
