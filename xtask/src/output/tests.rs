//! Plans and writing, with files as the generator would give them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::{Plan, write};

const SETTINGS: &str = "name = \"graph\"\n";

fn files(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

fn plan(out: &TempDir, produced: &[(&str, &str)]) -> anyhow::Result<Plan> {
    Plan::new(out.path(), &files(produced), SETTINGS)
}

fn run(out: &TempDir, produced: &[(&str, &str)]) -> Plan {
    let plan = plan(out, produced).unwrap();
    write(out.path(), &plan).unwrap();
    plan
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn put(out: &TempDir, path: &str, text: &str) {
    let path = out.path().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn read(out: &TempDir, path: &str) -> Option<String> {
    fs::read_to_string(out.path().join(path)).ok()
}

/// Every file with its content, and every empty folder.
fn tree(folder: &Path) -> BTreeMap<String, String> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.unwrap());
    let shown = |path: &Path| path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
    entries.map(|entry| (shown(entry.path()), fs::read_to_string(entry.path()).unwrap_or_default())).collect()
}

fn paths(plan: &Plan) -> Vec<&str> {
    plan.changes.iter().map(|change| change.path.as_str()).collect()
}

#[test]
fn a_second_run_finds_nothing_to_do() {
    let out = folder();
    let produced = [("Cargo.toml", "[package]\n"), ("src/lib.rs", "// a\n")];
    assert_eq!(paths(&run(&out, &produced)), ["Cargo.toml", "codegen.toml", "src/lib.rs"]);
    let plan = plan(&out, &produced).unwrap();
    assert!(plan.is_current());
    assert_eq!((plan.changes.len(), plan.unchanged), (0, 3));
}

#[test]
fn only_what_changed_is_written() {
    let out = folder();
    run(&out, &[("a.rs", "old"), ("b.rs", "same")]);
    let written = |path: &str| fs::metadata(out.path().join(path)).unwrap().modified().unwrap();
    let before = (written("a.rs"), written("b.rs"));
    std::thread::sleep(std::time::Duration::from_millis(20));
    assert_eq!(paths(&run(&out, &[("a.rs", "new"), ("b.rs", "same")])), ["a.rs"]);
    assert!(written("a.rs") > before.0);
    assert_eq!(written("b.rs"), before.1);
}

#[test]
fn what_is_no_longer_produced_goes_with_its_folder() {
    let out = folder();
    run(&out, &[("src/lib.rs", ""), ("src/old/a/b.rs", "b"), ("src/kept/c.rs", "c")]);
    put(&out, "src/kept/notes.txt", "mine");
    run(&out, &[("src/lib.rs", "")]);
    assert!(!out.path().join("src/old").exists());
    assert_eq!(read(&out, "src/kept/c.rs"), None);
    assert_eq!(read(&out, "src/kept/notes.txt").as_deref(), Some("mine"));
}

#[test]
fn files_of_others_stay() {
    let out = folder();
    run(&out, &[("src/lib.rs", "1")]);
    put(&out, "src/extra.rs", "mine");
    put(&out, "target/debug/x", "built");
    run(&out, &[("src/lib.rs", "2")]);
    assert_eq!(read(&out, "src/extra.rs").as_deref(), Some("mine"));
    assert_eq!(read(&out, "target/debug/x").as_deref(), Some("built"));
}

#[test]
fn edited_and_foreign_files_stand_against_a_plan_only_where_it_would_change_them() {
    let out = folder();
    run(&out, &[("changed.rs", "1"), ("dropped.rs", "1"), ("same.rs", "1"), ("gone.rs", "1")]);
    put(&out, "changed.rs", "edited");
    put(&out, "dropped.rs", "edited");
    put(&out, "new.rs", "mine");
    put(&out, "equal.rs", "1");
    fs::remove_file(out.path().join("gone.rs")).unwrap();
    let produced =
        [("changed.rs", "2"), ("same.rs", "1"), ("new.rs", "1"), ("equal.rs", "1"), ("gone.rs", "1")];
    let plan = plan(&out, &produced).unwrap();
    let not_ours: Vec<_> = plan.not_ours.iter().map(|(path, why)| (path.as_str(), *why)).collect();
    assert_eq!(
        not_ours,
        [
            ("changed.rs", "edited by hand"),
            ("dropped.rs", "edited by hand"),
            ("new.rs", "not written by the generator"),
        ]
    );
    // Forced, the plan is carried out all the same.
    write(out.path(), &plan).unwrap();
    assert_eq!(read(&out, "changed.rs").as_deref(), Some("2"));
    assert_eq!(read(&out, "dropped.rs"), None);
    assert_eq!(read(&out, "new.rs").as_deref(), Some("1"));
}

#[test]
fn a_folder_without_a_manifest_must_be_as_good_as_empty() {
    let out = folder();
    put(&out, "main.c", "int main;");
    let error = plan(&out, &[("a.rs", "")]).unwrap_err().to_string();
    assert!(error.contains("is not the generator's") && error.contains("main.c"), "{error}");

    let interrupted = folder();
    put(&interrupted, "codegen.lock.codegen-new", "");
    run(&interrupted, &[("a.rs", "")]);
    assert_eq!(tree(interrupted.path()).len(), 4, "the folder, the file, the settings, the manifest");

    let prepared = folder();
    put(&prepared, ".git/config", "");
    put(&prepared, "codegen.toml", SETTINGS);
    assert_eq!(paths(&plan(&prepared, &[("a.rs", "")]).unwrap()), ["a.rs"]);
}

#[test]
fn a_broken_manifest_is_refused() {
    let out = folder();
    put(
        &out,
        "codegen.lock",
        "# codegen 1: files that the generator owns, as `sha256sum` lists them\nnonsense\n",
    );
    let error = format!("{:#}", plan(&out, &[("a.rs", "")]).unwrap_err());
    assert!(error.contains("is broken") && error.contains("line 2"), "{error}");
}

#[test]
fn paths_that_lead_out_of_the_output_are_refused() {
    let out = folder();
    for path in ["../x.rs", "/x.rs", "codegen.lock", "codegen.toml"] {
        assert!(plan(&out, &[(path, "")]).is_err(), "{path}");
    }
    #[cfg(unix)]
    {
        let elsewhere = folder();
        run(&out, &[("src/a.rs", "1")]);
        fs::remove_dir_all(out.path().join("src")).unwrap();
        std::os::unix::fs::symlink(elsewhere.path(), out.path().join("src")).unwrap();
        assert!(plan(&out, &[("src/a.rs", "2")]).unwrap_err().to_string().contains("in the way"));
    }
}

#[test]
fn what_cannot_be_written_changes_nothing() {
    let out = folder();
    run(&out, &[("a.rs", "1"), ("z/b.rs", "1")]);
    let planned = plan(&out, &[("a.rs", "2"), ("new/c.rs", "2"), ("z/b.rs", "2")]).unwrap();
    // What comes between plan and writing stands for any refusal of the system: permission bits do not bind root.
    fs::remove_dir_all(out.path().join("z")).unwrap();
    put(&out, "z", "a file where a folder must go");
    let before = tree(out.path());
    let error = format!("{:#}", write(out.path(), &planned).unwrap_err());
    assert!(error.starts_with("nothing was changed: "), "{error}");
    assert_eq!(tree(out.path()), before);
}

#[test]
fn what_cannot_be_written_leaves_no_new_folder() {
    let parent = folder();
    let out = parent.path().join("new/out");
    let planned = Plan::new(&out, &files(&[("a/b.rs", "")]), SETTINGS).unwrap();
    // Nothing can be written beside a name that is as long as names may be.
    let long = "x".repeat(250);
    let refused = Plan::new(&out, &files(&[("a/b.rs", ""), (&long, "")]), SETTINGS).unwrap();
    assert!(write(&out, &refused).is_err());
    assert_eq!(tree(parent.path()).len(), 1, "only the folder itself");
    write(&out, &planned).unwrap();
    assert!(out.join("a/b.rs").exists());
}

/// All the states that an interruption can leave, each made by hand: the next run ends as if nothing had happened.
#[test]
fn an_interrupted_run_is_finished_by_the_next() {
    const OLD: [(&str, &str); 3] = [("a.rs", "1"), ("b.rs", "1"), ("dropped/c.rs", "1")];
    const NEW: [(&str, &str); 3] = [("a.rs", "2"), ("b.rs", "2"), ("new/d.rs", "2")];
    let undisturbed = folder();
    run(&undisturbed, &OLD);
    run(&undisturbed, &NEW);

    let interruptions: [fn(&TempDir); 4] = [
        |_| {},
        |out| {
            put(out, "a.rs.codegen-new", "half a con");
            put(out, "codegen.toml.codegen-new", "");
        },
        |out| {
            put(out, "b.rs.codegen-new", "2");
            put(out, "a.rs", "2");
            put(out, "new/d.rs", "2");
        },
        |out| {
            NEW.iter().for_each(|(path, text)| put(out, path, text));
            fs::remove_file(out.path().join("dropped/c.rs")).unwrap();
            fs::remove_dir(out.path().join("dropped")).unwrap();
        },
    ];
    for (number, interrupt) in interruptions.iter().enumerate() {
        let out = folder();
        run(&out, &OLD);
        let planned = plan(&out, &NEW).unwrap();
        put(&out, "codegen.lock", &planned.manifest_between);
        interrupt(&out);
        let next = plan(&out, &NEW).unwrap();
        assert!(next.not_ours.is_empty() && !next.is_current(), "{number}: {next:?}");
        write(out.path(), &next).unwrap();
        assert_eq!(tree(out.path()), tree(undisturbed.path()), "{number}");

        // Or the pages are set back, and the next run has the old files to give.
        put(&out, "codegen.lock", &planned.manifest_between);
        run(&out, &OLD);
        assert!(plan(&out, &OLD).unwrap().is_current(), "{number}");
    }
}
