//! From the text of a path to its segments.

use super::placeholder::{self, bracketed, is_ellipsis, is_guid, parameter};
use super::{ParameterKind, Piece, Segment};

/// Reads a path. `rooted` says that a slash, a host or a version stands before it, so that it can be nothing else.
pub(super) fn read(path: &str, rooted: bool, repairs: &mut Vec<String>) -> Result<Vec<Segment>, String> {
    let mut reader = SegmentReader { rest: path, segments: Vec::new(), pieces: Vec::new(), repairs };
    while let Some(c) = reader.rest.chars().next() {
        match c {
            '/' => {
                reader.rest = &reader.rest[1..];
                if reader.is_key_behind_slash() {
                    reader.repair("the slash before a key is dropped");
                    continue;
                }
                reader.end_segment()?;
                if reader.rest.starts_with('/') {
                    reader.repair("a doubled slash is read as one");
                }
            }
            '{' | '<' => reader.placeholder()?,
            '(' => reader.arguments()?,
            '}' | '>' => reader.stray_bracket(c)?,
            ')' => reader.stray_parenthesis()?,
            c if c.is_whitespace() => reader.white_space(rooted)?,
            c if is_path_character(c) => {
                let (literal, rest) = reader.rest.split_at(c.len_utf8());
                reader.literal(literal);
                reader.rest = rest;
            }
            c => return Err(format!("`{c}` cannot stand in a path")),
        }
    }
    reader.end_segment()?;
    Ok(reader.segments)
}

/// What an address may hold without encoding, and letters of any script.
fn is_path_character(c: char) -> bool {
    c.is_alphanumeric() || "-._~!$&'*+,;=:@%…".contains(c)
}

/// A path that has been read up to `rest`.
pub(super) struct SegmentReader<'a, 'r> {
    pub(super) rest: &'a str,
    segments: Vec<Segment>,
    /// The pieces of the segment that is being read.
    pub(super) pieces: Vec<Piece>,
    repairs: &'r mut Vec<String>,
}

