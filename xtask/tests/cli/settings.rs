//! Where a run's settings come from, and where they are kept.

use crate::project::{Project, page};

const EVERYTHING: &str = "codegen --docs docs --docs more --out vendor/graph --name graph --crate-version 1.2.3 \
    --license MIT --repository https://example.com/graph --page-url https://example.com/{page} \
    --attribution Ours --description Typed --serde derive";

#[test]
fn the_output_alone_repeats_the_run() {
    let project = Project::new();
    project.put("more/widget-create.md", &page("widget"));
    project.done(EVERYTHING);
    let settings = project.read("vendor/graph/codegen.toml");
    let (_, values) = settings.split_once("name").unwrap();
    let expected = r#" = "graph"
version = "1.2.3"
description = "Typed"
license = "MIT"
repository = "https://example.com/graph"
page-url = "https://example.com/{page}"
attribution = "Ours"
serde = "derive"
docs = ["../../docs", "../../more"]
"#;
    assert_eq!(values, expected);

    let before = project.tree("");
    project.done("codegen --out vendor/graph");
    project.done("codegen --out vendor/graph --check");
    // From anywhere: the folders are relative to the output.
    let mut elsewhere = project.command("codegen --check --out .");
    let ran = project.ran(elsewhere.current_dir(project.path("vendor/graph")));
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(project.tree(""), before);
}

#[test]
fn the_command_line_wins_and_is_kept() {
    let project = Project::generated();
    project.done("codegen --out out --name graph --license MIT");
    let mut command = project.command("codegen --out out --license");
    assert_eq!(project.ran(command.arg("")).code, 0);
    let settings = project.read("out/codegen.toml");
    assert!(settings.contains("name = \"graph\"\n") && !settings.contains("license"), "{settings}");
}

#[test]
fn implied_reads_are_kept_until_they_are_ended() {
    let project = Project::new();
    let delete = "# Delete gadget\n\n## HTTP request\n\n```http\nDELETE /gadgets/{id}\n```\n\n## Response\n\nNothing.\n";
    project.put("docs/api/gadget-delete.md", delete);
    let gadget = "# gadget resource type\n\n## Properties\n\n| Property | Type | Description |\n|---|---|---|\n\
        | id | String | Key. |\n";
    project.put("docs/resources/gadget.md", gadget);
    project.done("codegen --docs docs --out plain --name out");
    project.done("codegen --docs docs --out out --implied");
    assert!(project.read("out/codegen.toml").contains("implied = true\n"));
    let read = "pub fn list(";
    assert!(project.read("out/src/gadget.rs").contains(read));
    assert!(project.read("out/diagnostics.txt").contains("note[implied-operation]"));
    project.done("codegen --out out --check");

    project.done("codegen --out out --implied=false");
    assert_eq!(project.tree("out"), project.tree("plain"));
    assert!(!project.read("out/src/gadget.rs").contains(read));
}

#[test]
fn hand_edits_are_legitimate_and_comments_stay() {
    let project = Project::generated();
    let settings = project.read("out/codegen.toml").replace("\"0.1.0\"", "\"0.2.0\" # after the rename");
    project.put("out/codegen.toml", &settings);
    project.done("codegen --out out");
    assert_eq!(project.read("out/codegen.toml"), settings);
    project.done("codegen --out out --name graph");
    let renamed = settings.replace("\"out\"", "\"graph\"");
    assert_eq!(project.read("out/codegen.toml"), renamed);
}

#[test]
fn mistakes_in_the_file_are_located() {
    let project = Project::generated();
    let settings = project.read("out/codegen.toml");
    for (mistake, says) in [
        ("licence = \"MIT\"\n", "unknown field `licence`"),
        ("out = \"elsewhere\"\n", "`out` is always the folder"),
        ("license = \n", "TOML parse error"),
        ("page-url = \"https://example.com\"\n", "neither {path} nor {page}"),
    ] {
        project.put("out/codegen.toml", &format!("{settings}{mistake}"));
        let ran = project.refused("codegen --out out");
        assert!(ran.stderr.contains("out/codegen.toml") && ran.stderr.contains(says), "{ran:?}");
        if !mistake.starts_with("out") {
            let line = format!("line {}, column", settings.lines().count() + 1);
            assert!(ran.stderr.contains(&line), "{line}: {ran:?}");
        }
    }
}

const TABLE: &str = "[workspace.metadata.codegen]\ndocs = [\"docs\"]\nout = \"made\"\nlicense = \"MIT\"\n";

#[test]
fn the_workspaces_table_says_what_is_read_and_written_by_default() {
    let project = Project::new();
    project.put("Cargo.toml", &format!("[workspace]\nexclude = [\"made\"]\n{TABLE}"));
    project.put("some/where/x", "");
    let mut command = project.command("codegen");
    let ran = project.ran(command.current_dir(project.path("some/where")));
    assert_eq!(ran.code, 0, "{ran:?}");
    let settings = project.read("made/codegen.toml");
    assert!(
        settings.contains("license = \"MIT\"") && settings.contains("docs = [\"../docs\"]"),
        "{settings}"
    );

    // Other pages for once: the table is what counts the next time.
    project.put("other/widget-create.md", &page("widget"));
    project.done("codegen --docs other");
    project.done("codegen");
    assert_eq!(project.read("made/codegen.toml"), settings);

    // For another output, the table says what to read, but not what the crate is.
    project.done("codegen --out elsewhere");
    let elsewhere = project.read("elsewhere/codegen.toml");
    assert!(elsewhere.contains("docs = [\"../docs\"]") && !elsewhere.contains("license"), "{elsewhere}");
}

#[test]
fn cargo_names_the_workspace() {
    let project = Project::new();
    project.put("here/Cargo.toml", &format!("[workspace]\n{TABLE}"));
    project.put("here/docs/gadget-create.md", &page("gadget"));
    let mut command = project.command("codegen");
    let ran = project.ran(command.env("CARGO_MANIFEST_DIR", project.path("here/xtask")));
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(project.path("here/made/codegen.lock").exists());
}

#[test]
fn mistakes_in_the_table_are_located() {
    let project = Project::new();
    project.put("Cargo.toml", &format!("[workspace]\n{TABLE}output = \"x\"\n"));
    let ran = project.refused("codegen");
    assert!(ran.stderr.contains("Cargo.toml") && ran.stderr.contains("line 6, column 1"), "{ran:?}");
}
