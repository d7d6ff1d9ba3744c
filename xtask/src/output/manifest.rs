//! The manifest: which files of an output are the generator's, and what it wrote into them.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::bail;
use sha2::{Digest, Sha256};

/// The manifest's own name.
pub(crate) const NAME: &str = "codegen.lock";

/// The first line names the format; the whole is what `sha256sum --check` reads.
const FORMAT: &str = "# codegen 1: files that the generator owns, as `sha256sum` lists them";

/// The files by path, each with the digests of the contents that are the generator's.
///
/// One digest is the rule. While files are being replaced there are two, the old content's and the new one's, so that
/// an interrupted run has left only files that the next one knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    files: BTreeMap<String, BTreeSet<String>>,
}

impl Manifest {
    pub(super) fn parse(text: &str) -> anyhow::Result<Manifest> {
        let mut manifest = Manifest::default();
        let mut lines = text.lines().zip(1..).filter(|(line, _)| !is_merge_marker(line));
        match lines.next() {
            Some((FORMAT, _)) => {}
            _ => bail!("line 1: not `{FORMAT}`"),
        }
        for (line, number) in lines {
            match line.split_once("  ") {
                Some((digest, path)) if is_digest(digest) && super::place::is_below(path) => {
                    manifest.insert(path, digest.to_owned());
                }
                _ => bail!("line {number}: not a digest, two spaces and a path"),
            }
        }
        Ok(manifest)
    }

    pub(super) fn to_text(&self) -> String {
        let lines = self
            .files
            .iter()
            .flat_map(|(path, digests)| digests.iter().map(move |digest| format!("{digest}  {path}\n")));
        format!("{FORMAT}\n{}", lines.collect::<String>())
    }

    pub(super) fn insert(&mut self, path: &str, digest: String) {
        self.files.entry(path.to_owned()).or_default().insert(digest);
    }

    /// The files of both, with the contents of both.
    pub(super) fn union(mut self, other: &Manifest) -> Manifest {
        for (path, digests) in &other.files {
            self.files.entry(path.clone()).or_default().extend(digests.iter().cloned());
        }
        self
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    pub(super) fn owns(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Whether the generator wrote this content there.
    pub(super) fn wrote(&self, path: &str, content: &[u8]) -> bool {
        self.files.get(path).is_some_and(|digests| digests.contains(&digest(content)))
    }
}

/// The digest of a content, as `sha256sum` writes it.
pub(crate) fn digest(content: &[u8]) -> String {
    hex(&Sha256::digest(content))
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// Both sides of a merge conflict were written by the generator, so that a run can settle it.
fn is_merge_marker(line: &str) -> bool {
    ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].iter().any(|marker| line.starts_with(marker))
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn manifest(files: &[(&str, &str)]) -> Manifest {
        let mut manifest = Manifest::default();
        files.iter().for_each(|(path, content)| manifest.insert(path, digest(content.as_bytes())));
        manifest
    }

    #[test]
    fn reads_what_it_writes() {
        let written = manifest(&[("src/lib.rs", "a"), ("Cargo.toml", "b"), ("src/lib.rs", "c")]);
        assert_eq!(Manifest::parse(&written.to_text()).unwrap(), written);
        assert!(written.wrote("src/lib.rs", b"a") && written.wrote("src/lib.rs", b"c"));
        assert!(!written.wrote("src/lib.rs", b"b"));
    }

    #[test]
    fn digests_are_those_of_sha256sum() {
        let line = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.txt";
        assert_eq!(manifest(&[("a.txt", "abc")]).to_text(), format!("{FORMAT}\n{line}\n"));
    }

    #[test]
    fn a_merge_conflict_is_the_union_of_its_sides() {
        let (ours, theirs) = (digest(b"ours"), digest(b"theirs"));
        let text =
            format!("{FORMAT}\n<<<<<<< HEAD\n{ours}  a\n=======\n{theirs}  a\n>>>>>>> other\n{ours}  b\n");
        assert_eq!(
            Manifest::parse(&text).unwrap(),
            manifest(&[("a", "ours"), ("a", "theirs"), ("b", "ours")])
        );
    }

    #[test]
    fn anything_else_is_refused_with_its_line() {
        let error = |text: &str| Manifest::parse(text).unwrap_err().to_string();
        assert!(error("").starts_with("line 1:"));
        assert!(error("# codegen 2: from the future").starts_with("line 1:"));
        assert!(error(&format!("{FORMAT}\nabc  a\n")).starts_with("line 2:"));
        let outside = format!("{FORMAT}\n{}  ../a\n", digest(b""));
        assert!(error(&outside).starts_with("line 2:"));
    }

    proptest! {
        /// A manifest may come from anybody: its paths lead nowhere else, and it is written as it was read.
        #[test]
        fn any_text_is_refused_by_line_or_comes_back(
            lines in vec(r"([0-9a-f]{64}|[0-9a-f]{63,65})(  | )(\PC{0,9}|[ab./:\\]{0,6})|<<<<<<< a|=======|\PC{0,9}", 0..5),
        ) {
            match Manifest::parse(&format!("{FORMAT}\n{}", lines.join("\n"))) {
                Ok(read) => {
                    prop_assert!(read.paths().all(super::super::place::is_below));
                    prop_assert_eq!(&Manifest::parse(&read.to_text()).unwrap(), &read);
                }
                Err(error) => prop_assert!(error.to_string().starts_with("line "), "{}", error),
            }
        }
    }
}
