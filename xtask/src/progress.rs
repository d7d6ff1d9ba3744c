//! A sign of life on long work, on a terminal only.

use std::time::Duration;

use indicatif::{HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Shows what is being done until it is dropped. In a pipe and in a dumb terminal nothing is shown.
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// On the standard error.
    pub(crate) fn new() -> Self {
        Self::on(ProgressDrawTarget::stderr())
    }

    /// Shows nothing.
    pub(crate) fn hidden() -> Self {
        Self::on(ProgressDrawTarget::hidden())
    }

    fn on(target: ProgressDrawTarget) -> Self {
        let style = ProgressStyle::with_template("{spinner} {msg}{prefix}");
        let style = style.unwrap_or_else(|_| ProgressStyle::default_spinner());
        let bar = ProgressBar::with_draw_target(None, target).with_style(style);
        if !bar.is_hidden() {
            bar.enable_steady_tick(Duration::from_millis(100));
        }
        Progress(bar)
    }

    /// Says how much of the step is done: `reading the pages: 1,200`.
    pub(crate) fn count(&self, done: usize) {
        const EVERY: usize = 50;
        if done.is_multiple_of(EVERY) && !self.0.is_hidden() {
            self.0.set_prefix(format!(": {}", HumanCount(done as u64)));
        }
    }

    /// Names the step.
    pub(crate) fn step(&self, what: impl Into<String>) {
        self.0.set_prefix("");
        self.0.set_message(codegen::visible(&what.into()));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
