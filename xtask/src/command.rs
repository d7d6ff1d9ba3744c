//! `codegen`: read, generate, then write or check, then report.

use std::env;

use anyhow::bail;
use codegen::{Generated, KeptPages, Options, Refusal, Sources};

use crate::outcome::Outcome;
use crate::output::{self, Plan, Turn};
use crate::progress::Progress;
use crate::remembered::{Memory, Remembered};
use crate::settings::Run;
use crate::terminal::SafeText;
use crate::{check, cli, host_workspace, input, paths, program, report, terminal, watch};

/// The most files that a refusal lists.
const LISTED: usize = 20;

pub(crate) fn run(arguments: &cli::Codegen) -> anyhow::Result<Outcome> {
    if arguments.watch {
        let folders = Run::of(&arguments.settings)?.docs;
        let mut kept = KeptPages::default();
        return watch::run(&folders, || {
            once(arguments, |sources, options| codegen::generate_again(sources, options, &mut kept))
        });
    }
    once(arguments, codegen::generate)
}

fn once(
    arguments: &cli::Codegen,
    generate: impl FnOnce(&Sources, &Options) -> Result<Generated, Refusal>,
) -> anyhow::Result<Outcome> {
    let run = Run::of(&arguments.settings)?;
    let folder = paths::display_folder(&run.out);

    let say = |text: &SafeText| {
        if !arguments.quiet {
            terminal::stderr(text);
        }
    };
    let wrote = |line: &str| {
        say(&SafeText::plain(line));
        if let Some(advice) = host_workspace::advice(&run.physical_out) {
            say(&SafeText::plain(&advice));
        }
        Outcome::Done
    };
    let tell = |given: &Remembered, between: &dyn Fn() -> Outcome| {
        say(&SafeText::painted(&given.findings));
        let outcome = between();
        say(&SafeText::plain(&given.elsewhere));
        say(&SafeText::plain(&given.summary));
        outcome
    };
    let wait = || {
        let message = format!("another run is writing {folder}: waiting until it is done\n");
        terminal::stderr(&SafeText::plain(&message));
    };

    let progress = if arguments.quiet { Progress::hidden() } else { Progress::new() };
    progress.step("reading the pages");
    let sources = input::read(&run.docs, &run.docs_named_in, &run.physical_out, &progress)?;
    let memory = if arguments.check { None } else { Memory::of(&run, &sources, &folder) };
    if let Some(known) = memory.as_ref().and_then(Memory::recall) {
        progress.step(format!("comparing with {folder}"));
        let turn = Turn::to_look(&run.physical_out, wait);
        let unchanged = output::unchanged(&run.physical_out, &known.manifest, &run.settings_text);
        drop(turn);
        if let Some(files) = unchanged {
            drop(progress);
            return Ok(tell(&known, &|| wrote(&report::totals(0, 0, files, &folder))));
        }
    }
    let pages = terminal::count(sources.count(), "page");
    progress.step(format!("generating the crate from {pages}"));
    let mut generated = generate(&sources, &run.options)?;
    progress.step(format!("comparing with {folder}"));
    let turn = match arguments.check {
        true => Turn::to_look(&run.physical_out, wait),
        false => Turn::to_write(&run.physical_out, wait)?,
    };
    let files = std::mem::take(&mut generated.files);
    let plan = Plan::new(&run.physical_out, files, &run.settings_text)?;
    if !arguments.check {
        if !arguments.force {
            refuse_to_replace(&plan, &folder)?;
        }
        progress.step(format!("writing {folder}"));
        output::write(&run.physical_out, &plan)?;
    }
    drop(turn);
    drop(progress);

    let given = Remembered {
        manifest: plan.manifest_after.clone(),
        findings: report::findings(&sources, &generated, &folder),
        elsewhere: report::elsewhere(&generated),
        summary: format!("{}\n", generated.summary_line()),
    };
    if let Some(memory) = memory {
        memory.keep(&given);
    }
    Ok(tell(&given, &|| match arguments.check {
        true => compare(&plan, &folder, arguments.quiet),
        false => wrote(&report::written(&plan, &folder)),
    }))
}

/// Stops before anything is written if that would replace what the generator did not write.
fn refuse_to_replace(plan: &Plan, folder: &str) -> anyhow::Result<()> {
    if plan.not_ours.is_empty() {
        return Ok(());
    }
    let mut list: String =
        plan.not_ours.iter().take(LISTED).map(|(path, why)| format!("  {folder}{path} ({why})\n")).collect();
    if let Some(more @ 1..) = plan.not_ours.len().checked_sub(LISTED) {
        list += &format!("  … and {}\n", terminal::count(more, "more file"));
    }
    bail!(
        "the generator would replace or delete what it did not write; nothing was changed\n{list}\
         Keep what you need of it elsewhere, then add --force."
    );
}

/// Shows what would change.
fn compare(plan: &Plan, folder: &str, quiet: bool) -> Outcome {
    if plan.is_current() {
        return Outcome::Done;
    }
    if !quiet {
        terminal::stdout(&SafeText::painted(&check::diff(plan, folder)));
    }
    let force = if plan.not_ours.is_empty() { "" } else { " --force" };
    let mut message = format!("{folder} is not current: {}\n", check::tally(plan));
    if !force.is_empty() {
        message += "  (some of it was not written by the generator, hence --force)\n";
    }
    message += &format!("  to update it, run: {}{force}", repeated_command());
    terminal::error(&message);
    Outcome::CheckFailed
}

/// The command line of this run without `--check`, as it can be pasted into a shell.
fn repeated_command() -> String {
    let mut words = vec![program::name()];
    let arguments = env::args_os().skip(1);
    words.extend(arguments.filter(|word| word != "--check").map(|word| quoted(&word.to_string_lossy())));
    words.join(" ")
}

fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./=:,@%+".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_are_quoted_where_a_shell_needs_it() {
        let quoted = super::quoted;
        assert_eq!(quoted("--docs=a/b"), "--docs=a/b");
        assert_eq!(quoted("two words"), "'two words'");
        assert_eq!(quoted("it's"), r"'it'\''s'");
        assert_eq!(quoted(""), "''");
    }
}
