//! The arguments.

use clap::{Args, Parser, Subcommand, ValueEnum};
use codegen::Code;

use crate::settings::Settings;

/// Turns API reference pages into a Rust crate.
#[derive(Debug, Parser)]
#[command(name = "xtask", bin_name = "cargo xtask", disable_help_subcommand = true)]
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
    Explain(Explain),
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
#[command(after_long_help = EXAMPLES)]
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

const EXAMPLES: &str = "\
Examples:
  cargo xtask codegen
      Update the workspace's own crate.
  cargo xtask codegen --check
      Tell whether it is current, as CI does.
  cargo xtask codegen --docs docs/api-reference/v1.0 --out vendor/graph --name graph
      Make a crate of a checkout of the documentation.
  cargo xtask codegen --out vendor/graph
      Update that crate with the settings that it keeps.

Exit codes:
  0  done, whatever was found in the pages
  1  --check: the output is not what the pages give
  2  wrong usage, no pages, or an output that cannot be written or is somebody else's";

/// Explain a code of a diagnostic, or list them all.
#[derive(Args, Debug)]
pub(crate) struct Explain {
    /// The code, as it stands between the brackets of `error[code]`.
    #[arg(value_parser = clap::builder::PossibleValuesParser::new(Code::ALL.iter().map(|code| code.as_str())))]
    #[arg(hide_possible_values = true)]
    pub(crate) code: Option<String>,
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
