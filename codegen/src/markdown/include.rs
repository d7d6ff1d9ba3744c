//! `[!INCLUDE [name](target)]`: lines that stand for another file.

use std::ops::Range;

/// A line that holds nothing but an include.
pub(super) struct IncludeLine {
    pub(super) range: Range<usize>,
    pub(super) target: String,
}

/// All lines that hold nothing but an include, in order.
pub(super) fn lines(text: &str) -> Vec<IncludeLine> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some(target) = target(line) {
            found.push(IncludeLine { range: start..start + line.len(), target: target.to_owned() });
        }
        start += line.len();
    }
    found
}

/// The target, if the line is an include; a list's or a block quote's mark may stand before it.
fn target(line: &str) -> Option<&str> {
    let line = line.trim().trim_start_matches(['>', '-', '*', ' ']);
    let inner = line.strip_prefix("[!")?.strip_suffix(']')?;
    let word = inner.get(..7)?;
    if !word.eq_ignore_ascii_case("include") {
        return None;
    }
    let link = inner[7..].trim().strip_suffix(')')?;
    let (name, target) = link.split_once("](")?;
    let is_one_link = name.starts_with('[') && !target.contains(['(', ')']);
    is_one_link.then(|| target.trim())
}
