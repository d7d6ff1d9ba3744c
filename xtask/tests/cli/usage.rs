//! Help and wrong usage.

use crate::project::Project;

#[test]
fn wrong_usage_ends_with_2() {
    let project = Project::new();
    for arguments in [
        "",
        "generate",
        "codegen --doc docs",
        "codegen --docs",
        "codegen --serde no",
        "codegen --name 1st",
        "codegen --crate-version 1",
        "codegen --page-url https://example.com",
        "codegen --check --force",
        "codegen --check --watch",
        "completions no-such-shell",
        "man",
        "explain no-such-code",
        "explain link-loop --html codes.html",
    ] {
        let ran = project.refused(arguments);
        assert!(
            ran.stderr.contains("Usage: ") || ran.stderr.contains("--help"),
            "{arguments}: {}",
            ran.stderr
        );
    }
}

#[test]
fn help_tells_the_exit_codes_and_has_examples() {
    let help = Project::new().done("codegen --help").stdout;
    for part in [
        "--docs <DIR>",
        "--check",
        "Examples:",
        "pages-to-crate codegen --check",
        "[[rename]]",
        "Exit codes:",
    ] {
        assert!(help.contains(part), "{part} is not in\n{help}");
    }
}

#[test]
fn without_folders_the_message_says_where_to_name_them() {
    let project = Project::new();
    let ran = project.refused("codegen");
    assert!(ran.stderr.contains("--out") && ran.stderr.contains("[workspace.metadata.codegen]"), "{ran:?}");
    let ran = project.refused("codegen --out out");
    assert!(ran.stderr.contains("--docs") && ran.stderr.contains("out/codegen.toml"), "{ran:?}");
}

#[cfg(unix)]
#[test]
fn the_program_goes_by_the_name_that_it_is_called_by() {
    let project = Project::new();
    // Called by another name, in a folder that is not a workspace.
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_pages-to-crate"), project.path("refs")).unwrap();
    let run = |arguments: &[&str]| {
        let mut command = std::process::Command::new(project.path("refs"));
        // A package of somebody else's that cargo runs says nothing about this program.
        command
            .args(arguments)
            .current_dir(project.path(""))
            .env("CARGO_MANIFEST_DIR", project.path("xtask"));
        project.ran(&mut command)
    };
    assert!(run(&["codegen", "--help"]).stdout.contains("Usage: refs codegen [OPTIONS]"));
    assert!(run(&["codegen", "--help"]).stdout.contains("  refs codegen --check"));
    assert!(run(&["--version"]).stdout.starts_with("pages-to-crate "));
    assert!(run(&["codegen", "--nope"]).stderr.contains("Usage: refs codegen"));
    let stale = run(&["codegen", "--docs", "docs", "--out", "out", "--check"]);
    assert!(stale.stderr.contains("run: refs codegen --docs docs --out out\n"), "{stale:?}");

    let mut by_cargo = project.command("codegen --help");
    let help = project.ran(by_cargo.env("CARGO_MANIFEST_DIR", env!("CARGO_MANIFEST_DIR"))).stdout;
    assert!(help.contains("Usage: cargo xtask codegen [OPTIONS]"), "{help}");
}

#[test]
fn each_command_has_an_example_in_its_help() {
    let project = Project::new();
    for command in ["codegen", "lint", "explain", "why", "completions", "man"] {
        let help = project.done(&format!("{command} --help")).stdout;
        assert!(help.contains(&format!("Examples:\n  pages-to-crate {command}")), "{help}");
    }
}

#[test]
fn shells_complete_every_command_and_man_has_a_page_for_each() {
    let project = Project::new();
    for shell in ["bash", "zsh", "fish"] {
        let script = project.done(&format!("completions {shell}")).stdout;
        assert!(script.contains("changed-since") && script.contains("watch"), "{shell}: {script}");
    }
    project.done("man --out man1");
    for page in ["pages-to-crate.1", "pages-to-crate-codegen.1", "pages-to-crate-lint.1"] {
        assert!(project.read(&format!("man1/{page}")).starts_with(".ie "), "{page}");
    }
}
