//! `codegen --watch`: a saved page is in the crate without another command.

use std::io::{BufRead, BufReader};
use std::process::Stdio;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use crate::project::{Project, page};

#[test]
fn a_saved_page_is_taken_in_and_a_refusal_ends_nothing() {
    let project = Project::new();
    let mut command = project.command("codegen --docs docs --out out --watch");
    let mut running = command.stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(running.stderr.take().unwrap()).lines();
    // A line that never comes must not keep the test waiting: without the program, there are no more lines.
    let running = Arc::new(Mutex::new(running));
    let guarded = Arc::clone(&running);
    thread::spawn(move || {
        thread::sleep(Duration::from_secs(120));
        let _ = guarded.lock().unwrap().kill();
    });
    let mut until = |part: &str| {
        let mut seen = Vec::new();
        for line in lines.by_ref() {
            seen.push(line.unwrap());
            if seen.last().is_some_and(|line| line.contains(part)) {
                return;
            }
        }
        panic!("{part} never came: {seen:#?}");
    };
    until("waiting for changes");
    assert!(!project.path("out/src/widget.rs").exists());

    project.put("docs/api/widget-create.md", &page("widget"));
    until("docs/api/widget-create.md changed");
    until("2 pages");
    until("waiting for changes");
    assert!(project.path("out/src/widget.rs").exists());

    // What was edited by hand is not replaced; once it is gone, all is well again.
    project.put("out/src/widget.rs", "// mine\n");
    project.put("docs/api/gizmo-create.md", &page("gizmo"));
    until("error: ");
    until("waiting for changes");
    std::fs::remove_file(project.path("out/src/widget.rs")).unwrap();
    std::fs::remove_file(project.path("docs/api/gizmo-create.md")).unwrap();
    until("2 pages");
    let mut running = running.lock().unwrap();
    running.kill().unwrap();
    running.wait().unwrap();
}
