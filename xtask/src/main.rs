//! The thin driver around the generator: `cargo xtask`, or `pages-to-crate` where it is installed. It handles arguments,
//! files and the terminal, and nothing else.

mod bench;
mod check;
mod cli;
mod command;
mod corrections;
mod diff;
mod explain;
#[cfg(any(test, feature = "fuzz"))]
#[cfg_attr(not(test), allow(dead_code, reason = "the fuzzer's targets call it"))]
mod fuzz;
mod host_workspace;
mod includes;
mod input;
mod lint;
mod origin;
mod outcome;
mod output;
mod paths;
mod program;
mod progress;
mod remembered;
mod report;
mod settings;
mod settled;
mod shell;
mod survey;
mod terminal;
mod watch;
mod web;
mod why;

use std::process::ExitCode;

use outcome::Outcome;

/// A run makes and frees millions of small pieces of memory.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // Wrong usage ends here already, with 2.
    let cli = cli::parse();
    terminal::choose_color(cli.color);
    let outcome = match &cli.command {
        cli::Command::Codegen(arguments) => command::run(arguments),
        cli::Command::Lint(arguments) => lint::run(arguments),
        cli::Command::Diff(arguments) => diff::run(arguments),
        cli::Command::Explain(arguments) => explain::run(arguments),
        cli::Command::Why(arguments) => why::run(arguments),
        cli::Command::Completions(arguments) => shell::completions(arguments),
        cli::Command::Man(arguments) => shell::man(arguments),
        cli::Command::Report(arguments) => survey::run(arguments),
        cli::Command::Bench(bench) => bench::run(bench),
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::CheckFailed) => ExitCode::from(1),
        Err(error) => {
            terminal::error(&format!("{error:#}"));
            ExitCode::from(2)
        }
    }
}
