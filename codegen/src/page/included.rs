//! Which files a page includes.

use crate::source::{FileId, Sources};

/// The files that a page includes, wherever in its text: `[!INCLUDE [name](target)]`.
pub(crate) fn included(sources: &Sources, file: FileId) -> Vec<FileId> {
    const MARK: &str = "[!include";
    let text = sources.text(file);
    let mut found = Vec::new();
    for (at, _) in text.match_indices("[!") {
        let is_include = text.get(at..at + MARK.len()).is_some_and(|mark| mark.eq_ignore_ascii_case(MARK));
        let line = text[at..].lines().next().unwrap_or_default();
        let link = line.split_once("](").and_then(|(_, rest)| rest.split_once(')'));
        if let (true, Some((target, _))) = (is_include, link) {
            found.extend(sources.relative(file, target.trim()));
        }
    }
    found
}
