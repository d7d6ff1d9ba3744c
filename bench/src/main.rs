//! What the generator and the crates that it writes cost, each figure against a yardstick of the same run.

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
mod progress;
mod run_time;
mod scratch;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser};

use cargo::Cargo;
use figure::Figure;
use generator::Generator;
use progress::Progress;
use scratch::Scratch;

/// Measure what the generator and its crates cost, against yardsticks of the same run.
///
/// Ratios of CPU time count, not times: the machine may be busy. Exits with 1 if a figure is not what it must be.
#[derive(Debug, Parser)]
#[command(disable_help_subcommand = true)]
enum Bench {
    /// What it costs to compile the crate and what depends on it; then what `run` and `areas` look at.
    Compile(Arguments),
    /// What building requests, decoding and encoding cost, in crates made from pages of the bench's own.
    Run,
    /// Whether every area of the API builds alone, without a warning.
    Areas(Docs),
    /// What generating the crate costs.
    Generate(Arguments),
    /// How what the generator costs grows with what a page can multiply.
    Growth(Growth),
}

#[derive(Args, Debug)]
struct Growth {
    /// Only what has this word in its name.
    #[arg(default_value = "")]
    word: String,
}

#[derive(Args, Debug)]
struct Docs {
    /// Folder to read, as for codegen; the workspace's own pages if there is none.
    #[arg(long, value_name = "DIR")]
    docs: Vec<PathBuf>,
}

#[derive(Args, Debug)]
struct Arguments {
    #[command(flatten)]
    docs: Docs,
    /// How often ours and the yardsticks take turns; medians are shown.
    #[arg(long, value_name = "NUMBER", default_value_t = 3)]
    #[arg(value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,
}

/// Where the crates of the benches lie, below cargo's target folder.
const FOLDER: &str = "bench";

fn main() -> ExitCode {
    if let Some(exit) = meter::wrapped() {
        return exit;
    }
    match run(&Bench::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// Whether every figure is what it must be.
fn run(bench: &Bench) -> anyhow::Result<bool> {
    let progress = Progress;
    // An empty name is not a folder: what is built would come to lie in the working one.
    let named = std::env::var_os("CARGO_TARGET_DIR").filter(|folder| !folder.is_empty());
    let target = named.map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let folder = std::path::absolute(target.join(FOLDER))?;
    let cargo = Cargo::new(&folder);
    let figures = match bench {
        Bench::Compile(arguments) => {
            let scratch = read(&arguments.docs, &folder, &progress)?;
            let mut figures = compile::figures(&scratch, &cargo, arguments.rounds, &progress)?;
            figures.extend(run_time::figures(&folder, &cargo, &progress)?);
            // What has taken minutes to measure is shown in any case.
            progress.print(&figure::table(&figures));
            areas::build_alone(&scratch, &cargo, &progress)?;
            figures
        }
        Bench::Run => {
            let figures = run_time::figures(&folder, &cargo, &progress)?;
            progress.print(&figure::table(&figures));
            figures
        }
        Bench::Areas(docs) => {
            areas::build_alone(&read(docs, &folder, &progress)?, &cargo, &progress)?;
            return Ok(true);
        }
        Bench::Generate(Arguments { docs, rounds }) => {
            let generator = Generator::build(&target, &folder)?;
            let figures =
                generate::figures(&generator, &docs.folders(), (&folder, &cargo), *rounds, &progress)?;
            progress.print(&figure::table(&figures));
            figures
        }
        Bench::Growth(Growth { word }) => {
            let generator = Generator::build(&target, &folder)?;
            return growth::run(&generator, word, &folder, &progress);
        }
    };
    Ok(figures.iter().all(Figure::holds))
}

fn read(docs: &Docs, folder: &Path, progress: &Progress) -> anyhow::Result<Scratch> {
    progress.step("reading the pages");
    Scratch::read(&docs.folders(), folder)
}

impl Docs {
    /// The folders to read: the workspace's own pages, if none is named.
    fn folders(&self) -> Vec<PathBuf> {
        match self.docs.as_slice() {
            [] => vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../codegen/pages")],
            named => named.to_vec(),
        }
    }
}
