//! What a run remembers of the one before, in the user's cache folder.

use std::fs;
use std::path::PathBuf;

use sha2::{Digest, Sha256};

use crate::project::{Project, page};

const RUN: &str = "codegen --docs docs --out out";

/// The one thing that is remembered.
fn remembered(project: &Project) -> PathBuf {
    let mut all = fs::read_dir(project.caches().join("pages-to-crate")).unwrap();
    let first = all.next().expect("something is remembered").unwrap().path();
    assert!(all.next().is_none());
    first
}

/// Makes it say something else, as a whole one would.
fn forge(project: &Project) {
    let text = fs::read_to_string(remembered(project)).unwrap();
    let lines: Vec<&str> = text.splitn(3, '\n').collect();
    let json = lines[2].replace("1 page,", "forged,");
    assert_ne!(json, lines[2]);
    let digest: String = Sha256::digest(&json).iter().map(|byte| format!("{byte:02x}")).collect();
    fs::write(remembered(project), format!("{}\n{digest}\n{json}", lines[0])).unwrap();
}

#[test]
fn a_run_on_the_same_pages_says_the_same_and_writes_nothing() {
    let project = Project::generated();
    let before = project.tree("");
    let again = project.done(RUN).stderr;
    fs::remove_dir_all(project.caches()).unwrap();
    assert_eq!(project.done(RUN).stderr, again);
    assert_eq!(project.tree(""), before);
}

#[test]
fn a_write_believes_what_is_whole_and_a_check_does_not() {
    let project = Project::generated();
    forge(&project);
    assert!(project.done(RUN).stderr.contains("forged"));
    assert!(!project.done("codegen --out out --check").stderr.contains("forged"));
}

#[test]
fn what_was_changed_or_cut_off_is_as_good_as_none() {
    let project = Project::generated();
    let expected = project.done(RUN).stderr;
    let place = remembered(&project);
    let text = fs::read_to_string(&place).unwrap();
    for broken in ["", "\n\n", &text[..text.len() - 9], &text.replace("1 page,", "7 pages,"), &text[1..]] {
        fs::write(&place, broken).unwrap();
        assert_eq!(project.done(RUN).stderr, expected);
        assert_eq!(fs::read_to_string(&place).unwrap(), text, "the run mends it");
    }
}

#[test]
fn another_page_another_setting_and_another_output_are_seen() {
    let project = Project::generated();
    forge(&project);
    project.done("codegen --out out --description Typed.");
    assert!(project.read("out/Cargo.toml").contains("Typed."));
    forge(&project);
    project.put("docs/api/widget-create.md", &page("widget"));
    assert!(project.done(RUN).stderr.contains("2 pages"));
    let file = project.any_owned("out");
    let text = project.read(&file);
    fs::remove_file(project.path(&file)).unwrap();
    assert!(project.done(RUN).stderr.contains("wrote 1 file"));
    assert_eq!(project.read(&file), text);
    project.put(&file, "edited");
    assert!(project.refused(RUN).stderr.contains("edited by hand"));
}
