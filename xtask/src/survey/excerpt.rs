//! The lines of a page around a place.

use std::ops::Range;

use serde_json::{Value, json};

/// The most letters before a place, of it, and behind it.
const AROUND: usize = 200;
const MARKED: usize = 600;

/// The place's line with the one before and the one behind: the number of the first, what stands before the place, the place,
/// and what stands behind it.
pub(super) fn excerpt(text: &str, place: Range<usize>) -> Value {
    let place = within(text, place);
    let before = &text[..place.start];
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    let first = before[..line].trim_end_matches('\n').rfind('\n').map_or(0, |end| end + 1);
    let first = if line == 0 { 0 } else { first };
    let behind = &text[place.end..];
    let end = behind.match_indices('\n').nth(1).map_or(behind.len(), |(at, _)| at);
    let behind = behind[..end].trim_end_matches('\n');
    let number = text[..first].matches('\n').count() + 1;
    json!([
        number,
        last_letters(&visible(&before[first..])),
        first_letters(&visible(&text[place.clone()]), MARKED),
        first_letters(&visible(behind), AROUND),
    ])
}

/// The place as far as the text goes, without the line's end.
fn within(text: &str, place: Range<usize>) -> Range<usize> {
    let boundary =
        |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let (start, end) = (boundary(place.start), boundary(place.end.max(place.start)));
    start..start + text[start..end].trim_end().len()
}

/// Lines with their invisible characters made visible.
fn visible(text: &str) -> String {
    let line = |line: &str| codegen::visible(line.trim_end_matches('\r'));
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

fn first_letters(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn last_letters(text: &str) -> String {
    match text.char_indices().rev().nth(AROUND) {
        Some((start, letter)) => {
            let cut = &text[start + letter.len_utf8()..];
            // The lines that are cut off leave their ends, so that lines keep their numbers.
            let ends = text[..text.len() - cut.len()].matches('\n').count();
            format!("{}…{cut}", "…\n".repeat(ends))
        }
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_stands_between_its_neighbours() {
        let text = "one\ntwo\nthree bad\nfour\nfive\n";
        let at = text.find("bad").unwrap();
        assert_eq!(excerpt(text, at..at + 4), json!([2, "two\nthree ", "bad", "\nfour"]));
        assert_eq!(excerpt(text, 0..3), json!([1, "", "one", "\ntwo"]));
        assert_eq!(excerpt("one\ntwo", 0..3), json!([1, "", "one", "\ntwo"]));
        assert_eq!(excerpt("", 3..9), json!([1, "", "", ""]));
        assert_eq!(excerpt("é\u{202e}\n", 1..2), json!([1, "", "é", "\\u{202e}"]));
    }

    #[test]
    fn long_lines_are_cut() {
        let text = format!("{}\n{}bad{}", "a".repeat(500), "b".repeat(500), "c".repeat(500));
        let cut = excerpt(&text, 1001..1004);
        let letters = |index: usize| cut[index].as_str().unwrap().chars().count();
        assert_eq!((cut[0].as_u64(), letters(1), letters(2), letters(3)), (Some(1), 203, 3, 201));
    }
}
