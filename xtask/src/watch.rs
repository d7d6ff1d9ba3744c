//! `codegen --watch`: whenever a page changes, the crate is made anew. Only the pages that have changed are read again.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::Context;
use notify::event::{EventKind, ModifyKind};
use notify::{Event, RecursiveMode, Watcher};

use crate::outcome::Outcome;
use crate::terminal::SafeText;
use crate::{paths, terminal};

/// An editor saves a file in several steps, and a checkout changes many files: a change counts once it is quiet for this
/// long.
const QUIET: Duration = Duration::from_millis(50);

/// Runs at once and whenever a file below the folders changes, until the program is ended. If a run is refused, it shows
/// why and waits for the next change.
pub(crate) fn run(
    folders: &[PathBuf],
    mut once: impl FnMut() -> anyhow::Result<Outcome>,
) -> anyhow::Result<Outcome> {
    let (sender, changes) = channel();
    let mut watcher = notify::recommended_watcher(move |event| {
        // The program ends when nobody listens any more.
        let _ = sender.send(event);
    })
    .context("changes to files cannot be watched on this system")?;
    for folder in folders {
        watcher
            .watch(folder, RecursiveMode::Recursive)
            .with_context(|| format!("the folder {} cannot be watched", paths::display(folder)))?;
    }
    loop {
        if let Err(error) = once() {
            terminal::error(&format!("{error:#}"));
        }
        terminal::stderr(&SafeText::plain("waiting for changes; Ctrl-C ends it\n"));
        let changed = wait(&changes)?;
        terminal::clear();
        terminal::stderr(&SafeText::plain(&format!("{changed} changed\n")));
    }
}

/// Waits until something has changed and nothing changes any more. Gives the file, or the number of files.
fn wait(changes: &Receiver<notify::Result<Event>>) -> anyhow::Result<String> {
    let mut files: Vec<PathBuf> = Vec::new();
    loop {
        let event = match files.is_empty() {
            true => changes.recv().context("the system no longer reports changes")?,
            false => match changes.recv_timeout(QUIET) {
                Ok(event) => event,
                Err(_) => break,
            },
        };
        let event = event.context("changes to files cannot be watched on this system")?;
        let paths = event.paths.into_iter().filter(|path| matters(&event.kind, path));
        files.extend(paths);
    }
    files.sort();
    files.dedup();
    Ok(match files.as_slice() {
        [file] => paths::display(file),
        files => terminal::count(files.len(), "file"),
    })
}

/// Whether a change may be one of a page. Reading a file does not count; a folder may bring pages or take them away.
fn matters(kind: &EventKind, path: &Path) -> bool {
    let is_page = path.extension().is_none_or(|extension| extension.eq_ignore_ascii_case("md"));
    let changes = !matches!(kind, EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)));
    is_page && changes
}
