//! White space, strings and numbers: what a JSON text is made of below its structure.

use super::repair::{Repair, Repairs};

/// Why and where reading stopped.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) at: usize,
    pub(super) end: usize,
    pub(super) message: String,
}

/// What a comment of several lines begins and ends with. A page's annotation may have slipped into the code before it.
const COMMENTS: [(&str, &str); 2] = [("/*", "*/"), ("<!--", "-->")];

/// A text and how far it has been read.
pub(super) struct Scanner<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    pub(super) repairs: Repairs,
}

impl<'a> Scanner<'a> {
    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Passes over a text that stands here.
    pub(super) fn take(&mut self, expected: &str) -> bool {
        let found = self.rest().starts_with(expected);
        if found {
            self.at += expected.len();
        }
        found
    }

    /// A failure at the next character.
    pub(super) fn fail(&self, message: impl Into<String>) -> Failure {
        let width = self.peek().map_or(0, char::len_utf8);
        Failure { at: self.at, end: self.at + width, message: message.into() }
    }

    /// Passes over white space and comments.
    pub(super) fn skip_space(&mut self) {
        loop {
            let start = self.at;
            let width = self.rest().len() - self.rest().trim_start_matches([' ', '\t', '\n', '\r']).len();
            self.at += width;
            if self.rest().starts_with("//") {
                self.at += self.rest().find('\n').unwrap_or(self.rest().len());
                self.repairs.add(Repair::Comment, start + width..self.at);
            } else if let Some(marks) = COMMENTS.iter().find(|(open, _)| self.rest().starts_with(open)) {
                let Some(length) = self.block_comment(*marks) else { return };
                self.at += length;
                self.repairs.add(Repair::Comment, start + width..self.at);
            } else if let Some(c) = self.peek().filter(|c| is_lookalike_space(*c)) {
                self.at += c.len_utf8();
                self.repairs.add(Repair::Space, start + width..self.at);
            } else if width == 0 {
                return;
            }
        }
    }

    /// How long the comment is that begins here, if it is closed.
    fn block_comment(&self, (open, close): (&str, &str)) -> Option<usize> {
        let inside = self.rest()[open.len()..].find(close)?;
        Some(open.len() + inside + close.len())
    }

    /// Passes over an ellipsis.
    pub(super) fn take_ellipsis(&mut self) -> bool {
        let start = self.at;
        let found = self.take("…") || self.take("...");
        if found {
            self.at = self.text.len() - self.rest().trim_start_matches('.').len();
            self.repairs.add(Repair::Ellipsis, start..self.at);
        }
        found
    }

    pub(super) fn starts_string(&self) -> bool {
        matches!(self.peek(), Some('"' | '\'' | '“' | '”'))
    }

    /// Reads a string, whose opening quote stands here.
    pub(super) fn string(&mut self) -> Result<String, Failure> {
        match self.peek() {
            Some('"') => self.at += 1,
            Some('\'') => return self.single_quoted_string(),
            _ => return self.smart_string(),
        }
        let opening = self.at - 1;
        let mut value = String::new();
        loop {
            let plain = self.rest().find(|c: char| c == '"' || c == '\\' || c < ' ');
            let Some(plain) = plain else {
                return Err(Failure {
                    at: opening,
                    end: opening + 1,
                    message: "this string never ends".into(),
                });
            };
            value.push_str(&self.rest()[..plain]);
            self.at += plain;
            match self.text.as_bytes()[self.at] {
                b'"' => {
                    self.at += 1;
                    return Ok(value);
                }
                b'\\' => value.push(self.escape()?),
                control @ (b'\n' | b'\r' | b'\t') => {
                    self.repairs.add(Repair::RawControl, self.at..self.at + 1);
                    value.push(char::from(control));
                    self.at += 1;
                }
                _ => return Err(self.fail("a control character in a string")),
            }
        }
    }

