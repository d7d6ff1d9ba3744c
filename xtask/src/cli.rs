//! The arguments.

use std::path::PathBuf;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::program;
use crate::settings::Settings;
use crate::terminal::Color;

/// Reads the arguments. Wrong usage, help and the like end the program here.
pub(crate) fn parse() -> Cli {
    Cli::from_arg_matches(&command().get_matches()).unwrap_or_else(|error| error.exit())
}

/// The arguments, under the program's name of this run.
pub(crate) fn command() -> clap::Command {
    let name = program::name();
    Cli::command().bin_name(&name).mut_subcommands(|command| {
        let examples = match command.get_name() {
            "codegen" => LONG_HELP,
            "lint" => LINT_HELP,
            "diff" => DIFF_HELP,
            "explain" => EXPLAIN_HELP,
            "why" => WHY_HELP,
            "report" => REPORT_HELP,
            "completions" => COMPLETIONS_HELP,
            "man" => MAN_HELP,
            // Runs another program of this workspace.
            _ => return command.hide(!program::is_run_by_cargo()),
        };
        command.after_long_help(examples.trim_end().replace("PROGRAM", &name))
    })
}

/// Turns API reference pages into a Rust crate.
#[derive(Debug, Parser)]
#[command(name = program::BINARY, version, disable_help_subcommand = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// When to use colours; `auto` respects NO_COLOR.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", help_heading = "Terminal")]
    pub(crate) color: Color,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Codegen(Box<Codegen>),
    Lint(Box<crate::lint::Lint>),
    Diff(crate::diff::Diff),
    Explain(crate::explain::Explain),
    Why(Why),
    Completions(Completions),
    Man(Man),
    Report(crate::survey::Report),
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
    /// Make the crate again whenever a page changes, until Ctrl-C.
    #[arg(long, help_heading = "How it is done", conflicts_with = "check")]
    pub(crate) watch: bool,
    /// Print only what keeps the run from succeeding.
    #[arg(long, short, help_heading = "Terminal")]
    pub(crate) quiet: bool,
}

/// The ends of the long helps, without line breaks in paragraphs; `PROGRAM` stands for the program's name.
const LONG_HELP: &str = include_str!("long_help.txt");
const LINT_HELP: &str = "Examples:
  PROGRAM lint --docs docs/api-reference/v1.0
      Show what is wrong, with the lines of the pages.
  PROGRAM lint --docs docs/api-reference/v1.0 --changed-since origin/main --deny warning
      Refuse a pull request whose pages have errors or warnings.
  PROGRAM lint --docs docs/api-reference/v1.0 --fix --yes
      Make the changes that certainly mend findings.
  PROGRAM lint --docs docs/api-reference/v1.0 --baseline known.json --write-baseline
      Take the findings of today as known; later runs with --baseline show new ones only.";
const DIFF_HELP: &str = "Examples:
  PROGRAM diff docs/2025 docs/2026
      Show what changes for users of the crate once it is made from the pages of 2026.
  PROGRAM diff ../graph docs/api-reference/v1.0 --format markdown
      Show, for the crate's changelog, what would change for its users if it were made again.
  PROGRAM diff origin/main HEAD --docs docs/api-reference/v1.0 --deny breaking
      Refuse a pull request that breaks users of the crate.";
const EXPLAIN_HELP: &str = "Examples:
  PROGRAM explain repaired-json
      Show what the finding means, and how to mend the page.
  PROGRAM explain --html codes.html
      Write one web page of all codes.";
const WHY_HELP: &str = "Examples:
  PROGRAM why message.subject --docs docs/api-reference/v1.0
      Show the lines that describe the property, and the one that decided its type.
  PROGRAM why POST /me/sendMail --docs docs/api-reference/v1.0
      Show which function it is, and which lines say what it sends and answers.";
const COMPLETIONS_HELP: &str = "Examples:
  PROGRAM completions bash > ~/.local/share/bash-completion/completions/pages-to-crate
      Complete arguments in bash from the next shell on.";
const MAN_HELP: &str = "Examples:
  PROGRAM man --out ~/.local/share/man/man1
      Put the manual where `man pages-to-crate` finds it.";
const REPORT_HELP: &str = "Examples:
  PROGRAM report --docs docs/api-reference/v1.0 --out report.html
      Write one web page: coverage by area, findings with their lines, the tree of routes.
  PROGRAM report --docs docs/api-reference/v1.0 --out report.html --rust-url https://docs.rs/graph/latest/graph
      Link each item to the crate's documentation.";

/// Show what a type, a property or an operation of the crate rests on.
///
/// Lists every line of a page that says something about it, and which of them decided.
#[derive(Args, Debug)]
pub(crate) struct Why {
    /// `message`, `message.subject` or `POST /me/sendMail`.
    #[arg(required = true, value_name = "TYPE[.PROPERTY] | METHOD PATH", num_args = 1..=2)]
    pub(crate) question: Vec<String>,
    /// Folder of pages, read with all folders below it; may be repeated, all are read as one API.
    #[arg(long, value_name = "DIR")]
    pub(crate) docs: Option<Vec<PathBuf>>,
    /// Include the reads that no page documents but that the pages imply.
    #[arg(long)]
    pub(crate) implied: bool,
}

/// Print the script that completes arguments in a shell.
#[derive(Args, Debug)]
pub(crate) struct Completions {
    pub(crate) shell: clap_complete::Shell,
}

/// Write the manual pages.
#[derive(Args, Debug)]
pub(crate) struct Man {
    /// Folder to write them to.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn arguments_are_consistent() {
        super::Cli::command().debug_assert();
    }

    /// Otherwise the rest of a comment would be a line of its own, which is not TOML.
    #[test]
    fn comments_in_the_help_fit_their_lines() {
        const WIDTH: usize = 100;
        let comments: Vec<&str> = super::LONG_HELP.lines().filter(|line| line.contains("  # ")).collect();
        assert_eq!(comments.len(), 6);
        for line in comments {
            assert!(line.chars().count() <= WIDTH, "{line}");
        }
    }
}
