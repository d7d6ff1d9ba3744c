//! `diff`: folders, crates and revisions side by side, and what a difference means for the exit code.

use crate::project::{Project, page};

/// A checkout whose first revision has pages and whose last one has a page more and a page less.
fn checkout() -> Project {
    let project = Project::new();
    project.git("", "init -q -b main .");
    project.git("", "add .");
    project.git("", "commit -q -m first");
    project.put("docs/api/widget-create.md", &page("widget"));
    std::fs::remove_file(project.path("docs/api/gadget-create.md")).unwrap();
    project.git("", "add -A .");
    project.git("", "commit -q -m second");
    project
}

/// What the page of a widget adds: the function, and the types of what it sends and answers.
const ADDED: &str = "additive (3)
  added      type        widget::WidgetCreateRequest: struct
  added      type        widget::WidgetCreateResponse: struct
  added      function    widget::create: POST /widgets
";

#[test]
fn two_folders_are_compared() {
    let project = Project::new();
    project.put("new/api/gadget-create.md", &page("gadget"));
    let ran = project.done("diff docs new");
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), ("", "0 breaking, 0 additive, 0 docs-only\n"));
    project.put("new/api/widget-create.md", &page("widget"));
    let ran = project.done("diff docs new --deny breaking");
    assert_eq!(ran.stdout, ADDED);
    assert_eq!(project.run("diff docs new --deny additive").code, 1);
    let ran = project.run("diff new docs --deny breaking");
    assert_eq!(ran.code, 1, "{ran:?}");
    assert_eq!(ran.stdout, ADDED.replace("additive", "breaking").replace("added  ", "removed"));
}

#[test]
fn two_revisions_are_compared() {
    let project = checkout();
    for sides in ["HEAD~1 HEAD --docs docs", "HEAD~1:docs HEAD:docs", "HEAD~1 docs --docs docs"] {
        let ran = project.run(&format!("diff {sides} --deny breaking"));
        assert_eq!(ran.code, 1, "{ran:?}");
        let lines: Vec<&str> = ran.stdout.lines().map(str::trim).collect();
        let expected = [
            "breaking (3)",
            "removed    type        gadget::GadgetCreateRequest: struct",
            "removed    type        gadget::GadgetCreateResponse: struct",
            "removed    function    gadget::create: POST /gadgets",
            "additive (3)",
            "added      type        widget::WidgetCreateRequest: struct",
            "added      type        widget::WidgetCreateResponse: struct",
            "added      function    widget::create: POST /widgets",
        ];
        assert_eq!(lines, expected, "{sides}");
    }
}

/// What pages include lies beside their folder, in a revision too.
#[test]
fn a_revision_has_its_includes() {
    let project = Project::new();
    project.git("", "init -q -b main .");
    project.put("shared/route.md", "```http\nPOST /gadgets\n```\n");
    let included =
        page("gadget").replace("```http\nPOST /gadgets\n```", "[!INCLUDE [route](../../shared/route.md)]");
    project.put("docs/api/gadget-create.md", &included);
    project.git("", "add .");
    project.git("", "commit -q -m first");
    project.put("shared/route.md", "```http\nPOST /gizmos\n```\n");
    let ran = project.done("diff HEAD docs --docs docs");
    assert!(
        ran.stdout.contains("rewired    function    gadget::create: POST /gadgets -> POST /gizmos"),
        "{ran:?}"
    );
}

#[test]
fn a_crate_is_compared_with_pages_and_in_a_revision() {
    let project = Project::generated();
    assert_eq!(project.done("diff out docs").stdout, "");
    project.git("", "init -q -b main .");
    project.git("", "add .");
    project.git("", "commit -q -m first");
    project.put("docs/api/widget-create.md", &page("widget"));
    assert_eq!(project.done("diff out docs").stdout, ADDED);
    project.done("codegen --out out");
    assert_eq!(project.done("diff HEAD:out out").stdout, ADDED);
}

/// The pages become a crate with the settings of the one that they are compared with.
#[test]
fn a_crate_brings_its_settings() {
    let project = Project::new();
    project.put("docs/api/widget-create.md", &page("widget"));
    project.done("codegen --docs docs --out out");
    let rename = "[[rename]]\nitem = \"widget::create\"\nto = \"make\"\nreason = \"Ours.\"\n";
    project.put("out/corrections.toml", rename);
    project.done("codegen --out out");
    assert_eq!(project.done("diff out docs").stdout, "");
}

#[test]
fn a_changelog_and_json_are_written() {
    let project = checkout();
    let ran = project.done("diff HEAD~1 HEAD --docs docs --format markdown");
    let expected = "## Breaking

- Type `gadget::GadgetCreateRequest` was removed: `struct`.
- Type `gadget::GadgetCreateResponse` was removed: `struct`.
- Function `gadget::create` was removed: `POST /gadgets`.

## Added

- Type `widget::WidgetCreateRequest` is new: `struct`.
- Type `widget::WidgetCreateResponse` is new: `struct`.
- Function `widget::create` is new: `POST /widgets`.
";
    assert_eq!(ran.stdout, expected);
    let ran = project.done("diff HEAD~1 HEAD --docs docs --format json");
    let json: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!((&json["breaking"], &json["additive"], &json["docs-only"]), (&3.into(), &3.into(), &0.into()));
    assert_eq!(json["differences"][5]["name"], "create");
}

#[test]
fn what_is_neither_a_folder_nor_a_revision_is_refused() {
    let ran = checkout().refused("diff no-such HEAD --docs docs");
    assert!(
        ran.stderr.contains("no-such cannot be read") && ran.stderr.contains("has no revision"),
        "{ran:?}"
    );
    let ran = checkout().refused("diff HEAD:no-such HEAD --docs docs");
    assert!(ran.stderr.contains("the revision has no folder `no-such`"), "{ran:?}");
    let ran = Project::new().refused("diff v1 docs --docs docs");
    assert!(ran.stderr.contains("is not in a git checkout"), "{ran:?}");
}

#[test]
fn what_many_types_inherit_is_told_once() {
    let project = Project::new();
    for side in ["old", "new"] {
        let table = "## Properties\n\n|Property|Type|Description|\n|:-|:-|:-|\n|id|String|Key.|\n";
        let more = if side == "new" { "|size|Int32|In grams.|\n" } else { "" };
        project
            .put(&format!("{side}/thing.md"), &format!("# thing resource type\n\nA thing.\n\n{table}{more}"));
        for name in ["gadget", "widget"] {
            let page = format!("# {name} resource type\n\nInherits from [thing](thing.md).\n\n{table}");
            project.put(&format!("{side}/{name}.md"), &page);
        }
    }
    let ran = project.done("diff old new");
    let expected = "additive (3)\n  added      field       gadget::Gadget::size: Option<i32>\n\
                    \x20                       and 2 more fields alike\n";
    assert_eq!(ran.stdout, expected);
    let ran = project.done("diff old new --format markdown");
    assert!(ran.stdout.ends_with("is new: `Option<i32>`. So it is in 2 more types.\n"), "{ran:?}");
}
