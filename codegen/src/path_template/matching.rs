//! Which arguments turn a template into a given address.

use percent_encoding::percent_decode_str;

use super::{Parameter, ParameterKind, PathTemplate, Piece, root};

/// Longer paths are taken for data that went astray.
pub(super) const MAX_LENGTH: usize = 4_000;

/// Stands for a slash inside a segment, which is written `%2F`.
pub(super) const ENCODED_SLASH: char = '\u{1f}';

/// The most arguments that may be left out of one path: each doubles the forms that it has.
const MAX_OPTIONAL: usize = 6;

/// What stands in the places of a template, in order and decoded; none where an optional argument is left out.
pub(crate) type Arguments = Vec<Option<String>>;

impl PathTemplate {
    /// The arguments that make this template the path of the given address, or nothing when the address is of another
    /// template. Host, version and query do not count, nor does letter case outside arguments.
    /// A space behind the comma between two arguments of a call does not count either.
    pub(crate) fn matches(&self, address: &str) -> Option<Arguments> {
        let joined = || joined_arguments(address).and_then(|address| self.matches_exactly(&address));
        self.matches_exactly(address).or_else(joined)
    }

    fn matches_exactly(&self, address: &str) -> Option<Arguments> {
        let path = root::split(address.trim()).path;
        let path = path.split('?').next().unwrap_or_default();
        let path = decode(path.trim_matches('/'));
        if path.len() > MAX_LENGTH {
            return None;
        }
        let count = self.parameters().count();
        let optional = self.parameters().enumerate().filter(|(_, parameter)| parameter.optional);
        let optional: Vec<usize> = optional.map(|(index, _)| index).take(MAX_OPTIONAL).collect();
        // Each bit of a form says of an optional argument whether it is left out.
        (0_usize..1 << optional.len()).find_map(|form| {
            let is_left_out =
                |at| optional.iter().position(|own| *own == at).is_some_and(|bit| form >> bit & 1 == 1);
            let texts = if form == 0 {
                bind(&self.tokens(), &path)
            } else {
                bind(&self.without(is_left_out).tokens(), &path)
            };
            let mut texts = texts?.into_iter();
            let arguments = (0..count).map(|at| if is_left_out(at) { None } else { texts.next() });
            let arguments: Arguments = arguments.collect();
            let mut places = self.parameters().zip(&arguments);
            let is_one = |(place, argument): (&Parameter, &Option<String>)| {
                place.argument.is_none() || argument.as_deref().is_none_or(|text| is_one(text, place.kind))
            };
            places.all(is_one).then_some(arguments)
        })
    }

    fn tokens(&self) -> Vec<Token<'_>> {
        let mut tokens = Vec::new();
        for (index, segment) in self.segments.iter().enumerate() {
            if index > 0 {
                tokens.push(Token::Literal("/"));
            }
            tokens.extend(segment.pieces.iter().map(|piece| match piece {
                Piece::Literal(text) => Token::Literal(text),
                Piece::Parameter(parameter) => Token::Argument(parameter.kind),
            }));
        }
        tokens
    }
}

/// The address without spaces behind commas that stand outside of quotes; `None` if there are none.
fn joined_arguments(address: &str) -> Option<String> {
    let mut joined = String::with_capacity(address.len());
    let mut quoted = false;
    for letter in address.chars() {
        quoted ^= letter == '\'';
        if letter != ' ' || quoted || !joined.ends_with(',') {
            joined.push(letter);
        }
    }
    (joined.len() < address.len()).then_some(joined)
}

/// A piece of the template, slashes included.
pub(super) enum Token<'a> {
    Literal(&'a str),
    Argument(ParameterKind),
}

impl Token<'_> {
    /// Whether the argument may hold this byte. (A quoted one may hold a slash as it is.)
    fn holds(&self, byte: u8) -> bool {
        match self {
            Token::Literal(_) => false,
            Token::Argument(ParameterKind::Path | ParameterKind::Quoted) => true,
            Token::Argument(ParameterKind::Segment | ParameterKind::Bare) => byte != b'/',
        }
    }
}

/// Finds for each number of tokens the places that they can reach, then walks back from the end: time grows with the
/// product of both lengths, whatever the template.
pub(super) fn bind(tokens: &[Token<'_>], path: &str) -> Option<Vec<String>> {
    let bytes = path.as_bytes();
    let mut reached = vec![vec![false; bytes.len() + 1]];
    reached[0][0] = true;
    for token in tokens {
        let from = &reached[reached.len() - 1];
        let mut to = vec![false; bytes.len() + 1];
        match token {
            Token::Literal(text) => {
                for at in (0..from.len()).filter(|at| from[*at]) {
                    let found = bytes.get(at..at + text.len());
                    if found.is_some_and(|found| found.eq_ignore_ascii_case(text.as_bytes())) {
                        to[at + text.len()] = true;
                    }
                }
            }
            Token::Argument(_) => {
                for at in 0..bytes.len() {
                    to[at + 1] = (from[at] || to[at]) && token.holds(bytes[at]);
                }
            }
        }
        reached.push(to);
    }
    let mut end = bytes.len();
    let mut arguments = Vec::new();
    if !reached[tokens.len()][end] {
        return None;
    }
    for (token, from) in tokens.iter().zip(&reached).rev() {
        match token {
            Token::Literal(text) => end -= text.len(),
            Token::Argument(kind) => {
                let mut start = end - 1;
                while !from[start] {
                    start -= 1;
                }
                arguments.push(argument(path.get(start..end)?, *kind));
                end = start;
            }
        }
    }
    arguments.reverse();
    Some(arguments)
}

/// Whether a text is one value behind a name, and not the next argument too.
fn is_one(text: &str, kind: ParameterKind) -> bool {
    let (mut quoted, mut brackets) = (false, 0_usize);
    kind != ParameterKind::Bare
        || !text.chars().any(|letter| {
            match letter {
                '\'' => quoted = !quoted,
                '[' | '{' if !quoted => brackets += 1,
                ']' | '}' if !quoted => brackets = brackets.saturating_sub(1),
                _ => {}
            }
            letter == ',' && !quoted && brackets == 0
        })
}

fn argument(text: &str, kind: ParameterKind) -> String {
    let text = text.replace(ENCODED_SLASH, "/");
    match kind {
        ParameterKind::Quoted => text.replace("''", "'"),
        ParameterKind::Segment | ParameterKind::Path | ParameterKind::Bare => text,
    }
}

/// Decodes percent-encoding. A `%` that does not encode anything stays.
pub(super) fn decode(path: &str) -> String {
    let mark = ENCODED_SLASH.to_string();
    let path = path.replace("%2F", &mark).replace("%2f", &mark);
    percent_decode_str(&path).decode_utf8_lossy().into_owned()
}
