//! The bytes of a file that nobody writes meanwhile: a text that is half an old one and half a new one is neither.

use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::Path;
use std::time::SystemTime;

/// How often a file that changes is read again.
const ATTEMPTS: usize = 3;

/// Reads a file whole; none if it changes whenever it is read. A file that is put in its place meanwhile is another one.
pub(crate) fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    read_with(path, |file, bytes| file.read_to_end(bytes))
}

fn read_with(
    path: &Path,
    mut fill: impl FnMut(&mut File, &mut Vec<u8>) -> io::Result<usize>,
) -> io::Result<Option<Vec<u8>>> {
    for _ in 0..ATTEMPTS {
        let mut file = File::open(path)?;
        let before = file.metadata()?;
        let mut bytes = Vec::with_capacity(usize::try_from(before.len()).unwrap_or_default());
        fill(&mut file, &mut bytes)?;
        if state(&before) == state(&file.metadata()?) {
            return Ok(Some(bytes));
        }
    }
    Ok(None)
}

/// What differs after the file was written.
fn state(file: &Metadata) -> (u64, Option<SystemTime>) {
    (file.len(), file.modified().ok())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// Reads a file whose first bytes are read before, and whose other bytes after somebody has done something to it. `times` says
    /// how often that happens.
    fn read_while(text: &str, times: usize, change: impl Fn(&Path)) -> io::Result<Option<Vec<u8>>> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.md");
        fs::write(&path, text).unwrap();
        let mut left = times;
        read_with(&path, |file, bytes| {
            file.by_ref().take(4).read_to_end(bytes)?;
            if left > 0 {
                left -= 1;
                change(&path);
            }
            file.read_to_end(bytes)
        })
    }

    #[test]
    fn what_is_written_meanwhile_is_read_again() {
        for text in ["another text", "", "old text, and more", "old"] {
            let found = read_while("old text", 1, |path| fs::write(path, text).unwrap()).unwrap();
            assert_eq!(found.as_deref(), Some(text.as_bytes()));
        }
    }

    #[test]
    fn what_never_rests_is_not_read() {
        let grow = |path: &Path| {
            let text = fs::read_to_string(path).unwrap();
            fs::write(path, text + " and more").unwrap();
        };
        assert_eq!(read_while("old text", ATTEMPTS - 1, grow).unwrap().map(|bytes| bytes.len()), Some(26));
        assert_eq!(read_while("old text", ATTEMPTS, grow).unwrap(), None);
    }

    #[test]
    fn what_is_put_in_its_place_or_taken_away_leaves_the_file_that_was_opened() {
        let replace = |path: &Path| {
            fs::write(path.with_extension("new"), "another text").unwrap();
            fs::rename(path.with_extension("new"), path).unwrap();
        };
        assert_eq!(read_while("old text", 1, replace).unwrap().as_deref(), Some(&b"old text"[..]));
        #[cfg(unix)]
        {
            let remove = |path: &Path| fs::remove_file(path).unwrap();
            assert_eq!(read_while("old text", 1, remove).unwrap().as_deref(), Some(&b"old text"[..]));
        }
    }
}
