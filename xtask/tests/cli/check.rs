//! `--check`.

use crate::project::{Project, page};

#[test]
fn a_current_output_is_quietly_accepted() {
    let project = Project::generated();
    let before = project.tree("");
    let ran = project.done("codegen --out out --check");
    assert_eq!(ran.stdout, "");
    assert_eq!(project.tree(""), before);
}

#[test]
fn a_stale_output_is_shown_and_left_alone() {
    let project = Project::generated();
    project.put("docs/api/widget-create.md", &page("widget"));
    let before = project.tree("");
    let ran = project.run("codegen --out out --check");
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.stdout.contains("+++ b/out/") && ran.stdout.contains("\n@@ "), "{ran:?}");
    assert!(ran.stdout.lines().count() < 300, "the diff is bounded");
    assert!(ran.stderr.contains("to update it, run: pages-to-crate codegen --out out\n"), "{ran:?}");
    assert_eq!(project.tree(""), before);

    // The command that it names does it.
    project.done("codegen --out out");
    project.done("codegen --out out --check");
}

#[test]
fn a_missing_output_is_stale_and_stays_missing() {
    let project = Project::new();
    let ran = project.run("codegen --docs docs --out out --check");
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.stderr.contains("missing"), "{ran:?}");
    assert!(!project.path("out").exists());
}

#[test]
fn a_file_edited_by_hand_is_a_difference() {
    let project = Project::generated();
    let file = project.any_owned("out");
    project.put(&file, "edited\n");
    let ran = project.run("codegen --out out --check");
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.stdout.contains(&format!("--- a/{file}")) && ran.stdout.contains("-edited\n"), "{ran:?}");
    assert!(ran.stderr.contains("run: pages-to-crate codegen --out out --force\n"), "{ran:?}");
    assert_eq!(project.read(&file), "edited\n");
}

#[test]
fn the_command_it_names_is_the_one_that_was_given() {
    let project = Project::new();
    let mut command = project.command("codegen --docs docs --check --out out --description");
    command.arg("Graph's types").env("CARGO_MANIFEST_DIR", env!("CARGO_MANIFEST_DIR"));
    let ran = project.ran(&mut command);
    let expected = r"run: cargo xtask codegen --docs docs --out out --description 'Graph'\''s types'";
    assert!(ran.stderr.contains(expected), "{ran:?}");
}
