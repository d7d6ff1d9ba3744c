//! What may lie in the folders of a run, and what it must not lead to: nothing is read or written outside of them.

use std::fs;

use crate::project::{Project, page};

#[test]
fn a_manifest_that_lists_a_foreign_file_deletes_nothing() {
    let project = Project::generated();
    project.put("out/src/mine.rs", "abc");
    let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    let manifest = project.read("out/codegen.lock");
    project.put("out/codegen.lock", &format!("{manifest}{digest}  src/mine.rs\n"));
    let ran = project.refused("codegen --out out");
    assert!(ran.stderr.contains("out/src/mine.rs (listed in codegen.lock"), "{ran:?}");
}

#[test]
fn a_licence_that_is_none_is_refused() {
    let project = Project::new();
    let ran = project.refused("codegen --docs docs --out out --license Whatever");
    assert!(ran.stderr.contains("not an SPDX expression"), "{ran:?}");
    project.put("out/codegen.toml", "docs = [\"../docs\"]\nlicense = \"MIT or so\"\n");
    let ran = project.refused("codegen --out out");
    assert!(ran.stderr.contains("codegen.toml") && ran.stderr.contains("not an SPDX expression"), "{ran:?}");
}

#[test]
fn runs_at_once_take_turns() {
    let project = Project::new();
    project.put("docs/api/widget-create.md", &page("widget"));
    let names = ["--name a", "--name b", "--name c", "--name d", "--check"];
    let commands = names.map(|name| project.command(&format!("codegen --docs docs --out out {name}")));
    let running = commands.map(|mut command| command.stderr(std::process::Stdio::piped()).spawn().unwrap());
    for run in running {
        let ran = run.wait_with_output().unwrap();
        let stderr = String::from_utf8_lossy(&ran.stderr);
        let is_done = ran.status.success() || stderr.contains("is not current");
        assert!(is_done && !stderr.contains("edited by hand"), "{stderr}");
    }
    project.done("codegen --out out --check");
}

#[test]
fn no_control_character_of_a_page_reaches_the_terminal() {
    let project = Project::new();
    let hidden = "\u{1b}]0;owned\u{7}\u{1b}[8m\u{9b}31m\u{202e}\u{200b}";
    let text = page("gadget").replace("POST /gadgets\n", &format!("POST /gadgets\nGET gad{hidden}gets\n"));
    project.put("docs/api/gadget-create.md", &text.replace("\"size\": 3", &format!("\"size\": 3x{hidden}")));
    for color in ["never", "always"] {
        let ran = project.done(&format!("codegen --docs docs --out out --color {color}"));
        let plain = ran.stderr.replace("\u{1b}[", "");
        assert!(ran.stderr.contains("malformed"), "{ran:?}");
        assert!(
            !plain.chars().any(|c| (c.is_control() && c != '\n') || "\u{202e}\u{200b}".contains(c)),
            "{ran:?}"
        );
        assert!(!ran.stderr.contains("\u{1b}[8m"), "{ran:?}");
    }
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn links_lead_nowhere_outside() {
        let project = Project::generated();
        project.put("secret/widget-create.md", &page("widget"));
        symlink("../secret", project.path("docs/more")).unwrap();
        symlink("../../secret/widget-create.md", project.path("docs/api/widget-create.md")).unwrap();
        let ran = project.done("codegen --out out");
        assert_eq!(ran.stderr.matches("a symbolic link leads out of the folder").count(), 2, "{ran:?}");
        assert!(!project.path("out/src/widget.rs").exists());
    }

    #[test]
    fn a_planted_link_is_not_written_through() {
        let project = Project::new();
        project.put("theirs.txt", "theirs");
        project.done("codegen --docs docs --out out");
        for file in ["codegen.lock", "codegen.toml", "src/gadget.rs"] {
            let waiting = project.path(&format!("out/{file}.codegen-new"));
            symlink(project.path("theirs.txt"), waiting).unwrap();
        }
        project.put("docs/api/gadget-create.md", &page("gadget").replace("Create a gadget.", "Make one."));
        project.done("codegen --out out --name other");
        assert_eq!(project.read("theirs.txt"), "theirs");
        assert!(!project.path("out/src/gadget.rs.codegen-new").exists());
        project.done("codegen --out out --check");
    }

    #[test]
    fn a_pipe_is_no_file() {
        let project = Project::generated();
        for path in ["out/corrections.toml", "out/codegen.toml"] {
            let path = project.path(path);
            let _ = fs::remove_file(&path);
            let made = std::process::Command::new("mkfifo").arg(&path).status();
            assert!(made.unwrap().success());
            let ran = project.run("codegen --docs docs --out out");
            assert_eq!(ran.code, 2, "{ran:?}");
            assert!(ran.stderr.contains("it is not a regular file"), "{ran:?}");
            fs::remove_file(&path).unwrap();
        }
        let made = std::process::Command::new("mkfifo").arg(project.path("docs/api/pipe.md")).status();
        assert!(made.unwrap().success());
        let ran = project.done("codegen --docs docs --out out");
        assert!(ran.stderr.contains("pipe.md") && ran.stderr.contains("it is not a regular file"), "{ran:?}");
    }

    /// Whoever may read everything cannot see this.
    #[test]
    fn a_folder_that_cannot_be_listed_cuts_no_crate() {
        let project = Project::new();
        project.put("docs/more/widget-create.md", &page("widget"));
        project.done("codegen --docs docs --out out");
        let folder = project.path("docs/more");
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o000)).unwrap();
        if fs::read_dir(&folder).is_err() {
            let before = project.tree("out");
            let ran = project.run("codegen --out out");
            assert_eq!((ran.code, project.tree("out")), (2, before), "{ran:?}");
            assert!(ran.stderr.contains("docs/more cannot be listed"), "{ran:?}");
        }
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    }
}
