//! Help, wrong usage, `explain`.

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
        "explain no-such-code",
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
    for part in ["--docs <DIR>", "--check", "Examples:", "cargo xtask codegen --check", "Exit codes:"] {
        assert!(help.contains(part), "{part} is not in\n{help}");
    }
}

#[test]
fn explain_explains_one_code_or_all() {
    let project = Project::new();
    let one = project.done("explain link-loop").stdout;
    assert!(one.starts_with("note[link-loop]: A symbolic link") && one.lines().count() == 1, "{one}");
    let all = project.done("explain").stdout;
    assert!(all.contains(&one) && all.lines().count() > 10, "{all}");
}

#[test]
fn without_folders_the_message_says_where_to_name_them() {
    let project = Project::new();
    let ran = project.refused("codegen");
    assert!(ran.stderr.contains("--out") && ran.stderr.contains("[workspace.metadata.codegen]"), "{ran:?}");
    let ran = project.refused("codegen --out out");
    assert!(ran.stderr.contains("--docs") && ran.stderr.contains("out/codegen.toml"), "{ran:?}");
}
