//! Which files a page includes.

use crate::source::{FileId, Sources};

/// The files that a page includes, wherever in its text: `[!INCLUDE [name](target)]`.
pub(crate) fn included(sources: &Sources, file: FileId) -> Vec<FileId> {
    const MARK: &str = "[!include";
    let mut found = Vec::new();
    for mut rest in sources.text(file).lines() {
        while let Some(at) = rest.find("[!") {
            rest = &rest[at..];
            if !rest.get(..MARK.len()).is_some_and(|mark| mark.eq_ignore_ascii_case(MARK)) {
                rest = &rest["[!".len()..];
                continue;
            }
            let target = rest.split_once("](").and_then(|(_, behind)| behind.split_once(')'));
            let Some((target, behind)) = target else { break };
            found.extend(sources.relative(file, target.trim()));
            rest = behind;
        }
    }
    found
}
