//! `--fix`: the changes that certainly mend findings, shown as a diff and written into the pages.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow, bail};
use codegen::{Edit, FileId};
use similar::TextDiff;

use super::finding::{Finding, Pages};
use crate::{check, paths};

/// A page and what it is after the changes.
pub(super) struct Mended {
    path: PathBuf,
    before: Vec<u8>,
    after: String,
    /// How many findings the changes mend.
    pub(super) findings: usize,
}

/// Makes the changes in memory. Of changes that overlap, the first one is made.
pub(super) fn mend(findings: &[Finding<'_>], pages: &Pages<'_>) -> anyhow::Result<Vec<Mended>> {
    let mut files: BTreeMap<FileId, Vec<&Finding<'_>>> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.diagnostic.fix.is_some()) {
        files.entry(finding.diagnostic.span.file).or_default().push(finding);
    }
    files.into_iter().map(|(file, findings)| page(file, &findings, pages)).collect()
}

fn page(file: FileId, findings: &[&Finding<'_>], pages: &Pages<'_>) -> anyhow::Result<Mended> {
    let path = pages.physical(file);
    let before = fs::read(&path).with_context(|| format!("{} cannot be read", paths::display(&path)))?;
    let text = pages.sources.text(file);
    // Places count bytes of the text without its byte order mark.
    let (mark, written) = match std::str::from_utf8(&before) {
        Ok(whole) => whole.strip_prefix('\u{feff}').map_or(("", whole), |rest| ("\u{feff}", rest)),
        Err(_) => bail!("{} is not UTF-8: convert it, then use --fix", paths::display(&path)),
    };
    if written != text {
        return Err(changed(&path));
    }
    let mut edits: Vec<&Edit> = Vec::new();
    let mut mended = 0;
    for fix in findings.iter().filter_map(|finding| finding.diagnostic.fix.as_ref()) {
        let overlaps = |new: &Edit, old: &Edit| {
            new.span.start() < old.span.end().max(old.span.start() + 1)
                && old.span.start() < new.span.end().max(new.span.start() + 1)
        };
        if fix.edits.iter().any(|new| edits.iter().any(|old| overlaps(new, old))) {
            continue;
        }
        edits.extend(&fix.edits);
        mended += 1;
    }
    edits.sort_by_key(|edit| edit.span.start());
    let mut after = text.to_owned();
    for edit in edits.iter().rev() {
        after.replace_range(pages.sources.range(edit.span), &edit.text);
    }
    Ok(Mended { path, after: format!("{mark}{after}"), findings: mended, before })
}

/// What would change, as a diff.
pub(super) fn diff(mended: &[Mended]) -> String {
    mended
        .iter()
        .map(|page| {
            let path = paths::display(&page.path);
            let before = String::from_utf8_lossy(&page.before);
            // As git writes it, so that `git apply` takes the diff; it takes none outside the current folder.
            let side = |letter| if path.starts_with('/') { path.clone() } else { format!("{letter}/{path}") };
            check::heading(&side('a'), &side('b'))
                + &check::hunks(&TextDiff::from_lines(before.as_ref(), &page.after)).concat()
        })
        .collect()
}

/// Writes the pages, each whole or not at all. What somebody else has written since is left as it is.
pub(super) fn write(mended: &[Mended]) -> anyhow::Result<()> {
    mended.iter().try_for_each(|page| {
        let now =
            fs::read(&page.path).with_context(|| format!("{} cannot be read", paths::display(&page.path)))?;
        if now != page.before {
            return Err(changed(&page.path));
        }
        crate::output::replace(&page.path, &page.after)
    })
}

fn changed(page: &Path) -> anyhow::Error {
    anyhow!("{} changed while it was read: run again", paths::display(page))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_was_written_since_is_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.md");
        fs::write(&path, "old").unwrap();
        let mended =
            [Mended { path: path.clone(), before: b"old".to_vec(), after: "new".to_owned(), findings: 1 }];
        write(&mended).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        fs::write(&path, "their own").unwrap();
        let error = write(&mended).unwrap_err().to_string();
        assert!(error.ends_with("page.md changed while it was read: run again"), "{error}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "their own");
    }
}
