//! Paths: where they lead, how one leads to another, how they are shown.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

/// The path with every link followed. What does not exist yet is taken as it is written.
pub(crate) fn physical(path: &Path) -> io::Result<PathBuf> {
    let mut missing = Vec::new();
    let absolute = std::path::absolute(path)?;
    let mut existing = absolute.as_path();
    loop {
        match dunce::canonicalize(existing) {
            Ok(found) => return Ok(missing.iter().rev().fold(found, |path, name| path.join(name))),
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            Err(error) => match (existing.parent(), existing.file_name()) {
                (Some(parent), Some(name)) => {
                    missing.push(name);
                    existing = parent;
                }
                // `..` below a folder that does not exist leads nowhere.
                _ => return Err(error),
            },
        }
    }
}

/// The text of a file. A pipe or a device is none: to read it may never end.
pub(crate) fn read_text(path: &Path) -> io::Result<String> {
    let kind = fs::metadata(path)?;
    if !kind.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is not a regular file"));
    }
    fs::read_to_string(path)
}

/// How to get from one physical folder to another, with `/`; absolute where nothing leads there (another drive).
pub(crate) fn relative(from: &Path, to: &Path) -> String {
    let shared = from.components().zip(to.components()).take_while(|(a, b)| a == b).count();
    if shared == 0 {
        return slashes(to);
    }
    let up = from.components().skip(shared).map(|_| Component::ParentDir);
    let path: PathBuf = up.chain(to.components().skip(shared)).collect();
    if path.as_os_str().is_empty() { ".".to_owned() } else { slashes(&path) }
}

/// The path with `/` between its parts on every machine.
pub(crate) fn slashes(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}

/// The path for people: short where it lies below the current folder.
pub(crate) fn display(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    match path.strip_prefix(&here) {
        Ok(below) if below.as_os_str().is_empty() => ".".to_owned(),
        Ok(below) => slashes(below),
        Err(_) => slashes(path),
    }
}

/// The folder for people, so that it reads as one.
pub(crate) fn display_folder(path: &Path) -> String {
    let text = display(path);
    if text.ends_with('/') { text } else { text + "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leads_from_one_folder_to_another() {
        let relative = |from: &str, to: &str| relative(Path::new(from), Path::new(to));
        assert_eq!(relative("/a/b", "/a/docs/v1"), "../docs/v1");
        assert_eq!(relative("/a", "/a/docs"), "docs");
        assert_eq!(relative("/a/b/c", "/a"), "../..");
        assert_eq!(relative("/a", "/a"), ".");
    }

    #[test]
    fn a_folder_that_does_not_exist_has_a_physical_path() {
        let here = Path::new(".").canonicalize().unwrap();
        assert_eq!(physical(Path::new("./no/such")).unwrap(), here.join("no/such"));
        assert!(physical(Path::new("no/../such")).is_err());
    }
}
