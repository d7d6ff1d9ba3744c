//! What goes wrong behind each step of writing: the program is killed, the system refuses, the power fails. Whatever it is,
//! each file is the old or the new one, `--check` tells, and a second run mends.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use proptest::prelude::*;

use super::super::disk::{Disk, System};
use super::super::write::write_on;
use super::*;

const OLD: [(&str, &str); 4] = [("a.rs", "1"), ("b.rs", "1"), ("dropped/c.rs", "1"), ("same.rs", "1")];
const NEW: [(&str, &str); 4] = [("a.rs", "2"), ("b.rs", "2"), ("new/deep/d.rs", "2"), ("same.rs", "1")];

/// A step, with what it was done to.
#[derive(Clone, Debug)]
enum Step {
    Create(PathBuf, String),
    CreateFolder(PathBuf),
    Rename(PathBuf, PathBuf),
    Remove(PathBuf),
    RemoveFolder(PathBuf),
    Keep(PathBuf),
    KeepNames(PathBuf),
}

/// A disk that notes its steps. The one at `broken` fails, and those behind it that need space, too; at `dead` the program
/// ends, and nothing is done any more.
#[derive(Default)]
struct Noted {
    steps: Mutex<Vec<Step>>,
    count: AtomicUsize,
    broken: Option<(usize, io::ErrorKind)>,
    dead: Option<usize>,
}

impl Noted {
    fn step(&self, step: Step, run: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        let number = self.count.fetch_add(1, Ordering::Relaxed);
        if self.dead.is_some_and(|dead| number >= dead) {
            return Err(io::ErrorKind::Interrupted.into());
        }
        let needs_space = matches!(step, Step::Create(..) | Step::CreateFolder(_));
        match self.broken {
            Some((at, kind)) if number == at || (number > at && needs_space) => {
                if let Step::Create(path, text) = &step {
                    // A part of it may have been written.
                    let _ = System.create(path, &text[..text.len() / 2]);
                }
                return Err(kind.into());
            }
            _ => {}
        }
        run()?;
        self.steps.lock().unwrap().push(step);
        Ok(())
    }
}

impl Disk for Noted {
    fn create(&self, path: &Path, text: &str) -> io::Result<()> {
        self.step(Step::Create(path.to_owned(), text.to_owned()), || System.create(path, text))
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.step(Step::CreateFolder(path.to_owned()), || System.create_folder(path))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(Step::Rename(from.to_owned(), to.to_owned()), || System.rename(from, to))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step(Step::Remove(path.to_owned()), || System.remove(path))
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.step(Step::RemoveFolder(path.to_owned()), || System.remove_folder(path))
    }

    fn keep(&self, path: &Path) -> io::Result<()> {
        self.step(Step::Keep(path.to_owned()), || Ok(()))
    }

    fn keep_names(&self, folder: &Path) -> io::Result<()> {
        self.step(Step::KeepNames(folder.to_owned()), || Ok(()))
    }
}

/// What a run over an output does; the output may be none yet.
fn steps(old: Option<&[(&str, &str)]>) -> usize {
    let disk = Noted::default();
    let out = before(old);
    write_on(&disk, out.path(), &plan(&out, &NEW).unwrap()).unwrap();
    disk.count.into_inner()
}

/// A whole run, without waiting for the disk.
fn run(out: &TempDir, produced: &[(&str, &str)]) {
    write_on(&Noted::default(), out.path(), &plan(out, produced).unwrap()).unwrap();
}

fn before(old: Option<&[(&str, &str)]>) -> TempDir {
    let out = folder();
    if let Some(old) = old {
        run(&out, old);
    }
    out
}

/// The files of a folder without those that nothing names any more.
fn only_files(out: &Path) -> BTreeMap<String, String> {
    let mut files = tree(out);
    files.retain(|path, _| out.join(path).is_file());
    files
}

