//! `[!INCLUDE [name](target)]`: lines, and words in a line, that stand for another file.

use std::ops::Range;

/// A line that holds nothing but an include.
pub(super) struct IncludeLine {
    pub(super) range: Range<usize>,
    pub(super) target: String,
}

/// All lines that hold nothing but an include, in order.
pub(super) fn lines(text: &str) -> Vec<IncludeLine> {
    let mut lines = Vec::new();
    let mut read = 0;
    for (at, _) in text.match_indices('[') {
        if at < read || !text[at + 1..].starts_with('!') {
            continue;
        }
        let range = line(text, at);
        read = range.end;
        let target = target(&text[range.clone()]).map(str::to_owned);
        lines.extend(target.map(|target| IncludeLine { range, target }));
    }
    lines
}

/// The line that a byte is in, with its end.
fn line(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end + 1);
    start..end
}

/// The words for an include in the middle of a sentence. The file is not at hand: if it is named for a product
/// (`prod_short.md`, or `d365_long.md` on a page about Dynamics 365), it holds the product's name; otherwise its own name says
/// what it is about.
pub(super) fn words(target: &str, product: Option<&str>) -> String {
    let name = target.rsplit('/').next().unwrap_or(target);
    let name = name.strip_suffix(".md").unwrap_or(name).replace(['_', '-'], " ");
    match product {
        Some(product) if name.starts_with("prod") || shares_number(&name, product) => product.to_owned(),
        _ => name,
    }
}

/// Whether a number of several digits is in both names, behind the same word or its beginning: `d365`, `dynamics365`. Other
/// products have the number, too: `office365`.
fn shares_number(name: &str, product: &str) -> bool {
    let (name, product) = (name.to_lowercase(), product.to_lowercase());
    let words: Vec<&str> = product.split_whitespace().collect();
    let is_named = |pair: &[&str]| {
        let [word, number] = pair else { return false };
        let is_number = number.len() > 1 && number.bytes().all(|digit| digit.is_ascii_digit());
        let begins = |before: &str| !before.is_empty() && word.starts_with(before);
        is_number && name.split(' ').any(|part| part.strip_suffix(number).is_some_and(begins))
    };
    words.windows(2).any(is_named)
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
