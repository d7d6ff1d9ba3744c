//! Parentheses in a path: keys and the arguments of functions.

use super::ParameterKind;
use super::placeholder::{self, bracketed, is_guid, is_key_word, is_literal_value, is_value_word};
use super::segments::SegmentReader;

impl SegmentReader<'_, '_> {
    /// Reads from the opening parenthesis that stands here to the closing one.
    pub(super) fn arguments(&mut self) -> Result<(), String> {
        if self.at_segment_start() {
            return self.parenthesised_segment();
        }
        let mut depth = 0_usize;
        let mut argument = None;
        while let Some(c) = self.rest.chars().next() {
            match c {
                '(' if argument.is_some() && self.value_in_parentheses(argument) => continue,
                '(' => depth += 1,
                ')' => depth -= 1,
                ',' => argument = None,
                // The segment ends before the parenthesis does.
                '/' => break,
                '{' | '<' => {
                    self.bracketed_value(argument);
                    continue;
                }
                '\'' => {
                    self.quoted_value(argument)?;
                    continue;
                }
                '[' => {
                    self.list(argument)?;
                    continue;
                }
                c if c.is_whitespace() => {
                    self.rest = self.rest.trim_start();
                    continue;
                }
                '}' | '>' => {
                    self.repair(format!("a stray `{c}` is dropped"));
                    self.rest = &self.rest[1..];
                    continue;
                }
                _ => {
                    let end = self.rest.find(['(', ')', ',', '/', '{', '<', '\'', '}', '>', '=']);
                    let (word, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
                    self.rest = rest;
                    if let Some(value) = rest.strip_prefix('=') {
                        argument = Some(word.trim());
                        self.literal(word.trim());
                        self.literal("=");
                        self.rest = value;
                    } else {
                        self.bare_value(word.trim(), argument);
                    }
                    continue;
                }
            }
            self.literal(&self.rest[..1]);
            self.rest = &self.rest[1..];
            if depth == 0 {
                return Ok(());
            }
        }
        self.repair("a parenthesis is not closed");
        self.literal(&")".repeat(depth));
        Ok(())
    }

    /// Whether a key with a name stands behind a slash that it should not: `/groups/(uniqueName='x')`.
    pub(super) fn is_key_behind_slash(&self) -> bool {
        let inside = self.rest.strip_prefix('(').and_then(|rest| rest.split(['/', ')']).next());
        !self.at_segment_start() && inside.is_some_and(|inside| inside.contains('='))
    }

    /// `/(team-id)/`: parentheses with nothing before them are meant as braces.
    fn parenthesised_segment(&mut self) -> Result<(), String> {
        let inside = &self.rest[1..];
        let end = inside.find(')').ok_or("a parenthesis is not closed")?;
        let name = bracketed(&inside[..end]).name;
        if name.contains(['/', '(']) {
            return Err("a parenthesis is not closed".to_owned());
        }
        self.repair(format!("`({})` is read as a placeholder", &inside[..end]));
        self.parameter(&name, self.kind_of(&name), None);
        self.rest = &inside[end + 1..];
        self.end_behind_place()
    }

    /// `id=({id})`: parentheses around one place, as around a key without a name, belong to no value.
    fn value_in_parentheses(&mut self, argument: Option<&str>) -> bool {
        let inside = &self.rest[1..];
        let end = inside.find(')').unwrap_or_default();
        // Around several, they make a list.
        let is_one = inside[..end].matches(['{', '<']).count() == 1;
        let is_place = is_one && inside.starts_with(['{', '<']) && inside[..end].ends_with(['}', '>']);
        if is_place {
            self.repair(format!("the parentheses around `{}` are dropped", &inside[..end]));
            self.rest = inside;
            self.bracketed_value(argument);
            self.rest = self.rest.strip_prefix(')').unwrap_or(self.rest);
        }
        is_place
    }

    fn bracketed_value(&mut self, argument: Option<&str>) {
        let placeholder = bracketed(self.take_brackets());
        if placeholder.quoted {
            self.repair(format!("quotes are missing around `{{{}}}`", placeholder.name));
            self.literal("'");
            self.parameter(&placeholder.name, ParameterKind::Quoted, argument);
            self.literal("'");
        } else {
            self.parameter(&placeholder.name, ParameterKind::Bare, argument);
        }
    }

    /// `['a','b']`, `[{ids}]`: a list is one value, and a placeholder in it stands for the whole.
    fn list(&mut self, argument: Option<&str>) -> Result<(), String> {
        let end = self.rest.find(']').ok_or("a bracket is not closed")?;
        let (list, rest) = self.rest.split_at(end + 1);
        match list.find(['{', '<']) {
            Some(open) => {
                self.rest = &list[open..];
                let name = bracketed(self.take_brackets()).name;
                self.repair(format!("`{list}` is read as a placeholder"));
                self.parameter(&name, ParameterKind::Bare, argument);
            }
            None => self.text(list),
        }
        self.rest = rest;
        Ok(())
    }

    /// Text in a value. A bracket that closes nothing would end a place when the template is read again.
    fn text(&mut self, text: &str) {
        let mut parts = text.split('}');
        self.literal(parts.next().unwrap_or_default());
        for part in parts {
            self.repair("a stray `}` is dropped");
            self.literal(part);
        }
    }

    /// `'{x}'`, `'<x>'`, `'x-value'`, `x='x'`, `'x-id'`, `'literal'`.
    fn quoted_value(&mut self, argument: Option<&str>) -> Result<(), String> {
        let inside = &self.rest[1..];
        let end = inside.find('\'').ok_or("a quote is not closed")?;
        let after = &inside[end + 1..];
        self.literal("'");
        let text = &inside[..end];
        // `uniqueName='uniqueName'`: the name again stands for any value.
        let repeats = argument.is_some_and(|name| text == name);
        let is_key = argument.is_none() && is_key_word(text);
        if is_value_word(text) || repeats || is_key {
            self.repair(format!("`{text}` is read as a placeholder"));
            self.parameter(text, ParameterKind::Quoted, argument);
        } else {
            self.rest = text;
            while let Some(open) = self.rest.find(['{', '<']) {
                let (before, bracket) = self.rest.split_at(open);
                self.text(before);
                self.rest = bracket;
                let name = bracketed(self.take_brackets()).name;
                self.parameter(&name, ParameterKind::Quoted, argument);
            }
            self.text(self.rest);
        }
        self.literal("'");
        self.rest = after;
        Ok(())
    }

    /// A value without quotes or braces. A word before a quote is the name of the type of the quoted value.
    fn bare_value(&mut self, word: &str, argument: Option<&str>) {
        if is_guid(word) {
            self.repair(format!("`{word}` is read as a placeholder"));
            self.parameter(placeholder::ID, ParameterKind::Bare, argument);
        } else if self.rest.starts_with('\'') || is_literal_value(word) {
            self.literal(word);
        } else {
            self.repair(format!("`{word}` is read as a placeholder"));
            self.parameter(&bracketed(word).name, ParameterKind::Bare, argument);
        }
    }
}
