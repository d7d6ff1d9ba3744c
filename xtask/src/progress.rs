//! A sign of life on long work, on a terminal only.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::terminal::{self, Shown};

/// Shows what is being done until it is dropped. In a pipe and in a dumb terminal nothing is shown.
pub(crate) struct Progress(ProgressBar);

impl Progress {
    pub(crate) fn new(quiet: bool) -> Self {
        let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(None, target).with_style(ProgressStyle::default_spinner());
        if !bar.is_hidden() {
            bar.enable_steady_tick(Duration::from_millis(100));
        }
        Progress(bar)
    }

    /// Names the step.
    pub(crate) fn step(&self, what: impl Into<String>) {
        self.0.set_message(codegen::visible(&what.into()));
    }

    /// Prints while work goes on.
    #[cfg(unix)]
    pub(crate) fn print(&self, text: &str) {
        self.0.suspend(|| terminal::stdout(&Shown::plain(text)));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
