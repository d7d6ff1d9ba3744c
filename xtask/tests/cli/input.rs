//! The documentation folders.

use crate::project::{Project, page};

#[test]
fn a_folder_that_is_missing_or_a_file_is_refused() {
    let project = Project::generated();
    let ran = project.refused("codegen --docs dosc --out out");
    assert!(ran.stderr.contains("error: the folder dosc of --docs cannot be listed"), "{ran:?}");
    let ran = project.refused("codegen --docs docs/api/gadget-create.md --out out");
    assert!(ran.stderr.contains("cannot be listed"), "{ran:?}");
}

#[test]
fn a_folder_without_pages_is_refused() {
    let project = Project::generated();
    project.put("notes/README.md", "# Notes\n\n---\n");
    project.put("notes/page.txt", &page("gadget"));
    for arguments in ["codegen --docs notes --out out", "codegen --docs docs --docs notes --out out"] {
        let ran = project.refused(arguments);
        assert!(ran.stderr.contains("the folder notes of --docs holds no page"), "{ran:?}");
    }
}

#[test]
fn a_folder_whose_pages_have_no_front_matter_is_read() {
    let project = Project::new();
    let bare = page("gadget");
    let bare =
        format!("<!-- Source: https://docs.example/gadget -->\n{}", bare.split_once("---\n\n").unwrap().1);
    project.put("saved/api/gadget-create.md", &bare);
    project.put("saved/api/widget-create.md", &bare.replace("gadget", "widget"));
    project.done("codegen --docs saved --out out");
    let findings = project.read("out/diagnostics.txt");
    assert_eq!(findings.matches("missing-front-matter").count(), 1, "{findings}");
    assert!(project.read("out/src/gadget.rs").contains("pub fn create"));
}

#[test]
fn a_folder_inside_another_is_refused() {
    let project = Project::new();
    let ran = project.refused("codegen --docs docs --docs docs/api --out out");
    assert!(ran.stderr.contains("docs/api of --docs lies in docs"), "{ran:?}");
    // The same folder twice is the same folder.
    project.done("codegen --docs docs --docs ./docs/../docs --out out");
    assert!(project.read("out/codegen.toml").contains("docs = [\"../docs\"]"));
}

#[test]
fn the_output_is_not_read() {
    let project = Project::new();
    project.done("codegen --docs . --out out");
    project.put("out/notes.md", &page("widget"));
    let before = project.tree("out");
    project.done("codegen --docs . --out out");
    assert_eq!(project.tree("out"), before);
}

#[cfg(unix)]
#[test]
fn links_are_followed_and_loops_reported() {
    use std::os::unix::fs::symlink;

    let project = Project::generated();
    let plain = project.owned("out");
    symlink("..", project.path("docs/api/loop")).unwrap();
    symlink("nowhere", project.path("docs/dangling.md")).unwrap();
    let ran = project.done("codegen --out out");
    assert!(ran.stderr.contains("note[link-loop]") && ran.stderr.contains("api/loop"), "{ran:?}");
    assert!(ran.stderr.contains("error[unreadable-file]") && ran.stderr.contains("dangling.md"), "{ran:?}");
    assert_eq!(project.owned("out"), plain, "the page is generated all the same");

    // A folder elsewhere below the same one is read through its link.
    project.put("docs/.elsewhere/widget-create.md", &page("widget"));
    symlink(".elsewhere", project.path("docs/more")).unwrap();
    project.done("codegen --out out");
    project.put("copy/docs/api/gadget-create.md", &page("gadget"));
    project.put("copy/docs/.elsewhere/widget-create.md", &page("widget"));
    project.put("copy/docs/more/widget-create.md", &page("widget"));
    project.done("codegen --docs copy/docs --out other");
    assert_eq!(project.owned("out"), project.owned("other"));
}
