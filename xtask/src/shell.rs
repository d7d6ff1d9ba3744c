//! `completions` and `man`: what shells and `man` want to know, from the arguments themselves.

use std::path::Path;

use anyhow::Context;
use clap::Command;

use crate::outcome::Outcome;
use crate::terminal::{SafeText, count};
use crate::{cli, paths, program, terminal};

/// Prints the script that completes arguments in a shell.
pub(crate) fn completions(arguments: &cli::Completions) -> anyhow::Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut cli::command(), program::BINARY, &mut script);
    terminal::stdout(&SafeText::plain(&String::from_utf8_lossy(&script)));
    Ok(Outcome::Done)
}

/// Writes a page for the program and one for each command.
pub(crate) fn man(arguments: &cli::Man) -> anyhow::Result<Outcome> {
    std::fs::create_dir_all(&arguments.out)
        .and_then(|()| clap_mangen::generate_to(cli::command(), &arguments.out))
        .with_context(|| format!("the pages cannot be written to {}", display(&arguments.out)))?;
    let number =
        1 + cli::command().get_subcommands().filter(|command| !Command::is_hide_set(command)).count();
    terminal::stderr(&SafeText::plain(&format!(
        "wrote {} to {}\n",
        count(number, "page"),
        display(&arguments.out)
    )));
    Ok(Outcome::Done)
}

fn display(folder: &Path) -> String {
    paths::display_folder(folder)
}
