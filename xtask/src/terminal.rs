//! The two streams. A reader that has gone away ends the output, not the run: its exit code still counts.

use std::io::Write;

use anstream::ColorChoice;
use clap::ValueEnum;
use clap::builder::styling::{AnsiColor, Style};
use codegen::Severity;

/// When to use colours.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

/// Chooses colours for everything that is printed from here on.
pub(crate) fn choose_color(color: Color) {
    let choice = match color {
        // Looks at NO_COLOR, CLICOLOR, TERM and at what the stream is.
        Color::Auto => ColorChoice::Auto,
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    };
    choice.write_global();
}

/// Text that cannot steer a terminal: what comes of pages, paths and settings shows its control characters.
pub(crate) struct SafeText(String);

impl SafeText {
    /// Lines of any text.
    pub(crate) fn plain(text: &str) -> Self {
        let lines: Vec<String> = text.split('\n').map(codegen::visible).collect();
        SafeText(lines.join("\n"))
    }

    /// Lines that have colours. The painter has removed escapes from all other text.
    pub(crate) fn painted(text: &str) -> Self {
        const ESCAPE: char = '\u{1b}';
        let parts: Vec<String> = text.split(ESCAPE).map(|part| SafeText::plain(part).0).collect();
        SafeText(parts.join(&ESCAPE.to_string()))
    }
}

/// Prints the output of the run.
pub(crate) fn stdout(text: &SafeText) {
    let _ = anstream::stdout().write_all(text.0.as_bytes());
}

/// Prints messages about the run.
pub(crate) fn stderr(text: &SafeText) {
    let _ = anstream::stderr().write_all(text.0.as_bytes());
}

/// Empties the screen, where there is one.
pub(crate) fn clear() {
    use std::io::IsTerminal;
    if std::io::stderr().is_terminal() {
        stderr(&SafeText::painted("\u{1b}[2J\u{1b}[H"));
    }
}

/// Prints what kept the run from succeeding.
pub(crate) fn error(message: &str) {
    let style = severity_style(Severity::Error);
    stderr(&SafeText::painted(&format!("{style}error{style:#}: {}\n", SafeText::plain(message).0)));
}

pub(crate) fn severity_style(severity: Severity) -> Style {
    let color = match severity {
        Severity::Error => AnsiColor::BrightRed,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Note => AnsiColor::BrightGreen,
    };
    color.on_default().bold()
}

/// `1 file`, `2 files`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
