use std::collections::BTreeMap;
use std::fs;

use super::*;
use crate::output::write;

/// The diff, without colours, of an output that holds `old` when the generator gives `new`.
fn diff_of(old: &[(&str, &str)], new: &[(&str, &str)]) -> (String, String) {
    let out = tempfile::tempdir().unwrap();
    let files = |files: &[(&str, &str)]| {
        files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect::<BTreeMap<_, _>>()
    };
    write(out.path(), &Plan::new(out.path(), files(old), "").unwrap()).unwrap();
    let plan = Plan::new(out.path(), files(new), "").unwrap();
    (anstream::adapter::strip_str(&diff(&plan, "generated/")).to_string(), tally(&plan))
}

#[test]
fn changed_missing_and_extra_files_are_shown() {
    let (diff, tally) = diff_of(
        &[("a.rs", "one\ntwo\n"), ("extra.rs", "x\n"), ("same.rs", "s\n")],
        &[("a.rs", "one\nthree\n"), ("missing.rs", "m\n"), ("same.rs", "s\n")],
    );
    let expected = "\
--- a/generated/a.rs
+++ b/generated/a.rs
@@ -1,2 +1,2 @@
 one
-two
+three
--- a/generated/extra.rs
+++ /dev/null
@@ -1 +0,0 @@
-x
--- /dev/null
+++ b/generated/missing.rs
@@ -0,0 +1 @@
+m
";
    assert_eq!(diff, expected);
    assert_eq!(tally, "1 file changed, 1 file missing, 1 file left over");
}

#[test]
fn a_change_that_is_not_visible_by_itself_is_made_visible() {
    let (diff, _) = diff_of(&[("a", "x\r\ny"), ("b", "\u{1b}[31m")], &[("a", "x\ny\n"), ("b", "")]);
    assert!(diff.contains("\n-x␍\n-y\n\\ No newline at end of file\n+x\n+y\n"), "{diff}");
    assert!(diff.contains("\n-␛[31m\n"), "{diff}");
}

#[test]
fn the_diff_is_bounded() {
    let long = "line\n".repeat(1000);
    let new: Vec<(String, &str)> = (0..9).map(|number| (format!("{number}.rs"), long.as_str())).collect();
    let new: Vec<(&str, &str)> = new.iter().map(|(path, text)| (path.as_str(), *text)).collect();
    let (diff, tally) = diff_of(&[], &new);
    assert_eq!(diff.matches("\n+line").count(), 5 * 39, "five files of forty lines, a header in each");
    assert!(diff.contains("\n… and 961 more lines of 0.rs\n"), "{diff}");
    assert!(diff.ends_with("\n… and 4 more files\n"), "{diff}");
    assert_eq!(tally, "9 files missing");
}

#[test]
fn a_manifest_that_is_not_current_is_a_difference_of_its_own() {
    let out = tempfile::tempdir().unwrap();
    let files = BTreeMap::from([("a.rs".to_owned(), String::new())]);
    write(out.path(), &Plan::new(out.path(), files.clone(), "").unwrap()).unwrap();
    let path = out.path().join("codegen.lock");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("{text}<<<<<<< HEAD\n")).unwrap();
    let plan = Plan::new(out.path(), files.clone(), "").unwrap();
    assert!(!plan.is_current());
    assert!(diff(&plan, "").contains("-<<<<<<< HEAD"));
    assert_eq!(tally(&plan), "the manifest changed");
}
