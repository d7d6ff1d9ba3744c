//! How long it takes until the crate is written anew, when a page is saved while `codegen --watch` runs.

use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Child;
use std::time::Instant;

use anyhow::Context;

use super::super::figure::Figure;
use super::super::figure::Target::AtMost;
use super::super::generator::Generator;
use super::super::scratch::{self, Files};

/// How often a page is saved.
const ROUNDS: usize = 3;

/// What the generator says when it has written everything.
const DONE: &str = "waiting for changes";

/// Seconds from the save to the end of the writing.
const MOST: f64 = 0.15;

pub(super) fn figure(generator: &Generator, pages: &Files, folder: &Path) -> anyhow::Result<Figure> {
    let (path, text) = pages.iter().find(|(_, text)| text.contains("\n# ")).context("no page has a title")?;
    let (copy, out) = (folder.join("watched"), folder.join("watched-out"));
    scratch::write_files(&copy, pages)?;
    let arguments = ["--watch", "--docs"].map(OsStr::new);
    let arguments = [arguments[0], arguments[1], copy.as_ref(), OsStr::new("--out"), out.as_ref()];
    let mut child = generator.start(&arguments)?;
    let rounds = measure(&mut child, &copy.join(path), text);
    // It never ends by itself.
    child.kill()?;
    child.wait()?;
    let names = ("a page saved, until all is written", format!("{MOST} s"), "s");
    Ok(Figure::of(names, &rounds?, AtMost(1.0)))
}

/// Saves a page a few times, and gives how long each save took beside how long it may take.
fn measure(child: &mut Child, page: &Path, text: &str) -> anyhow::Result<Vec<(f64, f64)>> {
    let mut lines = BufReader::new(child.stderr.take().context("it says nothing")?).lines();
    let mut wait = || {
        let done = lines.by_ref().find(|line| line.as_ref().is_ok_and(|line| line.contains(DONE)));
        done.map(drop).context("`codegen --watch` has ended")
    };
    wait()?;
    let mut rounds = Vec::new();
    for round in 0..ROUNDS {
        let title = text.find("\n# ").map_or(0, |at| at + 1);
        let end = text[title..].find('\n').map_or(text.len(), |at| title + at);
        let saved = format!("{}\n\nSaved {round} times.\n{}", &text[..end], &text[end..]);
        let start = Instant::now();
        fs::write(page, saved)?;
        wait()?;
        rounds.push((start.elapsed().as_secs_f64(), MOST));
    }
    Ok(rounds)
}
