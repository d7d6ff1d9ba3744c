//! What the generated code costs when it runs: decoding, encoding, building a request.
//!
//! Three crates are made of a few pages that stand beside this file: with tables, with serde's derive, and with a derive
//! that flattens what it does not know into a map. A program uses them in turn.

use std::path::Path;

use anyhow::Context;
use codegen::{Input, Options, SerdeStyle, Sources};

use super::cargo::{Cargo, Package};
use super::figure::Figure;
use super::figure::Target::{AtLeast, AtMost};
use super::scratch::{self, Files};
use crate::progress::Progress;

const PAGES: [(&str, &str); 6] = [
    ("api/parcel-get.md", include_str!("pages/api/parcel-get.md")),
    ("resources/parcel.md", include_str!("pages/resources/parcel.md")),
    ("resources/parcelnote.md", include_str!("pages/resources/parcelnote.md")),
    ("resources/parcelstate.md", include_str!("pages/resources/parcelstate.md")),
    ("resources/party.md", include_str!("pages/resources/party.md")),
    ("resources/partyaddress.md", include_str!("pages/resources/partyaddress.md")),
];

const PROGRAM: &str = include_str!("program.rs");

pub(super) fn figures(folder: &Path, cargo: &Cargo, progress: &Progress) -> anyhow::Result<Vec<Figure>> {
    progress.step("building what runs");
    let program = prepare(folder)?;
    cargo.run(&program, &["build", "--release"], &[])?;
    progress.step("running it");
    let output = cargo.command(&program.folder)?.args(["run", "--release", "--quiet"]).output()?;
    let text = String::from_utf8(output.stdout)?;
    let bytes_a_turn = |rounds: Vec<(f64, f64)>| -> Vec<(f64, f64)> {
        rounds.into_iter().map(|(ours, theirs)| (1e6 / ours, 1e6 / theirs)).collect()
    };
    let mut figures = Vec::new();
    for order in ["documented", "alphabetical", "random"] {
        let rounds = bytes_a_turn(rounds(&text, &format!("decode-{order}"))?);
        let names = (format!("decode, {order} order"), "derive", "/s");
        figures.push(Figure::of(names, &rounds, AtLeast(0.95)));
    }
    for order in ["documented", "alphabetical", "random"] {
        let rounds = bytes_a_turn(rounds(&text, &format!("decode-unknown-{order}"))?);
        let names = (format!("decode, with unknown, {order} order"), "derive with flatten", "/s");
        figures.push(Figure::of(names, &rounds, AtLeast(1.0)));
    }
    let encode = bytes_a_turn(rounds(&text, "encode")?);
    figures.push(Figure::of(("encode", "derive", "/s"), &encode, AtLeast(0.97)));
    let request: Vec<(f64, f64)> = rounds(&text, "request")?;
    let names = ("request with two arguments", "a bare http::Request", "ns");
    figures.push(Figure::of(names, &request, AtMost(2.0)));
    Ok(figures)
}

/// Writes the three crates and the program.
fn prepare(folder: &Path) -> anyhow::Result<Package> {
    let table = generate("run-table", SerdeStyle::Table)?;
    let flatten = generate("run-flatten", SerdeStyle::Derive)?;
    let mut derive = generate("run-derive", SerdeStyle::Derive)?;
    for text in derive.values_mut() {
        *text = text.replace("#[serde(flatten)]", "#[serde(skip)]");
    }
    for (name, files) in [("run-table", table), ("run-flatten", flatten), ("run-derive", derive)] {
        scratch::write(folder, name, &files)?;
    }
    let manifest = "[package]\nname = \"run\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
                    table = { package = \"run-table\", path = \"../run-table\" }\n\
                    derive = { package = \"run-derive\", path = \"../run-derive\" }\n\
                    flatten = { package = \"run-flatten\", path = \"../run-flatten\" }\n\
                    cpu-time = \"1\"\nhttp = \"1\"\nserde = \"1\"\nserde_json = \"1\"\n\n\
                    [profile.release]\ncodegen-units = 1\n";
    let files = [("Cargo.toml", manifest), ("src/main.rs", PROGRAM)];
    let files = files.map(|(path, text)| (path.to_owned(), text.to_owned()));
    scratch::write(folder, "run", &Files::from(files))
}

fn generate(name: &str, serde: SerdeStyle) -> anyhow::Result<Files> {
    let inputs = PAGES.map(|(path, text)| Input { root: 0, path: path.to_owned(), bytes: text.into() });
    let mut options = Options { serde, ..Options::default() };
    options.package.name = name.to_owned();
    Ok(codegen::generate(&Sources::new(vec![String::new()], inputs.into()), &options)?.files)
}

/// What the program says of one measure: ours and the yardstick's, in each round.
fn rounds(text: &str, name: &str) -> anyhow::Result<Vec<(f64, f64)>> {
    let lines = text.lines().filter_map(|line| {
        let mut words = line.split(' ');
        let is_named = words.next() == Some(name);
        is_named.then(|| Some((words.next()?.parse().ok()?, words.next()?.parse().ok()?)))?
    });
    let rounds: Vec<(f64, f64)> = lines.collect();
    (!rounds.is_empty()).then_some(rounds).with_context(|| format!("the program says nothing of {name}"))
}
