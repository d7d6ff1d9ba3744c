//! What the system does to a run: it is killed, the disk is full, the folder may not be written. Each file is the old or the new
//! one, `--check` tells, and a second run mends.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::project::{Project, page};

const RUN: &str = "codegen --docs docs --out out";

type Tree = BTreeMap<PathBuf, Option<Vec<u8>>>;

/// A crate that was made, or none, and pages that give another one; with the trees of both.
fn stale(is_first: bool) -> (Project, Tree, Tree) {
    let project = if is_first { Project::new() } else { Project::generated() };
    let before = if is_first { Tree::new() } else { project.tree("out") };
    project.put("docs/api/widget-create.md", &page("widget"));
    fs::rename(project.path("docs/api/gadget-create.md"), project.path("docs/api/gadget-make.md")).unwrap();
    project.done("codegen --docs docs --out expected --name out");
    let after = project.tree("expected");
    fs::remove_dir_all(project.path("expected")).unwrap();
    (project, before, after)
}

/// Files with their contents, without the manifest and what an interrupted run leaves beside its files.
fn files(tree: &Tree) -> BTreeMap<&PathBuf, &[u8]> {
    let is_ours = |path: &PathBuf| {
        !path.ends_with("codegen.lock") && path.extension().is_none_or(|end| end != "codegen-new")
    };
    let files = tree.iter().filter_map(|(path, bytes)| Some((path, bytes.as_deref()?)));
    files.filter(|(path, _)| is_ours(path)).collect()
}

#[track_caller]
fn mends(project: &Project, before: &Tree, after: &Tree, what: &str) {
    let found = if project.path("out").exists() { project.tree("out") } else { Tree::new() };
    for (path, bytes) in files(&found) {
        let is_known = [before, after].iter().any(|tree| files(tree).get(path) == Some(&bytes));
        assert!(is_known, "{what}: {path:?} is neither the old nor the new one");
    }
    for path in files(before).keys().filter(|path| files(after).contains_key(*path)) {
        assert!(found.contains_key(*path), "{what}: {path:?} is lost");
    }
    let check = project.run("codegen --docs docs --out out --check").code;
    assert_eq!(check, i32::from(found != *after), "{what}: a check does not tell");
    project.done(RUN);
    assert!(project.tree("out") == *after, "{what}: a second run does not mend");
}

/// A run in which no file may be longer than so many blocks: what would make it so kills the run, or fails.
fn limited(project: &Project, blocks: usize, is_killed: bool) -> Command {
    let trap = if is_killed { "" } else { "trap '' XFSZ; " };
    let script = format!("{trap}ulimit -c 0; ulimit -f {blocks}; exec \"$0\" \"$@\"");
    let run = project.command(RUN);
    let mut shell = Command::new("sh");
    shell.args(["-c", &script]).arg(run.get_program()).args(run.get_args()).current_dir(project.path(""));
    project.clean(&mut shell);
    shell
}

#[test]
fn a_run_that_is_killed_while_it_writes_a_file_is_mended() {
    for is_first in [true, false] {
        let mut killed = 0;
        for blocks in [0, 1, 5, 12, 40] {
            let (project, before, after) = stale(is_first);
            let ran = limited(&project, blocks, true).stderr(Stdio::null()).status().unwrap();
            killed += usize::from(ran.signal().is_some());
            mends(&project, &before, &after, &format!("killed at a file of {blocks} blocks"));
        }
        assert!(killed >= 2, "{killed}");
    }
}

#[test]
fn a_run_that_is_killed_when_some_files_are_there_is_mended() {
    for wanted in [1, 2, 30, 80, 150, 250] {
        let (project, before, after) = stale(true);
        let mut run = project.command(RUN).stderr(Stdio::null()).spawn().unwrap();
        let there = || walkdir::WalkDir::new(project.path("out")).into_iter().flatten().count();
        while there() < wanted && run.try_wait().unwrap().is_none() {}
        let _ = run.kill();
        run.wait().unwrap();
        mends(&project, &before, &after, &format!("killed with {wanted} files"));
    }
}

#[test]
fn a_write_that_fails_half_way_changes_nothing() {
    for is_first in [true, false] {
        for blocks in [0, 1, 5, 12] {
            let (project, before, after) = stale(is_first);
            let ran = project.ran(&mut limited(&project, blocks, false));
            if ran.code != 0 {
                assert!(ran.code == 2 && ran.stderr.contains("nothing was changed: "), "{ran:?}");
                let found = if project.path("out").exists() { project.tree("out") } else { Tree::new() };
                assert!(found == before, "{blocks}: {ran:?}");
            }
            mends(&project, &before, &after, &format!("failed at a file of {blocks} blocks: {ran:?}"));
        }
    }
}

