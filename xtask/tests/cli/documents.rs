//! The commands that the documents show, run as they stand there.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::project::{Project, has_git};

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// What a reader has before the first command of a document: a checkout of pages, and a crate made from them.
fn desk() -> Project {
    let project = Project::new();
    // What the tests of the program itself pretend to have, a reader has not.
    fs::remove_dir_all(project.path("docs")).unwrap();
    for kind in ["api", "resources"] {
        for entry in fs::read_dir(repository().join("codegen/pages").join(kind)).unwrap() {
            let file = entry.unwrap();
            let (name, text) =
                (file.file_name().into_string().unwrap(), fs::read_to_string(file.path()).unwrap());
            let folders = ["codegen/pages", "pages/api-reference/v1.0", "pages-of-2025", "pages-of-2026"];
            folders.iter().for_each(|folder| project.put(&format!("desk/{folder}/{kind}/{name}"), &text));
        }
    }
    project.put("desk/mine/api/dynamics_customer_list.md", &page_of_the_readers_own());
    project.put("desk/Cargo.toml", &fs::read_to_string(repository().join("Cargo.toml")).unwrap());
    project.put(
        "bin/cargo",
        &format!("#!/bin/sh\nshift\nexec {} \"$@\"\n", env!("CARGO_BIN_EXE_pages-to-crate")),
    );
    fs::set_permissions(project.path("bin/cargo"), fs::Permissions::from_mode(0o755)).unwrap();
    for arguments in ["init -q -b main", "add .", "commit -q -m first", "commit -q -m second --allow-empty"] {
        project.git("desk", arguments);
    }
    run(&project, "cargo xtask codegen --docs pages/api-reference/v1.0 --out ../graph --quiet");
    project
}

/// The page that `docs/pages.md` shows.
fn page_of_the_readers_own() -> String {
    let text = fs::read_to_string(repository().join("docs/pages.md")).unwrap();
    let (_, page) = text.split_once("````markdown\n").expect("the page");
    page.split_once("````").expect("its end").0.to_owned()
}

fn run(project: &Project, line: &str) {
    let path = std::env::var("PATH").unwrap();
    let mut shell = Command::new("sh");
    shell.args(["-c", line]).current_dir(project.path("desk"));
    shell.env("PATH", format!("{}:{path}", project.path("bin").display()));
    project.clean(&mut shell);
    let ran = project.ran(&mut shell);
    assert_eq!(ran.code, 0, "{line}\n{ran:?}");
}

/// The commands in a document's console blocks, without what stands behind them.
fn commands(text: &str) -> Vec<&str> {
    let blocks = text.split("```console\n").skip(1).filter_map(|rest| rest.split("```").next());
    let lines = blocks.flat_map(str::lines).filter_map(|line| line.strip_prefix("$ "));
    lines.map(|line| line.split("   #").next().unwrap_or(line).trim()).collect()
}

/// What is not run here: it needs the network, takes minutes, or never ends by itself.
fn is_run_elsewhere(command: &str) -> bool {
    let elsewhere = ["git ", "cargo test", "cargo xtask bench"];
    elsewhere.iter().any(|start| command.starts_with(start)) || command.contains("--watch")
}

#[test]
fn what_the_documents_tell_to_run_runs() {
    if !has_git() {
        println!("skipped: there is no git");
        return;
    }
    for document in ["README.md", "CONTRIBUTING.md", "docs/pages.md", "docs/findings.md"] {
        let text = fs::read_to_string(repository().join(document)).unwrap();
        let project = desk();
        let shown = commands(&text);
        let run_here: Vec<&&str> = shown.iter().filter(|command| !is_run_elsewhere(command)).collect();
        println!("{document}: {} of {} commands are run", run_here.len(), shown.len());
        run_here.into_iter().for_each(|command| run(&project, command));
    }
}