    /// Reads `“text”`. It ends at the next typographic quote; a straight quote or a line's end before that leaves
    /// open where it was meant to end.
    fn smart_string(&mut self) -> Result<String, Failure> {
        let failure = self.fail("a typographic quote opens a string that no typographic quote closes");
        let opening = self.at;
        self.at += '“'.len_utf8();
        let Some(length) = self.rest().find(['“', '”', '"', '\\', '\n']) else { return Err(failure) };
        let value = self.rest()[..length].to_owned();
        self.at += length;
        if !self.take("”") && !self.take("“") {
            return Err(failure);
        }
        self.repairs.add(Repair::SmartQuotes, opening..self.at);
        Ok(value)
    }

    /// Reads `'text'`. It ends at the next single quote; anything but what may stand behind a string, or a line's end
    /// before that, leaves open where it was meant to end.
    fn single_quoted_string(&mut self) -> Result<String, Failure> {
        let failure = self.fail("no single quote clearly ends the string that starts here");
        let opening = self.at;
        let Some(length) = self.text[opening + 1..].find(['\'', '\\', '\n']) else { return Err(failure) };
        let end = opening + 1 + length;
        let behind = self.text[end..].strip_prefix('\'').map(str::trim_start);
        if !behind.is_some_and(|rest| rest.is_empty() || rest.starts_with([',', ':', '}', ']'])) {
            return Err(failure);
        }
        self.at = end + 1;
        self.repairs.add(Repair::SingleQuotes, opening..self.at);
        Ok(self.text[opening + 1..end].to_owned())
    }

    fn escape(&mut self) -> Result<char, Failure> {
        let escaped = self.rest().chars().nth(1);
        let c = match escaped {
            Some('u') => return self.unicode_escape(),
            Some(c @ ('"' | '\\' | '/')) => c,
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            // `image\jpeg`: the backslash stands for itself. Before a sign it may be there to escape that.
            Some(c) if c.is_alphanumeric() => {
                self.repairs.add(Repair::Backslash, self.at..self.at + 1);
                self.at += 1;
                return Ok('\\');
            }
            _ => return Err(self.fail("JSON does not know this escape")),
        };
        self.at += 2;
        Ok(c)
    }

    /// Reads `\uXXXX`, or two of them that make up one character.
    fn unicode_escape(&mut self) -> Result<char, Failure> {
        let lone = self.fail("an escaped surrogate without its other half");
        let first = self.code_unit()?;
        if let Some(c) = char::from_u32(first) {
            return Ok(c);
        }
        if first >= 0xDC00 || !self.rest().starts_with("\\u") {
            return Err(lone);
        }
        let second = self.code_unit()?;
        match second {
            0xDC00..=0xDFFF => {
                char::from_u32(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)).ok_or(lone)
            }
            _ => Err(lone),
        }
    }

    fn code_unit(&mut self) -> Result<u32, Failure> {
        let failure = self.fail("`\\u` takes four hexadecimal digits");
        let digits = self.rest().get(2..6).filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
        let unit = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).ok_or(failure)?;
        self.at += 6;
        Ok(unit)
    }

    /// Reads a number, digit for digit.
    pub(super) fn number(&mut self) -> Result<String, Failure> {
        let start = self.at;
        self.take("-");
        let integer = self.digits();
        if integer == 0 {
            return Err(self.fail("a digit is missing"));
        }
        if integer > 1 && self.text.as_bytes()[self.at - integer] == b'0' {
            self.at -= integer;
            return Err(self.fail("a number cannot begin with a zero and more digits"));
        }
        if self.take(".") && self.digits() == 0 {
            return Err(self.fail("a digit is missing after the point"));
        }
        if self.take("e") || self.take("E") {
            let _sign = self.take("+") || self.take("-");
            if self.digits() == 0 {
                return Err(self.fail("a digit is missing in the exponent"));
            }
        }
        Ok(self.text[start..self.at].to_owned())
    }

    fn digits(&mut self) -> usize {
        let count = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        self.at += count;
        count
    }
}

/// White space that JSON does not know, and characters that cannot be seen.
fn is_lookalike_space(c: char) -> bool {
    (c.is_whitespace() && c > ' ')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}
