//! `bench`: what the generated crate costs, each figure against a yardstick of the same run.

mod areas;
mod cargo;
mod compile;
mod dependent;
mod figure;
mod generate;
mod generator;
mod growth;
mod k8s;
mod meter;
mod run_time;
mod scratch;
mod slice;

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use crate::Outcome;
use crate::progress::Progress;
use cargo::Cargo;
use figure::Figure;
use generator::Generator;
pub(crate) use meter::wrapped;
use scratch::Scratch;

/// Measure what the generated crate costs, against yardsticks of the same run.
///
/// Ratios of CPU time count, not times: the machine may be busy.
#[derive(Debug, Subcommand)]
pub(crate) enum Bench {
    /// What compiling the crate and what depends on it costs; then what `run` measures.
    Compile(Arguments),
    /// What building requests, decoding and encoding cost.
    Run(Arguments),
    /// Whether every area of the API builds alone, without a warning.
    Areas(Arguments),
    /// What generating the crate costs.
    Generate(Arguments),
    /// How what the generator costs grows with what a page can multiply.
    Growth(Growth),
}

#[derive(Args, Debug)]
pub(crate) struct Growth {
    /// Only what has this word in its name.
    #[arg(default_value = "")]
    word: String,
}

#[derive(Args, Debug)]
pub(crate) struct Arguments {
    /// Folder to read, as for codegen; the workspace's own pages if there is none.
    #[arg(long, value_name = "DIR")]
    docs: Vec<PathBuf>,
    /// How often ours and the yardsticks take turns; medians are shown.
    #[arg(long, value_name = "NUMBER", default_value_t = 3)]
    #[arg(value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,
}

/// Where the crates of the benches lie, below cargo's target folder.
const FOLDER: &str = "bench";

pub(crate) fn run(bench: &Bench) -> anyhow::Result<Outcome> {
    let progress = Progress::new(false);
    // An empty name is no folder: what is built would come to lie in the working one.
    let named = std::env::var_os("CARGO_TARGET_DIR").filter(|folder| !folder.is_empty());
    let target = named.map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let folder = std::path::absolute(target.join(FOLDER))?;
    let cargo = Cargo::new(&folder);
    let figures = match bench {
        Bench::Compile(arguments) => {
            let scratch = read(arguments, &folder, &progress)?;
            let mut figures = compile::figures(&scratch, &cargo, arguments.rounds, &progress)?;
            figures.extend(run_time::figures(&folder, &cargo, &progress)?);
            // What has taken minutes to measure is shown in any case.
            progress.print(&figure::table(&figures));
            areas::build_alone(&scratch, &cargo, &progress)?;
            figures
        }
        Bench::Run(_) => {
            let figures = run_time::figures(&folder, &cargo, &progress)?;
            progress.print(&figure::table(&figures));
            figures
        }
        Bench::Areas(arguments) => {
            areas::build_alone(&read(arguments, &folder, &progress)?, &cargo, &progress)?;
            return Ok(Outcome::Done);
        }
        Bench::Generate(Arguments { docs, rounds }) => {
            let generator = Generator::build(&target, &folder)?;
            let docs = if docs.is_empty() { vec![PathBuf::from("codegen/pages")] } else { docs.clone() };
            let figures = generate::figures(&generator, &docs, (&folder, &cargo), *rounds, &progress)?;
            progress.print(&figure::table(&figures));
            figures
        }
        Bench::Growth(Growth { word }) => {
            let generator = Generator::build(&target, &folder)?;
            let holds = growth::run(&generator, word, &folder, &progress)?;
            return Ok(if holds { Outcome::Done } else { Outcome::Stale });
        }
    };
    Ok(if figures.iter().all(Figure::holds) { Outcome::Done } else { Outcome::Stale })
}

fn read(arguments: &Arguments, folder: &Path, progress: &Progress) -> anyhow::Result<Scratch> {
    progress.step("reading the pages");
    Scratch::read(&arguments.docs, folder)
}
