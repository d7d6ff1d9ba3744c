//! `[!INCLUDE [name](target)]`: lines, and words in a line, that stand for another file.

use std::ops::Range;

use crate::source;

/// A line that holds nothing but an include.
pub(super) struct IncludeLine {
    pub(super) range: Range<usize>,
    pub(super) target: String,
}

/// All lines that hold nothing but an include, in order.
pub(super) fn lines(text: &str) -> Vec<IncludeLine> {
    let include = |range: Range<usize>| {
        let target = target(&text[range.clone()])?.to_owned();
        Some(IncludeLine { range, target })
    };
    source::lines(text).filter_map(include).collect()
}

/// What an include in the middle of a sentence reads as. The file is not at hand; one named for a product
/// (`prod_short.md`) holds the product's name, of any other the name says what it is about.
pub(super) fn words(target: &str, product: Option<&str>) -> String {
    let name = target.rsplit('/').next().unwrap_or(target);
    let name = name.strip_suffix(".md").unwrap_or(name).replace(['_', '-'], " ");
    match product {
        Some(product) if name.starts_with("prod") => product.to_owned(),
        _ => name,
    }
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
