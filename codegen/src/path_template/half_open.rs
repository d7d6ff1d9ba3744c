//! Brackets and parentheses that lack one half.

use super::segments::SegmentReader;
use super::{ParameterKind, Piece, placeholder};

impl SegmentReader<'_, '_> {
    /// A closing bracket that none opens: the word before it is the placeholder.
    pub(super) fn stray_bracket(&mut self, bracket: char) -> Result<(), String> {
        let word = match self.pieces.last() {
            Some(Piece::Literal(word)) if is_word(word) => word.clone(),
            _ => return Err(format!("`{bracket}` cannot stand in a path")),
        };
        self.pieces.pop();
        self.rest = &self.rest[bracket.len_utf8()..];
        self.repair(format!("the opening bracket of `{word}{bracket}` is missing"));
        self.parameter(&word, self.kind_of(&word), None);
        self.end_behind_place()
    }

    /// A closing parenthesis that none opens: it should stand before the placeholder.
    pub(super) fn stray_parenthesis(&mut self) -> Result<(), String> {
        if !self.put_parentheses(is_word) {
            return Err("`)` cannot stand in a path".to_owned());
        }
        self.rest = &self.rest[1..];
        self.repair("the opening parenthesis is missing");
        Ok(())
    }

    /// `journals{id}`: the key of an entity set, whose name is in the plural, has parentheses.
    pub(super) fn key_without_parentheses(&mut self) {
        if self.put_parentheses(|word| is_word(word) && word.ends_with('s')) {
            self.repair("parentheses are missing around the key");
        }
    }

    /// Puts the placeholder behind such a word into parentheses, if the segment is nothing else.
    fn put_parentheses(&mut self, is_such: impl Fn(&str) -> bool) -> bool {
        let [Piece::Literal(word), Piece::Parameter(key)] = self.pieces.as_mut_slice() else { return false };
        if !is_such(word) || key.kind != ParameterKind::Segment {
            return false;
        }
        word.push('(');
        key.kind = ParameterKind::Bare;
        self.literal(")");
        true
    }
}

/// Whether a text could be the name of a segment or of a placeholder.
fn is_word(text: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_');
    !placeholder::is_ellipsis(text) && text.starts_with(char::is_alphabetic) && text.chars().all(is_part)
}
