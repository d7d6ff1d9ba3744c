//! The arguments.

use std::path::PathBuf;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use codegen::Code;

use crate::program;
use crate::settings::Settings;

/// Reads the arguments. Wrong usage, help and the like end the program here.
pub(crate) fn parse() -> Cli {
    let name = program::name();
    let command = Cli::command().bin_name(&name).mut_subcommands(|command| {
        let examples = match command.get_name() {
            "codegen" => LONG_HELP,
            "report" => REPORT_HELP,
            // Measures the generator itself, in its own workspace.
            "bench" => return command.hide(!program::is_run_by_cargo()),
            _ => return command,
        };
        command.after_long_help(examples.trim_end().replace("PROGRAM", &name))
    });
    Cli::from_arg_matches(&command.get_matches()).unwrap_or_else(|error| error.exit())
}

/// Turns API reference pages into a Rust crate.
#[derive(Debug, Parser)]
#[command(name = program::BINARY, version, disable_help_subcommand = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// When to use colours; NO_COLOR is respected.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", help_heading = "Terminal")]
    pub(crate) color: Color,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Codegen(Box<Codegen>),
    Lint(Box<crate::lint::Lint>),
    Explain(Explain),
    Report(crate::survey::Report),
    #[cfg(unix)]
    #[command(subcommand)]
    Bench(crate::bench::Bench),
}

/// Read the pages and write the crate that they describe.
///
/// With no arguments, reads and writes what [workspace.metadata.codegen] in the workspace's Cargo.toml says. The output
/// keeps its settings in its codegen.toml, so that `--out DIR` alone repeats a run.
///
/// The output belongs to the generator: it writes what changed and deletes what is no longer produced. It refuses a
/// folder that is not its own and files that were edited by hand, and never touches other files.
#[derive(Args, Debug)]
pub(crate) struct Codegen {
    #[command(flatten)]
    pub(crate) settings: Settings,
    /// Write nothing; show what would change, and exit with 1 if anything would.
    #[arg(long, help_heading = "How it is done", conflicts_with = "force")]
    pub(crate) check: bool,
    /// Replace files of the output that were edited by hand or put in the way.
    #[arg(long, help_heading = "How it is done")]
    pub(crate) force: bool,
    /// Print only what keeps the run from succeeding.
    #[arg(long, short, help_heading = "Terminal")]
    pub(crate) quiet: bool,
}

/// The ends of the long helps, without line breaks in paragraphs; `PROGRAM` stands for what the program is called.
const LONG_HELP: &str = include_str!("long_help.txt");
const REPORT_HELP: &str = "Examples:
  PROGRAM report --docs docs/api-reference/v1.0 --out report.html
      Write one web page: coverage by area, findings with their lines, the tree of routes.
  PROGRAM report --docs docs/api-reference/v1.0 --out report.html --rust-url https://docs.rs/graph/latest/graph
      Link each item to the crate's documentation.";

/// Explain a code of a finding, with examples, or list them all.
#[derive(Args, Debug)]
pub(crate) struct Explain {
    /// The code, as it stands between the brackets of `error[code]`.
    #[arg(value_parser = clap::builder::PossibleValuesParser::new(Code::ALL.iter().map(|code| code.as_str())))]
    #[arg(hide_possible_values = true)]
    pub(crate) code: Option<String>,
    /// Write all codes to a web page, which needs nothing from the network.
    #[arg(long, value_name = "FILE", conflicts_with = "code")]
    pub(crate) html: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn arguments_are_consistent() {
        super::Cli::command().debug_assert();
    }
}
