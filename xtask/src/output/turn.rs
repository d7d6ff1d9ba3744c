//! One run at a time: a second one that writes to the same folder waits for the first.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::paths;

/// The output is this run's until this goes.
pub(crate) struct Turn {
    /// None where the system knows no locks of folders.
    _folder: Option<File>,
    /// Folders that were made to be locked, the innermost last; they go again if nothing is put into them.
    made: Vec<PathBuf>,
}

impl Turn {
    /// Takes the turn of a run that writes; `wait` is called if another run has it.
    pub(crate) fn to_write(out: &Path, wait: impl FnOnce()) -> anyhow::Result<Turn> {
        let mut turn = Turn { _folder: None, made: Vec::new() };
        turn.make(out)
            .with_context(|| format!("the output folder {} cannot be made", paths::display(out)))?;
        turn._folder = File::open(out).ok().filter(|folder| lock(folder, wait, File::try_lock, File::lock));
        Ok(turn)
    }

    /// Takes the turn of a run that only looks.
    pub(crate) fn to_look(out: &Path, wait: impl FnOnce()) -> Turn {
        let folder = File::open(out).ok();
        let folder = folder.filter(|folder| lock(folder, wait, File::try_lock_shared, File::lock_shared));
        Turn { _folder: folder, made: Vec::new() }
    }

    fn make(&mut self, folder: &Path) -> io::Result<()> {
        if folder.is_dir() {
            return Ok(());
        }
        if let Some(parent) = folder.parent() {
            self.make(parent)?;
        }
        match fs::create_dir(folder) {
            // The other run was faster.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
            Err(error) => Err(error),
            Ok(()) => {
                self.made.push(folder.to_owned());
                Ok(())
            }
        }
    }
}

fn lock(
    folder: &File,
    wait: impl FnOnce(),
    attempt: fn(&File) -> Result<(), TryLockError>,
    lock: fn(&File) -> io::Result<()>,
) -> bool {
    match attempt(folder) {
        Ok(()) => true,
        Err(TryLockError::WouldBlock) => {
            wait();
            lock(folder).is_ok()
        }
        Err(TryLockError::Error(_)) => false,
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        for folder in self.made.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}