/// A disk of its own needs a namespace of its own, which not every system gives.
#[test]
fn a_full_disk_changes_nothing() {
    let (project, _, _) = stale(true);
    fs::create_dir(project.path("out")).unwrap();
    let script = r#"
        mount -t tmpfs -o size=120k none out || exit 77
        "$@" > first.txt 2>&1; echo $? $(ls -A out | wc -l) >> results.txt
        mount -o remount,size=20m out
        "$@" > second.txt 2>&1; echo $? >> results.txt
        "$@" --check > third.txt 2>&1; echo $? >> results.txt
        cp -r out before
        mv docs/api/widget-create.md docs/api/widget-make.md
        cat /dev/zero > out/filler 2> /dev/null
        "$@" > fourth.txt 2>&1; echo $? >> results.txt
        rm out/filler
        diff -r before out && echo same >> results.txt
        "$@" > fifth.txt 2>&1; echo $? >> results.txt
        "$@" --check > sixth.txt 2>&1; echo $? >> results.txt
    "#;
    let run = project.command(RUN);
    let mut shell = Command::new("unshare");
    shell.args(["--map-root-user", "--mount", "sh", "-c", script, "sh"]).arg(run.get_program());
    shell.args(run.get_args()).current_dir(project.path("")).stderr(Stdio::null());
    project.clean(&mut shell);
    if !shell.status().is_ok_and(|status| status.success()) {
        println!("skipped: no file system can be mounted here");
        return;
    }
    for file in ["first.txt", "fourth.txt"] {
        let told = project.read(file);
        assert!(told.contains("nothing was changed: ") && told.contains("No space left"), "{told}");
    }
    assert_eq!(project.read("results.txt"), "2 0\n0\n0\n2\nsame\n0\n0\n");
}

/// The command, run by a user whom permissions bind; none where there is no such user.
fn bound(project: &Project, arguments: &str) -> Option<Command> {
    let mut command = project.command(arguments);
    if fs::metadata(project.path("docs")).unwrap().uid() == 0 {
        const NOBODY: u32 = 65534;
        let mut attempt = project.command("--version");
        attempt.uid(NOBODY).gid(NOBODY).stdout(Stdio::null());
        command.uid(NOBODY).gid(NOBODY);
        if !attempt.status().is_ok_and(|status| status.success()) {
            println!("skipped: root has no other user who may run the program");
            return None;
        }
    }
    Some(command)
}

fn allow(project: &Project, path: &str, mode: u32) {
    fs::set_permissions(project.path(path), fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_folder_that_may_not_be_written_stays_as_it_is() {
    // The output itself, a folder of it, and the folder that it would be made in.
    for (is_first, folder, others) in
        [(false, "out", vec![]), (false, "out/src", vec!["out"]), (true, "", vec![])]
    {
        let (project, before, after) = stale(is_first);
        allow(&project, "", 0o755);
        others.iter().for_each(|other| allow(&project, other, 0o777));
        let Some(mut command) = bound(&project, RUN) else { return };
        allow(&project, folder, 0o555);
        let ran = project.ran(&mut command);
        let check = project.ran(&mut bound(&project, "codegen --docs docs --out out --check").unwrap());
        allow(&project, folder, 0o755);
        assert!(ran.code == 2 && ran.stderr.contains("Permission denied"), "{folder}: {ran:?}");
        assert!(is_first || ran.stderr.contains("nothing was changed: "), "{folder}: {ran:?}");
        assert_eq!(check.code, 1, "a check only looks: {check:?}");
        let found = if project.path("out").exists() { project.tree("out") } else { Tree::new() };
        assert!(found == before, "{folder}: {ran:?}");
        mends(&project, &before, &after, folder);
    }
}

#[test]
fn a_page_that_may_not_be_read_is_named() {
    let project = Project::new();
    project.put("docs/api/widget-create.md", &page("widget"));
    allow(&project, "", 0o777);
    let Some(mut command) = bound(&project, RUN) else { return };
    allow(&project, "docs/api/widget-create.md", 0o000);
    let ran = project.ran(&mut command);
    assert!(ran.code == 0 && ran.stderr.contains("could not be read: permission denied"), "{ran:?}");
    assert!(project.read("out/diagnostics.txt").contains("api/widget-create.md"));
}
