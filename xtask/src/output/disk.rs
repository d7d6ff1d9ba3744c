//! What writing asks of a file system, step by step, so that a test can end it behind any of them.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use super::at_once::{Failure, Step, at_once, in_turn};

pub(super) trait Disk: Sync {
    /// Makes a file that is not there.
    fn create(&self, path: &Path, text: &str) -> io::Result<()>;
    fn create_folder(&self, path: &Path) -> io::Result<()>;
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Takes an empty folder away.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
    /// Waits until a power cut would leave the content of a file.
    fn keep(&self, path: &Path) -> io::Result<()>;
    /// Waits until a power cut would leave what a folder holds: which names, and which files these are.
    fn keep_names(&self, folder: &Path) -> io::Result<()>;

    /// Makes a file that is new: what stood there goes, and no link is written through.
    fn create_anew(&self, path: &Path, text: &str) -> io::Result<()> {
        match self.create(path, text) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                self.remove_if_there(path)?;
                self.create(path, text)
            }
            outcome => outcome,
        }
    }

    fn remove_if_there(&self, path: &Path) -> io::Result<()> {
        match self.remove(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Does a step for each of many files, and returns when all are done or one has failed. One after the other, so that a test
    /// can say which step is the last.
    fn each(&self, count: usize, step: &Step<'_>) -> Result<(), Failure> {
        in_turn(count, step)
    }
}

/// The file system that there is.
pub(super) struct System;

impl Disk for System {
    fn create(&self, path: &Path, text: &str) -> io::Result<()> {
        OpenOptions::new().write(true).create_new(true).open(path)?.write_all(text.as_bytes())
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    fn keep(&self, path: &Path) -> io::Result<()> {
        // Some systems keep only what was opened to be written.
        OpenOptions::new().write(true).open(path)?.sync_data()
    }

    fn keep_names(&self, folder: &Path) -> io::Result<()> {
        // Systems that cannot do this for a folder do it for themselves, or not at all.
        match File::open(folder).and_then(|folder| folder.sync_all()) {
            Err(error) if error.raw_os_error() == Some(EIO) => Err(error),
            _ => Ok(()),
        }
    }

    fn each(&self, count: usize, step: &Step<'_>) -> Result<(), Failure> {
        at_once(count, step)
    }
}

/// The disk is broken.
const EIO: i32 = 5;