impl<'a> SegmentReader<'a, '_> {
    pub(super) fn repair(&mut self, message: impl Into<String>) {
        self.repairs.push(message.into());
    }

    pub(super) fn literal(&mut self, text: &str) {
        match self.pieces.last_mut() {
            Some(Piece::Literal(literal)) => literal.push_str(text),
            _ => self.pieces.push(Piece::Literal(text.to_owned())),
        }
    }

    pub(super) fn parameter(&mut self, name: &str, kind: ParameterKind, argument: Option<&str>) {
        let mut parameter = parameter(name, kind);
        parameter.argument = argument.map(str::to_owned);
        self.pieces.push(Piece::Parameter(parameter));
    }

    pub(super) fn at_segment_start(&self) -> bool {
        self.pieces.is_empty()
    }

    fn end_segment(&mut self) -> Result<(), String> {
        self.key_without_parentheses();
        // The copy has no spare room.
        let mut pieces: Vec<Piece> = self.pieces.drain(..).collect();
        // Behind a bracket that is not closed, a question mark was taken for a part of a name.
        if pieces.iter().any(|piece| matches!(piece, Piece::Literal(text) if text.contains('?'))) {
            return Err("`?` cannot stand in a path".to_owned());
        }
        if let [Piece::Literal(text)] = pieces.as_slice() {
            let stands_for = match text.as_str() {
                text if is_ellipsis(text) => Some(parameter("...", ParameterKind::Path)),
                "." | ".." => return Err(format!("`{text}` cannot stand in a path")),
                text if is_guid(text) || text == placeholder::ID => {
                    self.repairs.push(format!("`{text}` is read as a placeholder"));
                    Some(parameter(placeholder::ID, ParameterKind::Segment))
                }
                text => self.named_by_colon(text).map(|name| {
                    self.repairs.push(format!("`{text}` is read as a placeholder"));
                    parameter(name, ParameterKind::Segment)
                }),
            };
            if let Some(parameter) = stands_for {
                pieces = vec![Piece::Parameter(parameter)];
            }
        }
        if !pieces.is_empty() {
            self.segments.push(Segment { pieces });
        }
        Ok(())
    }

    /// The name of a placeholder that is written with a colon in front, as in `authorities/:authorityId`. In
    /// `root:/{path}/:children`, the colon ends a path inside the path.
    fn named_by_colon<'t>(&self, text: &'t str) -> Option<&'t str> {
        let mut pieces = self.segments.iter().flat_map(|segment| &segment.pieces);
        let is_inside_path = pieces.any(|piece| matches!(piece, Piece::Literal(text) if text.ends_with(':')));
        text.strip_prefix(':').filter(|name| !is_inside_path && placeholder::is_name(name))
    }

    /// Takes the text between the bracket that stands here and the one that closes it.
    pub(super) fn take_brackets(&mut self) -> &'a str {
        let close = if self.rest.starts_with('{') { '}' } else { '>' };
        let inside = &self.rest[1..];
        let end = inside.find(['{', '<', close]).filter(|end| inside[*end..].starts_with(close));
        if let Some(end) = end {
            // `{{id}}` is closed twice.
            self.rest = inside[end..].trim_start_matches(close);
            return &inside[..end];
        }
        let end = inside.find(['/', '(', ')', ',', '\'']).unwrap_or(inside.len());
        self.rest = &inside[end..];
        let open = if close == '}' { '{' } else { '<' };
        self.repair(format!("`{open}{}` is not closed", &inside[..end]));
        &inside[..end]
    }

    /// A placeholder outside parentheses.
    fn placeholder(&mut self) -> Result<(), String> {
        if let Some(inner) = self.rest.strip_prefix("{{") {
            self.rest = &self.rest[self.rest.len() - inner.len() - 1..];
        }
        let placeholder = bracketed(self.take_brackets());
        if placeholder.quoted {
            self.repair(format!("the quotes around `{}` are dropped", placeholder.name));
        }
        let kind = self.kind_of(&placeholder.name);
        // The source that the page was made from did not name it.
        let is_lost = ["undefined", "null", "[object Object]"].contains(&placeholder.name.as_str());
        if is_lost {
            self.repair(format!("`{{{}}}` is read as a place without a name", placeholder.name));
        }
        self.parameter(if is_lost { placeholder::ID } else { &placeholder.name }, kind, None);
        self.end_behind_place()
    }

    /// Ends the segment that is one place if a name follows: the slash between the two was forgotten.
    pub(super) fn end_behind_place(&mut self) -> Result<(), String> {
        if let [Piece::Parameter(place)] = self.pieces.as_slice()
            && place.kind == ParameterKind::Segment
            && self.rest.starts_with(|c: char| c.is_ascii_alphabetic())
        {
            let message = format!("a slash is missing behind `{{{}}}`", place.name);
            self.repair(message);
            self.end_segment()?;
        }
        Ok(())
    }

    /// How an argument is written that stands here, outside parentheses. Where the segment before this one ends in a colon, as
    /// in `root:/{path}`, a path inside the path follows.
    pub(super) fn kind_of(&self, placeholder: &str) -> ParameterKind {
        let last = self.segments.last().and_then(|segment| segment.pieces.last());
        let is_behind_colon = matches!(last, Some(Piece::Literal(text)) if text.ends_with(':'));
        match placeholder == "..." || (self.pieces.is_empty() && is_behind_colon) {
            true => ParameterKind::Path,
            false => ParameterKind::Segment,
        }
    }

    fn white_space(&mut self, rooted: bool) -> Result<(), String> {
        let rest = self.rest.trim_start();
        if rest.starts_with(['(', '/']) || self.pieces.is_empty() {
            self.repair("white space in the path is dropped");
            self.rest = rest;
        } else if let (Some(Piece::Parameter(last)), Some(other)) =
            (self.pieces.last_mut(), rest.strip_prefix('|'))
        {
            // `{id} | name/…`: the brace was closed too early.
            let other = &other[..other.find('/').unwrap_or(other.len())];
            let joined = format!("{} | {}", last.name, bracketed(other).name);
            if last.name == "..." {
                last.kind = ParameterKind::Segment;
            }
            last.name.clone_from(&joined);
            self.repair(format!("`{{{joined}}}` is read as one placeholder"));
            self.rest = &rest[1 + other.len()..];
        } else if rooted {
            self.repair(format!("`{rest}` is dropped"));
            self.rest = "";
        } else {
            return Err("these are words, not an address".to_owned());
        }
        Ok(())
    }
}
