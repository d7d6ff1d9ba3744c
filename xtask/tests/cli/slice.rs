//! `--only`.

use crate::project::{Project, page};

fn project() -> Project {
    let project = Project::new();
    project.put("docs/api/widget-create.md", &page("widget"));
    project
}

#[test]
fn a_slice_is_kept_in_the_outputs_settings_until_it_is_ended() {
    let project = project();
    project.done("codegen --docs docs --out all --name out");
    let ran = project.done("codegen --docs docs --out out --only gadget");
    assert!(ran.stderr.contains("2 types (2 of its own, 0 that these need), 1 operation;"), "{ran:?}");
    assert!(project.read("out/codegen.toml").contains("only = [\"gadget\"]\n"));
    assert!(project.path("out/src/gadget.rs").exists() && !project.path("out/src/widget.rs").exists());

    project.done("codegen --out out --check");
    project.done("codegen --out out --only widget --only gadget");
    assert!(project.read("out/codegen.toml").contains("only = [\"widget\", \"gadget\"]\n"));
    assert_eq!(project.read("out/src/widget.rs"), project.read("all/src/widget.rs"));

    let mut ended = project.command("codegen --out out --only");
    assert_eq!(project.ran(ended.arg("")).code, 0);
    assert_eq!(project.tree("out"), project.tree("all"));
}

#[test]
fn what_a_slice_leaves_to_others_is_said() {
    let project = project();
    let list = page("widget").replace("POST /widgets", "GET /widgets/{id}/gadgets");
    let list = list.replace("and the widget", "and the [gadget](../resources/gadget.md)");
    project.put("docs/api/widget-list-gadgets.md", &list);
    let gadget = "---\ntitle: \"gadget resource type\"\n---\n\n# gadget resource type\n\n## Properties\n\n\
        | Property | Type | Description |\n|---|---|---|\n| id | String | Key. |\n";
    project.put("docs/resources/gadget.md", gadget);
    let ran = project.done("codegen --docs docs --out out --only widget");
    let says = "left out, since they belong to other resources (add them with --only): gadget (1)\n";
    assert!(ran.stderr.contains(says), "{ran:?}");
    let quiet = project.done("codegen --out out --quiet");
    assert_eq!(quiet.stderr, "");
}

#[test]
fn a_name_that_no_resource_has_is_refused() {
    let ran = project().refused("codegen --docs docs --out out --only gadgets");
    assert_eq!(
        ran.stderr,
        "error: no page describes a resource or an area `gadgets`: did you mean `gadget`?\n"
    );
}
