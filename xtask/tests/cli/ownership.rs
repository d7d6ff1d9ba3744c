//! What of the output is touched, and what is not.

use std::fs;

use crate::project::{Project, page};

#[test]
fn a_folder_of_somebody_else_is_refused() {
    let project = Project::new();
    project.put("theirs/src/main.rs", "fn main() {}\n");
    for arguments in ["codegen --docs docs --out theirs", "codegen --docs docs --out theirs --force"] {
        let ran = project.refused(arguments);
        assert!(
            ran.stderr.contains("theirs/ is not the generator's") && ran.stderr.contains("src"),
            "{ran:?}"
        );
    }
    // `--check` looks at the same folders.
    project.refused("codegen --docs docs --out theirs --check");
}

#[test]
fn an_output_that_cannot_be_a_folder_is_refused() {
    let project = Project::new();
    project.put("file", "");
    for out in ["file", "file/below", "missing/../out"] {
        let ran = project.refused(&format!("codegen --docs docs --out {out}"));
        assert!(ran.stderr.starts_with("error: ") && ran.stderr.contains(out), "{ran:?}");
    }
}

#[test]
fn a_file_where_a_folder_must_go_changes_nothing() {
    let project = Project::generated();
    let folder = project.path("out/src");
    fs::remove_dir_all(&folder).unwrap();
    fs::write(&folder, "").unwrap();
    for arguments in ["codegen --out out", "codegen --out out --force"] {
        let ran = project.refused(arguments);
        assert!(ran.stderr.contains("out/src is in the way: a folder must go there"), "{ran:?}");
    }
}

#[test]
fn a_broken_manifest_is_refused() {
    let project = Project::generated();
    project.put("out/codegen.lock", "?\n");
    let ran = project.refused("codegen --out out");
    assert!(ran.stderr.contains("out/codegen.lock is broken") && ran.stderr.contains("line 1"), "{ran:?}");
}

#[test]
fn a_file_edited_by_hand_is_replaced_only_by_force() {
    let project = Project::generated();
    let file = project.any_owned("out");
    let original = project.read(&file);
    project.put(&file, "edited\n");
    let ran = project.refused("codegen --out out");
    assert!(ran.stderr.contains(&format!("{file} (edited by hand)")), "{ran:?}");
    assert!(ran.stderr.contains("--force"), "{ran:?}");
    project.done("codegen --out out --force");
    assert_eq!(project.read(&file), original);
}

#[test]
fn a_file_in_the_way_is_replaced_only_by_force() {
    let generated = Project::generated();
    let file = generated.any_owned("out");

    let project = Project::new();
    project.put("out/codegen.lock", generated.read("out/codegen.lock").lines().next().unwrap());
    project.put("out/codegen.lock", &(project.read("out/codegen.lock") + "\n"));
    project.put(&file, "mine\n");
    let ran = project.refused("codegen --docs docs --out out");
    assert!(ran.stderr.contains(&format!("{file} (not written by the generator)")), "{ran:?}");
    project.done("codegen --docs docs --out out --force");
    assert_eq!(project.read(&file), generated.read(&file));
}

#[test]
fn what_is_no_longer_produced_goes_and_files_of_others_stay() {
    let project = Project::new();
    project.put("docs/api/widget-create.md", &page("widget"));
    project.done("codegen --docs docs --out out");
    let both = project.owned("out");
    fs::remove_file(project.path("docs/api/widget-create.md")).unwrap();
    project.done("codegen --docs docs --out out");
    project.done("codegen --docs docs --out fresh --name out");
    assert_ne!(project.owned("out"), both);
    assert_eq!(project.tree("out"), project.tree("fresh"));

    project.put("out/src/mine.rs", "mine\n");
    project.put("out/target/debug/x", "built\n");
    project.put("docs/api/widget-create.md", &page("widget"));
    project.done("codegen --out out");
    assert_eq!(project.owned("out"), both);
    assert_eq!(project.read("out/src/mine.rs"), "mine\n");
    assert_eq!(project.read("out/target/debug/x"), "built\n");
}

#[test]
fn a_deleted_file_or_folder_comes_back() {
    let project = Project::generated();
    let before = project.tree("out");
    fs::remove_file(project.path(&project.any_owned("out"))).unwrap();
    project.done("codegen --out out");
    assert_eq!(project.tree("out"), before);
    fs::remove_dir_all(project.path("out")).unwrap();
    project.done("codegen --docs docs --out out");
    assert_eq!(project.tree("out"), before);
}

#[test]
fn a_workspace_around_the_output_must_know_it() {
    let project = Project::new();
    project.put("Cargo.toml", "[workspace]\nmembers = [\"app\"]\n");
    let hint = "members = [\"vendor/graph\"]";
    let ran = project.done("codegen --docs docs --out vendor/graph");
    assert!(ran.stderr.contains("Cargo.toml is a workspace that does not list vendor/graph/"), "{ran:?}");
    assert!(ran.stderr.contains(hint) && ran.stderr.contains("exclude = [\"vendor/graph\"]"), "{ran:?}");
    for known in ["members = [\"vendor/*\"]", "exclude = [\"vendor\"]"] {
        project.put("Cargo.toml", &format!("[workspace]\n{known}\n"));
        let ran = project.done("codegen --out vendor/graph");
        assert!(!ran.stderr.contains(hint), "{known}: {ran:?}");
    }
}
