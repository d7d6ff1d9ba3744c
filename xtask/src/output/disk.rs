//! What writing asks of a file system, step by step, so that a test can end it behind any of them.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

pub(super) trait Disk {
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
}

/// The disk is broken.
const EIO: i32 = 5;
