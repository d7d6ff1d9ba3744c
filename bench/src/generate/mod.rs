//! What generating costs: against a floor that only reads the pages, parses their Markdown and the JSON in it.
//!
//! Each run that writes everything has a folder of its own, and all of them are deleted at the end: ext4 looks longer for a free
//! inode where others have been deleted lately, and the runs that are measured next would pay for it.

mod larger;
mod saved;

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::Context;
use codegen::Input;

use super::cargo::Cargo;
use super::figure::Figure;
use super::figure::Target::AtMost;
use super::generator::Generator;
use super::meter::{self, Cost};
use super::scratch::{self, Files};
use crate::progress::Progress;

const FLOOR: &str = include_str!("floor.rs");

/// The figures of the pages below `docs`: ours and the floor's in turn.
pub(super) fn figures(
    generator: &Generator,
    docs: &[PathBuf],
    (folder, cargo): (&Path, &Cargo),
    rounds: u32,
    progress: &Progress,
) -> anyhow::Result<Vec<Figure>> {
    let written = folder.join("generate");
    // What a bench that was ended early has left.
    remove(&written)?;
    progress.step("building the floor");
    let floor = build_floor(folder, cargo)?;
    let docs: Vec<PathBuf> = docs.iter().map(std::path::absolute).collect::<Result<_, _>>()?;
    let log = folder.join("floor.log");
    let floor_cost = || {
        let docs: Vec<&OsStr> = docs.iter().map(|docs| docs.as_os_str()).collect();
        meter::run(&floor, &docs, &log)
    };
    let mut first = Vec::new();
    let mut second = Vec::new();
    let mut peak = Vec::new();
    let mut wall = Vec::new();
    for round in 1..=rounds {
        progress.step(format!("round {round} of {rounds}"));
        let floor = floor_cost()?;
        let out = written.join(format!("round-{round}"));
        let whole = run(generator, &docs, &out)?;
        first.push((whole.cpu, floor.cpu));
        peak.push((whole.peak, 100.0));
        wall.push((whole.wall, whole.cpu));
        let floor = floor_cost()?;
        second.push((run(generator, &docs, &out)?.cpu, floor.cpu));
    }
    let mut figures = vec![
        Figure::of(("CPU of a run that writes all", "reading and parsing", "s"), &first, AtMost(8.0)),
        Figure::of(("CPU of a run on unchanged pages", "reading and parsing", "s"), &second, AtMost(3.0)),
        Figure::of(("peak memory", "100 MiB", "MiB"), &peak, AtMost(1.0)),
        Figure::of(("wall time, where all cores are idle", "its CPU", "s"), &wall, AtMost(0.6)),
    ];
    progress.step("saving a page");
    let named = |page: Input| {
        let text = String::from_utf8_lossy(&page.bytes).into_owned();
        (format!("r{}/{}", page.root, page.path), text)
    };
    let pages: Files = scratch::read_pages(&docs)?.into_iter().map(named).collect();
    figures.push(saved::figure(generator, &pages, &written)?);
    figures.extend(larger::figures(generator, &pages, &written, progress)?);
    remove(&written)?;
    Ok(figures)
}

fn remove(folder: &Path) -> anyhow::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("{} cannot be deleted", folder.display()))
        }
        _ => Ok(()),
    }
}

/// One run of the generator.
fn run(generator: &Generator, docs: &[PathBuf], out: &Path) -> anyhow::Result<Cost> {
    let mut arguments: Vec<&OsStr> = vec!["--out".as_ref(), out.as_ref()];
    for docs in docs {
        arguments.extend([OsStr::new("--docs"), docs.as_ref()]);
    }
    generator.run(&arguments)
}

fn build_floor(folder: &Path, cargo: &Cargo) -> anyhow::Result<PathBuf> {
    let manifest = "[package]\nname = \"floor\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
                    pulldown-cmark = { version = \"0.13\", default-features = false }\nserde_json = \"1\"\n";
    let files = [("Cargo.toml", manifest), ("src/main.rs", FLOOR)];
    let files = files.map(|(path, text)| (path.to_owned(), text.to_owned()));
    let package = scratch::write(folder, "floor", &Files::from(files))?;
    cargo.run(&package, &["build", "--release"], &[])?;
    let profile = cargo.deps("release");
    Ok(profile.parent().context("a folder")?.join("floor"))
}
