//! Pages that change while a run has read them and not yet written the crate, which another run holds up.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Stdio};

use crate::project::{Project, Ran, page};

const RUN: &str = "codegen --docs docs --out out";
const PAGE: &str = "docs/api/gadget-create.md";

/// The page with other words, and with a finding that shows them.
fn saying(words: &str) -> String {
    page("gadget")
        .replace("Create a gadget.", &format!("Create a {words} gadget."))
        .replace("\"size\": 3", &format!("\"size\": {words}"))
}

/// Begins a run that has to wait for its turn, and lets something happen when it has read the pages.
fn held_up(project: &Project, happens: impl FnOnce()) -> Ran {
    let out = File::open(project.path("out")).unwrap();
    out.lock().unwrap();
    let mut run: Child = project.command(RUN).stderr(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    let mut messages = BufReader::new(run.stderr.take().unwrap());
    let mut waits = String::new();
    messages.read_line(&mut waits).unwrap();
    assert!(waits.starts_with("another run is writing out/"), "{waits}");
    happens();
    out.unlock().unwrap();
    let mut stderr = String::new();
    messages.read_to_string(&mut stderr).unwrap();
    Ran { code: run.wait().unwrap().code().unwrap(), stdout: String::new(), stderr }
}

/// What a page becomes: written anew, shorter, longer, or no page at all.
fn changes() -> [fn(&Project); 4] {
    [
        |project| project.put(PAGE, &saying("third")),
        |project| project.put(PAGE, "---\ntitle: x\n---\n# x\n"),
        |project| project.put(PAGE, &(saying("second") + "\n## Remarks\n\nMore.\n")),
        |project| {
            project.put("docs/api/widget-create.md", &page("widget"));
            fs::remove_file(project.path(PAGE)).unwrap();
        },
    ]
}

/// The crate, made by a run that nothing disturbs.
fn undisturbed(project: &Project) {
    let found = project.tree("out");
    fs::remove_dir_all(project.path("out")).unwrap();
    fs::remove_dir_all(project.caches()).unwrap();
    project.done(RUN);
    assert_eq!(found, project.tree("out"));
}

#[test]
fn a_crate_is_made_of_the_pages_that_were_read_and_the_next_run_reads_them_anew() {
    for change in changes() {
        let project = Project::generated();
        project.put(PAGE, &saying("second"));
        let ran = held_up(&project, || change(&project));
        assert_eq!(ran.code, 0, "{ran:?}");
        assert!(project.read("out/src/gadget.rs").contains("Create a second gadget."));
        assert!(ran.stderr.contains("36 |   \"size\": second\n"), "{ran:?}");

        assert_eq!(project.run("codegen --out out --check").code, 1);
        project.done(RUN);
        undisturbed(&project);
    }
}

#[test]
fn a_run_that_has_nothing_to_do_does_not_answer_for_pages_that_it_has_not_read() {
    for change in changes() {
        let project = Project::generated();
        let before = project.tree("out");
        let ran = held_up(&project, || change(&project));
        assert!(ran.code == 0 && project.tree("out") == before, "{ran:?}");

        assert_eq!(project.run("codegen --out out --check").code, 1);
        project.done(RUN);
        undisturbed(&project);
    }
}
