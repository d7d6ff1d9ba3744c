//! `--check`: a readable diff of everything that would change.

use std::fmt::Write;
use std::time::Duration;

use clap::builder::styling::{AnsiColor, Style};
use similar::{ChangeTag, TextDiff};

use crate::output::{Change, Plan};
use crate::terminal::count;

/// The most lines of diff for one file, and for all.
const LINES_OF_A_FILE: usize = 40;
const LINES: usize = 200;

/// A bounded diff of everything that would change. `folder` is the output as it is shown.
pub(crate) fn diff(plan: &Plan, folder: &str) -> String {
    let mut text = String::new();
    let mut left = LINES;
    let manifest = plan.manifest_change();
    let mut changes = plan.changes.iter().chain(&manifest);
    while left > 0
        && let Some(change) = changes.next()
    {
        let lines = lines(change);
        let fitting = lines.len().min(LINES_OF_A_FILE).min(left);
        left -= fitting;
        text += &heading_of(change, folder);
        lines[..fitting].iter().for_each(|line| text.push_str(line));
        if fitting < lines.len() {
            let _ = writeln!(text, "… and {} of {}", count(lines.len() - fitting, "more line"), change.path);
        }
    }
    match changes.count() {
        0 => {}
        more => {
            let _ = writeln!(text, "… and {}", count(more, "more file"));
        }
    }
    text
}

/// How many files are changed, missing and left over, in words.
pub(crate) fn tally(plan: &Plan) -> String {
    let of = |before: bool, after: bool| {
        plan.changes.iter().filter(|c| c.before.is_some() == before && c.after.is_some() == after).count()
    };
    let mut parts = Vec::new();
    for (number, what) in
        [(of(true, true), "changed"), (of(false, true), "missing"), (of(true, false), "left over")]
    {
        if number > 0 {
            parts.push(format!("{} {what}", count(number, "file")));
        }
    }
    if parts.is_empty() { "the manifest changed".to_owned() } else { parts.join(", ") }
}

fn heading_of(change: &Change, folder: &str) -> String {
    let side = |letter: char, exists: bool| match exists {
        true => format!("{letter}/{folder}{}", change.path),
        false => "/dev/null".to_owned(),
    };
    heading(&side('a', change.before.is_some()), &side('b', change.after.is_some()))
}

/// What stands above the changes of a file.
pub(crate) fn heading(before: &str, after: &str) -> String {
    let bold = Style::new().bold();
    format!("{bold}--- {before}{bold:#}\n{bold}+++ {after}{bold:#}\n")
}

fn lines(change: &Change) -> Vec<String> {
    let before = String::from_utf8_lossy(change.before.as_deref().unwrap_or_default());
    let after = change.after.as_deref().unwrap_or_default();
    // Two long files without common lines would take long; after this time, the diff is coarser.
    hunks(&TextDiff::configure().timeout(Duration::from_secs(1)).diff_lines(before.as_ref(), after))
}

/// The lines of a diff, each with its line break.
pub(crate) fn hunks(diff: &TextDiff<'_, '_, str>) -> Vec<String> {
    let mut lines = Vec::new();
    for hunk in diff.unified_diff().context_radius(3).iter_hunks() {
        lines.push(painted(AnsiColor::Cyan.on_default(), &hunk.header().to_string()));
        for line in hunk.iter_changes() {
            let (sign, style) = match line.tag() {
                ChangeTag::Delete => ('-', AnsiColor::Red.on_default()),
                ChangeTag::Insert => ('+', AnsiColor::Green.on_default()),
                ChangeTag::Equal => (' ', Style::new()),
            };
            lines.push(painted(style, &format!("{sign}{}", line.value())));
            if line.missing_newline() {
                lines.push("\\ No newline at end of file\n".to_owned());
            }
        }
    }
    lines
}

/// A line of the diff. Control characters are made visible: a change of line endings shows, and no text can steer the
/// terminal.
fn painted(style: Style, line: &str) -> String {
    let visible = |c: char| match c {
        '\t' => c,
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or(c),
        '\u{7f}'..='\u{9f}' => char::REPLACEMENT_CHARACTER,
        _ => c,
    };
    let text: String = line.strip_suffix('\n').unwrap_or(line).chars().map(visible).collect();
    format!("{style}{text}{style:#}\n")
}

#[cfg(test)]
mod tests;
