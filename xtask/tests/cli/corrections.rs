//! `corrections.toml` in the output.

use crate::project::Project;

const RENAME: &str = r#"# Ours.
[[rename]]
item = "gadget::GadgetCreateRequest::display_name"
to = "label"
reason = "That is what we call it."
"#;

#[test]
fn corrections_are_applied_and_their_file_is_left_alone() {
    let project = Project::new();
    // Before the first run, as well as later.
    project.put("out/corrections.toml", RENAME);
    project.done("codegen --docs docs --out out");
    assert!(project.read("out/src/gadget.rs").contains("pub label: Option<String>"));
    project.done("codegen --out out --check");

    let omission = "[[omit]]\nitem = \"POST /gadgets\"\nreason = \"Not here.\"\n";
    project.put("out/corrections.toml", omission);
    let ran = project.run("codegen --out out --check");
    assert_eq!(ran.code, 1, "{ran:?}");
    project.done("codegen --out out");
    assert!(!project.path("out/src/gadget.rs").exists());
    let finding = "note[corrected]: left out, as a correction says: Not here.";
    assert!(project.read("out/diagnostics.txt").contains(finding));
    assert_eq!(project.read("out/corrections.toml"), omission);
    assert!(!project.owned("out").contains(&"corrections.toml".to_owned()));

    // Without the file, everything is as the pages say.
    std::fs::remove_file(project.path("out/corrections.toml")).unwrap();
    project.done("codegen --out out");
    project.done("codegen --docs docs --out plain --name out");
    assert_eq!(project.tree("out"), project.tree("plain"));
}

#[test]
fn a_correction_that_does_not_apply_is_refused_with_its_place() {
    let project = Project::generated();
    project.put("out/corrections.toml", &RENAME.replace("display_name", "title"));
    for arguments in ["codegen --out out", "codegen --out out --check", "codegen --out out --quiet --force"] {
        let ran = project.refused(arguments);
        let says = "error: out/corrections.toml:3:8: the correction does not apply: \
            the crate has no type, field, variant or function `gadget::GadgetCreateRequest::title`\n";
        assert_eq!(ran.stderr, says, "{arguments}");
    }
}

#[test]
fn a_mistake_in_the_file_is_refused_with_its_place() {
    let project = Project::generated();
    for (text, says) in [
        (RENAME.replace("reason", "because"), "error: out/corrections.toml:5:1: unknown field `because`"),
        (
            RENAME.replace("That is what we call it.", ""),
            "error: out/corrections.toml:5:10: the reason is empty",
        ),
        (RENAME.replace("]]", "]"), "error: out/corrections.toml:2:"),
    ] {
        project.put("out/corrections.toml", &text);
        let ran = project.refused("codegen --out out");
        assert!(ran.stderr.starts_with(says), "{says}: {ran:?}");
    }
}

const CALLS: &str = r#"
[[route]]
item = "POST /gadgets"
is = "PUT /gadgets"
reason = "Seen."

[[body]]
item = "PUT /gadgets"
is = "bytes"
reason = "Seen, too."

[[answer]]
item = "PUT /gadgets"
is = "json"
reason = "Always."
"#;

#[test]
fn calls_are_corrected_until_the_pages_say_so_too() {
    let project = Project::generated();
    project.put("out/corrections.toml", CALLS);
    project.done("codegen --out out");
    let gadget = project.read("out/src/gadget.rs");
    assert!(gadget.contains("Request<Content, Json>") && gadget.contains("Method::PUT"), "{gadget}");
    let findings = project.read("out/diagnostics.txt");
    for note in [
        "taken as `PUT /gadgets`, as a correction says: Seen.",
        "`bytes` is sent, as a correction says: Seen, too.",
        "`json` is answered, as a correction says: Always.",
    ] {
        assert!(findings.contains(&format!("note[corrected]: {note}")), "{findings}");
    }
    project.done("codegen --out out --check");

    let mended = project.read("docs/api/gadget-create.md").replace("POST ", "PUT ");
    project.put("docs/api/gadget-create.md", &mended);
    let ran = project.refused("codegen --out out");
    let says = "error: out/corrections.toml:3:8: the correction does not apply: \
        no page has `POST /gadgets`, and `PUT /gadgets` is there already: remove the entry\n";
    assert_eq!(ran.stderr, says);
    project.put("out/corrections.toml", &CALLS.replace("bytes", "Gadget"));
    project.put("docs/api/gadget-create.md", &mended.replace("PUT ", "POST "));
    let ran = project.refused("codegen --out out");
    assert!(ran.stderr.starts_with("error: out/corrections.toml:8:8: "), "{ran:?}");
    assert!(ran.stderr.contains("there is no type `Gadget`"), "{ran:?}");
}
