//! The lines of a text by their places.

use std::ops::Range;

/// The places of the lines, each with the end of its line.
pub(crate) fn lines(text: &str) -> Lines<'_> {
    lines_from(text, 0)
}

/// The places of the lines from a byte on.
pub(crate) fn lines_from(text: &str, at: usize) -> Lines<'_> {
    Lines { text, at }
}

/// The lines that are still to come.
pub(crate) struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let length = rest.find('\n').map_or(rest.len(), |end| end + 1);
        let line = self.at..self.at + length;
        self.at = line.end;
        Some(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_its_end_and_the_last_one_may_have_none() {
        let text = "a\n\r\n\nbc";
        assert_eq!(lines(text).map(|line| &text[line]).collect::<Vec<_>>(), ["a\n", "\r\n", "\n", "bc"]);
        assert_eq!(lines_from(text, 4).collect::<Vec<_>>(), [4..5, 5..7]);
        assert_eq!(lines("").count(), 0);
    }
}
