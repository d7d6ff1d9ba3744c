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

/// Measure what the generated crate costs, against yardsticks of the same run.
///
/// Ratios of CPU time count, not times: the machine may be busy.
#[derive(Debug, Parser)]
#[command(disable_help_subcommand = true)]
enum Bench {
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
struct Growth {
    /// Only what has this word in its name.
    #[arg(default_value = "")]
    word: String,
}

#[derive(Args, Debug)]
struct Arguments {
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
            return Ok(true);
        }
        Bench::Generate(Arguments { docs, rounds }) => {
            let generator = Generator::build(&target, &folder)?;
            let figures =
                generate::figures(&generator, &folders(docs), (&folder, &cargo), *rounds, &progress)?;
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

fn read(arguments: &Arguments, folder: &Path, progress: &Progress) -> anyhow::Result<Scratch> {
    progress.step("reading the pages");
    Scratch::read(&folders(&arguments.docs), folder)
}

/// The folders to read: the workspace's own pages, if none is named.
fn folders(named: &[PathBuf]) -> Vec<PathBuf> {
    match named {
        [] => vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../codegen/pages")],
        named => named.to_vec(),
    }
}