/// Each file is the old or the new one, or is not there yet or any more; a check tells; and a second run gives all new files, or
/// all old ones, and nothing else.
#[track_caller]
fn mends(out: &TempDir, old: Option<&[(&str, &str)]>, what: &str) {
    let found = only_files(out.path());
    for (path, _) in OLD.iter().chain(&NEW) {
        let text = found.get(*path).map(|text| text.strip_prefix(MARK).unwrap_or(text));
        let of =
            |files: &[(&str, &'static str)]| files.iter().find(|file| file.0 == *path).map(|file| file.1);
        assert!(text.is_none() || text == of(&OLD) || text == of(&NEW), "{what}: {path} is {text:?}");
        // What both runs have is always there.
        let is_in_both = old.is_some() && of(&OLD).is_some() && of(&NEW).is_some();
        assert!(text.is_some() || !is_in_both, "{what}: {path} is lost");
    }
    for produced in [NEW, OLD] {
        let undisturbed = folder();
        run(&undisturbed, &produced);
        let next = plan(out, &produced).unwrap_or_else(|error| panic!("{what}: {error:#}"));
        assert!(next.not_ours.is_empty(), "{what}: {:?}", next.not_ours);
        let is_whole = only_files(out.path()) == only_files(undisturbed.path());
        assert!(
            !next.is_current() || is_whole,
            "{what}: a check does not tell: {:?}",
            only_files(out.path()).keys()
        );
        write_on(&Noted::default(), out.path(), &next).unwrap();
        assert_eq!(only_files(out.path()), only_files(undisturbed.path()), "{what}");
    }
}

#[test]
fn a_run_that_is_killed_behind_any_step_is_mended() {
    for old in [None, Some(&OLD[..])] {
        for dead in 0..=steps(old) {
            let out = before(old);
            let disk = Noted { dead: Some(dead), ..Noted::default() };
            let _ = write_on(&disk, out.path(), &plan(&out, &NEW).unwrap());
            mends(
                &out,
                old,
                &format!("killed before step {dead}, behind {:?}", disk.steps.lock().unwrap().last()),
            );
        }
    }
}

#[test]
fn a_full_disk_or_a_refusal_at_any_step_is_mended() {
    for old in [None, Some(&OLD[..])] {
        for at in 0..steps(old) {
            for kind in [io::ErrorKind::StorageFull, io::ErrorKind::PermissionDenied] {
                let out = before(old);
                let (files, planned) = (only_files(out.path()), plan(&out, &NEW).unwrap());
                let disk = Noted { broken: Some((at, kind)), ..Noted::default() };
                let outcome = write_on(&disk, out.path(), &planned);
                let moved = disk
                    .steps
                    .lock()
                    .unwrap()
                    .iter()
                    .any(|step| matches!(step, Step::Rename(_, to) if !to.ends_with("codegen.lock")));
                let message = outcome.as_ref().err().map(|error| format!("{error:#}")).unwrap_or_default();
                assert!(!moved || !message.starts_with("nothing was changed: "), "{at}: {message}");
                if message.starts_with("nothing was changed: ") {
                    let mut now = only_files(out.path());
                    // The manifest may know more than it must.
                    now.insert("codegen.lock".into(), files.get("codegen.lock").cloned().unwrap_or_default());
                    let mut files = files.clone();
                    files.entry("codegen.lock".into()).or_default();
                    assert_eq!(now, files, "{at}: {message}");
                }
                mends(&out, old, &format!("{kind} at step {at}: {message}"));
            }
        }
    }
}

/// What a power cut leaves of the steps: those that were kept, and of the others the ones that `survives` says. A content
/// that was not kept is cut off.
fn after_power_cut(steps: &[Step], survives: impl Fn(usize) -> bool) {
    let kept_later = |at: usize, wanted: &dyn Fn(&Step) -> bool| steps[at..].iter().any(wanted);
    let names = |at: usize, path: &Path| {
        let parent = path.parent().unwrap();
        kept_later(at, &|step| matches!(step, Step::KeepNames(folder) if folder == parent)) || survives(at)
    };
    for (at, step) in steps.iter().enumerate() {
        // What was lost before takes with it what was done to it.
        let _ = match step {
            Step::Create(path, text) if names(at, path) => {
                let is_kept = kept_later(at, &|step| matches!(step, Step::Keep(kept) if kept == path));
                System.create(path, if is_kept { text } else { &text[..text.len() / 2] })
            }
            Step::Rename(from, to) if names(at, to) => {
                // The name came with the rename, if the file's own was never kept.
                let text = steps[..at].iter().rev().find_map(|step| match step {
                    Step::Create(path, text) if path == from => Some(text),
                    _ => None,
                });
                let is_kept = steps.iter().any(|step| matches!(step, Step::Keep(kept) if kept == from));
                let text = text.map_or("", |text| if is_kept { text } else { &text[..text.len() / 2] });
                let _ = System.remove(from);
                let _ = System.remove(to);
                System.create(to, text)
            }
            Step::CreateFolder(path) if names(at, path) => System.create_folder(path),
            Step::Remove(path) if names(at, path) => System.remove(path),
            // With a folder goes what was removed from it.
            Step::RemoveFolder(path) if names(at, path) => fs::remove_dir_all(path),
            _ => Ok(()),
        };
    }
}

/// The steps of a whole run that were done in another folder, as if they had been done in this one.
fn moved(steps: &[Step], from: &Path, to: &Path) -> Vec<Step> {
    let there = |path: &PathBuf| to.join(path.strip_prefix(from).unwrap());
    let moved = steps.iter().map(|step| match step {
        Step::Create(path, text) => Step::Create(there(path), text.clone()),
        Step::CreateFolder(path) => Step::CreateFolder(there(path)),
        Step::Rename(from, to) => Step::Rename(there(from), there(to)),
        Step::Remove(path) => Step::Remove(there(path)),
        Step::RemoveFolder(path) => Step::RemoveFolder(there(path)),
        Step::Keep(path) => Step::Keep(there(path)),
        Step::KeepNames(path) => Step::KeepNames(there(path)),
    });
    moved.collect()
}

/// The steps of a run, in the folder where they were done.
fn whole_run(old: Option<&[(&str, &str)]>) -> (TempDir, Vec<Step>) {
    let out = before(old);
    let disk = Noted::default();
    write_on(&disk, out.path(), &plan(&out, &NEW).unwrap()).unwrap();
    (out, disk.steps.into_inner().unwrap())
}

fn cut(
    old: Option<&[(&str, &str)]>,
    end: usize,
    steps: &[Step],
    from: &Path,
    survives: impl Fn(usize) -> bool,
) {
    let out = before(old);
    let steps = moved(&steps[..end], from, out.path());
    after_power_cut(&steps, survives);
    mends(&out, old, &format!("power cut behind step {end}: {:?}", steps.last()));
}

/// Of what was not kept, nothing has survived, or everything, or only what came last.
#[test]
fn a_power_cut_behind_any_step_is_mended() {
    for old in [None, Some(&OLD[..])] {
        let (from, steps) = whole_run(old);
        for end in 0..=steps.len() {
            cut(old, end, &steps, from.path(), |_| false);
            cut(old, end, &steps, from.path(), |_| true);
            cut(old, end, &steps, from.path(), |at| at + 1 == end);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 4, ..ProptestConfig::default() })]

    /// Of what was not kept, any of it has survived.
    #[test]
    fn a_power_cut_that_leaves_anything_is_mended(
        is_first in any::<bool>(), end in any::<prop::sample::Index>(), survivors in any::<u64>(),
    ) {
        let old = (!is_first).then_some(&OLD[..]);
        let (from, steps) = whole_run(old);
        let end = end.index(steps.len() + 1);
        cut(old, end, &steps, from.path(), |at| survivors >> (at % 64) & 1 == 1);
    }
}

/// The manifest is kept before a content is moved, contents before their names, and names before it is reduced.
#[test]
fn what_the_next_step_rests_on_is_kept() {
    let (out, steps) = whole_run(Some(&OLD));
    let mut kept = BTreeSet::new();
    let mut open = BTreeSet::new();
    let mut is_announced = false;
    for step in &steps {
        match step {
            Step::Keep(path) => drop(kept.insert(path.clone())),
            Step::KeepNames(folder) => is_announced |= open.remove(folder) && folder == out.path(),
            Step::Rename(from, to) => {
                assert!(kept.contains(from), "{from:?}");
                let is_manifest = to.ends_with("codegen.lock");
                assert!(!is_manifest || open.is_empty(), "{open:?}");
                assert!(is_manifest || is_announced, "{to:?} before the manifest that lists it");
                open.insert(to.parent().unwrap().to_owned());
            }
            Step::Remove(path) if !path.to_string_lossy().ends_with(".codegen-new") => {
                open.insert(path.parent().unwrap().to_owned());
            }
            Step::RemoveFolder(path) => {
                open.remove(path);
                open.insert(path.parent().unwrap().to_owned());
            }
            _ => {}
        }
    }
    assert!(open.is_empty(), "{open:?}");
}
