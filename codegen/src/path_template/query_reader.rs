//! From the text of a query option's value to its pieces.

use super::placeholder::{bracketed, is_value_word};
use super::{Parameter, ParameterKind, Piece};

/// The words before a value in a condition.
const OPERATORS: [&str; 7] = [" eq ", " ne ", " gt ", " ge ", " lt ", " le ", " has "];

/// A value that has been read up to `rest`.
pub(super) struct QueryReader<'a, 'r> {
    rest: &'a str,
    pieces: Vec<Piece>,
    /// All text before `rest`, as far as it is literal.
    before: String,
    repairs: &'r mut Vec<String>,
}

impl<'a> QueryReader<'a, '_> {
    /// Reads the value of an option. A place that is the whole value has the option's name for an argument.
    pub(super) fn read(option: &str, value: &str, repairs: &mut Vec<String>) -> Vec<Piece> {
        let value = tidy(value, repairs);
        let mut reader =
            QueryReader { rest: &value, pieces: Vec::new(), before: format!("{option}="), repairs };
        while let Some(letter) = reader.rest.chars().next() {
            match letter {
                '{' => reader.placeholder('}'),
                '<' if reader.rest.contains('>') => reader.placeholder('>'),
                '}' => reader.stray_brace(),
                '\'' => reader.quote(),
                _ if reader.behind_equals() && reader.is_letter() => reader.letter(),
                _ => reader.literal(letter.len_utf8()),
            }
        }
        let mut pieces = reader.pieces;
        if let Some(Piece::Literal(last)) = pieces.last_mut() {
            last.truncate(last.trim_end().len());
        }
        name_for_option(&mut pieces, option);
        pieces
    }

    fn literal(&mut self, length: usize) {
        let (text, rest) = self.rest.split_at(length);
        self.rest = rest;
        self.push_literal(text);
    }

    fn push_literal(&mut self, text: &str) {
        self.before.push_str(text);
        match self.pieces.last_mut() {
            Some(Piece::Literal(literal)) => literal.push_str(text),
            _ => self.pieces.push(Piece::Literal(text.to_owned())),
        }
    }

    fn parameter(&mut self, name: &str, argument: Option<&str>) {
        let kind = if self.is_quoted() {
            ParameterKind::Quoted
        } else if OPERATORS.iter().any(|operator| self.before.ends_with(operator)) {
            ParameterKind::Bare
        } else {
            ParameterKind::Segment
        };
        let (name, argument) = (name.to_owned(), argument.map(str::to_owned));
        self.before.push('?');
        self.pieces.push(Piece::Parameter(Parameter { name, kind, argument, optional: false }));
    }

    fn placeholder(&mut self, close: char) {
        let inside = self.rest.trim_start_matches(['{', '<']);
        let end = inside.find(close).unwrap_or_else(|| {
            let end = inside.find(['\'', ')', ' ', ',']).unwrap_or(inside.len());
            self.repairs.push(format!("`{{{}` is not closed", &inside[..end]));
            end
        });
        self.rest = inside[end..].trim_start_matches(close);
        let placeholder = bracketed(&inside[..end]);
        match placeholder.quoted && !self.is_quoted() {
            true => {
                self.repairs.push(format!("quotes are missing around `{{{}}}`", placeholder.name));
                self.push_literal("'");
                self.parameter(&placeholder.name, None);
                self.push_literal("'");
            }
            false => self.parameter(&placeholder.name, None),
        }
    }

    /// A brace that closes nothing would end a place when the template is read again.
    fn stray_brace(&mut self) {
        self.repairs.push("a stray `}` is dropped".to_owned());
        self.rest = &self.rest[1..];
    }

    /// A quote, and behind it maybe a placeholder without braces: `'search-value'`.
    fn quote(&mut self) {
        self.literal(1);
        let end = self.rest.find('\'').unwrap_or_default();
        let word = &self.rest[..end];
        if self.is_quoted() && is_value_word(word) {
            self.repairs.push(format!("`{word}` is read as a placeholder"));
            self.parameter(word, None);
            self.rest = &self.rest[end..];
        }
    }

    fn is_quoted(&self) -> bool {
        self.before.matches('\'').count() % 2 == 1
    }

    fn behind_equals(&self) -> bool {
        self.before.ends_with('=') && !self.is_quoted()
    }

    /// Whether a letter stands by itself: `$levels=n`.
    fn is_letter(&self) -> bool {
        let mut letters = self.rest.chars();
        let first = letters.next().is_some_and(|letter| letter.is_ascii_lowercase());
        first && letters.next().is_none_or(|next| matches!(next, ')' | ';' | ','))
    }

    fn letter(&mut self) {
        let (letter, rest) = self.rest.split_at(1);
        self.rest = rest;
        self.repairs.push(format!("`{letter}` is read as a placeholder"));
        let named = self.before.trim_end_matches('=');
        let start = named.rfind(['(', ';', ',', '=', '&']).map_or(0, |at| at + 1);
        let argument = named[start..].to_owned();
        self.parameter(letter, Some(&argument));
    }
}

/// The value as it is meant: decoded but for what would end it, a space for each plus, straight quotes.
fn tidy(value: &str, repairs: &mut Vec<String>) -> String {
    let mut text = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(letter) = rest.chars().next() {
        let code = rest.get(1..3).filter(|_| letter == '%').and_then(|hex| u8::from_str_radix(hex, 16).ok());
        let plain = code.map(char::from).filter(|c| (' '..='~').contains(c) && !"&#%+{}<>".contains(*c));
        let (length, put) = match (letter, plain) {
            (_, Some(plain)) => (3, plain),
            ('+', None) => (1, ' '),
            ('‘' | '’', None) => {
                repairs.push("typographic quotes are read as straight ones".to_owned());
                (letter.len_utf8(), '\'')
            }
            _ => (letter.len_utf8(), letter),
        };
        match put {
            '&' => text.push_str("%26"),
            put => text.push(put),
        }
        rest = &rest[length..];
    }
    repairs.dedup();
    text
}

/// Names the place that is all of a value, in quotes or not, for the option.
fn name_for_option(pieces: &mut [Piece], option: &str) {
    let quote = Piece::Literal("'".to_owned());
    let inside = match pieces {
        [before, inside, behind] if *before == quote && *behind == quote => inside,
        [inside] => inside,
        _ => return,
    };
    if let Piece::Parameter(parameter) = inside {
        parameter.argument.get_or_insert_with(|| option.trim_start_matches('$').to_owned());
    }
}
